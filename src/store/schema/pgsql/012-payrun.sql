-- The life of a pay run (RULE pay-8 … pay-18): what was made of the frozen lines, never the lines
-- themselves. pay_lives holds one row a run, none for runs of the released versions: they are
-- revision 1 of no correction. pay_inputs (what a revision read, a line an input, under a staff number
-- or ''), pay_differences (of a correction), pay_nets (what was paid) and pay_settled (differences that
-- rode on a payment) are written once; the first three are covered by hashes in pay_lives.
-- Of salaries −1 is "not given".

CREATE TABLE pay_lives (
  id               bigint PRIMARY KEY,
  row_version      bigint NOT NULL,
  changed_at       text COLLATE "C" NOT NULL,
  changed_by       text COLLATE "C" NOT NULL,
  run_id           bigint NOT NULL UNIQUE REFERENCES pay_runs (id),
  revision         bigint NOT NULL,
  corrects         bigint REFERENCES pay_runs (id),
  source           text COLLATE "C" NOT NULL,
  settle           text COLLATE "C" NOT NULL,
  own_scheme       bigint NOT NULL CHECK (own_scheme IN (0, 1)),
  reserve_before_fen bigint NOT NULL,
  reserve_fen      bigint NOT NULL,
  total_fen        bigint NOT NULL,
  last_adjustment  bigint NOT NULL,
  paid_on          text COLLATE "C" NOT NULL,
  inputs_hash      text COLLATE "C" NOT NULL,
  differences_hash text COLLATE "C" NOT NULL,
  nets_hash        text COLLATE "C" NOT NULL
);

CREATE INDEX pay_lives_corrects ON pay_lives (corrects);

CREATE TABLE pay_splits (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  run_id      bigint NOT NULL REFERENCES pay_runs (id),
  department  text COLLATE "C" NOT NULL,
  amounts     text COLLATE "C" NOT NULL,
  changed     bigint NOT NULL,
  who         text COLLATE "C" NOT NULL,
  at          text COLLATE "C" NOT NULL,
  file        text COLLATE "C" NOT NULL,
  UNIQUE (run_id, department)
);

CREATE TABLE pay_adjustments (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  run_id      bigint NOT NULL REFERENCES pay_runs (id),
  n           bigint NOT NULL,
  person_id   bigint NOT NULL,
  staff_no    text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  amount_fen  bigint NOT NULL,
  reason      text COLLATE "C" NOT NULL,
  who         text COLLATE "C" NOT NULL,
  at          text COLLATE "C" NOT NULL,
  UNIQUE (run_id, n)
);

CREATE TABLE pay_objections (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  run_id      bigint NOT NULL REFERENCES pay_runs (id),
  notice      bigint NOT NULL,
  n           bigint NOT NULL,
  source      text COLLATE "C" NOT NULL,
  text        text COLLATE "C" NOT NULL,
  day         text COLLATE "C" NOT NULL,
  late        bigint NOT NULL CHECK (late IN (0, 1)),
  answer      text COLLATE "C" NOT NULL,
  answered    text COLLATE "C" NOT NULL,
  upheld      bigint NOT NULL CHECK (upheld IN (0, 1)),
  UNIQUE (run_id, notice, n)
);

CREATE TABLE pay_collections (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  n           bigint NOT NULL,
  day         text COLLATE "C" NOT NULL,
  amount_fen  bigint NOT NULL CHECK (amount_fen > 0),
  document    text COLLATE "C" NOT NULL,
  UNIQUE (person_id, n)
);

CREATE TABLE pay_inputs (
  run_id   bigint NOT NULL,
  staff_no text COLLATE "C" NOT NULL,
  lines    text COLLATE "C" NOT NULL,
  PRIMARY KEY (run_id, staff_no)
);

CREATE TABLE pay_differences (
  run_id     bigint NOT NULL,
  place      bigint NOT NULL,
  person_id  bigint NOT NULL,
  staff_no   text COLLATE "C" NOT NULL,
  name       text COLLATE "C" NOT NULL,
  department text COLLATE "C" NOT NULL,
  before_fen bigint NOT NULL,
  after_fen  bigint NOT NULL,
  PRIMARY KEY (run_id, place)
);

CREATE TABLE pay_nets (
  run_id         bigint NOT NULL,
  place          bigint NOT NULL,
  person_id      bigint NOT NULL,
  staff_no       text COLLATE "C" NOT NULL,
  name           text COLLATE "C" NOT NULL,
  department     text COLLATE "C" NOT NULL,
  way            text COLLATE "C" NOT NULL,
  total_fen      bigint NOT NULL,
  advance_fen    bigint NOT NULL,
  correction_fen bigint NOT NULL,
  gross_fen      bigint NOT NULL,
  tax_fen        bigint NOT NULL,
  other_fen      bigint NOT NULL,
  due_fen        bigint NOT NULL,
  owed_fen       bigint NOT NULL,
  actual_fen     bigint NOT NULL,
  owed_after_fen bigint NOT NULL,
  PRIMARY KEY (run_id, place)
);

CREATE INDEX pay_nets_person ON pay_nets (person_id);

CREATE TABLE pay_settled (
  correction_id bigint NOT NULL,
  person_id     bigint NOT NULL,
  run_id        bigint NOT NULL,
  PRIMARY KEY (correction_id, person_id)
);

CREATE TABLE salaries (
  id             bigint PRIMARY KEY,
  row_version    bigint NOT NULL,
  changed_at     text COLLATE "C" NOT NULL,
  changed_by     text COLLATE "C" NOT NULL,
  person_id      bigint NOT NULL REFERENCES people (id),
  year           bigint NOT NULL,
  month          bigint NOT NULL,
  income_fen     bigint NOT NULL,
  base_fen       bigint NOT NULL,
  exempt_fen     bigint NOT NULL,
  special_fen    bigint NOT NULL,
  pension_fen    bigint NOT NULL,
  medical_fen    bigint NOT NULL,
  jobless_fen    bigint NOT NULL,
  housing_fen    bigint NOT NULL,
  annuity_fen    bigint NOT NULL,
  additional_fen bigint NOT NULL,
  cumulative_fen bigint NOT NULL,
  other_fen      bigint NOT NULL,
  reduction_fen  bigint NOT NULL,
  withheld_fen   bigint NOT NULL,
  batch_id       bigint REFERENCES import_batches (id),
  source_row     bigint NOT NULL,
  UNIQUE (person_id, year, month)
);

CREATE TABLE tax_statuses (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  deduction   text COLLATE "C" NOT NULL,
  bonus_used  bigint NOT NULL CHECK (bonus_used IN (0, 1)),
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year)
);

CREATE TABLE bank_accounts (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL UNIQUE REFERENCES people (id),
  holder      text COLLATE "C" NOT NULL,
  account     text COLLATE "C" NOT NULL,
  branch      text COLLATE "C" NOT NULL,
  branch_no   text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL
);

-- Transfers and talents say more than before; what was stored says nothing of it.
ALTER TABLE transfers ADD COLUMN category text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE transfers ADD COLUMN contract_fen bigint NOT NULL DEFAULT 0;
ALTER TABLE transfers ADD COLUMN cost_fen bigint NOT NULL DEFAULT 0;
ALTER TABLE transfers ADD COLUMN received_on text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE transfers ADD COLUMN paid_on text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN category text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN from_date text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN to_date text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN target text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN fund text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE talents ADD COLUMN verdict text COLLATE "C" NOT NULL DEFAULT '';

-- Forms of a year ask for these by year.
CREATE INDEX transfers_year ON transfers (year);
CREATE INDEX talents_year ON talents (year);
CREATE INDEX leaves_from ON leaves (from_date);
