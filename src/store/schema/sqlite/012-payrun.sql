-- The life of a pay run (RULE pay-8 … pay-18): what was made of the frozen lines, never the lines
-- themselves. pay_lives holds one row a run, none for runs of the released versions: they are
-- revision 1 of no correction. pay_inputs (what a revision read, a line an input, under a staff number
-- or ''), pay_differences (of a correction), pay_nets (what was paid) and pay_settled (differences that
-- rode on a payment) are written once; the first three are covered by hashes in pay_lives.
-- Of salaries −1 is "not given".

CREATE TABLE pay_lives (
  id               INTEGER PRIMARY KEY,
  row_version      INTEGER NOT NULL,
  changed_at       TEXT NOT NULL,
  changed_by       TEXT NOT NULL,
  run_id           INTEGER NOT NULL UNIQUE REFERENCES pay_runs (id),
  revision         INTEGER NOT NULL,
  corrects         INTEGER REFERENCES pay_runs (id),
  source           TEXT NOT NULL,
  settle           TEXT NOT NULL,
  own_scheme       INTEGER NOT NULL CHECK (own_scheme IN (0, 1)),
  reserve_before_fen INTEGER NOT NULL,
  reserve_fen      INTEGER NOT NULL,
  total_fen        INTEGER NOT NULL,
  last_adjustment  INTEGER NOT NULL,
  paid_on          TEXT NOT NULL,
  inputs_hash      TEXT NOT NULL,
  differences_hash TEXT NOT NULL,
  nets_hash        TEXT NOT NULL
) STRICT;

CREATE INDEX pay_lives_corrects ON pay_lives (corrects);

CREATE TABLE pay_splits (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  run_id      INTEGER NOT NULL REFERENCES pay_runs (id),
  department  TEXT NOT NULL,
  amounts     TEXT NOT NULL,
  changed     INTEGER NOT NULL,
  who         TEXT NOT NULL,
  at          TEXT NOT NULL,
  file        TEXT NOT NULL,
  UNIQUE (run_id, department)
) STRICT;

CREATE TABLE pay_adjustments (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  run_id      INTEGER NOT NULL REFERENCES pay_runs (id),
  n           INTEGER NOT NULL,
  person_id   INTEGER NOT NULL,
  staff_no    TEXT NOT NULL,
  name        TEXT NOT NULL,
  amount_fen  INTEGER NOT NULL,
  reason      TEXT NOT NULL,
  who         TEXT NOT NULL,
  at          TEXT NOT NULL,
  UNIQUE (run_id, n)
) STRICT;

CREATE TABLE pay_objections (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  run_id      INTEGER NOT NULL REFERENCES pay_runs (id),
  notice      INTEGER NOT NULL,
  n           INTEGER NOT NULL,
  source      TEXT NOT NULL,
  text        TEXT NOT NULL,
  day         TEXT NOT NULL,
  late        INTEGER NOT NULL CHECK (late IN (0, 1)),
  answer      TEXT NOT NULL,
  answered    TEXT NOT NULL,
  upheld      INTEGER NOT NULL CHECK (upheld IN (0, 1)),
  UNIQUE (run_id, notice, n)
) STRICT;

CREATE TABLE pay_collections (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  n           INTEGER NOT NULL,
  day         TEXT NOT NULL,
  amount_fen  INTEGER NOT NULL CHECK (amount_fen > 0),
  document    TEXT NOT NULL,
  UNIQUE (person_id, n)
) STRICT;

CREATE TABLE pay_inputs (
  run_id   INTEGER NOT NULL,
  staff_no TEXT NOT NULL,
  lines    TEXT NOT NULL,
  PRIMARY KEY (run_id, staff_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE pay_differences (
  run_id     INTEGER NOT NULL,
  place      INTEGER NOT NULL,
  person_id  INTEGER NOT NULL,
  staff_no   TEXT NOT NULL,
  name       TEXT NOT NULL,
  department TEXT NOT NULL,
  before_fen INTEGER NOT NULL,
  after_fen  INTEGER NOT NULL,
  PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE pay_nets (
  run_id         INTEGER NOT NULL,
  place          INTEGER NOT NULL,
  person_id      INTEGER NOT NULL,
  staff_no       TEXT NOT NULL,
  name           TEXT NOT NULL,
  department     TEXT NOT NULL,
  way            TEXT NOT NULL,
  total_fen      INTEGER NOT NULL,
  advance_fen    INTEGER NOT NULL,
  correction_fen INTEGER NOT NULL,
  gross_fen      INTEGER NOT NULL,
  tax_fen        INTEGER NOT NULL,
  other_fen      INTEGER NOT NULL,
  due_fen        INTEGER NOT NULL,
  owed_fen       INTEGER NOT NULL,
  actual_fen     INTEGER NOT NULL,
  owed_after_fen INTEGER NOT NULL,
  PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX pay_nets_person ON pay_nets (person_id);

CREATE TABLE pay_settled (
  correction_id INTEGER NOT NULL,
  person_id     INTEGER NOT NULL,
  run_id        INTEGER NOT NULL,
  PRIMARY KEY (correction_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE salaries (
  id             INTEGER PRIMARY KEY,
  row_version    INTEGER NOT NULL,
  changed_at     TEXT NOT NULL,
  changed_by     TEXT NOT NULL,
  person_id      INTEGER NOT NULL REFERENCES people (id),
  year           INTEGER NOT NULL,
  month          INTEGER NOT NULL,
  income_fen     INTEGER NOT NULL,
  base_fen       INTEGER NOT NULL,
  exempt_fen     INTEGER NOT NULL,
  special_fen    INTEGER NOT NULL,
  pension_fen    INTEGER NOT NULL,
  medical_fen    INTEGER NOT NULL,
  jobless_fen    INTEGER NOT NULL,
  housing_fen    INTEGER NOT NULL,
  annuity_fen    INTEGER NOT NULL,
  additional_fen INTEGER NOT NULL,
  cumulative_fen INTEGER NOT NULL,
  other_fen      INTEGER NOT NULL,
  reduction_fen  INTEGER NOT NULL,
  withheld_fen   INTEGER NOT NULL,
  batch_id       INTEGER REFERENCES import_batches (id),
  source_row     INTEGER NOT NULL,
  UNIQUE (person_id, year, month)
) STRICT;

CREATE TABLE tax_statuses (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  deduction   TEXT NOT NULL,
  bonus_used  INTEGER NOT NULL CHECK (bonus_used IN (0, 1)),
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year)
) STRICT;

CREATE TABLE bank_accounts (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL UNIQUE REFERENCES people (id),
  holder      TEXT NOT NULL,
  account     TEXT NOT NULL,
  branch      TEXT NOT NULL,
  branch_no   TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL
) STRICT;

-- Transfers and talents say more than before; what was stored says nothing of it.
ALTER TABLE transfers ADD COLUMN category TEXT NOT NULL DEFAULT '';
ALTER TABLE transfers ADD COLUMN contract_fen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE transfers ADD COLUMN cost_fen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE transfers ADD COLUMN received_on TEXT NOT NULL DEFAULT '';
ALTER TABLE transfers ADD COLUMN paid_on TEXT NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN category TEXT NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN from_date TEXT NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN to_date TEXT NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN target TEXT NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN fund TEXT NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN verdict TEXT NOT NULL DEFAULT '';

-- Forms of a year ask for these by year.
CREATE INDEX transfers_year ON transfers (year);
CREATE INDEX talents_year ON talents (year);
CREATE INDEX leaves_from ON leaves (from_date);
