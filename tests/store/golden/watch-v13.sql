-- Rows of a college of schema 13 in every table that script 013 made, as a college that worked with it
-- holds them. They must be read for ever, whatever later scripts make of their tables.

INSERT INTO people (id, row_version, changed_at, changed_by, staff_no, name, pinyin, id_number, sex, birth_date, ethnicity, political, education, degree, school, major, skill, work_start, original_retirement_age, phone, bank_account, note, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', '1001', '张三', 'zhangsan', '370102198001011231', '1', '1980-01-01', '', '', '', '', '', '', '', '', 0, '', '', '', NULL, 0);
INSERT INTO departments (id, row_version, changed_at, changed_by, name, position, parent, has_coefficient, coefficient_x1e4, function, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', '人事处', 1, '', 0, 0, 'personnel', NULL, 0);
INSERT INTO targets (id, row_version, changed_at, changed_by, year, indicator, goal, office, document, note, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 2025, 'training', 3000, '培训处', '某人社函〔2025〕1号', '', NULL, 0);
INSERT INTO target_entries (id, row_version, changed_at, changed_by, year, indicator, from_date, to_date, cumulative, number, base, period, evidence, note, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 2025, 'employment', '2025-01-01', '2025-09-30', 1, 1218, 1245, '9月', '台账', '', NULL, 0);
INSERT INTO trainees (id, row_version, changed_at, changed_by, project, project_name, category, session, from_date, to_date, name, id_number, employer, due_hours_x100, done_hours_x100, finished, certificate, cancelled, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 'PX1', '数控', '金蓝领', '第1期', '2025-03-01', '2025-03-20', '李四', '370102199001011236', '某厂', 4000, 3200, -1, '', 0, NULL, 0);
INSERT INTO majors (id, row_version, changed_at, changed_by, code, name, level, opened, stopped, partner, agreement, agreement_from, agreement_to, courses, teachers, sites, practice, integrated_on, document, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', '0203', '汽车维修', '高级工', '2015-09-01', '', '某公司', 'XQ-1', '2024-09-01', '2027-08-31', 1, 1, 1, 1, '2025-06-01', '', NULL, 0);
INSERT INTO graduates (id, row_version, changed_at, changed_by, year, student_no, name, id_number, major, kind, placed_on, employer, uscc, evidence, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 2025, '22010101', '王五', '', '汽车维修', 'signed', '2025-06-20', '某公司', '', '协议', NULL, 0);
INSERT INTO skill_dues (id, row_version, changed_at, changed_by, year, batch, student_no, name, id_number, major, class_name, occupation, level, exempt_reason, exempt_document, missing_reason, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 2025, '上半年', '23010101', '赵六', '', '汽车维修', '', '汽车维修工', '高级工', '', '', '病假', NULL, 0);
INSERT INTO skill_results (id, row_version, changed_at, changed_by, year, batch, student_no, name, occupation, level, theory_x100, practice_x100, outcome, certificate, examined, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 2025, '上半年', '23010102', '', '汽车维修工', '高级工', 7800, 8150, 'pass', '', '2025-06-15', NULL, 0);
INSERT INTO rotation_roster (id, row_version, changed_at, changed_by, person_id, kind, from_date, off_date, off_reason, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 1, 'teacher', '2023-01-01', '', '', NULL, 0);
INSERT INTO rotation_courses (id, row_version, changed_at, changed_by, person_id, name, host, from_date, to_date, hours_x100, finished, certificate, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 1, '研修班', '省厅', '2025-07-01', '2025-07-14', 8000, 1, '', NULL, 0);
INSERT INTO contests (id, row_version, changed_at, changed_by, name, level, event, date, hosted, person, role, staff_no, award, certificate, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', '省赛', 'province', '数控车', '2025-10-20', 0, '钱七', 'contestant', '', '一等奖', '', NULL, 0);
INSERT INTO leaders (id, row_version, changed_at, changed_by, person_id, duty, unit, charge, from_date, to_date, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 1, 'head', '人事处', '', '2022-03-01', '', NULL, 0);
INSERT INTO rectify_items (id, row_version, changed_at, changed_by, no, source, area, problem, unit, person, measure, deadline, extension, percent, evidence, closed_by, closed_on, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 'ZG-1', 'audit', 'staff', '归档不及时', '人事处', '张三', '', '2025-10-31', '', 60, '', '', '', NULL, 0);
INSERT INTO tolerances (id, row_version, changed_at, changed_by, no, person_id, matter, about, applied, verified_by, verified, opinion, meeting, decided, decision, open_to, batch_id, source_row)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 'RC-1', 1, '先行先试', 'ZG-1', '2025-09-01', '李四', '2025-09-05', '属实', '', '', '', '', NULL, 0);
INSERT INTO findings (id, row_version, changed_at, changed_by, no, kind, subject, gravity, size, facts, staff_no, office, present, reopened, first_seen, last_seen, accepted_size, accepted_gravity)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 7, 'rectify.overdue', 'ZG-1', 0, 1, '{"item":"ZG-1"}', '', '人事处', 1, 0, '2025-11-01', '2025-11-01', 0, 0);
INSERT INTO finding_scans (id, row_version, changed_at, changed_by, act_id, date, n_present)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 'scan-1', '2025-11-01', 1);
INSERT INTO cases (id, row_version, changed_at, changed_by, kind, subject_id, state, opened, since)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 'finding', 1, 'answered', '2025-11-01', '2025-11-02');
INSERT INTO case_steps (id, row_version, changed_at, changed_by, case_id, seq, verb, from_state, to_state, who, at, day, reason, document, approval, detail)
  VALUES (1, 1, '2025-10-15T08:00:00Z', '张三', 1, 1, 'find', '', 'open', '张三', '2025-11-01T08:00:00Z', '2025-11-01', '', '', '', ''),
         (2, 1, '2025-10-15T08:00:00Z', '张三', 1, 2, 'answer', 'open', 'answered', '李四', '2025-11-02T08:00:00Z', '2025-11-02', '已补归档', '清单', '', '');
