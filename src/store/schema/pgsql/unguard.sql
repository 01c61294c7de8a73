-- All that guards the tables, of whatever program it is, before the scripts of a newer one change them:
-- guards.sql and rights.sql follow those. Nothing that this program does not know outlives an upgrade;
-- masks go with the functions that they ask. What is made anew belongs to whose the rest is.
DO $$
DECLARE
  ours oid := to_regnamespace ('shizi');
  place record;
BEGIN
  EXECUTE format ('SET LOCAL ROLE %s', (SELECT nspowner::regrole FROM pg_namespace WHERE oid = ours));
  FOR place IN SELECT oid::regclass AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = ours LOOP
    EXECUTE format ('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', place.name);
  END LOOP;
  FOR place IN SELECT c.oid::regclass AS name, polname AS guard FROM pg_policy JOIN pg_class c ON c.oid = polrelid
      WHERE relnamespace = ours LOOP
    EXECUTE format ('DROP POLICY %I ON %s', place.guard, place.name);
  END LOOP;
  FOR place IN SELECT c.oid::regclass AS name, tgname AS guard FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
      WHERE relnamespace = ours AND NOT tgisinternal LOOP
    EXECUTE format ('DROP TRIGGER %I ON %s', place.guard, place.name);
  END LOOP;
  FOR place IN SELECT c.oid::regclass AS name, rulename AS guard FROM pg_rewrite JOIN pg_class c ON c.oid = ev_class
      WHERE relnamespace = ours AND rulename <> '_RETURN' LOOP
    EXECUTE format ('DROP RULE %I ON %s', place.guard, place.name);
  END LOOP;
  FOR place IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = ours LOOP
    EXECUTE format ('DROP FUNCTION %s CASCADE', place.name);
  END LOOP;
END $$;
