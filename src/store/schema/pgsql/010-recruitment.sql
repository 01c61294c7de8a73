-- Recruitment, the establishment ledger and part-time teachers (RULE rec-8 … rec-27). Plans, posts and
-- people are named as in the sheets of the office; the requirements and rules of a post stand as
-- written and are read when they are needed. States of posts are cases (008).

CREATE TABLE establishment_rows (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  day text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  note text COLLATE "C" NOT NULL,
  approval text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (day, kind, document, number)
);

CREATE TABLE recruit_plans (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  cutoff text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (code)
);

CREATE TABLE recruit_positions (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  department text COLLATE "C" NOT NULL,
  post text COLLATE "C" NOT NULL,
  full_time text COLLATE "C" NOT NULL,
  uses text COLLATE "C" NOT NULL,
  places bigint NOT NULL,
  education text COLLATE "C" NOT NULL,
  degree text COLLATE "C" NOT NULL,
  major text COLLATE "C" NOT NULL,
  age text COLLATE "C" NOT NULL,
  skill text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  years text COLLATE "C" NOT NULL,
  political text COLLATE "C" NOT NULL,
  certificate text COLLATE "C" NOT NULL,
  other text COLLATE "C" NOT NULL,
  way text COLLATE "C" NOT NULL,
  exam_order text COLLATE "C" NOT NULL,
  components text COLLATE "C" NOT NULL,
  lines text COLLATE "C" NOT NULL,
  tie text COLLATE "C" NOT NULL,
  open_ratio text COLLATE "C" NOT NULL,
  enter_multiple text COLLATE "C" NOT NULL,
  check_ratio text COLLATE "C" NOT NULL,
  rounding text COLLATE "C" NOT NULL,
  items text COLLATE "C" NOT NULL,
  thin_pass text COLLATE "C" NOT NULL,
  fte_x1e4 bigint NOT NULL,
  term_from text COLLATE "C" NOT NULL,
  term_to text COLLATE "C" NOT NULL,
  approval text COLLATE "C" NOT NULL,
  note text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (plan, code)
);

CREATE TABLE recruit_relaxations (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  post text COLLATE "C" NOT NULL,
  condition text COLLATE "C" NOT NULL,
  audience text COLLATE "C" NOT NULL,
  relaxed_to text COLLATE "C" NOT NULL,
  basis text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (plan, post, condition, audience, relaxed_to)
);

CREATE TABLE applicants (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  id_number text COLLATE "C" NOT NULL,
  post text COLLATE "C" NOT NULL,
  ticket text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  sex text COLLATE "C" NOT NULL,
  education text COLLATE "C" NOT NULL,
  degree text COLLATE "C" NOT NULL,
  full_time_study text COLLATE "C" NOT NULL,
  school text COLLATE "C" NOT NULL,
  major text COLLATE "C" NOT NULL,
  major_class text COLLATE "C" NOT NULL,
  skill text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  political text COLLATE "C" NOT NULL,
  certificates text COLLATE "C" NOT NULL,
  trade_from text COLLATE "C" NOT NULL,
  years_x100 bigint NOT NULL,
  employer text COLLATE "C" NOT NULL,
  talent text COLLATE "C" NOT NULL,
  phone text COLLATE "C" NOT NULL,
  decision text COLLATE "C" NOT NULL,
  decision_note text COLLATE "C" NOT NULL,
  first_reviewer text COLLATE "C" NOT NULL,
  second_reviewer text COLLATE "C" NOT NULL,
  note text COLLATE "C" NOT NULL,
  moved_from text COLLATE "C" NOT NULL,
  withdrawn_on text COLLATE "C" NOT NULL,
  withdrawn_early bigint NOT NULL CHECK (withdrawn_early IN (0, 1)),
  withdrawn_why text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (plan, id_number)
);

CREATE INDEX applicants_by_id_number ON applicants (id_number);
CREATE UNIQUE INDEX applicants_by_ticket ON applicants (plan, ticket);

CREATE TABLE applicant_honours (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  id_number text COLLATE "C" NOT NULL,
  honour text COLLATE "C" NOT NULL,
  certificate text COLLATE "C" NOT NULL,
  got_on text COLLATE "C" NOT NULL,
  rank bigint NOT NULL,
  team_size bigint NOT NULL,
  issuer text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (id_number, honour, certificate)
);

CREATE TABLE exam_judges (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  post text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  id_number text COLLATE "C" NOT NULL,
  employer text COLLATE "C" NOT NULL,
  outside bigint NOT NULL CHECK (outside IN (0, 1)),
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (plan, post, number)
);

CREATE TABLE exam_scores (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  applicant_id bigint NOT NULL REFERENCES applicants (id),
  component text COLLATE "C" NOT NULL,
  item text COLLATE "C" NOT NULL,
  draw_no text COLLATE "C" NOT NULL,
  marks text COLLATE "C" NOT NULL,
  score_x100 bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (applicant_id, component, item)
);

CREATE TABLE exam_locks (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  position_id bigint NOT NULL REFERENCES recruit_positions (id),
  component text COLLATE "C" NOT NULL,
  UNIQUE (position_id, component)
);

CREATE TABLE applicant_checks (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  applicant_id bigint NOT NULL REFERENCES applicants (id),
  physical text COLLATE "C" NOT NULL,
  inspection text COLLATE "C" NOT NULL,
  withdrawn bigint NOT NULL CHECK (withdrawn IN (0, 1)),
  day text COLLATE "C" NOT NULL,
  note text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (applicant_id)
);

CREATE TABLE applicant_decisions (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  applicant_id bigint NOT NULL REFERENCES applicants (id),
  meeting text COLLATE "C" NOT NULL,
  held_on text COLLATE "C" NOT NULL,
  minutes text COLLATE "C" NOT NULL,
  agreed bigint NOT NULL CHECK (agreed IN (0, 1)),
  basis text COLLATE "C" NOT NULL,
  opinion text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (applicant_id)
);

CREATE TABLE recruit_objections (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  position_id bigint NOT NULL REFERENCES recruit_positions (id),
  applicant_id bigint REFERENCES applicants (id),
  day text COLLATE "C" NOT NULL,
  text text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  answer text COLLATE "C" NOT NULL
);

CREATE INDEX recruit_objections_by_position ON recruit_objections (position_id);

CREATE TABLE recruit_hires (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  applicant_id bigint NOT NULL REFERENCES applicants (id),
  position_id bigint NOT NULL REFERENCES recruit_positions (id),
  first_day text COLLATE "C" NOT NULL,
  person_id bigint REFERENCES people (id),
  contract_id bigint REFERENCES contracts (id),
  UNIQUE (applicant_id)
);

CREATE INDEX recruit_hires_by_position ON recruit_hires (position_id);

ALTER TABLE contracts ADD COLUMN has_years bigint NOT NULL DEFAULT 0 CHECK (has_years IN (0, 1));
ALTER TABLE contracts ADD COLUMN years_x100 bigint NOT NULL DEFAULT 0;
ALTER TABLE contracts ADD COLUMN approval text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE contracts ADD COLUMN phone text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE contracts ADD COLUMN bank_account text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE contracts ADD COLUMN renews text COLLATE "C" NOT NULL DEFAULT '';

CREATE INDEX contracts_by_term ON contracts (to_date, from_date, fte_x1e4);
CREATE INDEX contracts_by_from ON contracts (from_date);

CREATE TABLE contract_stretches (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  contract_id bigint NOT NULL REFERENCES contracts (id),
  from_date text COLLATE "C" NOT NULL,
  to_date text COLLATE "C" NOT NULL,
  fte_x1e4 bigint NOT NULL,
  rate_fen bigint NOT NULL,
  approval text COLLATE "C" NOT NULL,
  UNIQUE (contract_id, from_date)
);

CREATE INDEX contract_stretches_by_term ON contract_stretches (to_date, from_date, fte_x1e4);

CREATE TABLE parttime_cases (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  id_number text COLLATE "C" NOT NULL,
  employer text COLLATE "C" NOT NULL,
  department text COLLATE "C" NOT NULL,
  course text COLLATE "C" NOT NULL,
  from_date text COLLATE "C" NOT NULL,
  to_date text COLLATE "C" NOT NULL,
  fte_x1e4 bigint NOT NULL,
  rate_fen bigint NOT NULL,
  years_x100 bigint NOT NULL,
  approval text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  agreement_no text COLLATE "C" NOT NULL
);

CREATE TABLE fee_sheets (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  from_date text COLLATE "C" NOT NULL,
  to_date text COLLATE "C" NOT NULL,
  paid_on text COLLATE "C" NOT NULL,
  people bigint NOT NULL,
  hours_x100 bigint NOT NULL,
  gross_fen bigint NOT NULL,
  tax_fen bigint NOT NULL,
  net_fen bigint NOT NULL
);

CREATE TABLE fee_lines (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  sheet_id bigint NOT NULL REFERENCES fee_sheets (id),
  ordinal bigint NOT NULL,
  contract_id bigint NOT NULL REFERENCES contracts (id),
  id_number text COLLATE "C" NOT NULL,
  hours_x100 bigint NOT NULL,
  rate_fen bigint NOT NULL,
  gross_fen bigint NOT NULL,
  tax_fen bigint NOT NULL,
  net_fen bigint NOT NULL,
  UNIQUE (sheet_id, ordinal)
);

CREATE INDEX fee_lines_by_contract ON fee_lines (contract_id);

CREATE TABLE parttime_lectures (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  contract_id bigint NOT NULL REFERENCES contracts (id),
  day text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  course text COLLATE "C" NOT NULL,
  class_name text COLLATE "C" NOT NULL,
  hours_x100 bigint NOT NULL,
  rate_fen bigint NOT NULL,
  note text COLLATE "C" NOT NULL,
  sheet_id bigint REFERENCES fee_sheets (id),
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (contract_id, day, period)
);

CREATE INDEX parttime_lectures_by_day ON parttime_lectures (day);
CREATE INDEX parttime_lectures_by_sheet ON parttime_lectures (sheet_id);

CREATE TABLE parttime_funds (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  month bigint NOT NULL,
  document text COLLATE "C" NOT NULL,
  amount_fen bigint NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (year, month, document)
);

CREATE TABLE staff_contracts (
  id bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at text COLLATE "C" NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  person_id bigint NOT NULL REFERENCES people (id),
  from_date text COLLATE "C" NOT NULL,
  to_date text COLLATE "C" NOT NULL,
  probation_to text COLLATE "C" NOT NULL,
  batch_id bigint REFERENCES import_batches (id),
  source_row bigint NOT NULL,
  UNIQUE (person_id, from_date)
);

ALTER TABLE annual_pays ADD COLUMN conversion_fen bigint NOT NULL DEFAULT 0;
ALTER TABLE annual_pays ADD COLUMN employer_fen bigint NOT NULL DEFAULT 0;

ALTER TABLE calendar_days ADD COLUMN source text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE calendar_days ADD COLUMN year_complete bigint NOT NULL DEFAULT 0 CHECK (year_complete IN (0, 1));
ALTER TABLE calendar_days ADD COLUMN batch_id bigint REFERENCES import_batches (id);
ALTER TABLE calendar_days ADD COLUMN source_row bigint NOT NULL DEFAULT 0;
