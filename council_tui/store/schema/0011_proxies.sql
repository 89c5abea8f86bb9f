-- Members represented by others: who by whom, on what paper, and as it was at each vote.

CREATE TABLE proxy_given (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES proxy_given(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  person INTEGER NOT NULL REFERENCES person(id),
  holder INTEGER REFERENCES person(id),
  bond TEXT NOT NULL CHECK (bond IN ('written', 'same_household', 'close_kin')),
  paper INTEGER NOT NULL CHECK (paper IN (0, 1)),
  reference TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX proxy_given_by_meeting ON proxy_given (meeting, person);
CREATE INDEX proxy_given_replaced ON proxy_given (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE vote_proxies (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES vote_proxies(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  people TEXT NOT NULL,
  holders TEXT NOT NULL
) STRICT;
CREATE INDEX vote_proxies_by_vote ON vote_proxies (vote);
CREATE INDEX vote_proxies_replaced ON vote_proxies (replaces) WHERE replaces IS NOT NULL;
