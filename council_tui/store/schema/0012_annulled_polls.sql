-- The announced result of a poll may stand no longer: annulled, or its question taken up again.

CREATE TABLE poll_reopened (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES poll_reopened(id),
  poll INTEGER NOT NULL REFERENCES poll_opened(id),
  why TEXT NOT NULL CHECK (why IN ('annulled', 'reconsidered', 'second_round')),
  mover INTEGER REFERENCES person(id),
  reason TEXT NOT NULL,
  settled INTEGER REFERENCES item_settled(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX poll_reopened_by_poll ON poll_reopened (poll);
CREATE INDEX poll_reopened_by_settled ON poll_reopened (settled) WHERE settled IS NOT NULL;
CREATE INDEX poll_reopened_replaced ON poll_reopened (replaces) WHERE replaces IS NOT NULL;
