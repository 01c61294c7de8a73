-- Posts, annual assessment, titles, appointment. First the numbers of the plan get a series (RULE ttl-8),
-- which is part of their key; then what is known of people (RULE ttl-10), what dated records of posts and
-- titles lie on, and the rounds, years and appointments that are cases (008).

CREATE TABLE post_plans_new (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  post        TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  series      TEXT NOT NULL,
  approved    INTEGER NOT NULL,
  source      TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (post, series, from_date)
) STRICT;

INSERT INTO post_plans_new (id, row_version, changed_at, changed_by, post, from_date, series, approved,
                            source, batch_id, source_row)
SELECT id, row_version, changed_at, changed_by, post, from_date, '', approved, source, batch_id, source_row
FROM post_plans;

DROP TABLE post_plans;
ALTER TABLE post_plans_new RENAME TO post_plans;

CREATE TABLE record_papers (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  field       TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  term_to     TEXT NOT NULL,
  approval    TEXT NOT NULL,
  document    TEXT NOT NULL,
  certificate TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, field, from_date)
) STRICT;

CREATE TABLE schoolings (
  id           INTEGER PRIMARY KEY,
  row_version  INTEGER NOT NULL,
  changed_at   TEXT NOT NULL,
  changed_by   TEXT NOT NULL,
  person_id    INTEGER NOT NULL REFERENCES people (id),
  education    TEXT NOT NULL,
  degree       TEXT NOT NULL,
  school_level TEXT NOT NULL,
  graduated    TEXT NOT NULL,
  school       TEXT NOT NULL,
  major        TEXT NOT NULL,
  study_mode   TEXT NOT NULL,
  batch_id     INTEGER REFERENCES import_batches (id),
  source_row   INTEGER NOT NULL,
  UNIQUE (person_id, education, degree, school_level, graduated)
) STRICT;

CREATE TABLE certificates (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  class       TEXT NOT NULL,
  name        TEXT NOT NULL,
  level       TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  number      TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, class, name, level, from_date)
) STRICT;

CREATE TABLE yearly_hours (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  year        INTEGER NOT NULL,
  hours_x100  INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, year)
) STRICT;

CREATE TABLE further_educations (
  id                INTEGER PRIMARY KEY,
  row_version       INTEGER NOT NULL,
  changed_at        TEXT NOT NULL,
  changed_by        TEXT NOT NULL,
  person_id         INTEGER NOT NULL REFERENCES people (id),
  year              INTEGER NOT NULL,
  common_x100       INTEGER NOT NULL,
  professional_x100 INTEGER NOT NULL,
  batch_id          INTEGER REFERENCES import_batches (id),
  source_row        INTEGER NOT NULL,
  UNIQUE (person_id, year)
) STRICT;

CREATE TABLE practices (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  company     TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  days        INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, company, from_date)
) STRICT;

CREATE TABLE achievements (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  kind        TEXT NOT NULL,
  name        TEXT NOT NULL,
  date        TEXT NOT NULL,
  ordinal     INTEGER NOT NULL,
  level       TEXT NOT NULL,
  prize       TEXT NOT NULL,
  place       INTEGER NOT NULL,
  page        TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, kind, name, date, ordinal)
) STRICT;

CREATE TABLE disciplines (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  kind        TEXT NOT NULL,
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  document    TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, kind, from_date)
) STRICT;

CREATE TABLE dual_posts (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  from_date   TEXT NOT NULL,
  post        TEXT NOT NULL,
  approval    TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, from_date)
) STRICT;

CREATE TABLE special_posts (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  from_date   TEXT NOT NULL,
  post        TEXT NOT NULL,
  approval    TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  reason      TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, from_date)
) STRICT;

CREATE TABLE student_affairs (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, from_date)
) STRICT;

CREATE TABLE title_standards (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  standard_id TEXT NOT NULL,
  body        TEXT NOT NULL,
  hash        TEXT NOT NULL,
  UNIQUE (standard_id)
) STRICT;

CREATE TABLE title_rounds (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  name        TEXT NOT NULL,
  year        INTEGER NOT NULL,
  opens       TEXT NOT NULL,
  closes      TEXT NOT NULL,
  cutoff      TEXT NOT NULL,
  assess_to   INTEGER NOT NULL,
  hours_to    INTEGER NOT NULL,
  wanted      TEXT NOT NULL,
  standards   TEXT NOT NULL,
  parameters  TEXT NOT NULL,
  document    TEXT NOT NULL,
  UNIQUE (name)
) STRICT;

CREATE TABLE title_applications (
  id           INTEGER PRIMARY KEY,
  row_version  INTEGER NOT NULL,
  changed_at   TEXT NOT NULL,
  changed_by   TEXT NOT NULL,
  round_id     INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id    INTEGER NOT NULL REFERENCES people (id),
  title        TEXT NOT NULL,
  route        TEXT NOT NULL,
  teaching     TEXT NOT NULL,
  claimed_x100 INTEGER NOT NULL,
  approval     TEXT NOT NULL,
  specialty    TEXT NOT NULL,
  batch_id     INTEGER REFERENCES import_batches (id),
  source_row   INTEGER NOT NULL,
  UNIQUE (round_id, person_id)
) STRICT;

CREATE INDEX title_applications_by_person ON title_applications (person_id);

CREATE TABLE title_decisions (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id   INTEGER NOT NULL REFERENCES people (id),
  recommended INTEGER NOT NULL CHECK (recommended IN (0, 1)),
  reason      TEXT NOT NULL,
  verdict     TEXT NOT NULL,
  path        TEXT NOT NULL,
  who         TEXT NOT NULL,
  UNIQUE (round_id, person_id)
) STRICT;

CREATE INDEX title_decisions_by_person ON title_decisions (person_id);

CREATE TABLE title_confirmations (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id   INTEGER NOT NULL REFERENCES people (id),
  condition   TEXT NOT NULL,
  evidence    TEXT NOT NULL,
  who         TEXT NOT NULL,
  UNIQUE (round_id, person_id, condition)
) STRICT;

CREATE INDEX title_confirmations_by_person ON title_confirmations (person_id);

CREATE TABLE title_scores (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id   INTEGER NOT NULL REFERENCES people (id),
  total_x100  INTEGER NOT NULL,
  ranked      INTEGER NOT NULL CHECK (ranked IN (0, 1)),
  who         TEXT NOT NULL,
  UNIQUE (round_id, person_id)
) STRICT;

CREATE INDEX title_scores_by_person ON title_scores (person_id);

CREATE TABLE title_objections (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id   INTEGER NOT NULL REFERENCES people (id),
  ordinal     INTEGER NOT NULL,
  body        TEXT NOT NULL,
  raised      TEXT NOT NULL,
  answer      TEXT NOT NULL,
  answered    TEXT NOT NULL,
  upheld      INTEGER NOT NULL CHECK (upheld IN (0, 1)),
  UNIQUE (round_id, person_id, ordinal)
) STRICT;

CREATE INDEX title_objections_by_person ON title_objections (person_id);

CREATE TABLE title_appeals (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id   INTEGER NOT NULL REFERENCES people (id),
  ordinal     INTEGER NOT NULL,
  raised      TEXT NOT NULL,
  body        TEXT NOT NULL,
  conclusion  TEXT NOT NULL,
  concluded   TEXT NOT NULL,
  UNIQUE (round_id, person_id, ordinal)
) STRICT;

CREATE INDEX title_appeals_by_person ON title_appeals (person_id);

CREATE TABLE title_notices (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  stage       TEXT NOT NULL,
  ordinal     INTEGER NOT NULL,
  start_date  TEXT NOT NULL,
  days        INTEGER NOT NULL,
  end_date    TEXT NOT NULL,
  UNIQUE (round_id, stage, ordinal)
) STRICT;

CREATE TABLE title_certificates (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id   INTEGER NOT NULL REFERENCES people (id),
  certificate TEXT NOT NULL,
  UNIQUE (round_id, person_id)
) STRICT;

CREATE INDEX title_certificates_by_person ON title_certificates (person_id);

CREATE TABLE title_evidences (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id   INTEGER NOT NULL REFERENCES people (id),
  condition   TEXT NOT NULL,
  material    TEXT NOT NULL,
  page        TEXT NOT NULL,
  attachment  TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (round_id, person_id, condition, material)
) STRICT;

CREATE INDEX title_evidences_by_person ON title_evidences (person_id);

CREATE TABLE panel_members (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  name        TEXT NOT NULL,
  staff_no    TEXT NOT NULL,
  id_number   TEXT NOT NULL,
  employer    TEXT NOT NULL,
  title       TEXT NOT NULL,
  specialty   TEXT NOT NULL,
  duty        TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (round_id, name)
) STRICT;

CREATE TABLE recusals (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  member      TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  reason      TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (round_id, member, person_id)
) STRICT;

CREATE INDEX recusals_by_person ON recusals (person_id);

CREATE TABLE ballots (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id   INTEGER NOT NULL REFERENCES people (id),
  title       TEXT NOT NULL,
  meeting     TEXT NOT NULL,
  panel       INTEGER NOT NULL,
  attending   INTEGER NOT NULL,
  recused     INTEGER NOT NULL,
  in_favour   INTEGER NOT NULL,
  against     INTEGER NOT NULL,
  abstain     INTEGER NOT NULL,
  spoilt      INTEGER NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (round_id, person_id)
) STRICT;

CREATE INDEX ballots_by_person ON ballots (person_id);

CREATE TABLE assess_years (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  year        INTEGER NOT NULL,
  start_date  TEXT NOT NULL,
  days        INTEGER NOT NULL,
  end_date    TEXT NOT NULL,
  UNIQUE (year)
) STRICT;

CREATE TABLE appointment_cases (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  number      INTEGER NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  from_post   TEXT NOT NULL,
  to_post     TEXT NOT NULL,
  day         TEXT NOT NULL,
  opened      TEXT NOT NULL,
  approval    TEXT NOT NULL,
  document    TEXT NOT NULL,
  UNIQUE (number)
) STRICT;

CREATE INDEX appointment_cases_by_person ON appointment_cases (person_id);
