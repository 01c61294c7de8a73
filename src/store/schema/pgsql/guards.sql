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
