-- Approved posts, part-time contracts, the college's own parameters (RULE num-7: presets are no
-- rows) and its calendar (RULE num-8).

CREATE TABLE post_plans (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  post        text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  approved    bigint NOT NULL,
  source      text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (post, from_date)
);

CREATE TABLE contracts (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  agreement_no text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  id_number   text COLLATE "C" NOT NULL,
  employer    text COLLATE "C" NOT NULL,
  title       text COLLATE "C" NOT NULL,
  skill       text COLLATE "C" NOT NULL,
  department  text COLLATE "C" NOT NULL,
  course      text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  fte_x1e4    bigint NOT NULL,
  rate_fen    bigint NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (agreement_no)
);

CREATE TABLE parameters (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  key         text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  value       text COLLATE "C" NOT NULL,
  source      text COLLATE "C" NOT NULL,
  UNIQUE (key, from_date)
);

CREATE TABLE calendar_days (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  date        text COLLATE "C" NOT NULL,
  working     bigint NOT NULL CHECK (working IN (0, 1)),
  name        text COLLATE "C" NOT NULL,
  UNIQUE (date)
);
