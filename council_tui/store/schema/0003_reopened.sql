-- An announced result may stand no longer: annulled, or its question taken up again.

CREATE TABLE vote_reopened (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES vote_reopened(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  why TEXT NOT NULL CHECK (why IN ('annulled', 'reconsidered')),
  mover INTEGER REFERENCES person(id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX vote_reopened_by_vote ON vote_reopened (vote);
CREATE INDEX vote_reopened_replaced ON vote_reopened (replaces) WHERE replaces IS NOT NULL;
