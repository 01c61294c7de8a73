-- Registers that several duties share: who is related to whom (RULE aud-4), and leaves (RULE pay-19).
-- A pair of relatives stands once, the bytewise smaller party first: a person of the college by its id,
-- an outsider by ID number or name.

CREATE TABLE kinships (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  party_a     TEXT NOT NULL,
  party_b     TEXT NOT NULL,
  person_a    INTEGER REFERENCES people (id),
  person_b    INTEGER REFERENCES people (id),
  name_a      TEXT NOT NULL,
  name_b      TEXT NOT NULL,
  relation    TEXT NOT NULL,
  of_b        INTEGER NOT NULL CHECK (of_b IN (0, 1)),
  note        TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (party_a, party_b)
) STRICT;

CREATE INDEX kinships_person_a ON kinships (person_a);
CREATE INDEX kinships_person_b ON kinships (person_b);

CREATE TABLE leaves (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id),
  from_date   TEXT NOT NULL,
  to_date     TEXT NOT NULL,
  kind        TEXT NOT NULL,
  days_x100   INTEGER NOT NULL,
  back_date   TEXT NOT NULL,
  note        TEXT NOT NULL,
  batch_id    INTEGER REFERENCES import_batches (id),
  source_row  INTEGER NOT NULL,
  UNIQUE (person_id, from_date)
) STRICT;
