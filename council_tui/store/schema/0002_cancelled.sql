-- A meeting that was planned may be cancelled.

CREATE TABLE meeting_cancelled (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES meeting_cancelled(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_cancelled_by_meeting ON meeting_cancelled (meeting);
CREATE INDEX meeting_cancelled_replaced ON meeting_cancelled (replaces) WHERE replaces IS NOT NULL;
