/* sz-import-written.c — rows as they are stored, for people to look at before they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-written.h"

#include "sz-import-cell.h"

/* A copy of the import that finds nothing: what the row says was judged already. */
static void
make_quiet (const SzImportRun *run, SzImportRun *quiet, SzImportResult *result)
{
  *result = (SzImportResult){ .issues = sz_issue_list_new () };
  *quiet = *run;
  quiet->result = result;
  quiet->faulty = NULL;
}

static char *
dup_numbered (SzImportRun *run, guint field, SzFieldType type)
{
  SzMoney amount_fen = 0;
  gint64 value = 0;
  int number = 0;

  if (type == SZ_FIELD_YEAR)
    return sz_import_read_year (run, field, &number) ? g_strdup_printf ("%d", number) : NULL;
  if (type == SZ_FIELD_MONTH || type == SZ_FIELD_MONTH_OR_YEAR)
    return sz_import_read_month (run, field, type == SZ_FIELD_MONTH_OR_YEAR, &number)
               ? g_strdup_printf ("%d", number)
               : NULL;
  if (type == SZ_FIELD_PERCENT)
    return sz_import_read_percent (run, field, &number) ? g_strdup_printf ("%d%%", number) : NULL;
  if (type == SZ_FIELD_COUNT)
    return sz_import_read_count (run, field, &number) ? g_strdup_printf ("%d", number) : NULL;
  if (type == SZ_FIELD_HOURS)
    return sz_import_read_decimal (run, field, SZ_HOURS_DECIMALS, &value)
               ? sz_decimal_format (value, SZ_HOURS_DECIMALS)
               : NULL;
  if (type == SZ_FIELD_RATIO)
    return sz_import_read_share (run, field, &value) ? sz_decimal_format (value, SZ_RATIO_DECIMALS)
                                                     : NULL;
  return sz_import_read_signed_money (run, field, &amount_fen) ? sz_money_format (amount_fen)
                                                               : NULL;
}

static char *
dup_post (SzImportRun *run, guint field)
{
  SzPost post = 0;

  return sz_import_read_own_post (run, field, &post) && post != 0 ? sz_post_name (post) : NULL;
}

static char *
dup_period (SzImportRun *run, guint field)
{
  SzDate from = SZ_DATE_NONE;
  SzDate to = SZ_DATE_NONE;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!sz_import_read_period (run, field, &from, &to))
    return NULL;
  first = sz_date_format (from);
  last = sz_date_format (to);
  return g_strconcat (first, " – ", last, NULL);
}

static char *
dup_code (SzImportRun *run, guint field, const char *folded)
{
  const SzCode *code = NULL;

  return sz_import_mean_code (run, field, sz_import_get_cell (run, field), folded, &code)
                 && code != NULL
             ? g_strdup (code->name)
             : NULL;
}

/* NULL: it is stored as it stands. */
static char *
dup_meant (SzImportRun *run, guint field, const char *folded)
{
  char *text = NULL;
  SzDate date = SZ_DATE_NONE;

  switch (run->kind->fields[field].type)
    {
    case SZ_FIELD_TEXT:
    case SZ_FIELD_PROSE:
    case SZ_FIELD_NAME:
    case SZ_FIELD_STAFF_NO:
    case SZ_FIELD_DEPARTMENT:
    case SZ_FIELD_PHONE:
    case SZ_FIELD_ACCOUNT:
    case SZ_FIELD_PERSON:
    case SZ_FIELD_PERSON_NAME:
      return sz_import_read_text (run, field, &text) ? text : NULL;
    case SZ_FIELD_ID_NUMBER:
      return sz_import_read_id_number (run, field, &text) ? text : NULL;
    case SZ_FIELD_DATE:
      return sz_import_read_date (run, field, &date) ? sz_date_format (date) : NULL;
    case SZ_FIELD_PERIOD:
      return dup_period (run, field);
    case SZ_FIELD_CHOICE:
      return sz_import_read_choice (run, field, &text) ? text : NULL;
    case SZ_FIELD_WORDS:
      return sz_import_read_list (run, field, &text) ? text : NULL;
    case SZ_FIELD_CODE:
      return dup_code (run, field, folded);
    case SZ_FIELD_POST:
      return dup_post (run, field);
    case SZ_FIELD_YEAR:
    case SZ_FIELD_COUNT:
    case SZ_FIELD_HOURS:
    case SZ_FIELD_MONTH:
    case SZ_FIELD_MONTH_OR_YEAR:
    case SZ_FIELD_RATIO:
    case SZ_FIELD_PERCENT:
    case SZ_FIELD_MONEY:
    case SZ_FIELD_SIGNED_MONEY:
    default:
      return dup_numbered (run, field, run->kind->fields[field].type);
    }
}

static char *
dup_value (SzImportRun *run, guint field)
{
  g_autofree char *folded = NULL;
  char *meant;

  if (run->columns->column_of_field[field] < 0)
    return NULL;
  if (!sz_import_read_folded (run, field, &folded) || *folded == '\0')
    return g_strdup ("");
  meant = dup_meant (run, field, folded);
  return meant != NULL ? meant : g_steal_pointer (&folded);
}

void
sz_import_keep_written (SzImportRun *run, gboolean added)
{
  SzImportResult *result = run->result;
  SzImportResult scratch;
  SzImportRun quiet;
  SzImportWritten *written;

  if (!run->request->list_changes || result->n_written++ >= SZ_IMPORT_WRITTEN_MAX)
    return;
  make_quiet (run, &quiet, &scratch);
  written = g_new0 (SzImportWritten, 1);
  written->row = run->row->number;
  written->added = added;
  written->n_values = run->kind->n_fields;
  written->values = g_new0 (char *, written->n_values);
  for (guint i = 0; i < written->n_values; i++)
    written->values[i] = dup_value (&quiet, i);
  g_ptr_array_add (result->written, written);
  sz_issue_list_free (scratch.issues);
}
