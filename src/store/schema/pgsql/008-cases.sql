-- Cases: things with states, and the steps that were taken. kind says which table of domain/case
-- holds the moves, subject_id which row of the duty's own table it is about. state and since are
-- those of the last step. A pay run that is older than this script gets its case from the program,
-- since every row must stand in the journal.

CREATE TABLE cases (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  subject_id  bigint NOT NULL,
  state       text COLLATE "C" NOT NULL,
  opened      text COLLATE "C" NOT NULL,
  since       text COLLATE "C" NOT NULL,
  UNIQUE (kind, subject_id)
);

CREATE TABLE case_steps (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  case_id     bigint NOT NULL REFERENCES cases (id),
  seq         bigint NOT NULL,
  verb        text COLLATE "C" NOT NULL,
  from_state  text COLLATE "C" NOT NULL,
  to_state    text COLLATE "C" NOT NULL,
  who         text COLLATE "C" NOT NULL,
  at          text COLLATE "C" NOT NULL,
  day         text COLLATE "C" NOT NULL,
  reason      text COLLATE "C" NOT NULL,
  document    text COLLATE "C" NOT NULL,
  approval    text COLLATE "C" NOT NULL,
  detail      text COLLATE "C" NOT NULL,
  UNIQUE (case_id, seq)
);

-- The years that forms are offered of come from the data: one step in an index a year.
CREATE INDEX training_records_by_date ON training_records (date);
CREATE INDEX assessments_by_year ON assessments (year);
