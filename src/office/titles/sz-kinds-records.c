/* sz-kinds-records.c — kinds of import appointments 聘任记录 and titles 职称证书: dated records of
 * posts and titles, and what they lie on (RULE ppl-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-kinds-titles.h"
#include "sz-row-type.h"
#include "sz-store-facts.h"
#include "sz-store-people.h"

/* clang-format off */
#define WHO \
  { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzPaperRow, person_id), .required = TRUE, .example = "1001" }, \
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三", .note = N_ ("Only compared with the register") }

static const SzImportField appointments[] = {
  WHO,
  { "岗位等级", SZ_FIELD_POST, .required = TRUE, .example = "专技八级" },
  { "起聘日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzPaperRow, from), .required = TRUE, .example = "2020-09-15" },
  { "聘期止", SZ_FIELD_DATE, SZ_FIELD_AT (SzPaperRow, term_to), .example = "2023-09-14" },
  { "批文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPaperRow, approval), .example = "" },
  { "文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPaperRow, document), .example = "" },
};

static const SzImportField titles[] = {
  WHO,
  { "职称", SZ_FIELD_CODE, .required = TRUE, .table = SZ_TABLE_TITLE, .example = "讲师" },
  { "取得日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzPaperRow, from), .required = TRUE, .example = "2019-12-01" },
  { "证书编号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPaperRow, certificate), .example = "" },
  { "文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPaperRow, document), .example = "" },
};
/* clang-format on */

static gboolean
is_appointment (const SzImportRun *run)
{
  return run->kind == &sz_import_kind_appointments;
}

static guint
find_value_field (const SzImportRun *run)
{
  return (guint)sz_import_field (run, is_appointment (run) ? "岗位等级" : "职称");
}

/* The value of the record as it is stored. */
static gboolean
read_value (SzImportRun *run, char **value)
{
  SzPost post = 0;

  if (!is_appointment (run))
    return sz_import_read_code (run, find_value_field (run), value);
  if (!sz_import_read_own_post (run, find_value_field (run), &post))
    return FALSE;
  *value = sz_post_code (post);
  return TRUE;
}

static gboolean
resolve_paper (SzImportRun *run, gpointer data, GError **error)
{
  SzPaperRow *row = data;
  const SzRecordField field = is_appointment (run) ? SZ_RECORD_POST : SZ_RECORD_TITLE;

  (void)error;
  g_free (row->field);
  row->field = g_strdup (sz_record_field_code (field));
  return TRUE;
}

/* The record of just this day, if there is one. */
static const SzRecord *
find_record (const SzPersonFile *file, const SzPaperRow *row)
{
  for (guint i = 0; i < file->records->len; i++)
    {
      const SzRecord *record = &g_array_index (file->records, SzRecord, i);

      if (g_strcmp0 (sz_record_field_code (record->field), row->field) == 0
          && sz_date_first_day (record->from) == sz_date_first_day (row->from))
        return record;
    }
  return NULL;
}

static gboolean
check_paper (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzPaperRow *row = data;
  g_autoptr (SzPersonFile) file = sz_store_person_by_id (run->store, row->person_id, error);
  const guint field = find_value_field (run);
  g_autofree char *value = NULL;
  g_autofree char *from = sz_date_format (row->from);
  const SzRecord *record;

  if (file == NULL)
    return FALSE;
  record = find_record (file, row);
  if (read_value (run, &value) && record != NULL && g_strcmp0 (record->value, value) != 0
      && !run->request->update)
    sz_import_find (run, SZ_SEVERITY_ERROR, "row.conflict", (int)field,
                    sz_import_get_cell (run, field)->text, "where", "register", NULL);
  if (row->term_to != SZ_DATE_NONE
      && sz_date_first_day (row->term_to) < sz_date_first_day (row->from))
    sz_import_find (run, SZ_SEVERITY_ERROR, "date.order", sz_import_field (run, "聘期止"),
                    sz_import_get_cell (run, (guint)sz_import_field (run, "聘期止"))->text, "other",
                    from, NULL);
  return TRUE;
}

/* Takes over what @there lacks; TRUE when anything was. With an update the new words stand. */
static gboolean
add_text (char **there, const char *text, gboolean update)
{
  if (text == NULL || *text == '\0' || g_strcmp0 (*there, text) == 0
      || (!update && *there != NULL && **there != '\0'))
    return FALSE;
  g_free (*there);
  *there = g_strdup (text);
  return TRUE;
}

/* What the record lies on: a new paper, or what the one there lacks. */
static gboolean
put_paper (SzImportRun *run, SzPaperRow *row, gboolean *changed, GError **error)
{
  const gboolean update = run->request->update;
  g_auto (SzPaperRow) there
      = { .person_id = row->person_id, .field = g_strdup (row->field), .from = row->from };
  SzPutResult result;
  gboolean found = FALSE;

  if (!sz_store_paper_find (run->store, &there, &found, error))
    return FALSE;
  if (!found)
    {
      *changed = row->term_to != SZ_DATE_NONE || (row->approval != NULL && *row->approval != '\0')
                 || (row->document != NULL && *row->document != '\0')
                 || (row->certificate != NULL && *row->certificate != '\0');
      return sz_store_paper_put (run->act, row, SZ_PUT_INSERT, &result, error);
    }
  if (row->term_to != SZ_DATE_NONE && row->term_to != there.term_to
      && (update || there.term_to == SZ_DATE_NONE))
    {
      there.term_to = row->term_to;
      *changed = TRUE;
    }
  *changed |= add_text (&there.approval, row->approval, update);
  *changed |= add_text (&there.document, row->document, update);
  *changed |= add_text (&there.certificate, row->certificate, update);
  return !*changed || sz_store_paper_put (run->act, &there, SZ_PUT_UPDATE, &result, error);
}

static gboolean
write_paper (SzImportRun *run, gpointer data, SzPutResult *result, GError **error)
{
  SzPaperRow *row = data;
  g_autoptr (SzPersonFile) file = sz_store_person_by_id (run->store, row->person_id, error);
  g_autofree char *value = NULL;
  const SzRecord *there;
  gboolean changed = FALSE;
  SzRecord record = { .from = row->from };

  if (file == NULL || !read_value (run, &value))
    return FALSE;
  there = find_record (file, row);
  record.field = (SzRecordField)sz_record_field_from_code (row->field);
  record.value = value;
  if (there == NULL && !sz_store_record_change (run->act, row->person_id, &record, error))
    return FALSE;
  if (there != NULL && g_strcmp0 (there->value, value) != 0)
    {
      record.id = there->id;
      record.row_version = there->row_version;
      changed = TRUE;
      if (!sz_store_record_correct (run->act, row->person_id, &record, error))
        return FALSE;
    }
  if (!put_paper (run, row, &changed, error))
    return FALSE;
  *result = there == NULL ? SZ_PUT_INSERTED : changed ? SZ_PUT_UPDATED : SZ_PUT_UNCHANGED;
  return TRUE;
}

static const SzImportHooks hooks
    = { .resolve = resolve_paper, .check_row = check_paper, .put = write_paper };

const SzImportKind sz_import_kind_appointments
    = { "appointments", "聘任记录", SZ_IMPORT_FIELDS (appointments), .type = &sz_record_paper_type,
        .hooks = &hooks };
const SzImportKind sz_import_kind_titles = { "titles", "职称证书", SZ_IMPORT_FIELDS (titles),
                                             .type = &sz_record_paper_type, .hooks = &hooks };
