/* sz-kind-training.c — kinds trainees 培训学员名册, majors 专业设置 (RULE tgt-5, tgt-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-kind-order.h"
#include "sz-kinds-watch.h"
#include "sz-params.h"
#include "sz-row-type.h"
#include "sz-store-coverage.h"
#include "sz-watch-rules.h"

/* Rows of one class, or of one major, must agree: the first of each, stored or above. */
typedef struct
{
  SzWatchRules *rules;
  GHashTable *firsts; /* key → row struct */
} State;

static gboolean
begin_state (SzImportRun *run, GDestroyNotify free_row, GError **error)
{
  g_autoptr (GArray) params = NULL;
  State *state = run->state;

  if (state != NULL)
    return TRUE;
  state = g_new0 (State, 1);
  run->state = state;
  state->firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_row);
  params = sz_params_gather (run->office, error);
  state->rules = params != NULL ? sz_watch_rules_new (params, run->today, error) : NULL;
  return state->rules != NULL;
}

static void
end_state (SzImportRun *run)
{
  State *state = run->state;

  if (state == NULL)
    return;
  g_hash_table_unref (state->firsts);
  sz_watch_rules_free (state->rules);
  g_free (state);
  run->state = NULL;
}

static void
find_conflict (SzImportRun *run, const char *heading)
{
  int field = sz_import_field (run, heading);

  sz_import_find (run, SZ_SEVERITY_ERROR, "row.conflict", field,
                  sz_import_get_cell (run, (guint)field)->text, NULL);
}

#define AT(member) SZ_FIELD_AT (SzTraineeRow, trainee.member)

static const SzImportField trainee_fields[] = {
  { "项目编号", SZ_FIELD_TEXT, AT (project), .required = TRUE, .example = "PX202501" },
  { "项目名称", SZ_FIELD_PROSE, AT (project_name), .example = "数控车工培训" },
  { "项目类别", SZ_FIELD_TEXT, AT (category), .required = TRUE, .example = "金蓝领" },
  { "班次", SZ_FIELD_TEXT, AT (session), .required = TRUE, .example = "第1期" },
  { "开班日期", SZ_FIELD_DATE, AT (from), .required = TRUE, .example = "2025-03-01" },
  { "结班日期", SZ_FIELD_DATE, AT (to), .required = TRUE, .example = "2025-03-20" },
  { "姓名", SZ_FIELD_NAME, AT (name), .required = TRUE, .example = "张三" },
  { "身份证号", SZ_FIELD_ID_NUMBER, AT (id_number), .required = TRUE,
    .example = "370102199003071234", .note = N_ ("18 characters, as text") },
  { "工作单位", SZ_FIELD_PROSE, AT (employer), .example = "某某公司" },
  { "应完成学时", SZ_FIELD_HOURS, AT (due_hours_x100), .fallback = SZ_HOURS_NONE, .example = "40" },
  { "完成学时", SZ_FIELD_HOURS, AT (done_hours_x100), .fallback = SZ_HOURS_NONE, .example = "38" },
  { "结业", SZ_FIELD_CODE, AT (finished), .table = SZ_TABLE_YES_NO, .fallback = SZ_ANSWER_EMPTY,
    .example = "", .note = N_ ("Empty: by the hours") },
  { "证书编号", SZ_FIELD_TEXT, AT (certificate), .example = "" },
  { "班次状态", SZ_FIELD_CODE, AT (cancelled), .table = SZ_TABLE_CLASS_STATE, .example = "正常",
    .note = N_ ("Empty means 正常") },
};

static void
trainee_freed_cb (gpointer row)
{
  sz_store_trainee_clear (row);
  g_free (row);
}

static SzTraineeRow *
copy_trainee (const SzTrainee *trainee)
{
  SzTraineeRow *row = g_new0 (SzTraineeRow, 1);

  row->trainee = (SzTrainee){ .category = g_strdup (trainee->category),
                              .from = trainee->from,
                              .to = trainee->to,
                              .due_hours_x100 = trainee->due_hours_x100,
                              .cancelled = trainee->cancelled };
  return row;
}

static gboolean
note_class_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTraineeRow *row = data;
  const SzImportRun *run = user_data;
  GHashTable *firsts = ((State *)run->state)->firsts;
  char *key = g_strconcat (row->trainee.project, "\x1f", row->trainee.session, NULL);

  if (g_hash_table_contains (firsts, key) || (row->id != 0 && row->id == run->replaces))
    g_free (key);
  else
    g_hash_table_insert (firsts, key, copy_trainee (&row->trainee));
  return TRUE;
}

/* An update may change a class as a whole: then only the rows of the sheet must agree. */
static gboolean
begin_trainees (SzImportRun *run, GError **error)
{
  gboolean fresh = run->state == NULL;

  if (!begin_state (run, trainee_freed_cb, error))
    return FALSE;
  return !fresh || (run->request->update && run->replaces == 0)
         || sz_store_trainee_each (run->store, SZ_ROWS_ALL, note_class_cb, run, error);
}

static gboolean
check_trainee (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzTrainee *trainee = &((const SzTraineeRow *)data)->trainee;
  State *state = run->state;
  g_autofree char *key = g_strconcat (trainee->project, "\x1f", trainee->session, NULL);
  const SzTraineeRow *first = g_hash_table_lookup (state->firsts, key);
  const char *differs = first != NULL ? sz_trainee_differs (&first->trainee, trainee) : NULL;

  sz_kind_check_order (run, "结班日期", trainee->from, trainee->to);
  if (differs != NULL)
    find_conflict (run, differs);
  else if (sz_trainee_is_unclear (trainee, run->today))
    sz_import_fail (run, "completion.missing", (guint)sz_import_field (run, "结业"), NULL);
  if (sz_trainee_is_short (trainee, state->rules->complete_share_x1e4))
    sz_import_find (run, SZ_SEVERITY_WARNING, "completion.short", sz_import_field (run, "完成学时"),
                    sz_import_get_cell (run, (guint)sz_import_field (run, "完成学时"))->text, NULL);
  if (first == NULL && run->row_errors == 0)
    note_class_cb (data, run, NULL);
  return TRUE;
}

static const SzImportHooks trainee_hooks = {
  .begin = begin_trainees,
  .end = end_state,
  .check_row = check_trainee,
};

const SzImportKind sz_import_kind_trainees
    = { "trainees", "培训学员名册", SZ_IMPORT_FIELDS (trainee_fields), .type = &sz_trainee_type,
        .hooks = &trainee_hooks };

#undef AT
#define AT(member) SZ_FIELD_AT (SzMajorRow, major.member)
#define CRITERION(name, member)                                                                    \
  {                                                                                                \
    name, SZ_FIELD_CODE, AT (member), .table = SZ_TABLE_YES_NO, .example = "是",                   \
                                      .note = N_ ("Empty means 否")                                \
  }

static const SzImportField major_fields[] = {
  { "专业代码", SZ_FIELD_TEXT, AT (code), .required = TRUE, .example = "0203" },
  { "专业名称", SZ_FIELD_PROSE, AT (name), .required = TRUE, .example = "汽车维修" },
  { "培养层次", SZ_FIELD_TEXT, AT (level), .example = "高级工" },
  { "开设日期", SZ_FIELD_DATE, AT (opened), .example = "2015-09-01" },
  { "停招日期", SZ_FIELD_DATE, AT (stopped), .example = "" },
  { "共建企业", SZ_FIELD_PROSE, AT (partner), .example = "某某公司" },
  { "协议编号", SZ_FIELD_TEXT, AT (agreement), .example = "XQ2024-01" },
  { "协议起", SZ_FIELD_DATE, AT (agreement_from), .example = "2024-09-01" },
  { "协议止", SZ_FIELD_DATE, AT (agreement_to), .example = "2027-08-31" },
  CRITERION ("课程达标", courses),
  CRITERION ("教师达标", teachers),
  CRITERION ("场地达标", sites),
  CRITERION ("实施达标", practice),
  { "一体化达标日期", SZ_FIELD_DATE, AT (integrated_on), .example = "2025-06-01" },
  { "认定文号", SZ_FIELD_TEXT, AT (document), .example = "" },
};

static void
major_freed_cb (gpointer row)
{
  sz_store_major_clear (row);
  g_free (row);
}

static gboolean
note_major_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzMajor *major = &((const SzMajorRow *)data)->major;
  const gint64 id = ((const SzMajorRow *)data)->id;
  const SzImportRun *run = user_data;
  GHashTable *firsts = ((State *)run->state)->firsts;
  SzMajorRow *row;

  if (g_hash_table_contains (firsts, major->code) || (id != 0 && id == run->replaces))
    return TRUE;
  row = g_new0 (SzMajorRow, 1);
  row->major = *major;
  row->major.code = g_strdup (major->code);
  row->major.name = g_strdup (major->name);
  row->major.level = g_strdup (major->level);
  row->major.document = g_strdup (major->document);
  row->major.partner = NULL;
  row->major.agreement = NULL;
  g_hash_table_insert (firsts, g_strdup (major->code), row);
  return TRUE;
}

static gboolean
begin_majors (SzImportRun *run, GError **error)
{
  gboolean fresh = run->state == NULL;

  if (!begin_state (run, major_freed_cb, error))
    return FALSE;
  return !fresh || (run->request->update && run->replaces == 0)
         || sz_store_major_each (run->store, SZ_ROWS_ALL, note_major_cb, run, error);
}

static void
warn (SzImportRun *run, const char *code, const char *heading)
{
  int field = sz_import_field (run, heading);

  sz_import_find (run, SZ_SEVERITY_WARNING, code, field,
                  sz_import_get_cell (run, (guint)field)->text, NULL);
}

static gboolean
check_major (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzMajor *major = &((const SzMajorRow *)data)->major;
  State *state = run->state;
  const SzMajorRow *first = g_hash_table_lookup (state->firsts, major->code);
  const char *differs = first != NULL ? sz_major_differs (&first->major, major) : NULL;
  const gboolean has_number = major->agreement != NULL && *major->agreement != '\0';

  sz_kind_check_order (run, "停招日期", major->opened, major->stopped);
  sz_kind_check_order (run, "协议止", major->agreement_from, major->agreement_to);
  if (differs != NULL)
    find_conflict (run, differs);
  if (has_number && major->agreement_from == SZ_DATE_NONE)
    sz_import_fail (run, "required.missing", (guint)sz_import_field (run, "协议起"), NULL);
  else if (has_number && major->agreement_to == SZ_DATE_NONE)
    sz_import_fail (run, "required.missing", (guint)sz_import_field (run, "协议止"), NULL);
  if (!has_number && major->partner != NULL && *major->partner != '\0')
    warn (run, "agreement.missing", "共建企业");
  if (sz_major_criteria_unmet (major, state->rules->criteria))
    warn (run, "major.criteria_unmet", "一体化达标日期");
  if (run->row_errors == 0)
    note_major_cb (data, run, NULL);
  return TRUE;
}

static const SzImportHooks major_hooks = {
  .begin = begin_majors,
  .end = end_state,
  .check_row = check_major,
};

const SzImportKind sz_import_kind_majors = { "majors", "专业设置", SZ_IMPORT_FIELDS (major_fields),
                                             .type = &sz_major_type, .hooks = &major_hooks };
