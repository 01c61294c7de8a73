-- Recruitment, the establishment ledger and part-time teachers (RULE rec-8 … rec-27). Plans, posts and
-- people are named as in the sheets of the office; the requirements and rules of a post stand as
-- written and are read when they are needed. States of posts are cases (008).

CREATE TABLE establishment_rows (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  document TEXT NOT NULL,
  number INTEGER NOT NULL,
  note TEXT NOT NULL,
  approval TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (day, kind, document, number)
) STRICT;

CREATE TABLE recruit_plans (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  cutoff TEXT NOT NULL,
  document TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (code)
) STRICT;

CREATE TABLE recruit_positions (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  plan TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  department TEXT NOT NULL,
  post TEXT NOT NULL,
  full_time TEXT NOT NULL,
  uses TEXT NOT NULL,
  places INTEGER NOT NULL,
  education TEXT NOT NULL,
  degree TEXT NOT NULL,
  major TEXT NOT NULL,
  age TEXT NOT NULL,
  skill TEXT NOT NULL,
  title TEXT NOT NULL,
  years TEXT NOT NULL,
  political TEXT NOT NULL,
  certificate TEXT NOT NULL,
  other TEXT NOT NULL,
  way TEXT NOT NULL,
  exam_order TEXT NOT NULL,
  components TEXT NOT NULL,
  lines TEXT NOT NULL,
  tie TEXT NOT NULL,
  open_ratio TEXT NOT NULL,
  enter_multiple TEXT NOT NULL,
  check_ratio TEXT NOT NULL,
  rounding TEXT NOT NULL,
  items TEXT NOT NULL,
  thin_pass TEXT NOT NULL,
  fte_x1e4 INTEGER NOT NULL,
  term_from TEXT NOT NULL,
  term_to TEXT NOT NULL,
  approval TEXT NOT NULL,
  note TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (plan, code)
) STRICT;

CREATE TABLE recruit_relaxations (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  plan TEXT NOT NULL,
  post TEXT NOT NULL,
  condition TEXT NOT NULL,
  audience TEXT NOT NULL,
  relaxed_to TEXT NOT NULL,
  basis TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (plan, post, condition, audience, relaxed_to)
) STRICT;

CREATE TABLE applicants (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  plan TEXT NOT NULL,
  id_number TEXT NOT NULL,
  post TEXT NOT NULL,
  ticket TEXT NOT NULL,
  name TEXT NOT NULL,
  sex TEXT NOT NULL,
  education TEXT NOT NULL,
  degree TEXT NOT NULL,
  full_time_study TEXT NOT NULL,
  school TEXT NOT NULL,
  major TEXT NOT NULL,
  major_class TEXT NOT NULL,
  skill TEXT NOT NULL,
  title TEXT NOT NULL,
  political TEXT NOT NULL,
  certificates TEXT NOT NULL,
  trade_from TEXT NOT NULL,
  years_x100 INTEGER NOT NULL,
  employer TEXT NOT NULL,
  talent TEXT NOT NULL,
  phone TEXT NOT NULL,
  decision TEXT NOT NULL,
  decision_note TEXT NOT NULL,
  first_reviewer TEXT NOT NULL,
  second_reviewer TEXT NOT NULL,
  note TEXT NOT NULL,
  moved_from TEXT NOT NULL,
  withdrawn_on TEXT NOT NULL,
  withdrawn_early INTEGER NOT NULL CHECK (withdrawn_early IN (0, 1)),
  withdrawn_why TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (plan, id_number)
) STRICT;

CREATE INDEX applicants_by_id_number ON applicants (id_number);
CREATE UNIQUE INDEX applicants_by_ticket ON applicants (plan, ticket);

CREATE TABLE applicant_honours (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  id_number TEXT NOT NULL,
  honour TEXT NOT NULL,
  certificate TEXT NOT NULL,
  got_on TEXT NOT NULL,
  rank INTEGER NOT NULL,
  team_size INTEGER NOT NULL,
  issuer TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (id_number, honour, certificate)
) STRICT;

CREATE TABLE exam_judges (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  plan TEXT NOT NULL,
  post TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  id_number TEXT NOT NULL,
  employer TEXT NOT NULL,
  outside INTEGER NOT NULL CHECK (outside IN (0, 1)),
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (plan, post, number)
) STRICT;

CREATE TABLE exam_scores (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  applicant_id INTEGER NOT NULL REFERENCES applicants (id),
  component TEXT NOT NULL,
  item TEXT NOT NULL,
  draw_no TEXT NOT NULL,
  marks TEXT NOT NULL,
  score_x100 INTEGER NOT NULL,
  status TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (applicant_id, component, item)
) STRICT;

CREATE TABLE exam_locks (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  position_id INTEGER NOT NULL REFERENCES recruit_positions (id),
  component TEXT NOT NULL,
  UNIQUE (position_id, component)
) STRICT;

CREATE TABLE applicant_checks (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  applicant_id INTEGER NOT NULL REFERENCES applicants (id),
  physical TEXT NOT NULL,
  inspection TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  day TEXT NOT NULL,
  note TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (applicant_id)
) STRICT;

CREATE TABLE applicant_decisions (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  applicant_id INTEGER NOT NULL REFERENCES applicants (id),
  meeting TEXT NOT NULL,
  held_on TEXT NOT NULL,
  minutes TEXT NOT NULL,
  agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
  basis TEXT NOT NULL,
  opinion TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (applicant_id)
) STRICT;

CREATE TABLE recruit_objections (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  position_id INTEGER NOT NULL REFERENCES recruit_positions (id),
  applicant_id INTEGER REFERENCES applicants (id),
  day TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;

CREATE INDEX recruit_objections_by_position ON recruit_objections (position_id);

CREATE TABLE recruit_hires (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  applicant_id INTEGER NOT NULL REFERENCES applicants (id),
  position_id INTEGER NOT NULL REFERENCES recruit_positions (id),
  first_day TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id),
  contract_id INTEGER REFERENCES contracts (id),
  UNIQUE (applicant_id)
) STRICT;

CREATE INDEX recruit_hires_by_position ON recruit_hires (position_id);

ALTER TABLE contracts ADD COLUMN has_years INTEGER NOT NULL DEFAULT 0 CHECK (has_years IN (0, 1));
ALTER TABLE contracts ADD COLUMN years_x100 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contracts ADD COLUMN approval TEXT NOT NULL DEFAULT '';
ALTER TABLE contracts ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE contracts ADD COLUMN bank_account TEXT NOT NULL DEFAULT '';
ALTER TABLE contracts ADD COLUMN renews TEXT NOT NULL DEFAULT '';

CREATE INDEX contracts_by_term ON contracts (to_date, from_date, fte_x1e4);
CREATE INDEX contracts_by_from ON contracts (from_date);

CREATE TABLE contract_stretches (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  contract_id INTEGER NOT NULL REFERENCES contracts (id),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  fte_x1e4 INTEGER NOT NULL,
  rate_fen INTEGER NOT NULL,
  approval TEXT NOT NULL,
  UNIQUE (contract_id, from_date)
) STRICT;

CREATE INDEX contract_stretches_by_term ON contract_stretches (to_date, from_date, fte_x1e4);

CREATE TABLE parttime_cases (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  name TEXT NOT NULL,
  id_number TEXT NOT NULL,
  employer TEXT NOT NULL,
  department TEXT NOT NULL,
  course TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  fte_x1e4 INTEGER NOT NULL,
  rate_fen INTEGER NOT NULL,
  years_x100 INTEGER NOT NULL,
  approval TEXT NOT NULL,
  state TEXT NOT NULL,
  agreement_no TEXT NOT NULL
) STRICT;

CREATE TABLE fee_sheets (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  paid_on TEXT NOT NULL,
  people INTEGER NOT NULL,
  hours_x100 INTEGER NOT NULL,
  gross_fen INTEGER NOT NULL,
  tax_fen INTEGER NOT NULL,
  net_fen INTEGER NOT NULL
) STRICT;

CREATE TABLE fee_lines (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  sheet_id INTEGER NOT NULL REFERENCES fee_sheets (id),
  ordinal INTEGER NOT NULL,
  contract_id INTEGER NOT NULL REFERENCES contracts (id),
  id_number TEXT NOT NULL,
  hours_x100 INTEGER NOT NULL,
  rate_fen INTEGER NOT NULL,
  gross_fen INTEGER NOT NULL,
  tax_fen INTEGER NOT NULL,
  net_fen INTEGER NOT NULL,
  UNIQUE (sheet_id, ordinal)
) STRICT;

CREATE INDEX fee_lines_by_contract ON fee_lines (contract_id);

CREATE TABLE parttime_lectures (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  contract_id INTEGER NOT NULL REFERENCES contracts (id),
  day TEXT NOT NULL,
  period TEXT NOT NULL,
  course TEXT NOT NULL,
  class_name TEXT NOT NULL,
  hours_x100 INTEGER NOT NULL,
  rate_fen INTEGER NOT NULL,
  note TEXT NOT NULL,
  sheet_id INTEGER REFERENCES fee_sheets (id),
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (contract_id, day, period)
) STRICT;

CREATE INDEX parttime_lectures_by_day ON parttime_lectures (day);
CREATE INDEX parttime_lectures_by_sheet ON parttime_lectures (sheet_id);

CREATE TABLE parttime_funds (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL,
  document TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (year, month, document)
) STRICT;

CREATE TABLE staff_contracts (
  id INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people (id),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  probation_to TEXT NOT NULL,
  batch_id INTEGER REFERENCES import_batches (id),
  source_row INTEGER NOT NULL,
  UNIQUE (person_id, from_date)
) STRICT;

ALTER TABLE annual_pays ADD COLUMN conversion_fen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE annual_pays ADD COLUMN employer_fen INTEGER NOT NULL DEFAULT 0;

ALTER TABLE calendar_days ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE calendar_days ADD COLUMN year_complete INTEGER NOT NULL DEFAULT 0 CHECK (year_complete IN (0, 1));
ALTER TABLE calendar_days ADD COLUMN batch_id INTEGER REFERENCES import_batches (id);
ALTER TABLE calendar_days ADD COLUMN source_row INTEGER NOT NULL DEFAULT 0;
