/* sz-kinds-facts.c — kinds of import of what is known of people: education, certificates, hours,
 * practice, achievements, discipline, posts beside the own (RULE ttl-10, pst-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-kinds-titles.h"
#include "sz-row-type.h"
#include "sz-store-facts.h"
#include "sz-store-people.h"

#define NOTE_NAME N_ ("Only compared with the register")
#define NOTE_DATE N_ ("A date: 2025-09-01, 2025.09 or 2025年9月1日")

/* clang-format off */
#define WHO(Row) \
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (Row, person_id), .required = TRUE, .example = "1001" }, \
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三", .note = NOTE_NAME }
#define FROM(Row) \
  { "起", SZ_FIELD_DATE, SZ_FIELD_AT (Row, from), .required = TRUE, .example = "2023-09-01", .note = NOTE_DATE }
#define TO(Row) \
  { "止", SZ_FIELD_DATE, SZ_FIELD_AT (Row, to), .example = "" }

static const SzImportField education[] = {
  WHO (SzSchoolingRow),
  { "学历", SZ_FIELD_CODE, SZ_FIELD_AT (SzSchoolingRow, education), .table = SZ_TABLE_EDUCATION, .example = "本科" },
  { "学位", SZ_FIELD_CODE, SZ_FIELD_AT (SzSchoolingRow, degree), .table = SZ_TABLE_DEGREE, .example = "学士" },
  { "毕业院校", SZ_FIELD_TEXT, SZ_FIELD_AT (SzSchoolingRow, school), .example = "某大学" },
  { "所学专业", SZ_FIELD_TEXT, SZ_FIELD_AT (SzSchoolingRow, major), .example = "机械工程" },
  { "毕业日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzSchoolingRow, graduated), .example = "2012-06-30", .note = NOTE_DATE },
  { "学习形式", SZ_FIELD_CHOICE, SZ_FIELD_AT (SzSchoolingRow, study_mode), .choices = "全日制/非全日制", .example = "全日制" },
  { "培养层次", SZ_FIELD_CODE, SZ_FIELD_AT (SzSchoolingRow, school_level), .table = SZ_TABLE_SCHOOL_LEVEL, .example = "",
    .note = N_ ("Of technician colleges: 中级工, 高级工, 预备技师, 技师") },
};

static const SzImportField certificates[] = {
  WHO (SzCertificateRow),
  { "类别", SZ_FIELD_CODE, SZ_FIELD_AT (SzCertificateRow, class), .required = TRUE, .table = SZ_TABLE_CERTIFICATE, .example = "职业技能等级" },
  { "证书名称", SZ_FIELD_TEXT, SZ_FIELD_AT (SzCertificateRow, name), .example = "车工" },
  { "等级", SZ_FIELD_CODE, SZ_FIELD_AT (SzCertificateRow, level), .table = SZ_TABLE_SKILL, .example = "技师",
    .note = N_ ("Required for 职业技能等级 and 职业资格") },
  { "证书编号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzCertificateRow, number), .example = "" },
  { "取得日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzCertificateRow, from), .required = TRUE, .example = "2019-06-20", .note = NOTE_DATE },
  { "失效日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzCertificateRow, to), .example = "" },
};

static const SzImportField yearly_hours[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzYearlyHoursRow, year), .required = TRUE, .example = "2024" },
  WHO (SzYearlyHoursRow),
  { "课时", SZ_FIELD_HOURS, SZ_FIELD_AT (SzYearlyHoursRow, hours_x100), .required = TRUE, .example = "412.00",
    .note = N_ ("As certified by the teaching office") },
};

static const SzImportField further_education[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzFurtherRow, year), .required = TRUE, .example = "2024" },
  WHO (SzFurtherRow),
  { "公需学时", SZ_FIELD_HOURS, SZ_FIELD_AT (SzFurtherRow, common_x100), .example = "30" },
  { "专业学时", SZ_FIELD_HOURS, SZ_FIELD_AT (SzFurtherRow, professional_x100), .required = TRUE, .example = "60" },
};

static const SzImportField practice[] = {
  WHO (SzPracticeRow),
  { "企业", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPracticeRow, company), .example = "某机床厂" },
  FROM (SzPracticeRow),
  { "止", SZ_FIELD_DATE, SZ_FIELD_AT (SzPracticeRow, to), .required = TRUE, .example = "2023-09-30" },
  { "天数", SZ_FIELD_COUNT, SZ_FIELD_AT (SzPracticeRow, days), .example = "30", .note = N_ ("Empty means as the dates say") },
};

static const SzImportField achievements[] = {
  WHO (SzAchievementRow),
  { "类别", SZ_FIELD_CODE, SZ_FIELD_AT (SzAchievementRow, kind), .required = TRUE, .table = SZ_TABLE_ACHIEVEMENT, .example = "论文" },
  { "名称", SZ_FIELD_TEXT, SZ_FIELD_AT (SzAchievementRow, name), .required = TRUE, .example = "数控加工工艺研究" },
  { "级别", SZ_FIELD_CODE, SZ_FIELD_AT (SzAchievementRow, level), .required = TRUE, .table = SZ_TABLE_ACHIEVEMENT_LEVEL, .example = "省部级" },
  { "等次", SZ_FIELD_CODE, SZ_FIELD_AT (SzAchievementRow, prize), .table = SZ_TABLE_PRIZE, .fallback = SZ_PRIZE_NONE, .example = "" },
  { "排名", SZ_FIELD_COUNT, SZ_FIELD_AT (SzAchievementRow, rank), .example = "1" },
  { "取得日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzAchievementRow, date), .required = TRUE, .example = "2023-05-01", .note = NOTE_DATE },
  { "页码", SZ_FIELD_TEXT, SZ_FIELD_AT (SzAchievementRow, page), .example = "12" },
};

static const SzImportField discipline[] = {
  WHO (SzDisciplineRow),
  { "处分种类", SZ_FIELD_CODE, SZ_FIELD_AT (SzDisciplineRow, kind), .required = TRUE, .table = SZ_TABLE_DISCIPLINE, .example = "警告" },
  FROM (SzDisciplineRow),
  TO (SzDisciplineRow),
  { "文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzDisciplineRow, document), .example = "" },
};

static const SzImportField dual_posts[] = {
  WHO (SzDualPostRow),
  { "兼任岗位等级", SZ_FIELD_POST, SZ_FIELD_AT (SzDualPostRow, post), .required = TRUE, .example = "专技九级" },
  { "批文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzDualPostRow, approval), .example = "某人社批〔2023〕1号" },
  FROM (SzDualPostRow),
  TO (SzDualPostRow),
};

static const SzImportField special_posts[] = {
  WHO (SzSpecialPostRow),
  { "岗位等级", SZ_FIELD_POST, SZ_FIELD_AT (SzSpecialPostRow, post), .required = TRUE, .example = "专技五级" },
  { "批文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzSpecialPostRow, approval), .required = TRUE, .hand_may_lack = TRUE, .example = "某人社批〔2023〕1号" },
  FROM (SzSpecialPostRow),
  TO (SzSpecialPostRow),
  { "事由", SZ_FIELD_TEXT, SZ_FIELD_AT (SzSpecialPostRow, reason), .example = "" },
};

static const SzImportField student_affairs[] = {
  WHO (SzStudentAffairsRow),
  FROM (SzStudentAffairsRow),
  TO (SzStudentAffairsRow),
};
/* clang-format on */

/* Every kind below has its days under these headings. */
static void
check_order (SzImportRun *run, SzDate from, SzDate to, const char *heading)
{
  const int field = sz_import_field (run, heading);
  g_autofree char *text = sz_date_format (from);

  if (to != SZ_DATE_NONE && sz_date_first_day (to) < sz_date_first_day (from))
    sz_import_find (run, SZ_SEVERITY_ERROR, "date.order", field,
                    sz_import_get_cell (run, (guint)field)->text, "other", text, NULL);
}

static gboolean
check_education (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzSchoolingRow *row = data;

  (void)error;
  if (row->school_level == SZ_SCHOOL_NONE && (row->education == NULL || *row->education == '\0')
      && (row->degree == NULL || *row->degree == '\0'))
    sz_import_fail (run, "required.missing", (guint)sz_import_field (run, "学历"), NULL);
  return TRUE;
}

static gboolean
check_certificate (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzCertificateRow *row = data;

  (void)error;
  if ((row->class == SZ_CERTIFICATE_SKILL || row->class == SZ_CERTIFICATE_QUALIFICATION)
      && (row->level == NULL || *row->level == '\0'))
    sz_import_fail (run, "required.missing", (guint)sz_import_field (run, "等级"), NULL);
  check_order (run, row->from, row->to, "失效日期");
  return TRUE;
}

static gboolean
shares_days (const SzPracticeRow *a, const SzPracticeRow *b)
{
  return a->person_id == b->person_id && sz_date_first_day (a->from) <= sz_date_first_day (b->to)
         && sz_date_first_day (b->from) <= sz_date_first_day (a->to);
}

static gboolean
check_practice (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzPracticeRow *row = data;
  g_autoptr (GArray) stored
      = sz_store_practice_list (run->store, (SzRowFilter){ 0, row->person_id, 0 }, error);

  check_order (run, row->from, row->to, "止");
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      const SzPracticeRow *other = &g_array_index (stored, SzPracticeRow, i);

      if (shares_days (row, other) && g_strcmp0 (row->company, other->company) != 0)
        {
          sz_import_find (run, SZ_SEVERITY_WARNING, "record.overlap", sz_import_field (run, "起"),
                          sz_import_get_cell (run, (guint)sz_import_field (run, "起"))->text,
                          "where", "register", NULL);
          break;
        }
    }
  return stored != NULL;
}

/* Two rows of a person that share days; few people have many. */
static gboolean
compare_practice (SzImportRun *run, GError **error)
{
  (void)error;
  for (guint i = 0; i < run->kept->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const SzPracticeRow *row = g_ptr_array_index (run->kept, i);
        const SzPracticeRow *other = g_ptr_array_index (run->kept, j);
        g_autofree char *where = NULL;
        char *args[] = { NULL, NULL };

        if (!shares_days (row, other))
          continue;
        where = g_strdup_printf ("where=%d", other->source_row);
        args[0] = where;
        sz_import_find_at (run, (guint)row->source_row, SZ_SEVERITY_WARNING, "record.overlap",
                           sz_import_field (run, "起"), NULL, args);
        break;
      }
  return TRUE;
}

static gboolean
check_achievement (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzAchievementRow *row = data;
  const guint field = (guint)sz_import_field (run, "排名");

  (void)error;
  if (row->rank == 0 && sz_import_has (run, field))
    sz_import_refuse_number (run, field, NULL);
  return TRUE;
}

static gboolean
check_discipline (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzDisciplineRow *row = data;

  (void)error;
  check_order (run, row->from, row->to, "止");
  return TRUE;
}

/* RULE pst-5: of another category than the person's own post on the first day. */
static gboolean
check_dual_post (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzDualPostRow *row = data;
  g_autoptr (SzPersonFile) file = sz_store_person_by_id (run->store, row->person_id, error);
  const guint field = (guint)sz_import_field (run, "兼任岗位等级");
  const SzRecord *own;

  if (file == NULL)
    return FALSE;
  own = sz_record_at ((const SzRecord *)(gconstpointer)file->records->data, file->records->len,
                      SZ_RECORD_POST, row->from);
  if (own != NULL
      && sz_post_category (sz_post_from_code (own->value)) == sz_post_category (row->post))
    sz_import_fail (run, "dual.same_category", field, sz_import_get_cell (run, field)->text);
  check_order (run, row->from, row->to, "止");
  return TRUE;
}

static gboolean
check_special_post (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzSpecialPostRow *row = data;

  (void)error;
  check_order (run, row->from, row->to, "止");
  return TRUE;
}

static gboolean
check_student_affairs (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzStudentAffairsRow *row = data;

  (void)error;
  check_order (run, row->from, row->to, "止");
  return TRUE;
}

static const SzImportHooks education_hooks = { .check_row = check_education };
static const SzImportHooks certificate_hooks = { .check_row = check_certificate };
static const SzImportHooks practice_hooks
    = { .check_row = check_practice, .after_all = compare_practice, .keeps_rows = TRUE };
static const SzImportHooks achievement_hooks = { .check_row = check_achievement };
static const SzImportHooks discipline_hooks = { .check_row = check_discipline };
static const SzImportHooks dual_post_hooks = { .check_row = check_dual_post };
static const SzImportHooks special_post_hooks = { .check_row = check_special_post };
static const SzImportHooks student_affairs_hooks = { .check_row = check_student_affairs };

const SzImportKind sz_import_kind_education
    = { "education", "学历学位", SZ_IMPORT_FIELDS (education), .type = &sz_schooling_type,
        .hooks = &education_hooks };
const SzImportKind sz_import_kind_certificates
    = { "certificates", "证书", SZ_IMPORT_FIELDS (certificates), .type = &sz_certificate_type,
        .hooks = &certificate_hooks };
const SzImportKind sz_import_kind_yearly_hours
    = { "yearly-hours", "年度课时", SZ_IMPORT_FIELDS (yearly_hours),
        .type = &sz_yearly_hours_type };
const SzImportKind sz_import_kind_further_education
    = { "further-education", "继续教育", SZ_IMPORT_FIELDS (further_education),
        .type = &sz_further_type };
const SzImportKind sz_import_kind_practice
    = { "practice", "企业实践", SZ_IMPORT_FIELDS (practice), .type = &sz_practice_type,
        .hooks = &practice_hooks };
const SzImportKind sz_import_kind_achievements
    = { "achievements", "业绩成果", SZ_IMPORT_FIELDS (achievements), .type = &sz_achievement_type,
        .hooks = &achievement_hooks };
const SzImportKind sz_import_kind_discipline
    = { "discipline", "处分", SZ_IMPORT_FIELDS (discipline), .type = &sz_discipline_type,
        .hooks = &discipline_hooks };
const SzImportKind sz_import_kind_dual_posts
    = { "dual-posts", "双肩挑", SZ_IMPORT_FIELDS (dual_posts), .type = &sz_dual_post_type,
        .hooks = &dual_post_hooks };
const SzImportKind sz_import_kind_special_posts
    = { "special-posts", "特设岗位", SZ_IMPORT_FIELDS (special_posts),
        .type = &sz_special_post_type, .hooks = &special_post_hooks };
const SzImportKind sz_import_kind_student_affairs
    = { "student-affairs", "学生工作人员", SZ_IMPORT_FIELDS (student_affairs),
        .type = &sz_student_affairs_type, .hooks = &student_affairs_hooks };
