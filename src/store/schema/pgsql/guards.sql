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

-- An act goes on from the head, and says no other name and time than its own (RULE srv-5). Who is a
-- member of the owner and has no account acts under the login.
CREATE OR REPLACE FUNCTION check_act () RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT
AS $$
DECLARE
  head act_heads%ROWTYPE;
  n bigint;
BEGIN
  SELECT * INTO head FROM act_heads WHERE id = 1;
  IF NEW.seq <> head.seq + 1 OR NEW.prev_hash <> head.hash
     OR NEW.first_change <> head.last_change + 1 THEN
    RAISE EXCEPTION 'server.head: %', NEW.seq USING ERRCODE = 'SZ001';
  END IF;
  SELECT count(*) INTO n FROM changes WHERE act_seq = NEW.seq;
  IF n <> NEW.n_changes THEN
    RAISE EXCEPTION 'server.changes: %', NEW.seq USING ERRCODE = 'SZ001';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER check_act BEFORE INSERT ON acts FOR EACH ROW EXECUTE FUNCTION check_act ();

-- Rights in the database (RULE srv-4). Where nothing was prepared there are no groups to grant to.
DO $$
DECLARE
  groups text := 'shizi_' || current_database () || '_';
  here text := current_schema ();
  offices text := groups || 'personnel, ' || groups || 'finance';
  writers text := offices || ', ' || groups || 'supervisor, ' || groups || 'administrator, '
    || groups || 'leader';
  grown text;
BEGIN
  IF here <> 'shizi' OR NOT EXISTS (SELECT FROM pg_roles WHERE rolname = groups || 'administrator') THEN
    RETURN;
  END IF;
  EXECUTE format ('GRANT USAGE ON SCHEMA %I TO %s', here, writers);
  EXECUTE format ('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %s, %s', here, offices,
    groups || 'supervisor, ' || groups || 'leader');
  EXECUTE format ('GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %s', here, offices);
  -- Every act, refused ones too, is logged by whoever does it.
  EXECUTE format ('GRANT SELECT, INSERT ON acts, changes, act_signatures TO %s', writers);
  EXECUTE format ('GRANT SELECT, UPDATE ON act_heads TO %s', writers);
  EXECUTE format ('GRANT SELECT, INSERT, UPDATE ON row_ids, sign_ins, accounts, account_keys TO %s',
    writers);
  EXECUTE format ('GRANT SELECT ON schema_versions, settings, parameters, import_batches TO %s', writers);
  -- What the supervisor writes: findings and rectification, tolerances.
  EXECUTE format ('GRANT INSERT, UPDATE ON findings, finding_scans, cases, case_steps, rectify_items,'
    ' tolerances TO %s', groups || 'supervisor');
  -- What was written stays as it was, and who has an account is decided by the administrator.
  FOREACH grown IN ARRAY ARRAY['acts', 'changes', 'act_signatures'] LOOP
    EXECUTE format ('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM %s', grown, writers);
  END LOOP;
  EXECUTE format ('REVOKE DELETE, INSERT ON act_heads FROM %s', offices);
  EXECUTE format ('REVOKE DELETE ON row_ids, accounts, account_keys, sign_ins FROM %s', offices);
  EXECUTE format ('REVOKE INSERT, UPDATE, DELETE ON schema_versions FROM %s', offices);
  -- Only an administrator makes accounts; everybody keeps a key and a password of his own.
  REVOKE ALL ON FUNCTION set_login (text, text, text, bigint) FROM PUBLIC;
  EXECUTE format ('GRANT EXECUTE ON FUNCTION set_login (text, text, text, bigint) TO shizi_owner, %s', writers);
  EXECUTE format ('GRANT USAGE, CREATE ON SCHEMA %I TO shizi_roles', here);
  ALTER FUNCTION set_login (text, text, text, bigint) OWNER TO shizi_roles;
  EXECUTE format ('REVOKE CREATE ON SCHEMA %I FROM shizi_roles', here);
END $$;
