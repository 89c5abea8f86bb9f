-- What was announced of a poll stands no longer, or a paper was taken down wrongly and is corrected.

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

CREATE TABLE paper_corrected (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES paper_corrected(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  figures INTEGER NOT NULL REFERENCES vote_closed(id),
  ballot INTEGER REFERENCES unit_ballot(id),
  asker INTEGER REFERENCES person(id)
) STRICT;
CREATE INDEX paper_corrected_by_vote ON paper_corrected (vote);
CREATE INDEX paper_corrected_replaced ON paper_corrected (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE poll_corrected (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES poll_corrected(id),
  poll INTEGER NOT NULL REFERENCES poll_opened(id),
  figures INTEGER NOT NULL REFERENCES poll_closed(id),
  asker INTEGER REFERENCES person(id),
  reason TEXT NOT NULL,
  settled INTEGER REFERENCES item_settled(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX poll_corrected_by_poll ON poll_corrected (poll);
CREATE INDEX poll_corrected_by_settled ON poll_corrected (settled) WHERE settled IS NOT NULL;
CREATE INDEX poll_corrected_replaced ON poll_corrected (replaces) WHERE replaces IS NOT NULL;
