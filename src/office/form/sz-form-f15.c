/* sz-form-f15.c — F15 岗位聘用（变动）名册 (RULE ttl-7, ttl-20 … ttl-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-appoint-act.h"
#include "sz-appoint-pay.h"
#include "sz-forms-titles.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-post-day.h"
#include "sz-store-careers.h"
#include "sz-view-people.h"

typedef enum
{
  CHANGE_NEW,
  CHANGE_RISE,
  CHANGE_LOWER,
  CHANGE_SPECIAL,
  N_CHANGES
} Change;

static const char *const change_names[N_CHANGES] = { "新聘", "晋级", "低聘", "特设" };

typedef struct
{
  const char *department;
  const char *staff_no;
  const char *name;
  SzSex sex;
  SzDate birth;
  const char *title;
  SzPost from;
  SzDate from_since;
  SzPost to;
  const char *change;
  SzDate day;
  SzDate pay_from;
  const char *term;
  const char *coefficients;
  const char *basis;
  const char *approval;
  guint department_place;
  guint place;
} Row;

#define TEXT(member, heading, wide, ...)                                                           \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE), ##__VA_ARGS__)

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  TEXT (department, "部门", 12),
  SZ_FORM_COL_TEXT (Row, staff_no, SZ_COL ("工号", CODE, 8), .unless = SZ_FORM_NEEDS_PUBLIC),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 8)),
  SZ_FORM_COL_CODE (Row, sex, SZ_TABLE_SEX, SZ_COL ("性别", TEXT, 4, .dash = TRUE)),
  SZ_FORM_COL_DAY (Row, birth, SZ_COL ("出生年月", MONTH, 8, .dash = TRUE)),
  TEXT (title, "职称", 12),
  SZ_FORM_COL_LEVEL (Row, from, SZ_COL ("原岗位等级", TEXT, 10, .dash = TRUE)),
  SZ_FORM_COL_DAY (Row, from_since, SZ_COL ("任原岗时间", MONTH, 9, .dash = TRUE)),
  SZ_FORM_COL_LEVEL (Row, to, SZ_COL ("新岗位等级", TEXT, 10)),
  SZ_FORM_COL_TEXT (Row, change, SZ_COL ("变动", TEXT, 6)),
  SZ_FORM_COL_DAY (Row, day, SZ_COL ("聘任日期", DATE, 11)),
  SZ_FORM_COL_DAY (Row, pay_from, SZ_COL ("起薪月", MONTH, 8)),
  TEXT (term, "聘期", 12),
  TEXT (coefficients, "岗位系数（前→后）", 14),
  TEXT (basis, "依据", 14),
  TEXT (approval, "批文号", 12, .absent = TRUE),
  SZ_FORM_COL_END,
};

/* Everything gathered. */
typedef struct
{
  SzOffice *office;
  SzFormSheet *sheet;
  SzPeopleView *view;
  GArray *params;
  guint counts[N_CHANGES];
  gboolean touched[SZ_N_PLACE_BANDS];
} Table;

/* One case, with what the person's records say of it. */
typedef struct
{
  Table *about;
  const SzAppointCase *shown;
  const SzTitleRules *rules;
  Row *row;
  Change change;
} Reading;

/* The alternative of the ladder by which the rise was open: as the person stood before it. */
static int
find_alternative (const SzCareer *career, const Reading *reading)
{
  const SzDate day = reading->shown->day;
  g_autofree SzRecord *before = g_new (SzRecord, career->n_records + 1);
  SzCareer then = *career;
  SzRise rise = { 0 };

  then.records = before;
  then.n_records = 0;
  for (gsize i = 0; i < career->n_records; i++)
    if (career->records[i].field != SZ_RECORD_POST
        || sz_date_first_day (career->records[i].from) < day)
      before[then.n_records++] = career->records[i];
  return sz_rise_of (&then, reading->rules, sz_place_of (reading->shown->from, FALSE), day, &rise)
             ? rise.alternative
             : 0;
}

static Change
find_change (const SzCareer *career, const SzAppointCase *shown)
{
  const SzPlace from = sz_place_of (shown->from, FALSE);
  const SzPlace to = sz_place_of (shown->to, FALSE);

  for (gsize i = 0; i < career->n_specials; i++)
    if (career->specials[i].post == shown->to
        && sz_span_covers (career->specials[i].from, career->specials[i].to, shown->day))
      return CHANGE_SPECIAL;
  if (from == SZ_PLACE_NONE || to == SZ_PLACE_NONE || sz_place_band (from) != sz_place_band (to))
    return CHANGE_NEW;
  return to < from ? CHANGE_RISE : CHANGE_LOWER;
}

/* 依据: the certificate of a new one, the alternative of the ladder of a rise. */
static const char *
find_basis (const Reading *reading, const SzCareer *career, const SzRecord *title)
{
  const SzPaperFact *paper
      = title != NULL ? sz_career_paper (career, SZ_RECORD_TITLE, title->from) : NULL;
  const int alternative = reading->change == CHANGE_RISE ? find_alternative (career, reading) : 0;
  g_autofree char *text = NULL;

  if (alternative > 0)
    text = g_strdup_printf ("晋级条件第 %d 项", alternative);
  else if (reading->change == CHANGE_NEW && paper != NULL)
    text = g_strdup (paper->certificate);
  return sz_form_sheet_keep (reading->about->sheet, text != NULL ? text : "");
}

static gboolean
read_career_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const SzAppointCase *shown = reading->shown;
  SzFormSheet *sheet = reading->about->sheet;
  Row *row = reading->row;
  const SzRecord *before = sz_career_at (career, SZ_RECORD_POST, sz_date_add_days (shown->day, -1));
  const SzRecord *title = sz_career_at (career, SZ_RECORD_TITLE, shown->day);
  const SzRecord *department = sz_career_at (career, SZ_RECORD_DEPARTMENT, shown->day);
  const SzPaperFact *paper = sz_career_paper (career, SZ_RECORD_POST, shown->day);
  const char *code = sz_career_title (career, shown->day);
  g_autofree char *from = sz_date_format (shown->day);
  g_autofree char *to = paper != NULL ? sz_date_format (paper->term_to) : NULL;
  g_autofree char *term = g_strdup_printf ("%s–%s", from, to != NULL && *to != '\0' ? to : "");

  (void)error;
  reading->change = find_change (career, shown);
  row->from_since = before != NULL && shown->from != 0 ? before->from : SZ_DATE_NONE;
  row->title = code != NULL ? sz_codes_name (SZ_TABLE_TITLE, code) : "";
  row->department = sz_form_sheet_keep (sheet, department != NULL ? department->value : "");
  row->term = to != NULL && *to != '\0' ? sz_form_sheet_keep (sheet, term) : "";
  row->change = change_names[reading->change];
  row->basis = find_basis (reading, career, title);
  return TRUE;
}

static const char *
keep_coefficients (SzFormSheet *sheet, const SzAppointCase *shown)
{
  g_autofree char *before = sz_decimal_format (shown->before_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *after = sz_decimal_format (shown->after_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *text
      = g_strdup_printf ("%s→%s", shown->has_before ? before : "—", shown->has_after ? after : "—");

  return sz_form_sheet_keep (sheet, text);
}

static gint64
find_person (const SzPeopleView *view, const GArray *ids, const char *staff_no, guint *place)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);

      if (g_str_equal (sz_people_view_get_row (view, id)->staff_no, staff_no))
        {
          *place = i;
          return id;
        }
    }
  return 0;
}

static void
touch_band (Table *about, SzPost post)
{
  const SzPlace place = sz_place_of (post, FALSE);

  if (place != SZ_PLACE_NONE)
    about->touched[sz_place_band (place) - sz_place_bands ()] = TRUE;
}

static gboolean
add_case (Table *about, SzAppointCase *shown, const GArray *ids, GError **error)
{
  g_autoptr (SzTitleParams) loaded = sz_title_params_load (about->params, shown->day, error);
  guint place = 0;
  const gint64 id = find_person (about->view, ids, shown->staff_no, &place);
  Reading reading = { about, shown, NULL, NULL, CHANGE_NEW };
  gboolean found = FALSE;

  if (loaded == NULL || !sz_appoint_pay (about->office, shown, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  reading.rules = &loaded->rules;
  reading.row = sz_form_sheet_add (about->sheet);
  *reading.row = (Row){ .staff_no = sz_form_sheet_keep (about->sheet, shown->staff_no),
                        .name = sz_people_view_get_row (about->view, id)->name,
                        .sex = sz_people_view_get_row (about->view, id)->sex,
                        .birth = sz_people_view_get_row (about->view, id)->birth_date,
                        .from = shown->from,
                        .to = shown->to,
                        .day = shown->day,
                        .pay_from = shown->pay_from,
                        .coefficients = keep_coefficients (about->sheet, shown),
                        .approval = sz_form_sheet_keep (about->sheet, shown->approval),
                        .place = place };
  if (!sz_store_career_with (sz_office_get_store (about->office), SZ_CAREER_OF_POSTS,
                             shown->staff_no, read_career_cb, &reading, &found, error))
    return FALSE;
  about->counts[reading.change]++;
  touch_band (about, shown->from);
  touch_band (about, shown->to);
  return TRUE;
}

/* 部门序 → new level from high to low → 姓氏笔画 */
static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer none)
{
  const Row *left = a;
  const Row *right = b;

  (void)none;
  if (left->department_place != right->department_place)
    return left->department_place < right->department_place ? -1 : 1;
  if (left->to != right->to)
    return sz_post_order (left->to) < sz_post_order (right->to) ? -1 : 1;
  return (left->place > right->place) - (left->place < right->place);
}

static void
sort_rows (Table *about)
{
  g_autoptr (GPtrArray) departments = sz_people_view_departments (about->view);

  for (guint i = 0; i < sz_form_sheet_count (about->sheet); i++)
    {
      Row *row = sz_form_sheet_row (about->sheet, i);

      row->department_place = departments->len;
      for (guint j = 0; j < departments->len; j++)
        if (g_strcmp0 (g_ptr_array_index (departments, j), row->department) == 0)
          row->department_place = j;
    }
  sz_form_sheet_sort (about->sheet, compare_rows_cb, NULL);
}

/* 变动后空缺: a line of each band that was touched. */
static gboolean
add_vacancies (Table *about, SzDate to, GError **error)
{
  g_autoptr (SzPostDay) day = sz_post_day (about->office, to, NULL, error);

  if (day == NULL)
    return FALSE;
  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      const SzPlaceBand *band = &sz_place_bands ()[i];
      int approved = 0, occupied = 0;

      for (SzPlace place = band->first; place <= band->last; place++)
        {
          approved += day->structure.approved[place];
          occupied += day->structure.occupied[place];
        }
      if (about->touched[i])
        sz_form_sheet_below (about->sheet, g_strdup_printf ("变动后空缺　%s：核准 %d 现聘 %d %s %d",
                                                            band->name, approved, occupied,
                                                            approved >= occupied ? "空缺" : "超聘",
                                                            ABS (approved - occupied)));
    }
  return TRUE;
}

static void
add_counts (Table *about)
{
  const guint *counts = about->counts;
  g_autofree char *special = counts[CHANGE_SPECIAL] > 0
                                 ? g_strdup_printf ("、特设 %u", counts[CHANGE_SPECIAL])
                                 : g_strdup ("");

  sz_form_sheet_below (about->sheet,
                       g_strdup_printf ("共 %u 人，其中新聘 %u、晋级 %u、低聘 %u%s",
                                        sz_form_sheet_count (about->sheet), counts[CHANGE_NEW],
                                        counts[CHANGE_RISE], counts[CHANGE_LOWER], special));
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (GPtrArray) cases = sz_appoint_list (office, "decided", error);
  g_autoptr (GArray) all_params = cases != NULL ? sz_params_gather (office, error) : NULL;
  g_autoptr (GArray) ids = NULL;
  SzPeopleFilter all = SZ_PEOPLE_ALL;
  Table about = { .office = office, .sheet = sheet, .params = all_params };

  if (all_params == NULL)
    return FALSE;
  about.view = sz_view_people_open (office, params->to, cancellable, error);
  if (about.view == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, about.view, (GDestroyNotify)sz_people_view_free);
  ids = sz_people_view_ids (about.view, &all, SZ_PEOPLE_BY_SURNAME);
  for (guint i = 0; i < cases->len; i++)
    {
      SzAppointCase *shown = g_ptr_array_index (cases, i);

      if (shown->day >= sz_date_first_day (params->from) && shown->day <= params->to
          && !add_case (&about, shown, ids, error))
        return FALSE;
    }
  sort_rows (&about);
  add_counts (&about);
  sz_form_sheet_below (sheet, g_strdup ("党委会纪要号：＿＿＿＿＿＿＿＿"));
  return add_vacancies (&about, params->to, error);
}

static const char *const signatures[] = { "制表人", "人事负责人", "单位负责人", NULL };

const SzFormTable sz_form_f15 = {
  .title = "{title}（{from}至{to}）",
  .orientation = SZ_ORIENTATION_LANDSCAPE,
  .unit = "单位：人",
  .row_size = sizeof (Row),
  .columns = columns,
  .signatures = signatures,
  .gather = gather,
};
