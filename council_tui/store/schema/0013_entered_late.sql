-- A vote or a poll was taken on paper while the meeting ran, and entered afterwards with typed times.

CREATE TABLE entered_late (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES entered_late(id),
  vote INTEGER REFERENCES vote_opened(id),
  poll INTEGER REFERENCES poll_opened(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX entered_late_by_vote ON entered_late (vote);
CREATE INDEX entered_late_by_poll ON entered_late (poll);
CREATE INDEX entered_late_replaced ON entered_late (replaces) WHERE replaces IS NOT NULL;
