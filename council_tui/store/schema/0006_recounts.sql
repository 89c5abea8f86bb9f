-- A closed vote may be counted again, and a result may be followed by a second round.

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
