-- A proposal decided in stages by several bodies, and what each decided.

CREATE TABLE staged (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES staged(id),
  proposal INTEGER NOT NULL REFERENCES proposal(id),
  stages TEXT NOT NULL
) STRICT;
CREATE INDEX staged_by_proposal ON staged (proposal);
CREATE INDEX staged_replaced ON staged (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE stage_put (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES stage_put(id),
  staged INTEGER NOT NULL REFERENCES staged(id),
  number INTEGER NOT NULL,
  vote INTEGER NOT NULL REFERENCES vote_opened(id)
) STRICT;
CREATE INDEX stage_put_by_staged ON stage_put (staged);
CREATE INDEX stage_put_by_vote ON stage_put (vote);
CREATE INDEX stage_put_replaced ON stage_put (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE stage_decided (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES stage_decided(id),
  staged INTEGER NOT NULL REFERENCES staged(id),
  number INTEGER NOT NULL,
  rules TEXT NOT NULL,
  roll INTEGER NOT NULL,
  present INTEGER NOT NULL,
  yes INTEGER NOT NULL,
  no INTEGER NOT NULL,
  abstain INTEGER NOT NULL,
  carried INTEGER NOT NULL CHECK (carried IN (0, 1)),
  day TEXT NOT NULL,
  place TEXT NOT NULL,
  signed TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX stage_decided_by_staged ON stage_decided (staged);
CREATE INDEX stage_decided_replaced ON stage_decided (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE stage_published (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES stage_published(id),
  staged INTEGER NOT NULL REFERENCES staged(id),
  what TEXT NOT NULL CHECK (what IN ('resolution', 'result')),
  day TEXT NOT NULL,
  place TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX stage_published_by_staged ON stage_published (staged);
CREATE INDEX stage_published_replaced ON stage_published (replaces) WHERE replaces IS NOT NULL;
