"""Where it is kept: one SQLite file, one thread, all of the SQL. Says no sentence, draws no screen."""
