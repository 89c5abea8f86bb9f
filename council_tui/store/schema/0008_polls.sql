-- Elections and other polls: a question with candidates or projects, and its papers as they were typed.

CREATE TABLE poll_opened (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES poll_opened(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  item INTEGER NOT NULL REFERENCES item(id),
  title TEXT NOT NULL,
  title_2 TEXT NOT NULL,
  method TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats > 0),
  marks INTEGER,
  points INTEGER,
  budget INTEGER,
  least TEXT NOT NULL,
  rules TEXT NOT NULL,
  roll INTEGER NOT NULL,
  electorate INTEGER NOT NULL,
  candidates TEXT NOT NULL,
  follows INTEGER REFERENCES poll_opened(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX poll_opened_by_meeting ON poll_opened (meeting);
CREATE INDEX poll_opened_replaced ON poll_opened (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE poll_paper (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES poll_paper(id),
  poll INTEGER NOT NULL REFERENCES poll_opened(id),
  sort TEXT NOT NULL CHECK (sort IN ('marked', 'blank', 'invalid')),
  marks TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0)
) STRICT;
CREATE INDEX poll_paper_by_poll ON poll_paper (poll);
CREATE INDEX poll_paper_replaced ON poll_paper (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE poll_lot (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES poll_lot(id),
  poll INTEGER NOT NULL REFERENCES poll_opened(id),
  drawn TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX poll_lot_by_poll ON poll_lot (poll);
CREATE INDEX poll_lot_replaced ON poll_lot (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE poll_closed (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES poll_closed(id),
  poll INTEGER NOT NULL REFERENCES poll_opened(id),
  issued INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  invalid INTEGER NOT NULL,
  blank INTEGER NOT NULL,
  void INTEGER NOT NULL CHECK (void IN (0, 1)),
  quorum_met INTEGER NOT NULL CHECK (quorum_met IN (0, 1)),
  quorum_needed INTEGER,
  winners TEXT NOT NULL,
  counted TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX poll_closed_by_poll ON poll_closed (poll);
CREATE INDEX poll_closed_replaced ON poll_closed (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE poll_announced (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES poll_announced(id),
  poll INTEGER NOT NULL REFERENCES poll_opened(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX poll_announced_by_poll ON poll_announced (poll);
CREATE INDEX poll_announced_replaced ON poll_announced (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE poll_abandoned (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES poll_abandoned(id),
  poll INTEGER NOT NULL REFERENCES poll_opened(id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX poll_abandoned_by_poll ON poll_abandoned (poll);
CREATE INDEX poll_abandoned_replaced ON poll_abandoned (replaces) WHERE replaces IS NOT NULL;
