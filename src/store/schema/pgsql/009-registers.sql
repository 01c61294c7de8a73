-- Registers that several duties share: who is related to whom (RULE aud-4), and leaves (RULE pay-19).
-- A pair of relatives stands once, the bytewise smaller party first: a person of the college by its id,
-- an outsider by ID number or name.

CREATE TABLE kinships (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  party_a     text COLLATE "C" NOT NULL,
  party_b     text COLLATE "C" NOT NULL,
  person_a    bigint REFERENCES people (id),
  person_b    bigint REFERENCES people (id),
  name_a      text COLLATE "C" NOT NULL,
  name_b      text COLLATE "C" NOT NULL,
  relation    text COLLATE "C" NOT NULL,
  of_b        bigint NOT NULL CHECK (of_b IN (0, 1)),
  note        text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (party_a, party_b)
);

CREATE INDEX kinships_person_a ON kinships (person_a);
CREATE INDEX kinships_person_b ON kinships (person_b);

CREATE TABLE leaves (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  person_id   bigint NOT NULL REFERENCES people (id),
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  days_x100   bigint NOT NULL,
  back_date   text COLLATE "C" NOT NULL,
  note        text COLLATE "C" NOT NULL,
  batch_id    bigint REFERENCES import_batches (id),
  source_row  bigint NOT NULL,
  UNIQUE (person_id, from_date)
);
