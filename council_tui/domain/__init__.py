"""What is true: facts, views and rules. Pure: no clock, file, language or chance."""
