/* sz-pay-bank.c — the bank list of a run 银行代发清单
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-bank.h"

#include <glib/gstdio.h>

#include "sz-bank-paper.h"
#include "sz-message.h"
#include "sz-office-note.h"
#include "sz-office-private.h"
#include "sz-params.h"

void
sz_bank_done_free (SzBankDone *done)
{
  if (done == NULL)
    return;
  g_free (done->layout);
  g_free (done->file);
  g_array_unref (done->left_out);
  g_free (done);
}

static gboolean
is_workbook (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".xlsx");
}

/* Exact to the byte: nothing quoted, nothing guarded, every line ended. */
static gboolean
write_text (const SzBankList *list, const char *path, GError **error)
{
  const SzBankTemplate *layout = &list->layout.layout;
  g_autofree char *text = sz_bank_format (layout, (const SzBankRow *)(gpointer)list->rows->data,
                                          list->rows->len, list->note);
  g_autoptr (GError) fault = NULL;
  g_autofree char *encoded = NULL;
  gsize length = 0;

  encoded = g_convert (text, -1, layout->encoding, "UTF-8", NULL, &length, &fault);
  if (encoded == NULL)
    return sz_error_set (error, SZ_ERROR_FORMAT, "bank.encoding", "encoding", layout->encoding,
                         NULL);
  if (g_file_set_contents (path, encoded, (gssize)length, &fault))
    return TRUE;
  return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail",
                       fault->message, NULL);
}

static gboolean
write_workbook (SzBankList *list, const char *path, GError **error)
{
  g_autoptr (SzPaper) paper = sz_paper_new ("银行代发清单", SZ_ORIENTATION_AUTO);

  sz_paper_add_title (paper, "银行代发清单");
  sz_bank_paper_add (paper, list);
  return sz_paper_write_xlsx (&paper, 1, path, NULL, NULL, NULL, error);
}

/* RULE aud-1: the file gets its name only when the log knows of it. Takes @list. */
static gboolean
export_list (SzBankList *list, SzOffice *office, gint64 run, const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  json_t *summary = json_pack ("{s:I, s:i}", "run", (json_int_t)run, "count", (int)list->rows->len);
  gboolean written;

  if (is_workbook (path))
    written = write_workbook (list, part, error);
  else
    {
      written = write_text (list, part, error);
      sz_bank_list_free (list);
    }
  if (!written)
    {
      json_decref (summary);
      return FALSE;
    }
  if (!sz_office_note_file (office, "pay.bank", path, part, summary, error))
    {
      g_unlink (part);
      return FALSE;
    }
  /* Accounts of everybody: for the owner alone. Not every file system knows that. */
  if (g_chmod (part, 0600) != 0)
    g_debug ("mode of %s stays", part);
  if (g_rename (part, path) == 0)
    return TRUE;
  g_unlink (part);
  return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail", "", NULL);
}

static SzBankDone *
make_done (const SzBankList *list, const SzBankAsk *ask, const char *path)
{
  SzBankDone *done = g_new0 (SzBankDone, 1);

  done->run = ask->run;
  done->layout = g_strdup (ask->layout != NULL ? ask->layout : "通用");
  done->file = g_path_get_basename (path);
  done->count = list->rows->len;
  done->total_fen = list->total_fen;
  done->left_out = g_array_ref (list->left_out);
  done->left_out_fen = list->left_out_fen;
  done->actual_fen = list->actual_fen;
  return done;
}

SzBankDone *
sz_office_pay_bank (
    SzOffice *office, const SzBankAsk *ask, const char *path, SzIssueList *issues, GError **error)
{
  g_autoptr (SzBankList) list = NULL;
  g_autoptr (SzBankDone) done = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && issues != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);
  list = sz_bank_list_read (office, ask, issues, &fault);
  if (list == NULL || !sz_bank_list_judge (list, !is_workbook (path), issues, &fault))
    {
      if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_REFUSED)
          || g_error_matches (fault, SZ_ERROR, SZ_ERROR_FORMAT))
        sz_office_refuse (office, "pay.bank", path, NULL, fault, issues);
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  done = make_done (list, ask, path);
  return export_list (g_steal_pointer (&list), office, ask->run, path, error)
             ? g_steal_pointer (&done)
             : NULL;
}

#define LINES_SHOWN 6
#define FAULTS_SHOWN 6

void
sz_bank_guess_free (SzBankGuess *guess)
{
  if (guess == NULL)
    return;
  g_clear_pointer (&guess->done, sz_bank_done_free);
  g_free (guess->lines);
  g_free (guess->faults);
  g_free (guess);
}

/* Heading and first rows; what ends the lines is nothing to look at. */
static char *
write_lines (const SzBankList *list)
{
  const guint n = MIN (list->rows->len, LINES_SHOWN);
  g_autofree char *text
      = sz_bank_format (&list->layout.layout, (const SzBankRow *)(gpointer)list->rows->data, n,
                        list->note);
  g_auto (GStrv) lines = g_strsplit (text, "\n", LINES_SHOWN + 1);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && i < LINES_SHOWN; i++)
    {
      g_strchomp (lines[i]);
      if (*lines[i] != '\0')
        g_string_append_printf (shown, "%s%s", shown->len > 0 ? "\n" : "", lines[i]);
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static char *
write_faults (const SzIssueList *issues)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < sz_issue_list_length (issues) && n < FAULTS_SHOWN; i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);
      g_autofree char *sentence = NULL;

      if (issue->severity != SZ_SEVERITY_ERROR)
        continue;
      sentence = sz_message_for_issue_alone (issue);
      g_string_append_printf (text, "%s%s", n++ > 0 ? "\n" : "", sentence);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

SzBankGuess *
sz_view_pay_bank (SzOffice *office, const SzBankAsk *ask, const char *path, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzBankList) list = NULL;
  SzBankGuess *guess;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && path != NULL, NULL);
  list = sz_bank_list_read (office, ask, issues, error);
  if (list == NULL)
    return NULL;
  guess = g_new0 (SzBankGuess, 1);
  guess->done = make_done (list, ask, path);
  guess->lines = write_lines (list);
  if (!sz_bank_list_judge (list, !is_workbook (path), issues, NULL))
    guess->faults = write_faults (issues);
  return guess;
}

GStrv
sz_view_bank_templates (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (GArray) params = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  params = sz_params_gather (office, error);
  return params != NULL ? sz_rules_bank_names (params, day, error) : NULL;
}
