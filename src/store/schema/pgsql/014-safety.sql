-- What the log says of the log: acts are found by their kind (whether the college verified when it
-- was last looked at), and acts whose journal had personal numbers taken out of it by an act of its
-- own (RULE aud-1): the hash that their changes have since.

CREATE INDEX acts_by_kind ON acts (kind, seq);

CREATE TABLE erasures (
  id           bigint PRIMARY KEY,
  row_version  bigint NOT NULL,
  changed_at   text COLLATE "C" NOT NULL,
  changed_by   text COLLATE "C" NOT NULL,
  act_seq      bigint NOT NULL UNIQUE,
  changes_hash text COLLATE "C" NOT NULL
);
