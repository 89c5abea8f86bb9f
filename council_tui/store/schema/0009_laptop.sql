-- Who voted on the laptop, where the body wants that kept: one row at the close, in the order of the roll.

CREATE TABLE voters_ticked (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES voters_ticked(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  people TEXT NOT NULL
) STRICT;
CREATE INDEX voters_ticked_by_vote ON voters_ticked (vote);
CREATE INDEX voters_ticked_replaced ON voters_ticked (replaces) WHERE replaces IS NOT NULL;
