-- Who may work on the college and in which roles (RULE acc-1, acc-2), which keys they sign with, what
-- was signed (acc-6), and how often a password was wrong (acc-4). `sign_ins` stands in no journal: who
-- has not signed in cannot leave an act.

CREATE TABLE accounts (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  login       text COLLATE "C" NOT NULL UNIQUE CHECK (login <> ''),
  name        text COLLATE "C" NOT NULL UNIQUE CHECK (name <> ''),
  roles       text COLLATE "C" NOT NULL CHECK (roles <> ''),
  state       text COLLATE "C" NOT NULL CHECK (state IN ('active', 'closed')),
  password    text COLLATE "C" NOT NULL CHECK (password <> ''),
  private_key text COLLATE "C" NOT NULL,
  recovery    text COLLATE "C" NOT NULL
);

CREATE TABLE account_keys (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  account_id  bigint NOT NULL REFERENCES accounts (id),
  public_key  text COLLATE "C" NOT NULL UNIQUE CHECK (public_key <> ''),
  since_seq   bigint NOT NULL
);
CREATE INDEX account_keys_by_account ON account_keys (account_id);

CREATE TABLE act_signatures (
  act_seq    bigint PRIMARY KEY REFERENCES acts (seq),
  account_id bigint NOT NULL REFERENCES accounts (id),
  signature  text COLLATE "C" NOT NULL
);

CREATE TABLE sign_ins (
  login      text COLLATE "C" PRIMARY KEY,
  wrong      bigint NOT NULL,
  wait_until text COLLATE "C" NOT NULL,
  last_seen  text COLLATE "C" NOT NULL
);
