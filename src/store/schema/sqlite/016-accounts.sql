-- Who may work on the college and in which roles (RULE acc-1, acc-2), which keys they sign with, what
-- was signed (acc-6), and how often a password was wrong (acc-4). `sign_ins` stands in no journal: who
-- has not signed in cannot leave an act.

CREATE TABLE accounts (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  login       TEXT NOT NULL UNIQUE CHECK (login <> ''),
  name        TEXT NOT NULL UNIQUE CHECK (name <> ''),
  roles       TEXT NOT NULL CHECK (roles <> ''),
  state       TEXT NOT NULL CHECK (state IN ('active', 'closed')),
  password    TEXT NOT NULL CHECK (password <> ''),
  private_key TEXT NOT NULL,
  recovery    TEXT NOT NULL
) STRICT;

CREATE TABLE account_keys (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  public_key  TEXT NOT NULL UNIQUE CHECK (public_key <> ''),
  since_seq   INTEGER NOT NULL
) STRICT;
CREATE INDEX account_keys_by_account ON account_keys (account_id);

CREATE TABLE act_signatures (
  act_seq    INTEGER PRIMARY KEY REFERENCES acts (seq),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  signature  TEXT NOT NULL
) STRICT;

CREATE TABLE sign_ins (
  login      TEXT PRIMARY KEY,
  wrong      INTEGER NOT NULL,
  wait_until TEXT NOT NULL,
  last_seen  TEXT NOT NULL
) STRICT;
