-- Posts, annual assessment, titles, appointment. First the numbers of the plan get a series (RULE ttl-8),
-- which is part of their key; then what is known of people (RULE ttl-10), what dated records of posts and
-- titles lie on, and the rounds, years and appointments that are cases (008).

CREATE TABLE post_plans_new (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  post        text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  series      text COLLATE "C" NOT NULL,
  approved    bigint NOT NULL,
  source      text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (post, series, from_date)
);

INSERT INTO post_plans_new (id, row_version, changed_at, changed_by, post, from_date, series, approved,
                            source, batch_id, source_row)
SELECT id, row_version, changed_at, changed_by, post, from_date, '', approved, source, batch_id, source_row
FROM post_plans;

DROP TABLE post_plans;
ALTER TABLE post_plans_new RENAME TO post_plans;

CREATE TABLE record_papers (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  field       text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  term_to     text COLLATE "C" NOT NULL,
  approval    text COLLATE "C" NOT NULL,
  document    text COLLATE "C" NOT NULL,
  certificate text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, field, from_date)
);

CREATE TABLE schoolings (
  id           bigint PRIMARY KEY,
  row_version  bigint NOT NULL,
  changed_at   text COLLATE "C" NOT NULL,
  changed_by   text COLLATE "C" NOT NULL,
  person_id    bigint NOT NULL REFERENCES people (id),
  education    text COLLATE "C" NOT NULL,
  degree       text COLLATE "C" NOT NULL,
  school_level text COLLATE "C" NOT NULL,
  graduated    text COLLATE "C" NOT NULL,
  school       text COLLATE "C" NOT NULL,
  major        text COLLATE "C" NOT NULL,
  study_mode   text COLLATE "C" NOT NULL,
  batch_id     bigint REFERENCES import_batches (id),
  source_row   bigint NOT NULL,
  UNIQUE (person_id, education, degree, school_level, graduated)
);

CREATE TABLE certificates (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  class       text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  level       text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  number      text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, class, name, level, from_date)
);

CREATE TABLE yearly_hours (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  year        bigint NOT NULL,
  hours_x100  bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, year)
);

CREATE TABLE further_educations (
  id                bigint PRIMARY KEY,
  row_version       bigint NOT NULL,
  changed_at        text COLLATE "C" NOT NULL,
  changed_by        text COLLATE "C" NOT NULL,
  person_id         bigint NOT NULL REFERENCES people (id),
  year              bigint NOT NULL,
  common_x100       bigint NOT NULL,
  professional_x100 bigint NOT NULL,
  batch_id          bigint REFERENCES import_batches (id),
  source_row        bigint NOT NULL,
  UNIQUE (person_id, year)
);

CREATE TABLE practices (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  company     text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  days        bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, company, from_date)
);

CREATE TABLE achievements (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  kind        text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  date        text COLLATE "C" NOT NULL,
  ordinal     bigint NOT NULL,
  level       text COLLATE "C" NOT NULL,
  prize       text COLLATE "C" NOT NULL,
  place       bigint NOT NULL,
  page        text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, kind, name, date, ordinal)
);

CREATE TABLE disciplines (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  kind        text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  document    text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, kind, from_date)
);

CREATE TABLE dual_posts (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  from_date   text COLLATE "C" NOT NULL,
  post        text COLLATE "C" NOT NULL,
  approval    text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, from_date)
);

CREATE TABLE special_posts (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  from_date   text COLLATE "C" NOT NULL,
  post        text COLLATE "C" NOT NULL,
  approval    text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  reason      text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, from_date)
);

CREATE TABLE student_affairs (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, from_date)
);

CREATE TABLE title_standards (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  standard_id text COLLATE "C" NOT NULL,
  body        text COLLATE "C" NOT NULL,
  hash        text COLLATE "C" NOT NULL,
  UNIQUE (standard_id)
);

CREATE TABLE title_rounds (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  year        bigint NOT NULL,
  opens       text COLLATE "C" NOT NULL,
  closes      text COLLATE "C" NOT NULL,
  cutoff      text COLLATE "C" NOT NULL,
  assess_to   bigint NOT NULL,
  hours_to    bigint NOT NULL,
  wanted      text COLLATE "C" NOT NULL,
  standards   text COLLATE "C" NOT NULL,
  parameters  text COLLATE "C" NOT NULL,
  document    text COLLATE "C" NOT NULL,
  UNIQUE (name)
);

CREATE TABLE title_applications (
  id           bigint PRIMARY KEY,
  row_version  bigint NOT NULL,
  changed_at   text COLLATE "C" NOT NULL,
  changed_by   text COLLATE "C" NOT NULL,
  round_id     bigint NOT NULL REFERENCES title_rounds (id),
  person_id    bigint NOT NULL REFERENCES people (id),
  title        text COLLATE "C" NOT NULL,
  route        text COLLATE "C" NOT NULL,
  teaching     text COLLATE "C" NOT NULL,
  claimed_x100 bigint NOT NULL,
  approval     text COLLATE "C" NOT NULL,
  specialty    text COLLATE "C" NOT NULL,
  batch_id     bigint REFERENCES import_batches (id),
  source_row   bigint NOT NULL,
  UNIQUE (round_id, person_id)
);

CREATE INDEX title_applications_by_person ON title_applications (person_id);

CREATE TABLE title_decisions (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  person_id   bigint NOT NULL REFERENCES people (id),
  recommended bigint NOT NULL CHECK (recommended IN (0, 1)),
  reason      text COLLATE "C" NOT NULL,
  verdict     text COLLATE "C" NOT NULL,
  path        text COLLATE "C" NOT NULL,
  who         text COLLATE "C" NOT NULL,
  UNIQUE (round_id, person_id)
);

CREATE INDEX title_decisions_by_person ON title_decisions (person_id);

CREATE TABLE title_confirmations (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  person_id   bigint NOT NULL REFERENCES people (id),
  condition   text COLLATE "C" NOT NULL,
  evidence    text COLLATE "C" NOT NULL,
  who         text COLLATE "C" NOT NULL,
  UNIQUE (round_id, person_id, condition)
);

CREATE INDEX title_confirmations_by_person ON title_confirmations (person_id);

CREATE TABLE title_scores (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  person_id   bigint NOT NULL REFERENCES people (id),
  total_x100  bigint NOT NULL,
  ranked      bigint NOT NULL CHECK (ranked IN (0, 1)),
  who         text COLLATE "C" NOT NULL,
  UNIQUE (round_id, person_id)
);

CREATE INDEX title_scores_by_person ON title_scores (person_id);

CREATE TABLE title_objections (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  person_id   bigint NOT NULL REFERENCES people (id),
  ordinal     bigint NOT NULL,
  body        text COLLATE "C" NOT NULL,
  raised      text COLLATE "C" NOT NULL,
  answer      text COLLATE "C" NOT NULL,
  answered    text COLLATE "C" NOT NULL,
  upheld      bigint NOT NULL CHECK (upheld IN (0, 1)),
  UNIQUE (round_id, person_id, ordinal)
);

CREATE INDEX title_objections_by_person ON title_objections (person_id);

CREATE TABLE title_appeals (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  person_id   bigint NOT NULL REFERENCES people (id),
  ordinal     bigint NOT NULL,
  raised      text COLLATE "C" NOT NULL,
  body        text COLLATE "C" NOT NULL,
  conclusion  text COLLATE "C" NOT NULL,
  concluded   text COLLATE "C" NOT NULL,
  UNIQUE (round_id, person_id, ordinal)
);

CREATE INDEX title_appeals_by_person ON title_appeals (person_id);

CREATE TABLE title_notices (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  stage       text COLLATE "C" NOT NULL,
  ordinal     bigint NOT NULL,
  start_date  text COLLATE "C" NOT NULL,
  days        bigint NOT NULL,
  end_date    text COLLATE "C" NOT NULL,
  UNIQUE (round_id, stage, ordinal)
);

CREATE TABLE title_certificates (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  person_id   bigint NOT NULL REFERENCES people (id),
  certificate text COLLATE "C" NOT NULL,
  UNIQUE (round_id, person_id)
);

CREATE INDEX title_certificates_by_person ON title_certificates (person_id);

CREATE TABLE title_evidences (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  person_id   bigint NOT NULL REFERENCES people (id),
  condition   text COLLATE "C" NOT NULL,
  material    text COLLATE "C" NOT NULL,
  page        text COLLATE "C" NOT NULL,
  attachment  text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (round_id, person_id, condition, material)
);

CREATE INDEX title_evidences_by_person ON title_evidences (person_id);

CREATE TABLE panel_members (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  name        text COLLATE "C" NOT NULL,
  staff_no    text COLLATE "C" NOT NULL,
  id_number   text COLLATE "C" NOT NULL,
  employer    text COLLATE "C" NOT NULL,
  title       text COLLATE "C" NOT NULL,
  specialty   text COLLATE "C" NOT NULL,
  duty        text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (round_id, name)
);

CREATE TABLE recusals (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  member      text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  reason      text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (round_id, member, person_id)
);

CREATE INDEX recusals_by_person ON recusals (person_id);

CREATE TABLE ballots (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  person_id   bigint NOT NULL REFERENCES people (id),
  title       text COLLATE "C" NOT NULL,
  meeting     text COLLATE "C" NOT NULL,
  panel       bigint NOT NULL,
  attending   bigint NOT NULL,
  recused     bigint NOT NULL,
  in_favour   bigint NOT NULL,
  against     bigint NOT NULL,
  abstain     bigint NOT NULL,
  spoilt      bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (round_id, person_id)
);

CREATE INDEX ballots_by_person ON ballots (person_id);

CREATE TABLE assess_years (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  year        bigint NOT NULL,
  start_date  text COLLATE "C" NOT NULL,
  days        bigint NOT NULL,
  end_date    text COLLATE "C" NOT NULL,
  UNIQUE (year)
);

CREATE TABLE appointment_cases (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  number      bigint NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  from_post   text COLLATE "C" NOT NULL,
  to_post     text COLLATE "C" NOT NULL,
  day         text COLLATE "C" NOT NULL,
  opened      text COLLATE "C" NOT NULL,
  approval    text COLLATE "C" NOT NULL,
  document    text COLLATE "C" NOT NULL,
  UNIQUE (number)
);

CREATE INDEX appointment_cases_by_person ON appointment_cases (person_id);
