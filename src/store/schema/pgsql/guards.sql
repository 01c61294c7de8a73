-- What the server guards by itself, beside the tables that files have too. Run again after every
-- script that changes them, so it says "or replace".

-- Who holds the lock of the one writing act (RULE srv-6). Plain logins may not see what others do;
-- the owner may, by pg_read_all_stats. Our programs name their computer in application_name.
CREATE OR REPLACE FUNCTION who_writes (OUT who text, OUT host text, OUT since text)
RETURNS SETOF record LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT coalesce ((SELECT name FROM accounts WHERE login = a.usename), a.usename::text),
         regexp_replace (a.application_name, '^shizi ', ''),
         to_char (a.xact_start, 'YYYY-MM-DD HH24:MI')
  FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
  WHERE l.locktype = 'advisory' AND l.classid = 1399351674 AND l.objid = 1 AND l.granted
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database ())
$$;

-- Who has the college open (RULE srv-16).
CREATE OR REPLACE FUNCTION who_is_present (OUT who text, OUT host text, OUT since text)
RETURNS SETOF record LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT coalesce ((SELECT name FROM accounts WHERE login = usename), usename::text),
         regexp_replace (application_name, '^shizi ', ''),
         to_char (backend_start, 'YYYY-MM-DD HH24:MI')
  FROM pg_stat_activity
  WHERE datname = current_database () AND application_name LIKE 'shizi %'
  ORDER BY backend_start
$$;

-- Makes or changes the login of an account (RULE srv-2): in the groups of its roles and in no other,
-- and never one that is somebody else's: of the server, or of another college on it. Runs as shizi_roles where "server prepare" made it.
CREATE OR REPLACE FUNCTION set_login (login text, verifier text, roles text, open bigint)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  groups text := 'shizi_' || current_database () || '_';
  here boolean := EXISTS (SELECT FROM pg_roles WHERE rolname = login);
  ours boolean := coalesce ((SELECT bool_and (starts_with (g.rolname, groups)) FROM pg_auth_members m
    JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member
    WHERE r.rolname = login AND NOT r.rolsuper), false);
  word text;
BEGIN
  -- One may change one's own password, and nothing else.
  IF NOT (session_user = login AND verifier <> '' AND roles = '' AND open = 1)
     AND NOT pg_has_role (session_user, groups || 'administrator', 'MEMBER')
     AND NOT pg_has_role (session_user, 'shizi_owner', 'MEMBER') THEN
    RAISE EXCEPTION 'role.denied: %', login USING ERRCODE = 'SZ002';
  END IF;
  IF here AND NOT ours THEN
    RAISE EXCEPTION 'server.login_taken: %', login USING ERRCODE = 'SZ002';
  END IF;
  IF NOT here THEN
    EXECUTE format ('CREATE ROLE %I LOGIN', login);
  END IF;
  IF verifier <> '' THEN
    EXECUTE format ('ALTER ROLE %I PASSWORD %L', login, verifier);
  END IF;
  FOREACH word IN ARRAY ARRAY['personnel', 'finance', 'leader', 'supervisor', 'administrator'] LOOP
    IF open = 0 OR roles <> '' AND NOT word = ANY (string_to_array (roles, ',')) THEN
      EXECUTE format ('REVOKE %I FROM %I', groups || word, login);
    ELSIF roles <> '' THEN
      EXECUTE format ('GRANT %I TO %I', groups || word, login);
    END IF;
  END LOOP;
END $$;

-- A word to whoever shows lists: something was done (RULE srv-11).
CREATE OR REPLACE FUNCTION tell_act () RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
AS $$
BEGIN
  PERFORM pg_notify ('shizi', NEW.seq::text);
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER tell_act AFTER INSERT ON acts FOR EACH ROW EXECUTE FUNCTION tell_act ();

-- An id is never given twice, so the last one only grows (RULE srv-5).
CREATE OR REPLACE FUNCTION keep_last_id () RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
AS $$
BEGIN
  IF NEW.last_id < OLD.last_id THEN
    RAISE EXCEPTION 'server.last_id: %', OLD.table_name USING ERRCODE = 'SZ001';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER keep_last_id BEFORE UPDATE ON row_ids FOR EACH ROW
EXECUTE FUNCTION keep_last_id ();

-- Whether who is connected holds a role of this college, by itself or by another role; where nothing
-- was prepared there are no groups, and nobody does.
CREATE OR REPLACE FUNCTION holds (role_word text) RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT
AS $$
  SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shizi_' || current_database () || '_' || role_word
    AND pg_has_role (session_user, oid, 'MEMBER'))
$$;

-- Whether the database's own administrator is connected, who has rights without an account.
CREATE OR REPLACE FUNCTION owns () RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT
AS $$
  SELECT pg_has_role (session_user, nspowner, 'MEMBER') FROM pg_namespace WHERE nspname = 'shizi'
$$;

-- Lengths stand before texts, in bytes (sz-chain.c). Without a search path of its own it is no call at
-- all, of which a large import would make a million.
CREATE OR REPLACE FUNCTION hash_part (value text) RETURNS text LANGUAGE sql IMMUTABLE
AS $$
  SELECT octet_length (value) || ':' || value
$$;

CREATE OR REPLACE FUNCTION hash_changes (of_act bigint) RETURNS text LANGUAGE sql STABLE SET search_path FROM CURRENT
AS $$
  SELECT coalesce (encode (sha256 (convert_to (string_agg (id || ',' || act_seq || ','
    || hash_part (table_name) || row_id || ',' || row_version || ',' || op || hash_part (before)
    || hash_part (after), '' ORDER BY id), 'UTF8')), 'hex'), '')
  FROM changes WHERE act_seq = of_act
$$;

-- What is written down of an act, the guard moves the head to: nobody else may (RULE srv-5). An act
-- goes on from the head, holds what it says, and says no other name and time than those of who is
-- connected. A college without accounts believes the name, as one in a file does (RULE acc-1).
CREATE OR REPLACE FUNCTION check_act () RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
  head act_heads%ROWTYPE;
  own text;
  n bigint;
BEGIN
  SELECT * INTO head FROM act_heads WHERE id = 1 FOR UPDATE;
  IF NEW.seq <> head.seq + 1 OR NEW.prev_hash <> head.hash
     OR NEW.first_change <> head.last_change + 1 THEN
    RAISE EXCEPTION 'server.head: %', NEW.seq USING ERRCODE = 'SZ001';
  END IF;
  SELECT count(*) INTO n FROM changes
    WHERE act_seq = NEW.seq AND id BETWEEN NEW.first_change AND NEW.first_change + NEW.n_changes - 1;
  IF n <> NEW.n_changes OR n <> (SELECT count(*) FROM changes WHERE id > head.last_change)
     OR hash_changes (NEW.seq) <> NEW.changes_hash THEN
    RAISE EXCEPTION 'server.changes: %', NEW.seq USING ERRCODE = 'SZ001';
  END IF;
  IF NEW.hash <> encode (sha256 (convert_to (NEW.seq || ',' || NEW.refused || ',' || NEW.first_change
       || ',' || NEW.n_changes || ',' || hash_part (NEW.act_id) || hash_part (NEW.at)
       || hash_part (NEW.who) || hash_part (NEW.kind) || hash_part (NEW.summary)
       || hash_part (NEW.source) || hash_part (NEW.source_hash) || hash_part (NEW.changes_hash)
       || hash_part (NEW.prev_hash), 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'server.hash: %', NEW.seq USING ERRCODE = 'SZ001';
  END IF;
  IF EXISTS (SELECT FROM accounts) AND NOT owns () THEN
    SELECT name INTO own FROM accounts WHERE login = session_user;
    IF own IS NULL OR NEW.who <> own THEN
      RAISE EXCEPTION 'server.who: %', NEW.who USING ERRCODE = 'SZ002';
    END IF;
    IF abs (extract (epoch FROM NEW.at::timestamptz - clock_timestamp ())) > 600 THEN
      RAISE EXCEPTION 'server.clock: %', NEW.at USING ERRCODE = 'SZ002';
    END IF;
  END IF;
  UPDATE act_heads SET seq = NEW.seq, last_change = NEW.first_change + NEW.n_changes - 1, hash = NEW.hash
    WHERE id = 1;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER check_act BEFORE INSERT ON acts FOR EACH ROW EXECUTE FUNCTION check_act ();

-- At the end of an act every row that it changed stands in its journal (RULE srv-5): in that of the
-- act which this very transaction wrote, and no earlier one.
CREATE INDEX IF NOT EXISTS changes_of_act ON changes (act_seq, table_name, row_id);

CREATE OR REPLACE FUNCTION check_journal () RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
  changed bigint;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD.id; ELSE changed := NEW.id; END IF;
  -- In one join: it is asked of every row of an import.
  PERFORM FROM act_heads h JOIN acts a ON a.seq = h.seq JOIN changes c ON c.act_seq = h.seq
    WHERE h.id = 1 AND a.xmin = pg_current_xact_id ()::xid AND c.table_name = TG_TABLE_NAME::text
    AND c.row_id = changed;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'server.journal: % %', TG_TABLE_NAME, changed USING ERRCODE = 'SZ001';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  place record;
BEGIN
  FOR place IN SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = current_schema ()::regnamespace AND c.relkind = 'r' AND a.attname = 'row_version'
        AND c.relname <> 'changes'
        AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'check_journal') LOOP
    EXECUTE format ('CREATE CONSTRAINT TRIGGER check_journal AFTER INSERT OR UPDATE OR DELETE ON %I'
      ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_journal ()', place.name);
  END LOOP;
END $$;

-- What a run was frozen as stays for as long as there is the run and it has been reviewed (RULE srv-4).
CREATE OR REPLACE FUNCTION check_frozen () RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
BEGIN
  IF EXISTS (SELECT FROM cases c JOIN pay_runs r ON r.id = c.subject_id
      WHERE c.kind = 'pay.run' AND c.state <> 'computed' AND r.id = OLD.run_id) THEN
    RAISE EXCEPTION 'run.frozen: %', OLD.run_id USING ERRCODE = 'SZ001';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['pay_people', 'pay_lines'] LOOP
    EXECUTE format ('DROP TRIGGER IF EXISTS check_frozen ON %I', name);
    EXECUTE format ('CREATE CONSTRAINT TRIGGER check_frozen AFTER UPDATE OR DELETE ON %I'
      ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_frozen ()', name);
  END LOOP;
END $$;

-- Steps of runs and findings: from where the case stood, in their order, by who may, and by another
-- one than who made it (RULE srv-5). What comes in as a whole was judged where it was made.
CREATE OR REPLACE FUNCTION check_step () RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
DECLARE
  what text := (SELECT kind FROM cases WHERE id = NEW.case_id);
  making text[] := ARRAY['compute', 'recompute', 'split', 'withdraw', 'adjust', 'undo'];
  other text[] := '{}';
  moves text;
BEGIN
  IF what IS NULL OR what NOT IN ('pay.run', 'finding')
     OR (SELECT a.kind FROM acts a JOIN act_heads h ON h.seq = a.seq) IN ('package.apply', 'package.undo', 'undo', 'demo',
       'demo.payment', 'upgrade') THEN
    RETURN NULL;
  END IF;
  IF NEW.from_state <> coalesce ((SELECT to_state FROM case_steps
      WHERE case_id = NEW.case_id AND seq = NEW.seq - 1), '') THEN
    RAISE EXCEPTION 'server.step: % %', what, NEW.verb USING ERRCODE = 'SZ001';
  END IF;
  IF what = 'pay.run' THEN
    moves := CASE NEW.verb
      WHEN 'compute' THEN '>computed' WHEN 'review' THEN 'computed>reviewed'
      WHEN 'announce' THEN 'reviewed>announced' WHEN 'approve' THEN 'announced>approved'
      WHEN 'waive' THEN 'reviewed>approved announced>approved' WHEN 'pay' THEN 'approved>paid'
      WHEN 'reopen' THEN 'reviewed>computed announced>computed approved>computed'
      WHEN 'objection' THEN 'announced>announced' WHEN 'answer' THEN 'announced>announced'
      ELSE 'computed>computed' END;
    IF NOT NEW.from_state || '>' || NEW.to_state = ANY (string_to_array (moves, ' ')) THEN
      RAISE EXCEPTION 'run.state: %', NEW.verb USING ERRCODE = 'SZ001';
    END IF;
    IF NEW.verb IN ('review', 'approve', 'waive') THEN
      other := making;
    END IF;
    IF NEW.verb IN ('approve', 'waive') THEN
      other := other || 'review'::text;
    END IF;
  ELSIF NEW.verb = 'accept' THEN
    IF NEW.from_state <> 'answered' THEN
      RAISE EXCEPTION 'finding.not_answered: %', NEW.verb USING ERRCODE = 'SZ001';
    END IF;
    other := ARRAY['answer'];
  END IF;
  IF EXISTS (SELECT FROM case_steps s WHERE s.case_id = NEW.case_id AND s.seq < NEW.seq
      AND s.verb = ANY (other) AND s.who = NEW.who
      AND NOT EXISTS (SELECT FROM case_steps f WHERE f.case_id = s.case_id AND f.seq > s.seq
        AND f.seq < NEW.seq AND (f.verb = 'recompute' AND s.verb = ANY (making)
          OR f.verb = 'reopen' AND s.verb IN ('review', 'answer', 'accept') OR f.verb = 'answer' AND s.verb = 'answer'))) THEN
    RAISE EXCEPTION '%: %', CASE what WHEN 'finding' THEN 'maker.checker' ELSE 'run.same_person' END, NEW.who
      USING ERRCODE = 'SZ002';
  END IF;
  IF EXISTS (SELECT FROM accounts) AND NOT owns ()
     AND (cardinality (other) > 0 AND NEW.who <> coalesce ((SELECT name FROM accounts WHERE login = session_user), '')
       OR what = 'pay.run' AND NEW.verb = 'pay' AND NOT holds ('finance')
       OR what = 'finding' AND NEW.verb IN ('accept', 'reopen') AND NOT holds ('supervisor')) THEN
    RAISE EXCEPTION 'role.denied: %', NEW.verb USING ERRCODE = 'SZ002';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS check_step ON case_steps;
CREATE CONSTRAINT TRIGGER check_step AFTER INSERT ON case_steps DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION check_step ();

-- Everybody changes his own key and password; who has an account and which roles is decided by the
-- administrator (RULE srv-4).
CREATE OR REPLACE FUNCTION check_account () RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
BEGIN
  IF owns () OR holds ('administrator') THEN
    RETURN NEW;
  END IF;
  IF TG_TABLE_NAME = 'accounts' THEN
    IF TG_OP = 'UPDATE' AND OLD.login = session_user AND (NEW.id, NEW.login, NEW.name, NEW.roles, NEW.state)
        IS NOT DISTINCT FROM (OLD.id, OLD.login, OLD.name, OLD.roles, OLD.state) THEN
      RETURN NEW;
    END IF;
  ELSIF TG_OP = 'INSERT' AND NEW.account_id = (SELECT id FROM accounts WHERE login = session_user) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'role.denied: %', TG_TABLE_NAME USING ERRCODE = 'SZ002';
END $$;

CREATE OR REPLACE TRIGGER check_account BEFORE INSERT OR UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION check_account ();
CREATE OR REPLACE TRIGGER check_account BEFORE INSERT OR UPDATE ON account_keys FOR EACH ROW EXECUTE FUNCTION check_account ();
CREATE OR REPLACE TRIGGER check_account BEFORE INSERT ON act_signatures FOR EACH ROW EXECUTE FUNCTION check_account ();

-- Takes one person's numbers out of the journal, which nobody may write to by himself (RULE srv-4):
-- whole numbers within quotes, and what stands in their place says so. Its act is the program's.
CREATE OR REPLACE FUNCTION blot_changes (number text, blot text) RETURNS bigint LANGUAGE plpgsql
SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  n bigint;
BEGIN
  IF NOT (owns () OR holds ('personnel')) OR blot !~ '^(已删除[0-9]+)?$' OR length (number) < 4 THEN
    RAISE EXCEPTION 'role.denied: erase' USING ERRCODE = 'SZ002';
  END IF;
  UPDATE changes SET
    before = replace (replace (before, '"' || number || '"', '"' || blot || '"'), '\"' || number || '\"', '\"' || blot || '\"'),
    after = replace (replace (after, '"' || number || '"', '"' || blot || '"'), '\"' || number || '\"', '\"' || blot || '\"')
    WHERE position (number IN before) > 0 OR position (number IN after) > 0;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
