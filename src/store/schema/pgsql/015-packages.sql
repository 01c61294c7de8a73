-- What was handed over and taken over between offices (RULE pkg-9), the rows of each package as they
-- went over, which the next one is compared with (pkg-6), and whose keys are known (pkg-4).

CREATE TABLE packages (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  act         text COLLATE "C" NOT NULL UNIQUE,
  direction   text COLLATE "C" NOT NULL CHECK (direction IN ('in', 'out')),
  package     text COLLATE "C" NOT NULL,
  number      bigint NOT NULL,
  sender      text COLLATE "C" NOT NULL,
  peers       text COLLATE "C" NOT NULL,
  part        text COLLATE "C" NOT NULL,
  at          text COLLATE "C" NOT NULL,
  who         text COLLATE "C" NOT NULL,
  sha256      text COLLATE "C" NOT NULL,
  undone_by   text COLLATE "C" NOT NULL
);

CREATE TABLE handover_rows (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  package     text COLLATE "C" NOT NULL,
  of_table    text COLLATE "C" NOT NULL,
  row_key     text COLLATE "C" NOT NULL,
  row_values  text COLLATE "C" NOT NULL,
  UNIQUE (package, of_table, row_key)
);

CREATE TABLE trusted_keys (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL UNIQUE CHECK (name <> ''),
  public_key  text COLLATE "C" NOT NULL UNIQUE CHECK (public_key <> ''),
  at          text COLLATE "C" NOT NULL,
  who         text COLLATE "C" NOT NULL
);
