-- A closed vote may be counted again, a result followed by a second round, a tie broken by the chair.

CREATE TABLE vote_recounted (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES vote_recounted(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  figures INTEGER NOT NULL REFERENCES vote_closed(id),
  asker INTEGER REFERENCES person(id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX vote_recounted_by_vote ON vote_recounted (vote);
CREATE INDEX vote_recounted_replaced ON vote_recounted (replaces) WHERE replaces IS NOT NULL;

PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace(sql, 'why IN (''annulled'', ''reconsidered'')', 'why IN (''annulled'', ''reconsidered'', ''second_round'')')
WHERE name = 'vote_reopened';
PRAGMA writable_schema = RESET;

CREATE TABLE casting_vote (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES casting_vote(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  figures INTEGER REFERENCES vote_closed(id),
  chair INTEGER NOT NULL REFERENCES person(id),
  choice TEXT NOT NULL CHECK (choice IN ('yes', 'no', 'none')),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX casting_vote_by_vote ON casting_vote (vote);
CREATE INDEX casting_vote_replaced ON casting_vote (replaces) WHERE replaces IS NOT NULL;
