-- The record, first version: the journal, what undo keeps, and a table for each kind of fact.
-- Guards, standing views and their triggers are made for every fact table by `store/guards.py`.

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE fallen (
  entry INTEGER PRIMARY KEY REFERENCES journal(seq)
) STRICT;

CREATE TABLE private (
  fact TEXT NOT NULL,
  row INTEGER NOT NULL,
  field TEXT NOT NULL,
  salt TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (fact, row, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  screen TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (screen, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE name_key (
  named INTEGER NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (named, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE reversal (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES reversal(id),
  reversed INTEGER NOT NULL REFERENCES journal(seq),
  stands INTEGER NOT NULL CHECK (stands IN (0, 1))
) STRICT;
CREATE INDEX reversal_by_reversed ON reversal (reversed);
CREATE INDEX reversal_replaced ON reversal (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE erased (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES erased(id),
  fact TEXT NOT NULL,
  row INTEGER NOT NULL,
  field TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX erased_replaced ON erased (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE council_named (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES council_named(id),
  name TEXT NOT NULL,
  name_2 TEXT NOT NULL,
  lang TEXT NOT NULL
) STRICT;
CREATE INDEX council_named_replaced ON council_named (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE rules_chosen (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES rules_chosen(id),
  rules TEXT NOT NULL,
  floor TEXT NOT NULL,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  vote INTEGER REFERENCES vote_opened(id)
) STRICT;
CREATE INDEX rules_chosen_replaced ON rules_chosen (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE operator_chosen (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES operator_chosen(id),
  person INTEGER NOT NULL REFERENCES person(id)
) STRICT;
CREATE INDEX operator_chosen_replaced ON operator_chosen (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES person(id)
) STRICT;
CREATE INDEX person_replaced ON person (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE person_named (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES person_named(id),
  person INTEGER NOT NULL REFERENCES person(id),
  name TEXT NOT NULL,
  latin TEXT NOT NULL,
  title TEXT NOT NULL,
  title_2 TEXT NOT NULL,
  organisation TEXT NOT NULL
) STRICT;
CREATE INDEX person_named_by_person ON person_named (person);
CREATE INDEX person_named_replaced ON person_named (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE phone_given (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES phone_given(id),
  person INTEGER NOT NULL REFERENCES person(id),
  phone TEXT NOT NULL
) STRICT;
CREATE INDEX phone_given_by_person ON phone_given (person);
CREATE INDEX phone_given_replaced ON phone_given (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE seated (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES seated(id),
  person INTEGER NOT NULL REFERENCES person(id),
  seat INTEGER NOT NULL,
  category TEXT NOT NULL,
  votes INTEGER NOT NULL CHECK (votes IN (0, 1)),
  ended INTEGER NOT NULL CHECK (ended IN (0, 1))
) STRICT;
CREATE INDEX seated_by_person ON seated (person);
CREATE INDEX seated_by_seat ON seated (seat);
CREATE INDEX seated_replaced ON seated (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES meeting(id),
  kind TEXT NOT NULL CHECK (kind IN ('regular', 'special')),
  year INTEGER NOT NULL,
  number INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_replaced ON meeting (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE meeting_planned (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES meeting_planned(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  starts TEXT NOT NULL,
  place TEXT NOT NULL,
  place_2 TEXT NOT NULL,
  reference TEXT NOT NULL,
  late INTEGER NOT NULL CHECK (late IN (0, 1))
) STRICT;
CREATE INDEX meeting_planned_by_meeting ON meeting_planned (meeting);
CREATE INDEX meeting_planned_replaced ON meeting_planned (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE notice_posted (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES notice_posted(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  day TEXT NOT NULL
) STRICT;
CREATE INDEX notice_posted_by_meeting ON notice_posted (meeting);
CREATE INDEX notice_posted_replaced ON notice_posted (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE officers (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES officers(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  role TEXT NOT NULL CHECK (role IN ('convener', 'chair', 'recorder', 'tellers')),
  people TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX officers_by_meeting ON officers (meeting);
CREATE INDEX officers_replaced ON officers (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES item(id),
  number TEXT NOT NULL
) STRICT;
CREATE INDEX item_replaced ON item (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE item_written (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES item_written(id),
  item INTEGER NOT NULL REFERENCES item(id),
  title TEXT NOT NULL,
  title_2 TEXT NOT NULL,
  source TEXT NOT NULL,
  source_2 TEXT NOT NULL,
  presenter INTEGER REFERENCES person(id),
  minutes INTEGER
) STRICT;
CREATE INDEX item_written_by_item ON item_written (item);
CREATE INDEX item_written_replaced ON item_written (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE agenda_set (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES agenda_set(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  items TEXT NOT NULL,
  levels TEXT NOT NULL
) STRICT;
CREATE INDEX agenda_set_by_meeting ON agenda_set (meeting);
CREATE INDEX agenda_set_replaced ON agenda_set (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE item_numbered (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES item_numbered(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  item INTEGER NOT NULL REFERENCES item(id),
  number TEXT NOT NULL
) STRICT;
CREATE INDEX item_numbered_by_meeting ON item_numbered (meeting);
CREATE INDEX item_numbered_replaced ON item_numbered (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES attendance(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  person INTEGER NOT NULL REFERENCES person(id),
  presence TEXT NOT NULL CHECK (presence IN ('present', 'left', 'returned', 'excused', 'absent', 'observing')),
  at TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_by_meeting_person ON attendance (meeting, person);
CREATE INDEX attendance_replaced ON attendance (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE recusal (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES recusal(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  item INTEGER NOT NULL REFERENCES item(id),
  person INTEGER NOT NULL REFERENCES person(id),
  recused INTEGER NOT NULL CHECK (recused IN (0, 1)),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX recusal_by_meeting ON recusal (meeting);
CREATE INDEX recusal_replaced ON recusal (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE meeting_moved (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES meeting_moved(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  state TEXT NOT NULL CHECK (state IN ('open', 'talk', 'recess', 'resumed', 'adjourned')),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_moved_by_meeting ON meeting_moved (meeting);
CREATE INDEX meeting_moved_replaced ON meeting_moved (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE roll_member (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES roll_member(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  person INTEGER NOT NULL REFERENCES person(id),
  named INTEGER NOT NULL REFERENCES person_named(id),
  seat INTEGER NOT NULL,
  category TEXT NOT NULL,
  votes INTEGER NOT NULL CHECK (votes IN (0, 1))
) STRICT;
CREATE INDEX roll_member_by_meeting ON roll_member (meeting);
CREATE INDEX roll_member_replaced ON roll_member (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE rules_kept (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES rules_kept(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  rules INTEGER NOT NULL REFERENCES rules_chosen(id)
) STRICT;
CREATE INDEX rules_kept_by_meeting ON rules_kept (meeting);
CREATE INDEX rules_kept_replaced ON rules_kept (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE item_moved (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES item_moved(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  item INTEGER NOT NULL REFERENCES item(id),
  state TEXT NOT NULL CHECK (state IN ('opened', 'closed')),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX item_moved_by_meeting ON item_moved (meeting);
CREATE INDEX item_moved_replaced ON item_moved (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE item_settled (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES item_settled(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  item INTEGER NOT NULL REFERENCES item(id),
  outcome TEXT NOT NULL CHECK (outcome IN ('carried', 'lost', 'postponed', 'referred', 'withdrawn', 'agreed', 'opinions_gathered', 'noted', 'survey_ordered')),
  vote INTEGER REFERENCES vote_opened(id),
  resolution TEXT NOT NULL,
  resolution_2 TEXT NOT NULL,
  consenting TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX item_settled_by_meeting ON item_settled (meeting);
CREATE INDEX item_settled_replaced ON item_settled (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES proposal(id),
  item INTEGER NOT NULL REFERENCES item(id),
  amends INTEGER REFERENCES proposal(id)
) STRICT;
CREATE INDEX proposal_by_item ON proposal (item);
CREATE INDEX proposal_replaced ON proposal (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE proposal_written (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES proposal_written(id),
  proposal INTEGER NOT NULL REFERENCES proposal(id),
  words TEXT NOT NULL,
  words_2 TEXT NOT NULL,
  text TEXT NOT NULL,
  text_2 TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_written_by_proposal ON proposal_written (proposal);
CREATE INDEX proposal_written_replaced ON proposal_written (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE moved (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES moved(id),
  proposal INTEGER NOT NULL REFERENCES proposal(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  mover INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX moved_by_proposal ON moved (proposal);
CREATE INDEX moved_replaced ON moved (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE seconded (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES seconded(id),
  proposal INTEGER NOT NULL REFERENCES proposal(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  seconder INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX seconded_by_proposal ON seconded (proposal);
CREATE INDEX seconded_replaced ON seconded (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE withdrawn (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES withdrawn(id),
  proposal INTEGER NOT NULL REFERENCES proposal(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX withdrawn_by_proposal ON withdrawn (proposal);
CREATE INDEX withdrawn_replaced ON withdrawn (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE remark (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES remark(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  item INTEGER NOT NULL REFERENCES item(id),
  person INTEGER REFERENCES person(id),
  stance TEXT NOT NULL CHECK (stance IN ('pro', 'con', 'neither')),
  text TEXT NOT NULL,
  text_2 TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX remark_by_meeting ON remark (meeting);
CREATE INDEX remark_replaced ON remark (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE vote_opened (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES vote_opened(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  item INTEGER NOT NULL REFERENCES item(id),
  proposal INTEGER NOT NULL REFERENCES proposal(id),
  way TEXT NOT NULL CHECK (way IN ('hands', 'roll_call', 'secret', 'consent')),
  subject TEXT NOT NULL CHECK (subject IN ('amendment', 'motion', 'amended')),
  ordinal INTEGER NOT NULL,
  question TEXT NOT NULL,
  question_2 TEXT NOT NULL,
  rules TEXT NOT NULL,
  roll INTEGER NOT NULL,
  electorate TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX vote_opened_by_meeting ON vote_opened (meeting);
CREATE INDEX vote_opened_replaced ON vote_opened (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE vote_abandoned (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES vote_abandoned(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX vote_abandoned_by_vote ON vote_abandoned (vote);
CREATE INDEX vote_abandoned_replaced ON vote_abandoned (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE ballot (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES ballot(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  person INTEGER NOT NULL REFERENCES person(id),
  choice TEXT NOT NULL CHECK (choice IN ('yes', 'no', 'abstain', 'none'))
) STRICT;
CREATE INDEX ballot_by_vote_person ON ballot (vote, person);
CREATE INDEX ballot_replaced ON ballot (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE vote_closed (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES vote_closed(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  presence TEXT NOT NULL,
  yes INTEGER NOT NULL,
  no INTEGER NOT NULL,
  abstain INTEGER NOT NULL,
  not_voting INTEGER NOT NULL,
  invalid INTEGER NOT NULL,
  issued INTEGER,
  returned INTEGER,
  quorum_met INTEGER NOT NULL CHECK (quorum_met IN (0, 1)),
  quorum_needed INTEGER,
  carried INTEGER NOT NULL CHECK (carried IN (0, 1)),
  needed INTEGER,
  tie INTEGER NOT NULL CHECK (tie IN (0, 1)),
  override TEXT NOT NULL,
  why TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX vote_closed_by_vote ON vote_closed (vote);
CREATE INDEX vote_closed_replaced ON vote_closed (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE result_announced (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES result_announced(id),
  vote INTEGER NOT NULL REFERENCES vote_opened(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX result_announced_by_vote ON result_announced (vote);
CREATE INDEX result_announced_replaced ON result_announced (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE action_assigned (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES action_assigned(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  item INTEGER REFERENCES item(id),
  task TEXT NOT NULL,
  task_2 TEXT NOT NULL,
  organisation TEXT NOT NULL,
  organisation_2 TEXT NOT NULL,
  person INTEGER REFERENCES person(id),
  due TEXT NOT NULL
) STRICT;
CREATE INDEX action_assigned_by_meeting ON action_assigned (meeting);
CREATE INDEX action_assigned_replaced ON action_assigned (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE worded (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES worded(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  item INTEGER REFERENCES item(id),
  part TEXT NOT NULL CHECK (part IN ('discussion', 'closing')),
  lang TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX worded_by_meeting ON worded (meeting);
CREATE INDEX worded_replaced ON worded (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE sealed (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES sealed(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  version INTEGER NOT NULL,
  chair INTEGER NOT NULL REFERENCES person(id),
  head INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX sealed_by_meeting ON sealed (meeting);
CREATE INDEX sealed_replaced ON sealed (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE paper_exported (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES paper_exported(id),
  seal INTEGER NOT NULL REFERENCES sealed(id),
  kind TEXT NOT NULL CHECK (kind IN ('minutes', 'record')),
  lang TEXT NOT NULL,
  columns INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX paper_exported_by_seal ON paper_exported (seal);
CREATE INDEX paper_exported_replaced ON paper_exported (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE adopted (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL,
  replaces INTEGER REFERENCES adopted(id),
  seal INTEGER NOT NULL REFERENCES sealed(id),
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX adopted_by_seal ON adopted (seal);
CREATE INDEX adopted_replaced ON adopted (replaces) WHERE replaces IS NOT NULL;
