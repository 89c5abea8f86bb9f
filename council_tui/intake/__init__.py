"""How it comes in: a file becomes facts, or a list of what is wrong with it. Nothing is written here."""
