-- Pay runs as they were frozen (RULE pay-11). Lines are written once and never changed; the journal
-- holds the run alone, whose lines_hash covers them. place is the person's place in the bytewise
-- order of staff numbers, people that are out following with their reason; part is the component's
-- index, or −1, −2 … for the first, second … fixed allowance.

CREATE TABLE pay_runs (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  act_id      text COLLATE "C" NOT NULL,
  at          text COLLATE "C" NOT NULL,
  who         text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  state       text COLLATE "C" NOT NULL,
  from_date   text COLLATE "C" NOT NULL,
  to_date     text COLLATE "C" NOT NULL,
  scheme      text COLLATE "C" NOT NULL,
  parameters  text COLLATE "C" NOT NULL,
  inputs_hash text COLLATE "C" NOT NULL,
  lines_hash  text COLLATE "C" NOT NULL,
  n_people    bigint NOT NULL,
  pool_fen    bigint NOT NULL,
  reserve_fen bigint NOT NULL,
  total_fen   bigint NOT NULL,
  sums        text COLLATE "C" NOT NULL
);

CREATE TABLE pay_people (
  run_id      bigint NOT NULL,
  place       bigint NOT NULL,
  person_id   bigint NOT NULL,
  staff_no    text COLLATE "C" NOT NULL,
  name        text COLLATE "C" NOT NULL,
  reason      text COLLATE "C" NOT NULL,
  department  text COLLATE "C" NOT NULL,
  post        text COLLATE "C" NOT NULL,
  months      bigint NOT NULL,
  n_stretches bigint NOT NULL,
  before_fen  bigint NOT NULL,
  ceiling_fen bigint NOT NULL,
  total_fen   bigint NOT NULL,
  PRIMARY KEY (run_id, place)
);

CREATE TABLE pay_lines (
  run_id        bigint NOT NULL,
  place         bigint NOT NULL,
  part          bigint NOT NULL,
  points_x1e6   bigint NOT NULL,
  amount_fen    bigint NOT NULL,
  remainder_fen bigint NOT NULL,
  terms         text COLLATE "C" NOT NULL,
  PRIMARY KEY (run_id, place, part)
);
