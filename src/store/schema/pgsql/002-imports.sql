-- Import batches come before what they bring, since every imported row names its batch. Mappings
-- and synonyms are what the user taught an import and need not teach again (RULE ppl-2).

CREATE TABLE import_batches (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  act_id      text COLLATE "C" NOT NULL UNIQUE,
  kind        text COLLATE "C" NOT NULL,
  file        text COLLATE "C" NOT NULL,
  sha256      text COLLATE "C" NOT NULL,
  sheet       text COLLATE "C" NOT NULL,
  at          text COLLATE "C" NOT NULL,
  who         text COLLATE "C" NOT NULL,
  n_rows      bigint NOT NULL,
  n_inserted  bigint NOT NULL,
  n_updated   bigint NOT NULL,
  n_unchanged bigint NOT NULL,
  n_skipped   bigint NOT NULL,
  undone_by   text COLLATE "C" NOT NULL
);

CREATE TABLE import_mappings (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  heading     text COLLATE "C" NOT NULL,
  field       text COLLATE "C" NOT NULL,
  UNIQUE (kind, heading)
);

CREATE TABLE import_synonyms (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  code_table  text COLLATE "C" NOT NULL,
  text        text COLLATE "C" NOT NULL,
  code        text COLLATE "C" NOT NULL,
  UNIQUE (code_table, text)
);
