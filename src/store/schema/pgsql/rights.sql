-- Rights in the database (RULE srv-4), so that raw SQL can do no more than the program (RULE acc-3).
-- Run after guards.sql, and again after every script that changes the tables.

-- An ID, phone or account number with its middle blotted out.
CREATE OR REPLACE FUNCTION mask_number (number text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path FROM CURRENT
AS $$
  SELECT CASE WHEN number = '' THEN ''
    WHEN length (number) >= 15 THEN left (number, 6) || repeat ('*', length (number) - 10) || right (number, 4)
    WHEN length (number) >= 9 THEN left (number, 3) || repeat ('*', length (number) - 7) || right (number, 4)
    ELSE repeat ('*', greatest (length (number) - 2, 2)) || right (number, 2) END COLLATE "C"
$$;

-- Who sees a part only: a leader who has no other role. Offices and supervision read every row in
-- the journal, which is theirs, and `verify` compares every row with it.
CREATE OR REPLACE FUNCTION sees_part () RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT
AS $$
  SELECT (holds ('leader') OR holds ('administrator')) AND NOT holds ('personnel') AND NOT holds ('finance')
    AND NOT holds ('supervisor') AND NOT owns ()
$$;

-- Which runs have been reviewed; cases are not hidden from who is asked about runs.
CREATE OR REPLACE FUNCTION run_is_reviewed (run bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
  SELECT EXISTS (SELECT FROM cases WHERE kind = 'pay.run' AND subject_id = run AND state <> 'computed')
$$;

CREATE OR REPLACE FUNCTION is_own (person bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path FROM CURRENT AS $$
  SELECT EXISTS (SELECT FROM people p JOIN accounts a ON a.name = p.name WHERE p.id = person AND a.login = session_user)
$$;

-- Findings of the area 数据安全 (sz-finding-kind.c: what no other area has).
CREATE OR REPLACE FUNCTION is_data_finding (finding_kind text) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path FROM CURRENT
AS $$
  SELECT split_part (finding_kind, '.', 1) NOT IN ('recruit', 'parttime', 'establishment', 'contract', 'kin', 'quota', 'post',
    'appoint', 'title', 'batch', 'panel', 'assess', 'pay', 'talent', 'time', 'workload', 'training', 'trainee', 'people',
    'target', 'students', 'graduate', 'skill', 'rectify')
$$;

-- Rows: a leader sees runs from 已复核 on, tolerance that is open or his own; the administrator the
-- findings of his own area; finance sets the parameters of pay and tax. Who may write lines of runs sees
-- them all, and is not asked again at each: it would cost eighty times what the line does.
DO $$
DECLARE
  place record;
BEGIN
  FOR place IN SELECT * FROM (VALUES
      ('pay_runs', 'run_is_reviewed (id)'), ('pay_people', 'run_is_reviewed (run_id)'), ('pay_lines', 'run_is_reviewed (run_id)'),
      ('pay_lives', 'run_is_reviewed (run_id)'), ('pay_splits', 'run_is_reviewed (run_id)'),
      ('pay_adjustments', 'run_is_reviewed (run_id)'), ('pay_objections', 'run_is_reviewed (run_id)'),
      ('pay_inputs', 'run_is_reviewed (run_id)'), ('pay_differences', 'run_is_reviewed (run_id)'),
      ('pay_nets', 'run_is_reviewed (run_id)'), ('pay_settled', 'run_is_reviewed (correction_id)'),
      ('tolerances', 'open_to = ''college'' OR is_own (person_id)'),
      ('findings', 'holds (''leader'') OR is_data_finding (kind)')) AS rows (name, shown) LOOP
    EXECUTE format ('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', place.name);
    EXECUTE format ('DROP POLICY IF EXISTS seen ON %I', place.name);
    EXECUTE format ('CREATE POLICY seen ON %I USING (NOT (SELECT sees_part ()) OR %s)%s', place.name, place.shown,
      CASE WHEN starts_with (place.name, 'pay_') THEN ' WITH CHECK (true)' END);
  END LOOP;
  ALTER TABLE parameters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  DROP POLICY IF EXISTS seen ON parameters;
  CREATE POLICY seen ON parameters USING (true)
    WITH CHECK (owns () OR holds ('personnel') OR key ~ '^(pay|tax|bank)[.]');
END $$;

-- Tables by who may what: personnel, finance, leader, supervisor, administrator. r reads, a adds too,
-- u changes too, w deletes too, i adds without reading, m reads with numbers masked, - nothing
-- (the administrator finds such tables empty).
-- tests/cli/test-server-rights.py walks it, and fails for a table that has no line.
DO $$
DECLARE
  prefix text := 'shizi_' || current_database () || '_';
  words text[] := ARRAY['personnel', 'finance', 'leader', 'supervisor', 'administrator'];
  here text := current_schema ();
  everybody text;
  place record;
  letter text;
  grants text;
BEGIN
  IF here <> 'shizi' OR NOT EXISTS (SELECT FROM pg_roles WHERE rolname = prefix || 'administrator') THEN
    RETURN;
  END IF;
  SELECT string_agg (quote_ident (prefix || word), ', ') INTO everybody FROM unnest (words) AS word;
  CREATE SCHEMA IF NOT EXISTS shizi_leader;
  CREATE SCHEMA IF NOT EXISTS shizi_administrator;
  EXECUTE format ('GRANT USAGE ON SCHEMA %I TO %s', here, everybody);
  EXECUTE format ('GRANT USAGE ON SCHEMA shizi_leader TO %I', prefix || 'leader');
  EXECUTE format ('GRANT USAGE ON SCHEMA shizi_administrator TO %I', prefix || 'administrator');
  FOR place IN SELECT c.relname AS name, coalesce (said.letters, '-----') AS letters
      FROM pg_class c LEFT JOIN (SELECT name, letters FROM (VALUES
-- (begin of the table)
        ('rrrrr', 'schema_versions act_heads'),
        ('aaaaa', 'acts'), ('aaiai', 'changes'), ('aaaaa', 'act_signatures'),
        ('uuuuu', 'row_ids sign_ins accounts account_keys'),
        ('wwrrr', 'settings'),
        ('wwrwr', 'import_batches'), ('wwrw-', 'import_mappings import_synonyms'),
        ('wrmr-', 'people contracts applicants applicant_honours exam_judges parttime_cases panel_members trainees graduates'
         ' skill_dues'),
        ('rwmr-', 'bank_accounts fee_lines'),
        ('wrrr-', 'person_records services departments leaves establishment_rows post_plans'
         ' teaching_records training_records quotas roles awards factors assessments timetable'
         ' contract_stretches parttime_lectures recruit_hires staff_contracts'
         ' recruit_plans recruit_positions recruit_relaxations exam_scores exam_locks applicant_checks'
         ' applicant_decisions recruit_objections kinships'
         ' record_papers schoolings certificates yearly_hours further_educations practices achievements'
         ' disciplines dual_posts special_posts student_affairs title_standards title_rounds title_applications'
         ' title_decisions title_confirmations title_scores title_objections title_appeals title_notices'
         ' title_certificates title_evidences recusals ballots assess_years appointment_cases'
         ' targets target_entries majors skill_results rotation_roster rotation_courses contests leaders erasures'),
        ('rwrr-', 'training_incomes fee_sheets parttime_funds pay_ledger advances transfers pay_nets pay_settled'
         ' pay_collections'),
        ('rw-r-', 'withholdings tax_statuses'), ('wr-r-', 'title_files'),
        ('wwrr-', 'annual_pays salaries talents pay_runs pay_people pay_lines pay_lives pay_splits pay_adjustments'
         ' pay_objections pay_inputs pay_differences'),
        ('wwrwu', 'cases case_steps findings'), ('wwrwr', 'finding_scans'),
        ('wwrw-', 'rectify_items'), ('wrrw-', 'tolerances'),
        ('wrrrr', 'calendar_days'), ('wwrrr', 'parameters trusted_keys'), ('ww-r-', 'packages handover_rows')
-- (end of the table)
      ) AS lines (letters, names), LATERAL unnest (string_to_array (names, ' ')) AS name) AS said ON said.name = c.relname
      WHERE c.relnamespace = here::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format ('REVOKE ALL ON %I FROM PUBLIC, %s', place.name, everybody);
    IF strpos (place.letters, 'm') > 0 THEN
      EXECUTE (SELECT format ('CREATE OR REPLACE VIEW shizi_leader.%I WITH (security_barrier) AS SELECT %s FROM %I.%I',
          place.name, string_agg (CASE WHEN attname IN ('id_number', 'phone', 'bank_account', 'account')
            THEN format ('mask_number (%I) AS %I', attname, attname) ELSE quote_ident (attname) END, ', ' ORDER BY attnum),
          here, place.name)
        FROM pg_attribute WHERE attrelid = format ('%I.%I', here, place.name)::regclass AND attnum > 0 AND NOT attisdropped);
      EXECUTE format ('REVOKE ALL ON shizi_leader.%I FROM PUBLIC, %s', place.name, everybody);
      EXECUTE format ('GRANT SELECT ON shizi_leader.%I TO %I', place.name, prefix || 'leader');
    END IF;
    -- What shows its findings with names finds nobody there.
    IF right (place.letters, 1) = '-' THEN
      EXECUTE format ('CREATE OR REPLACE VIEW shizi_administrator.%I AS SELECT * FROM %I.%I WHERE false', place.name, here,
        place.name);
      EXECUTE format ('REVOKE ALL ON shizi_administrator.%I FROM PUBLIC, %s', place.name, everybody);
      EXECUTE format ('GRANT SELECT ON shizi_administrator.%I TO %I', place.name, prefix || 'administrator');
    END IF;
    FOR i IN 1 .. 5 LOOP
      letter := substr (place.letters, i, 1);
      grants := CASE letter WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'SELECT, INSERT' WHEN 'u' THEN 'SELECT, INSERT, UPDATE'
        WHEN 'w' THEN 'SELECT, INSERT, UPDATE, DELETE' WHEN 'i' THEN 'INSERT' END;
      IF grants IS NOT NULL THEN
        EXECUTE format ('GRANT %s ON %I TO %I', grants, place.name, prefix || words[i]);
      END IF;
    END LOOP;
  END LOOP;
  -- Of the making of a login and the blotting of a number the functions judge by themselves.
  REVOKE ALL ON FUNCTION set_login (text, text, text, bigint), blot_changes (text, text) FROM PUBLIC;
  EXECUTE format ('GRANT EXECUTE ON FUNCTION set_login (text, text, text, bigint), blot_changes (text, text)'
    ' TO shizi_owner, %s', everybody);
  EXECUTE format ('GRANT USAGE, CREATE ON SCHEMA %I TO shizi_roles', here);
  ALTER FUNCTION set_login (text, text, text, bigint) OWNER TO shizi_roles;
  EXECUTE format ('REVOKE CREATE ON SCHEMA %I FROM shizi_roles', here);
END $$;
