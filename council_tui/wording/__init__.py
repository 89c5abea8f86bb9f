"""How it is said: languages, sentences, papers as documents. Knows no database and no screen."""
