-- Dwelling units with floor area and owners; owners' votes: who may answer, their papers, what was counted.

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES unit(id),
  number TEXT NOT NULL,
  area INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('register', 'survey', 'contract')),
  counts INTEGER NOT NULL CHECK (counts IN (0, 1))
) STRICT;
CREATE INDEX unit_by_number ON unit (number);
CREATE INDEX unit_in_order ON unit (length(number), number);
CREATE INDEX unit_replaced ON unit (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE owner (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES owner(id),
  name TEXT NOT NULL
) STRICT;
CREATE INDEX owner_replaced ON owner (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE owner_key (
  key TEXT NOT NULL,
  owner INTEGER NOT NULL,
  PRIMARY KEY (key, owner)
) STRICT, WITHOUT ROWID;
CREATE INDEX owner_key_by_owner ON owner_key (owner);

CREATE TABLE unit_owned (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES unit_owned(id),
  number TEXT NOT NULL,
  owner INTEGER NOT NULL REFERENCES owner(id)
) STRICT;
CREATE INDEX unit_owned_by_number ON unit_owned (number);
CREATE INDEX unit_owned_by_owner ON unit_owned (owner);
CREATE INDEX unit_owned_replaced ON unit_owned (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE owner_entitled (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES owner_entitled(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  owner INTEGER NOT NULL REFERENCES owner(id),
  units INTEGER NOT NULL,
  area INTEGER NOT NULL
) STRICT;
CREATE INDEX owner_entitled_by_vote_owner ON owner_entitled (vote, owner);
CREATE INDEX owner_entitled_replaced ON owner_entitled (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE unit_ballot (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES unit_ballot(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  owner INTEGER NOT NULL REFERENCES owner(id),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'abstain', 'invalid', 'none'))
) STRICT;
CREATE INDEX unit_ballot_by_vote_owner ON unit_ballot (vote, owner);
CREATE INDEX unit_ballot_replaced ON unit_ballot (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE area_counted (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES area_counted(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  roll INTEGER NOT NULL,
  yes INTEGER NOT NULL,
  no INTEGER NOT NULL,
  abstain INTEGER NOT NULL,
  invalid INTEGER NOT NULL,
  quorum_needed INTEGER,
  needed INTEGER
) STRICT;
CREATE INDEX area_counted_by_vote ON area_counted (vote);
CREATE INDEX area_counted_replaced ON area_counted (replaces) WHERE replaces IS NOT NULL;
