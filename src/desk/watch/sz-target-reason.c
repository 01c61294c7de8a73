/* sz-target-reason.c — why somebody who was due did not take part, entered from the list of names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target-reason.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-register.h"

/* The columns of the register 应评名单 that name an item, and the reason. */
enum
{
  YEAR,
  STUDENT,
  OCCUPATION,
  LEVEL,
  BATCH,
  REASON,
  N_COLUMNS
};

static gboolean
find_columns (const SzRegister *reg, guint columns[N_COLUMNS])
{
  static const char *const headings[N_COLUMNS]
      = { "年度", "学号", "职业工种", "等级", "批次", "未评原因" };
  guint found = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    for (guint c = 0; c < reg->n_columns; c++)
      if (g_str_equal (reg->columns[c].heading, headings[i]))
        {
          columns[i] = c;
          found++;
        }
  return found == N_COLUMNS;
}

char *
sz_target_reason_what (const char *occupation, const char *level, const char *batch)
{
  return g_strdup_printf ("%s %s %s", occupation, level, batch);
}

char *
sz_target_reason_subject (int year, const char *student_no, const char *what)
{
  return g_strdup_printf ("%d\t%s\t%s", year, student_no, what);
}

static SzRegisterRow *
find_row (GPtrArray *rows, const guint columns[N_COLUMNS], const char *subject)
{
  for (guint i = 0; i < rows->len; i++)
    {
      SzRegisterRow *row = g_ptr_array_index (rows, i);
      g_autofree char *what
          = sz_target_reason_what (row->cells[columns[OCCUPATION]], row->cells[columns[LEVEL]],
                                   row->cells[columns[BATCH]]);
      g_autofree char *own = g_strdup_printf ("%s\t%s\t%s", row->cells[columns[YEAR]],
                                              row->cells[columns[STUDENT]], what);

      if (g_str_equal (own, subject))
        return row;
    }
  return NULL;
}

/* By the register, so that the row is judged as a line of its sheet. */
static gboolean
put_text (SzOffice *office, const char *subject, const char *text, char **act, GError **error)
{
  const SzRegister *reg = sz_register_find ("skill-due");
  g_autoptr (GPtrArray) rows = NULL;
  guint columns[N_COLUMNS];
  SzRegisterRow *row;

  g_return_val_if_fail (reg != NULL && find_columns (reg, columns), FALSE);
  rows = sz_register_read (office, reg, NULL, error);
  if (rows == NULL)
    return FALSE;
  row = find_row (rows, columns, subject);
  if (row == NULL)
    return sz_error_set (error, SZ_ERROR_STALE, "register.gone", NULL);
  g_free (row->cells[columns[REASON]]);
  row->cells[columns[REASON]] = g_strdup (text);
  return sz_office_register_put (office, reg, row, act, error);
}

typedef struct
{
  char *subject;
  char *text;
} Reason;

static void
free_reason (gpointer data)
{
  Reason *reason = data;

  g_free (reason->subject);
  g_free (reason->text);
  g_free (reason);
}

static gpointer
put_reason_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Reason *reason = data;
  char *act = NULL;

  return put_text (office, reason->subject, reason->text, &act, error) ? act : NULL;
}

static void
reason_put_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  sz_page_done (owner, _ ("Saved"), act);
}

void
sz_target_reason_write (SzPage *page, char *subject, const char *text)
{
  Reason *reason;

  g_return_if_fail (SZ_IS_PAGE (page) && subject != NULL && text != NULL);
  reason = g_new (Reason, 1);
  *reason = (Reason){ subject, g_strdup (text) };
  sz_page_write (page,
                 SZ_WORK (put_reason_cb, reason, free_reason, g_free, .changes = SZ_CHANGED_ALL),
                 reason_put_cb);
}
