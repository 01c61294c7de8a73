/* sz-demo-watch.c — targets, registers of coverage and supervision of the demo college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-codes-watch.h"
#include "sz-demo-private.h"
#include "sz-store-coverage.h"
#include "sz-store-registers.h"
#include "sz-store-supervision.h"
#include "sz-store-targets.h"

static const char *const majors[]
    = { "机床切削加工",   "数控加工",   "模具制造", "焊接加工",   "汽车维修", "新能源汽车",
        "工业机器人应用", "电气自动化", "电子商务", "计算机网络", "烹饪",     "幼儿教育" };
static const char *const occupations[] = { "车工", "电工", "汽车维修工", "电子商务师", "焊工" };

const char *
sz_demo_function (const char *department)
{
  g_return_val_if_fail (department != NULL, "");
  if (g_str_equal (department, "人事处"))
    return SZ_FUNCTION_PERSONNEL;
  return g_str_equal (department, "财务处") ? SZ_FUNCTION_FINANCE : "";
}

static SzDate
pick_day (SzDemo *demo, int year, int first_month, int months)
{
  return sz_date_make (year, first_month + (int)sz_demo_pick (demo, (guint)months),
                       1 + (int)sz_demo_pick (demo, 28));
}

static gboolean
add_targets (SzDemo *demo, GError **error)
{
  const gint64 people = (gint64)demo->request->people;
  const struct
  {
    const char *indicator;
    gint64 goal;
    const char *office;
  } goals[] = {
    { "enrolment", people * 3, "招生就业处" }, { "students", people * 9, "学生处" },
    { "training", people * 2, "培训处" },      { "joint", 9500, "教务处" },
    { "contests_hosted", 4, "教务处" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      SzTargetRow row = { .year = demo->request->year,
                          .indicator = (char *)goals[i].indicator,
                          .goal = goals[i].goal,
                          .office = (char *)goals[i].office,
                          .document = (char *)"某人社函〔2025〕1号",
                          .note = (char *)"" };

      if (!sz_store_target_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Enrolment by quarter; students as a level at the end of each. */
static gboolean
add_entries (SzDemo *demo, GError **error)
{
  const int year = demo->request->year;
  const gint64 people = (gint64)demo->request->people;

  for (int quarter = 1; quarter <= 4; quarter++)
    for (int stock = 0; stock < 2; stock++)
      {
        g_autofree char *period = g_strdup_printf ("第%d季度", quarter);
        SzEntryRow row
            = { .entry
                = { .year = year,
                    .indicator = (char *)(stock ? "students" : "enrolment"),
                    .from = sz_date_make (year, quarter * 3 - 2, 1),
                    .to = sz_month_last_day (sz_date_month (sz_date_make (year, quarter * 3, 1))),
                    .cumulative = stock != 0,
                    .number = stock ? people * 8 + people * quarter / 5
                                    : people * (quarter == 3 ? 2 : 0) + quarter * 5,
                    .period = period,
                    .evidence = (char *)"学籍系统导出" } };

        if (!sz_store_entry_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
add_majors (SzDemo *demo, GError **error)
{
  const int year = demo->request->year;

  for (guint i = 0; i < G_N_ELEMENTS (majors); i++)
    {
      g_autofree char *code = g_strdup_printf ("%04u", 101 + i);
      g_autofree char *number = g_strdup_printf ("XQ%d-%02u", year - 1, i + 1);
      gboolean joint = i % 4 != 3;
      gboolean good = i % 3 != 2;
      SzMajorRow row = { .major = { .code = code,
                                    .name = (char *)majors[i],
                                    .level = (char *)"高级工",
                                    .opened = sz_date_make (2012, 9, 1),
                                    .partner = (char *)(joint ? "合作企业有限公司" : ""),
                                    .agreement = joint ? number : (char *)"",
                                    .agreement_from = joint ? sz_date_make (year - 1, 9, 1) : 0,
                                    .agreement_to = joint ? sz_date_make (year + 1, 8, 31) : 0,
                                    .courses = TRUE,
                                    .teachers = TRUE,
                                    .sites = good,
                                    .practice = good,
                                    .integrated_on = good ? sz_date_make (year, 3, 1) : 0 } };

      if (!sz_store_major_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_contests (SzDemo *demo, GError **error)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u届职业技能大赛", i / 3 + 1);
      g_autofree char *person = sz_demo_make_name (demo);
      SzContestRow row = { .contest = { .name = name,
                                        .level = (SzContestLevel)(i % SZ_N_CONTEST_LEVELS),
                                        .event = (char *)occupations[i % 5],
                                        .date = pick_day (demo, demo->request->year, 4, 8),
                                        .hosted = i % 4 == 0,
                                        .person = person,
                                        .role = (char *)SZ_CONTESTANT,
                                        .award = (char *)(i % 2 == 0 ? "二等奖" : "") } };

      if (!sz_store_contest_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_rectify (SzDemo *demo, GError **error)
{
  static const char *const problems[] = { "合同归档不及时", "招生宣传口径不一", "采购验收手续不全",
                                          "工程变更未报批", "档案借阅未登记" };

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *no = g_strdup_printf ("ZG%d-%02u", demo->request->year, i + 1);
      gboolean closed = i % 3 == 0;
      SzRectifyRow row
          = { .item = { .no = no,
                        .source = (SzRectifySource)(i % 5),
                        .area = (SzRectifyArea)(i % SZ_N_RECTIFY_AREAS),
                        .problem = (char *)problems[i % 5],
                        .unit = (char *)sz_demo_department (6 + i % 6),
                        .person = (char *)"王主任",
                        .measure = (char *)"专人负责，逐月核对",
                        .deadline = pick_day (demo, demo->request->year, 6, 7),
                        .percent = closed ? 100 : (int)(i * 10),
                        .evidence = (char *)(closed ? "整改报告" : ""),
                        .closed_by = (char *)(closed ? "李书记" : ""),
                        .closed_on = closed ? sz_date_make (demo->request->year, 12, 1) : 0 } };

      if (!sz_store_rectify_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_trainee (SzDemo *demo, guint index, guint place, GError **error)
{
  static const char *const categories[] = { "金蓝领", "企业在职职工", "农村转移就业", "退役士兵" };
  const guint group = index / 30;
  const int month = 1 + (int)((group + place * 5) % 10);
  g_autofree char *project = g_strdup_printf ("PX%02u", 1 + group % 6);
  g_autofree char *session = g_strdup_printf ("第%u期", group * 2 + place + 1);
  g_autofree char *name = sz_demo_make_name (demo);
  g_autofree char *id_number
      = sz_demo_make_id_number (500000 + index,
                                sz_date_make (1985, 1 + (int)(index % 12), 1 + (int)(index % 28)),
                                index % 2 == 0 ? SZ_SEX_MALE : SZ_SEX_FEMALE);
  SzTraineeRow row = { .trainee = { .project = project,
                                    .project_name = (char *)"职业技能培训",
                                    .category = (char *)categories[group % 4],
                                    .session = session,
                                    .from = sz_date_make (demo->request->year, month, 3),
                                    .to = sz_date_make (demo->request->year, month, 20),
                                    .name = name,
                                    .id_number = id_number,
                                    .employer = (char *)"合作企业有限公司",
                                    .due_hours_x100 = 4000,
                                    .done_hours_x100 = 2800 + (gint64)sz_demo_pick (demo, 13) * 100,
                                    .finished = SZ_ANSWER_EMPTY } };

  return sz_store_trainee_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_graduate (SzDemo *demo, guint index, GError **error)
{
  g_autofree char *student_no = g_strdup_printf ("%02d%06u", demo->request->year % 100, index);
  g_autofree char *name = sz_demo_make_name (demo);
  SzGraduateKind kind
      = sz_demo_chance (demo, 96) ? (SzGraduateKind)sz_demo_pick (demo, 5) : SZ_GRADUATE_WAITING;
  SzGraduateRow row
      = { .graduate = { .year = demo->request->year,
                        .student_no = student_no,
                        .name = name,
                        .major = (char *)majors[index % G_N_ELEMENTS (majors)],
                        .kind = kind,
                        .placed_on = pick_day (demo, demo->request->year, 5, 6),
                        .evidence = (char *)(sz_demo_chance (demo, 97) ? "就业协议" : "") } };

  return sz_store_graduate_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_skill (SzDemo *demo, guint index, GError **error)
{
  g_autofree char *student_no = g_strdup_printf ("%02d%06u", demo->request->year % 100 - 1, index);
  g_autofree char *name = sz_demo_make_name (demo);
  SzSkillDueRow due
      = { .due = { .year = demo->request->year,
                   .batch = (char *)(index % 2 == 0 ? "上半年" : "下半年"),
                   .student_no = student_no,
                   .name = name,
                   .major = (char *)majors[index % G_N_ELEMENTS (majors)],
                   .occupation = (char *)occupations[index % G_N_ELEMENTS (occupations)],
                   .level = (char *)"高级工",
                   .missing_reason = (char *)"" } };
  SzSkillResultRow result
      = { .result = { .year = due.due.year,
                      .batch = due.due.batch,
                      .student_no = student_no,
                      .name = name,
                      .occupation = due.due.occupation,
                      .level = due.due.level,
                      .theory_x100 = 5500 + (gint64)sz_demo_pick (demo, 40) * 100,
                      .practice_x100 = 5500 + (gint64)sz_demo_pick (demo, 40) * 100,
                      .outcome = (char *)"",
                      .examined = pick_day (demo, demo->request->year, 5, 7) } };

  return sz_store_skill_due_put (demo->act, &due, SZ_PUT_INSERT, NULL, error)
         && (sz_demo_chance (demo, 3)
             || sz_store_skill_result_put (demo->act, &result, SZ_PUT_INSERT, NULL, error));
}

/* Every fourth full-time teacher is on the roster, most of them trained. */
static gboolean
add_rotation (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  const int year = demo->request->year;
  SzRosterRow roster
      = { .person_id = person->id,
          .entry = { SZ_ROTATION_TEACHER, sz_date_make (year - 2, 5, 1), 0, (char *)"" } };
  SzRotationRow course = { .person_id = person->id,
                           .course = { .name = (char *)"骨干教师研修班",
                                       .host = (char *)"省人社厅",
                                       .from = sz_date_make (year - 1, 7, 1),
                                       .to = pick_day (demo, year - 1, 7, 2),
                                       .hours_x100 = 8000,
                                       .finished = TRUE,
                                       .certificate = (char *)"" } };

  if (!person->full_time || person->index % 4 != 0)
    return TRUE;
  return sz_store_roster_put (demo->act, &roster, SZ_PUT_INSERT, NULL, error)
         && (sz_demo_chance (demo, 20)
             || sz_store_rotation_put (demo->act, &course, SZ_PUT_INSERT, NULL, error));
}

/* The first dozen people lead the college; some of them are related. */
static gboolean
add_leader (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  const guint i = person->index;
  SzLeaderRow row = { .person_id = person->id,
                      .duty = i == 0  ? SZ_DUTY_LEADER
                              : i < 4 ? SZ_DUTY_DEPUTY_LEADER
                                      : SZ_DUTY_HEAD,
                      .unit = (char *)(i < 4 ? "" : sz_demo_department (i - 4)),
                      .charge = (char *)(i == 1 ? "人事处、财务处" : ""),
                      .from = sz_date_make (demo->request->year - 3, 3, 1) };

  return i >= 12 || sz_store_leader_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_relative (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  g_autofree char *own = g_strdup_printf ("p%" G_GINT64_FORMAT, person->id);
  g_autofree char *name = sz_demo_make_name (demo);
  g_autofree char *other = g_strconcat ("n", name, NULL);
  SzKinshipRow row = { .party_a = other,
                       .party_b = own,
                       .person_b = person->id,
                       .name_a = name,
                       .name_b = (char *)"",
                       .relation = (char *)"夫妻",
                       .of_b = TRUE,
                       .note = (char *)"" };

  return person->index % 50 != 7
         || sz_store_kinship_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

/* One asked for, one verified, one decided and open to all. */
static gboolean
add_tolerance (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  const guint place = person->index - 12;
  const int year = demo->request->year;
  g_autofree char *no = g_strdup_printf ("RC%d-%02u", year, place + 1);
  g_autofree char *about = g_strdup_printf ("ZG%d-%02u", year, place + 1);
  const gboolean verified = place > 0;
  const gboolean decided = place > 1;
  const char *decision = decided ? sz_codes_by_name (SZ_TABLE_DECISION, "予以容错")->code : "";
  const char *open_to = decided ? sz_codes_by_name (SZ_TABLE_OPEN_TO, "全院")->code : "";
  SzToleranceRow row
      = { .person_id = person->id,
          .tolerance = { .no = no,
                         .matter = (char *)"先行先试校企共建中的程序瑕疵",
                         .about = about,
                         .applied = sz_date_make (year, 5, 6),
                         .verified_by = (char *)(verified ? "李书记" : ""),
                         .verified = verified ? sz_date_make (year, 5, 20) : SZ_DATE_NONE,
                         .opinion = (char *)(verified ? "出于公心，未谋私利" : ""),
                         .meeting = (char *)(decided ? "院党委会第9次会议" : ""),
                         .decided = decided ? sz_date_make (year, 6, 3) : SZ_DATE_NONE,
                         .decision = (char *)decision,
                         .open_to = (char *)open_to } };

  return person->index < 12 || place > 2
         || sz_store_tolerance_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

gboolean
sz_demo_add_watch_person (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  const guint index = person->index;

  g_return_val_if_fail (demo != NULL && person != NULL, FALSE);
  return add_trainee (demo, index, 0, error) && add_trainee (demo, index, 1, error)
         && add_graduate (demo, index, error) && add_skill (demo, index, error)
         && add_rotation (demo, person, error) && add_leader (demo, person, error)
         && add_relative (demo, person, error) && add_tolerance (demo, person, error);
}

gboolean
sz_demo_add_watch (SzDemo *demo, GError **error)
{
  g_return_val_if_fail (demo != NULL, FALSE);
  return add_targets (demo, error) && add_entries (demo, error) && add_majors (demo, error)
         && add_contests (demo, error) && add_rectify (demo, error);
}
