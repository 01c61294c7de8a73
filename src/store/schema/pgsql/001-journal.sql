-- The ground that everything else stands on: which scripts were run, the log of all acts with its
-- head, the journal of all changes, the last id given in each table (an id is never given twice,
-- so that the journal stays unambiguous), and what the college says of itself.

CREATE TABLE schema_versions (
  version bigint PRIMARY KEY,
  script  text COLLATE "C" NOT NULL,
  sha256  text COLLATE "C" NOT NULL
);

CREATE TABLE acts (
  seq          bigint PRIMARY KEY,
  act_id       text COLLATE "C" NOT NULL UNIQUE,
  at           text COLLATE "C" NOT NULL,
  who          text COLLATE "C" NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  refused      bigint NOT NULL CHECK (refused IN (0, 1)),
  summary      text COLLATE "C" NOT NULL,
  source       text COLLATE "C" NOT NULL,
  source_hash  text COLLATE "C" NOT NULL,
  first_change bigint NOT NULL,
  n_changes    bigint NOT NULL,
  changes_hash text COLLATE "C" NOT NULL,
  prev_hash    text COLLATE "C" NOT NULL,
  hash         text COLLATE "C" NOT NULL
);

CREATE TABLE act_heads (
  id          bigint PRIMARY KEY CHECK (id = 1),
  seq         bigint NOT NULL,
  last_change bigint NOT NULL,
  hash        text COLLATE "C" NOT NULL
);

INSERT INTO act_heads (id, seq, last_change, hash) VALUES (1, 0, 0, '');

CREATE TABLE changes (
  id          bigint PRIMARY KEY,
  act_seq     bigint NOT NULL,
  table_name  text COLLATE "C" NOT NULL,
  row_id      bigint NOT NULL,
  row_version bigint NOT NULL,
  op          text COLLATE "C" NOT NULL CHECK (op IN ('i', 'u', 'd')),
  before      text COLLATE "C" NOT NULL,
  after       text COLLATE "C" NOT NULL
);

CREATE TABLE row_ids (
  table_name text COLLATE "C" PRIMARY KEY,
  last_id    bigint NOT NULL
);

CREATE TABLE settings (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  key         text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  value       text COLLATE "C" NOT NULL,
  source      text COLLATE "C" NOT NULL,
  UNIQUE (key, from_date)
);
