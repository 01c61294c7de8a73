/* sz-import-cell.c — cells become texts, dates, numbers and amounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-cell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-import-doubt.h"
#include "sz-leave.h"
#include "sz-text.h"

#define YEAR_FIRST 1950
#define YEAR_LAST 2100
/* Days outside of these are slips of the keyboard. */
#define DAY_FIRST 19000101
#define DAY_LAST 21001231
/* More digits than this a number cell does not keep. */
#define NUMBER_DIGITS_MAX 15

gboolean
sz_import_has (SzImportRun *run, guint field)
{
  g_autofree char *text = sz_text_visible (sz_import_get_cell (run, field)->text);

  return *text != '\0';
}

gboolean
sz_import_fail (SzImportRun *run, const char *code, guint field, const char *value)
{
  sz_import_find (run, SZ_SEVERITY_ERROR, code, (int)field, value, NULL);
  return FALSE;
}

gboolean
sz_import_refuse_number (SzImportRun *run, guint field, const char *why)
{
  sz_import_find (run, SZ_SEVERITY_ERROR, "number.invalid", (int)field,
                  sz_import_get_cell (run, field)->text, "why", why, NULL);
  return FALSE;
}

/* What offices put where there is nothing. */
gboolean
sz_import_means_nothing (const char *text)
{
  static const char *const signs[] = { "-", "--", "—", "——", "/", "\\", "无", NULL };

  return g_strv_contains (signs, text);
}

/* A failed formula; in text files and strings too, where only its sign is left. */
static gboolean
shows_error (const SzCell *cell)
{
  static const char *const signs[]
      = { "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", NULL };

  return cell->type == SZ_CELL_ERROR || (*cell->text == '#' && g_strv_contains (signs, cell->text));
}

gboolean
sz_import_read_folded (SzImportRun *run, guint field, char **text)
{
  const SzCell *cell = sz_import_get_cell (run, field);

  *text = NULL;
  if (cell->type == SZ_CELL_ERROR && g_str_equal (cell->text, "="))
    return sz_import_fail (run, "cell.formula", field, cell->text);
  if (shows_error (cell))
    return sz_import_fail (run, "cell.error", field, cell->text);
  *text = sz_text_visible (cell->text);
  if ((guchar) * *text >= 0x80)
    {
      g_autofree char *folded = *text;

      *text = sz_text_plain_radicals (folded);
    }
  if (**text == '\0' && run->kind->fields[field].required
      && !(run->by_hand && run->kind->fields[field].hand_may_lack))
    {
      g_clear_pointer (text, g_free);
      return sz_import_fail (run, "required.missing", field, NULL);
    }
  return TRUE;
}

/* John  Smith has one blank between his names. */
static void
join_blanks (char *name)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", name, 0, 0);
  g_autofree char *joined = g_strjoinv (" ", parts);

  if (strlen (joined) <= strlen (name))
    strcpy (name, joined);
}

/* 张　三 is written with blanks so that names line up; 买买提·艾力 and Anna Karenina are not. */
static void
join_name (char *name)
{
  char *to = name;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isalpha (*p))
        {
          join_blanks (name);
          return;
        }
    }
  for (const char *p = name; *p != '\0';)
    {
      /* Looked at before the bytes move. */
      const char *next = g_utf8_next_char (p);
      gboolean blank = g_unichar_isspace (g_utf8_get_char (p));

      if (!blank)
        {
          memmove (to, p, (gsize)(next - p));
          to += next - p;
        }
      p = next;
    }
  *to = '\0';
}

static void
squeeze_text (char **text)
{
  char *squeezed = sz_text_squeeze (*text);

  g_free (*text);
  *text = squeezed;
}

/* Blanks between groups of digits go; an account that is no row of digits was rounded or mistyped.
   Four zeros at the end of a long one are likelier a lost end than a number. */
static gboolean
take_account (SzImportRun *run, guint field, const SzCell *cell, char **text)
{
  squeeze_text (text);
  if (**text == '\0' || sz_import_means_nothing (*text))
    return TRUE;
  if (strspn (*text, "0123456789") != strlen (*text)
      || (cell->type == SZ_CELL_NUMBER && strlen (*text) > NUMBER_DIGITS_MAX))
    return sz_import_fail (run, "account.damaged", field, cell->text);
  if (strlen (*text) > NUMBER_DIGITS_MAX && g_str_has_suffix (*text, "0000"))
    sz_import_find (run, SZ_SEVERITY_WARNING, "account.zeros", (int)field, cell->text, NULL);
  return TRUE;
}

/* ="02001" and '02001, as programs write a number that is to stay text. */
gboolean
sz_import_clean_staff_no (SzImportRun *run, guint field, char *text)
{
  const SzCell *cell = sz_import_get_cell (run, field);
  gsize length = strlen (text);

  if (cell->type == SZ_CELL_NUMBER && length > NUMBER_DIGITS_MAX)
    return sz_import_fail (run, "staff_no.damaged", field, cell->text);
  if (g_str_has_prefix (text, "=\"") && length > 2 && text[length - 1] == '"')
    {
      text[length - 1] = '\0';
      memmove (text, text + 2, length - 2);
    }
  else if (*text == '\'' || *text == '`')
    memmove (text, text + 1, length);
  g_strstrip (text);
  return TRUE;
}

/* What a terminal or a page would obey stands in no name; what turns the direction of text is left
 * out and said. */
static gboolean
check_sound (SzImportRun *run, guint field, const SzCell *cell)
{
  const SzTextFault fault = sz_text_find_fault (cell->text);
  g_autofree char *shown = fault != SZ_TEXT_SOUND ? sz_text_harmless (cell->text) : NULL;

  if (fault == SZ_TEXT_CONTROL)
    return sz_import_fail (run, "text.control", field, shown);
  if (fault == SZ_TEXT_TURNED)
    sz_import_find (run, SZ_SEVERITY_WARNING, "text.turned", (int)field, shown, NULL);
  return TRUE;
}

gboolean
sz_import_read_text (SzImportRun *run, guint field, char **text)
{
  const SzImportField *spec = &run->kind->fields[field];
  const SzCell *cell = sz_import_get_cell (run, field);
  g_autofree char *folded = NULL;

  if (!sz_import_read_folded (run, field, &folded) || !check_sound (run, field, cell))
    return FALSE;
  if (spec->type == SZ_FIELD_NAME || spec->type == SZ_FIELD_PERSON_NAME)
    join_name (folded);
  if (spec->type == SZ_FIELD_DEPARTMENT)
    squeeze_text (&folded);
  if (spec->type == SZ_FIELD_NAME || spec->type == SZ_FIELD_DEPARTMENT)
    sz_import_doubt_name (run, field, folded);
  if (spec->type == SZ_FIELD_PROSE && *folded != '\0')
    {
      g_free (folded);
      folded = sz_text_find_fault (cell->text) == SZ_TEXT_TURNED
                   ? sz_text_visible (cell->text)
                   : g_strstrip (g_strdup (cell->text));
    }
  if (spec->type == SZ_FIELD_PHONE && cell->type == SZ_CELL_NUMBER
      && strlen (folded) > NUMBER_DIGITS_MAX)
    return sz_import_fail (run, "account.damaged", field, cell->text);
  if (spec->type == SZ_FIELD_ACCOUNT && !take_account (run, field, cell, &folded))
    return FALSE;
  if (spec->type == SZ_FIELD_STAFF_NO && !sz_import_clean_staff_no (run, field, folded))
    return FALSE;
  g_free (*text);
  *text = g_steal_pointer (&folded);
  return TRUE;
}

/* "2019-09-01 00:00:00", as databases write a day: no field of ours has a time. */
static void
cut_time (char *text)
{
  char *at = strpbrk (text, " T");
  const char *time = at;
  guint n_colons = 0;

  if (at == NULL || !g_ascii_isdigit (at[1]) || at == text || !g_ascii_isdigit (at[-1]))
    return;
  for (time++; *time != '\0' && (g_ascii_isdigit (*time) || strchr (":.Z", *time) != NULL); time++)
    n_colons += *time == ':' ? 1 : 0;
  if (*time == '\0' && n_colons > 0)
    *at = '\0';
}

/* A number cell with 2019.1 in it may have been typed as 2019.10: the program drops the 0. */
static void
doubt_month (SzImportRun *run, guint field, const SzCell *cell, SzDate date)
{
  if (cell->type == SZ_CELL_NUMBER && sz_date_is_month (date)
      && g_str_has_suffix (cell->text, ".1"))
    sz_import_find (run, SZ_SEVERITY_WARNING, "date.ambiguous", (int)field, cell->text, NULL);
}

gboolean
sz_import_read_date (SzImportRun *run, guint field, SzDate *date)
{
  const SzCell *cell = sz_import_get_cell (run, field);
  g_autofree char *folded = NULL;
  SzDate found = SZ_DATE_NONE;

  g_return_val_if_fail (date != NULL, FALSE);

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (*folded == '\0' || (!run->kind->fields[field].required && sz_import_means_nothing (folded)))
    return TRUE;
  cut_time (folded);
  if (cell->type == SZ_CELL_DATE && cell->date != SZ_DATE_NONE)
    found = cell->date;
  else if (!sz_date_parse (folded, &found, NULL))
    return sz_import_fail (run, "date.invalid", field, cell->text);
  if (sz_date_first_day (found) < DAY_FIRST || found > DAY_LAST)
    return sz_import_fail (run, "date.invalid", field, cell->text);
  doubt_month (run, field, cell, found);
  *date = found;
  return TRUE;
}

void
sz_import_check_order (SzImportRun *run, int field, SzDate from, SzDate to)
{
  g_autofree char *other = sz_date_format (from);

  g_return_if_fail (run != NULL);

  if (sz_date_first_day (to) < sz_date_first_day (from))
    sz_import_find (run, SZ_SEVERITY_ERROR, "date.order", field,
                    sz_import_get_cell (run, (guint)field)->text, "other", other, NULL);
}

gboolean
sz_import_read_year (SzImportRun *run, guint field, int *year)
{
  g_autofree char *folded = NULL;
  gint64 value;

  g_return_val_if_fail (run != NULL && year != NULL, FALSE);

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (*folded == '\0')
    return TRUE;
  for (gsize i = 0; i < 2; i++)
    {
      static const char *const endings[] = { "年度", "年" };

      if (g_str_has_suffix (folded, endings[i]))
        folded[strlen (folded) - strlen (endings[i])] = '\0';
    }
  if (strchr (folded, ',') != NULL || !sz_decimal_parse (folded, 0, &value, NULL)
      || value < YEAR_FIRST || value > YEAR_LAST)
    return sz_import_refuse_number (run, field, _ (" (a year is written as 2025)"));
  if (value > sz_date_year (run->today))
    sz_import_find (run, SZ_SEVERITY_WARNING, "year.future", (int)field,
                    sz_import_get_cell (run, field)->text, NULL);
  *year = (int)value;
  return TRUE;
}

/* Why a number was refused, behind the sentence that it was. */
static const char *
explain_number (const GError *error, int decimals)
{
  g_autofree char *code = error != NULL ? sz_error_dup_code (error) : g_strdup ("");

  if (g_str_has_suffix (code, ".decimals") && decimals == SZ_RATIO_DECIMALS)
    return _ (" (at most four decimals)");
  if (g_str_has_suffix (code, ".decimals"))
    return decimals == 0 ? _ (" (it must be a whole number)") : _ (" (at most two decimals)");
  if (g_str_has_suffix (code, ".overflow"))
    return _ (" (it is too large)");
  return error == NULL ? _ (" (it must not be negative)") : _ (" (it is not written as a number)");
}

gboolean
sz_import_read_decimal (SzImportRun *run, guint field, int decimals, gint64 *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folded = NULL;
  gint64 number = 0;

  g_return_val_if_fail (run != NULL && value != NULL, FALSE);

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (*folded == '\0')
    return TRUE;
  /* RULE num-1: strict; negative hours, counts and points make no sense anywhere. */
  if (!sz_decimal_parse (folded, decimals, &number, &error) || number < 0)
    {
      sz_import_refuse_number (run, field, explain_number (error, decimals));
      return FALSE;
    }
  *value = number;
  return TRUE;
}

gboolean
sz_import_read_count (SzImportRun *run, guint field, int *value)
{
  gint64 number = *value;

  g_return_val_if_fail (run != NULL, FALSE);

  if (!sz_import_read_decimal (run, field, 0, &number))
    return FALSE;
  if (number > G_MAXINT)
    return sz_import_refuse_number (run, field, _ (" (it is too large)"));
  *value = (int)number;
  return TRUE;
}

static gboolean
read_amount (SzImportRun *run, guint field, gboolean is_signed, SzMoney *amount_fen)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folded = NULL;
  SzMoney amount = 0;

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (*folded == '\0')
    return TRUE;
  if (sz_columns_unit (folded) != NULL)
    return sz_import_fail (run, "money.unit", field, sz_import_get_cell (run, field)->text);
  /* RULE num-1 */
  if (!sz_money_parse (folded, &amount, &error) || (amount < 0 && !is_signed))
    {
      sz_import_find (run, SZ_SEVERITY_ERROR, "money.invalid", (int)field,
                      sz_import_get_cell (run, field)->text, "why", explain_number (error, 2),
                      NULL);
      return FALSE;
    }
  *amount_fen = amount;
  return TRUE;
}

gboolean
sz_import_read_money (SzImportRun *run, guint field, SzMoney *amount_fen)
{
  g_return_val_if_fail (run != NULL, FALSE);

  return read_amount (run, field, FALSE, amount_fen);
}

gboolean
sz_import_read_signed_money (SzImportRun *run, guint field, SzMoney *amount_fen)
{
  g_return_val_if_fail (run != NULL, FALSE);

  return read_amount (run, field, TRUE, amount_fen);
}

gboolean
sz_import_read_percent (SzImportRun *run, guint field, int *percent)
{
  g_autofree char *folded = NULL;
  gint64 number = 0;

  g_return_val_if_fail (run != NULL && percent != NULL, FALSE);

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (*folded == '\0')
    return TRUE;
  if (g_str_has_suffix (folded, "%"))
    folded[strlen (folded) - 1] = '\0';
  if (!sz_decimal_parse (g_strchomp (folded), 0, &number, NULL) || number < 0 || number > 100)
    return sz_import_refuse_number (run, field, _ (" (a percentage is a whole number up to 100)"));
  *percent = (int)number;
  return TRUE;
}

gboolean
sz_import_read_period (SzImportRun *run, guint field, SzDate *from, SzDate *to)
{
  const char *text = sz_import_get_cell (run, field)->text;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (*folded == '\0' || (!run->kind->fields[field].required && sz_import_means_nothing (folded)))
    return TRUE;
  /* As it stands: a full-width hyphen parts two ISO dates. */
  if (!sz_leave_parse_span (text, from, to, NULL) || sz_date_first_day (*from) < DAY_FIRST
      || *to > DAY_LAST)
    return sz_import_fail (run, "date.invalid", field, text);
  return TRUE;
}

gboolean
sz_import_read_month (SzImportRun *run, guint field, gboolean or_year, int *month)
{
  g_autofree char *folded = NULL;
  gint64 value = 0;

  g_return_val_if_fail (run != NULL && month != NULL, FALSE);

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (*folded == '\0')
    return TRUE;
  *month = 0;
  if (or_year && (g_str_equal (folded, "全年") || g_str_equal (folded, "年度")))
    return TRUE;
  for (gsize i = 0; i < 2; i++)
    {
      static const char *const endings[] = { "月份", "月" };

      if (g_str_has_suffix (folded, endings[i]))
        folded[strlen (folded) - strlen (endings[i])] = '\0';
    }
  if (!sz_decimal_parse (folded, 0, &value, NULL) || value > 12 || value < (or_year ? 0 : 1))
    return sz_import_refuse_number (run, field,
                                    or_year ? _ (" (a month is 1 to 12, the whole year 0)")
                                            : _ (" (a month is 1 to 12)"));
  *month = (int)value;
  return TRUE;
}

gboolean
sz_import_read_share (SzImportRun *run, guint field, gint64 *share_x1e4)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folded = NULL;
  gint64 number = 0;
  gsize length;

  g_return_val_if_fail (run != NULL && share_x1e4 != NULL, FALSE);

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  length = strlen (folded);
  if (length == 0 || folded[length - 1] != '%')
    return sz_import_read_decimal (run, field, SZ_RATIO_DECIMALS, share_x1e4);
  folded[length - 1] = '\0';
  /* A percent is a hundredth: two decimals of it are four of the share. */
  if (!sz_decimal_parse (g_strchomp (folded), SZ_RATIO_DECIMALS - 2, &number, &error) || number < 0)
    return sz_import_refuse_number (run, field, explain_number (error, SZ_RATIO_DECIMALS - 2));
  *share_x1e4 = number;
  return TRUE;
}
