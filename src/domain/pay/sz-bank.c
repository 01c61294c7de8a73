/* sz-bank.c — the bank list 银行代发清单, exact to the byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-bank.h"

#include <string.h>

static const char *const names[SZ_N_BANK_FIELDS] = {
  [SZ_BANK_NUMBER] = "序号",      [SZ_BANK_ACCOUNT] = "账号",  [SZ_BANK_HOLDER] = "户名",
  [SZ_BANK_AMOUNT] = "金额",      [SZ_BANK_NOTE] = "摘要",     [SZ_BANK_BRANCH] = "开户行",
  [SZ_BANK_BRANCH_NO] = "联行号", [SZ_BANK_STAFF_NO] = "工号", [SZ_BANK_DEPARTMENT] = "部门",
};

const char *
sz_bank_field_name (SzBankField field)
{
  g_return_val_if_fail ((guint)field < SZ_N_BANK_FIELDS, NULL);
  return names[field];
}

gboolean
sz_bank_field_parse (const char *name, SzBankField *field)
{
  g_return_val_if_fail (name != NULL && field != NULL, FALSE);
  for (guint i = 0; i < SZ_BANK_FIXED; i++)
    if (strcmp (name, names[i]) == 0)
      {
        *field = (SzBankField)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
sz_bank_fails_luhn (const char *account)
{
  gsize length;
  int sum = 0;

  g_return_val_if_fail (account != NULL, FALSE);
  length = strlen (account);
  if (length < 16 || length > 19 || !g_str_has_prefix (account, "62")
      || strspn (account, "0123456789") != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      int digit = account[length - 1 - i] - '0';

      if (i % 2 == 1)
        digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
      sum += digit;
    }
  return sum % 10 != 0;
}

static char *
format_amount (const SzBankTemplate *layout, SzMoney amount_fen)
{
  return layout->in_fen ? g_strdup_printf ("%" G_GINT64_FORMAT, amount_fen)
                        : sz_money_format (amount_fen);
}

char *
sz_bank_cell (const SzBankTemplate *layout,
              const SzBankColumn *column,
              const SzBankRow *rows,
              gsize index,
              const char *note)
{
  const SzBankRow *row;

  g_return_val_if_fail (layout != NULL && column != NULL && rows != NULL, NULL);
  row = &rows[index];
  switch (column->field)
    {
    case SZ_BANK_NUMBER:
      return g_strdup_printf ("%" G_GSIZE_FORMAT, index + 1);
    case SZ_BANK_ACCOUNT:
      return g_strdup (row->account);
    case SZ_BANK_HOLDER:
      return g_strdup (row->holder);
    case SZ_BANK_AMOUNT:
      return format_amount (layout, row->amount_fen);
    case SZ_BANK_NOTE:
      return g_strdup (note != NULL ? note : "");
    case SZ_BANK_BRANCH:
      return g_strdup (row->branch);
    case SZ_BANK_BRANCH_NO:
      return g_strdup (row->branch_no);
    case SZ_BANK_STAFF_NO:
      return g_strdup (row->staff_no);
    case SZ_BANK_DEPARTMENT:
      return g_strdup (row->department);
    case SZ_BANK_FIXED:
    case SZ_N_BANK_FIELDS:
    default:
      return g_strdup (column->text);
    }
}

char *
sz_bank_format (const SzBankTemplate *layout, const SzBankRow *rows, gsize n, const char *note)
{
  GString *text;
  const char *end;
  SzMoney total_fen = 0;

  g_return_val_if_fail (layout != NULL && (rows != NULL || n == 0), NULL);
  text = g_string_new (NULL);
  end = layout->crlf ? "\r\n" : "\n";
  for (guint i = 0; layout->heading && i < layout->n_columns; i++)
    g_string_append_printf (text, "%s%s", layout->columns[i].title,
                            i + 1 < layout->n_columns ? layout->delimiter : end);
  for (gsize i = 0; i < n; i++)
    {
      for (guint j = 0; j < layout->n_columns; j++)
        {
          g_autofree char *cell = sz_bank_cell (layout, &layout->columns[j], rows, i, note);

          g_string_append_printf (text, "%s%s", cell,
                                  j + 1 < layout->n_columns ? layout->delimiter : end);
        }
      total_fen += rows[i].amount_fen;
    }
  if (layout->trailer)
    {
      g_autofree char *total = format_amount (layout, total_fen);

      g_string_append_printf (text, "%" G_GSIZE_FORMAT "%s%s%s", n, layout->delimiter, total, end);
    }
  return g_string_free (text, FALSE);
}

static void
add_finding (SzIssueList *issues, SzSeverity severity, const char *code, const SzBankRow *row)
{
  sz_issue_list_add (issues, severity, code, 0, NULL, row->staff_no, "staff_no", row->staff_no,
                     "name", row->name, NULL);
}

/* What a text file without quotes cannot hold. */
static gboolean
breaks_text (const SzBankTemplate *layout, const char *cell)
{
  return strpbrk (cell, "\"\r\n") != NULL
         || (*layout->delimiter != '\0' && strstr (cell, layout->delimiter) != NULL);
}

static void
check_text (const SzBankTemplate *layout,
            const SzBankRow *rows,
            gsize index,
            const char *note,
            SzIssueList *issues)
{
  for (guint i = 0; i < layout->n_columns; i++)
    {
      g_autofree char *cell = sz_bank_cell (layout, &layout->columns[i], rows, index, note);

      if (breaks_text (layout, cell))
        {
          sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "bank.text", 0, layout->columns[i].title,
                             cell, "staff_no", rows[index].staff_no, "name", rows[index].name,
                             NULL);
          return;
        }
    }
}

void
sz_bank_check (const SzBankTemplate *layout,
               const SzBankRow *rows,
               gsize n,
               const char *note,
               gboolean text,
               SzIssueList *issues)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  guint before;

  g_return_if_fail (layout != NULL && issues != NULL && (rows != NULL || n == 0));
  before = sz_issue_list_errors (issues);
  for (gsize i = 0; i < n; i++)
    {
      if (*rows[i].account == '\0')
        add_finding (issues, SZ_SEVERITY_ERROR, "bank.account_missing", &rows[i]);
      else if (!g_hash_table_add (seen, (gpointer)rows[i].account))
        add_finding (issues, SZ_SEVERITY_ERROR, "bank.account_repeated", &rows[i]);
      if (text)
        check_text (layout, rows, i, note, issues);
    }
  for (gsize i = 0; i < n && sz_issue_list_errors (issues) == before; i++)
    if (sz_bank_fails_luhn (rows[i].account))
      add_finding (issues, SZ_SEVERITY_WARNING, "bank.account_checksum", &rows[i]);
}
