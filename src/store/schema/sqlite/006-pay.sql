-- Pay runs as they were frozen (RULE pay-11). Lines are written once and never changed; the journal
-- holds the run alone, whose lines_hash covers them. place is the person's place in the bytewise
-- order of staff numbers, people that are out following with their reason; part is the component's
-- index, or −1, −2 … for the first, second … fixed allowance.

CREATE TABLE pay_runs (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  act_id      TEXT NOT NULL,
  at          TEXT NOT NULL,
  who         TEXT NOT NULL,
  name        TEXT NOT NULL,
  state       TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  scheme      TEXT NOT NULL,
  parameters  TEXT NOT NULL,
  inputs_hash TEXT NOT NULL,
  lines_hash  TEXT NOT NULL,
  n_people    INTEGER NOT NULL,
  pool_fen    INTEGER NOT NULL,
  reserve_fen INTEGER NOT NULL,
  total_fen   INTEGER NOT NULL,
  sums        TEXT NOT NULL
) STRICT;

CREATE TABLE pay_people (
  run_id      INTEGER NOT NULL,
  place       INTEGER NOT NULL,
  person_id   INTEGER NOT NULL,
  staff_no    TEXT NOT NULL,
  name        TEXT NOT NULL,
  reason      TEXT NOT NULL,
  department  TEXT NOT NULL,
  post        TEXT NOT NULL,
  months      INTEGER NOT NULL,
  n_stretches INTEGER NOT NULL,
  before_fen  INTEGER NOT NULL,
  ceiling_fen INTEGER NOT NULL,
  total_fen   INTEGER NOT NULL,
  PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE pay_lines (
  run_id        INTEGER NOT NULL,
  place         INTEGER NOT NULL,
  part          INTEGER NOT NULL,
  points_x1e6   INTEGER NOT NULL,
  amount_fen    INTEGER NOT NULL,
  remainder_fen INTEGER NOT NULL,
  terms         TEXT NOT NULL,
  PRIMARY KEY (run_id, place, part)
) STRICT, WITHOUT ROWID;
