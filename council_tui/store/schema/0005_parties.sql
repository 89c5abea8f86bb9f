-- Parties of a joint meeting: whom a member speaks for, as the roll kept it, and each party's stand.

CREATE TABLE party_joined (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES party_joined(id),
  person INTEGER NOT NULL REFERENCES person(id),
  party TEXT NOT NULL
) STRICT;
CREATE INDEX party_joined_by_person ON party_joined (person);
CREATE INDEX party_joined_replaced ON party_joined (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE party_kept (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES party_kept(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  person INTEGER NOT NULL REFERENCES person(id),
  party TEXT NOT NULL
) STRICT;
CREATE INDEX party_kept_by_meeting ON party_kept (meeting);
CREATE INDEX party_kept_replaced ON party_kept (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE party_stand (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES party_stand(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  party TEXT NOT NULL,
  stand TEXT NOT NULL CHECK (stand IN ('yes', 'no', 'abstain', 'none')),
  speaker INTEGER REFERENCES person(id)
) STRICT;
CREATE INDEX party_stand_by_vote ON party_stand (vote);
CREATE INDEX party_stand_replaced ON party_stand (replaces) WHERE replaces IS NOT NULL;
