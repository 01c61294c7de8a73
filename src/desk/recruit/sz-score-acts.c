/* sz-score-acts.c — what is done about scores: a row saved, typed a second time, corrected; the
 * sheet F03b (RULE rec-2, rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-exam-act.h"
#include "sz-form-work.h"
#include "sz-page-output.h"
#include "sz-post-acts.h"
#include "sz-query-dialog.h"

/* A row of the grid on its way into the database. */
typedef struct
{
  char *plan;
  char *post;
  char *ticket;
  char *component;
  char *item;
  char *draw_no; /* (nullable): stays as it is */
  gboolean second;
  SzScoreTyped typed;
} Entry;

static void
entry_freed_cb (gpointer data)
{
  Entry *entry = data;

  g_free (entry->plan);
  g_free (entry->post);
  g_free (entry->ticket);
  g_free (entry->component);
  g_free (entry->item);
  g_free (entry->draw_no);
  sz_score_typed_clear (&entry->typed);
  g_free (entry);
}

static Entry *
make_entry (const SzScoreSheet *sheet, guint index, gboolean second)
{
  const SzScoreLine *line = &g_array_index (sheet->lines, SzScoreLine, index);
  Entry *entry = g_new0 (Entry, 1);

  entry->plan = g_strdup (sheet->desk->book->plan.code);
  entry->post = g_strdup (sheet->post->row->code);
  entry->ticket = g_strdup (line->person->row->ticket);
  entry->component = g_strdup (sheet->component);
  if (sheet->n_items > 1)
    entry->item = g_strdup (sheet->post->plan.items[line->item].name);
  entry->second = second;
  sz_score_sheet_get_typed (sheet, index, second, &entry->typed);
  return entry;
}

/* (transfer full): what undo wants, "" where nothing is to be undone. */
static gpointer
enter_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Entry *entry = data;
  const SzScoreAsk ask = { .plan = entry->plan,
                           .post = entry->post,
                           .ticket = entry->ticket,
                           .component = entry->component,
                           .item = entry->item,
                           .draw_no = entry->draw_no,
                           .marks = (const char *const *)entry->typed.marks,
                           .has_score = entry->typed.has_score,
                           .score_x100 = entry->typed.score_x100,
                           .status = entry->typed.status };
  SzScoreSeen seen;
  char *act = NULL;

  if (entry->second)
    return sz_exam_check (office, &ask, &seen, error) ? g_strdup ("") : NULL;
  return sz_exam_enter (office, &ask, &act, error) ? act : NULL;
}

/* Ctrl+Z takes the row back; a toast a row would be in the way. */
static void
entered_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  if (*act != '\0')
    sz_page_done (owner, "", act);
}

void
sz_post_acts_enter (SzPage *page, const SzScoreSheet *sheet, guint index, gboolean second)
{
  g_return_if_fail (SZ_IS_PAGE (page) && sheet != NULL && index < sheet->lines->len);
  sz_page_write (page,
                 SZ_WORK (enter_cb, make_entry (sheet, index, second), entry_freed_cb, g_free,
                          .changes = SZ_CHANGED_RECRUITMENT),
                 entered_cb);
}

void
sz_post_acts_draw (SzPage *page, const SzScoreSheet *sheet, guint index)
{
  Entry *entry;

  g_return_if_fail (SZ_IS_PAGE (page) && sheet != NULL && index < sheet->lines->len);
  entry = make_entry (sheet, index, FALSE);
  entry->draw_no = g_strdup (g_array_index (sheet->lines, SzScoreLine, index).draw_no);
  sz_page_write (page,
                 SZ_WORK (enter_cb, entry, entry_freed_cb, g_free,
                          .changes = SZ_CHANGED_RECRUITMENT),
                 entered_cb);
}

/* ---- corrections ---- */

/* Marks parted by blanks, or one number, or 缺考 … */
static gboolean
correct_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const Entry *entry = data;
  g_auto (GStrv) words = g_strsplit_set (values[0], " 、,", -1);
  SzScoreAsk ask = { .plan = entry->plan,
                     .post = entry->post,
                     .ticket = entry->ticket,
                     .component = entry->component,
                     .item = entry->item,
                     .reason = values[1] };

  if (g_strv_length (words) > 1)
    ask.marks = (const char *const *)words;
  else if (sz_decimal_parse (values[0], SZ_HOURS_DECIMALS, &ask.score_x100, NULL))
    ask.has_score = TRUE;
  else
    ask.status = values[0];
  return sz_exam_correct (office, &ask, error);
}

static char *
dup_now (const Entry *entry)
{
  if (entry->typed.status != NULL)
    return g_strdup (entry->typed.status);
  if (entry->typed.marks != NULL)
    return g_strjoinv (" ", entry->typed.marks);
  return entry->typed.has_score ? sz_decimal_format (entry->typed.score_x100, SZ_HOURS_DECIMALS)
                                : g_strdup ("");
}

static void
saved_cb (SzPage *page)
{
  sz_page_toast (page, _ ("Saved"), NULL, NULL, NULL);
}

void
sz_post_acts_correct (SzPage *page, const SzScoreSheet *sheet, guint index)
{
  Entry *entry;
  SzQueryDialog *dialog;
  g_autofree char *now = NULL;
  g_autofree char *hint = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && sheet != NULL && index < sheet->lines->len);
  if (sz_page_get_tasks (page) == NULL)
    return;
  entry = make_entry (sheet, index, FALSE);
  now = dup_now (entry);
  hint = g_strdup_printf ("%s %s %s%s%s", entry->post, entry->ticket, entry->component,
                          entry->item != NULL ? " " : "", entry->item != NULL ? entry->item : "");
  dialog = sz_query_dialog_new (
      sz_page_get_window (page), sz_page_get_tasks (page),
      &(SzQueryOrder){ .title = _ ("Correct a Locked Score"),
                       .hint = hint,
                       .fields
                       = (const SzQueryField
                              []){ { N_ ("Marks in the order of the judges, or the score, or 缺考"),
                                     SZ_QUERY_TEXT, TRUE, now },
                                   { N_ ("Reason"), SZ_QUERY_TEXT, TRUE },
                                   { NULL } },
                       .func = correct_cb,
                       .data = entry,
                       .free_data = entry_freed_cb,
                       .changes = SZ_CHANGED_RECRUITMENT });
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the sheet ---- */

/* F03b of this component, as a file. */
typedef struct
{
  char *plan;
  char *post;
  char *component;
  char *path;
} Output;

static void
output_freed_cb (gpointer data)
{
  Output *output = data;

  g_free (output->plan);
  g_free (output->post);
  g_free (output->component);
  g_free (output->path);
  g_free (output);
}

static gpointer
write_form_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Output *output = data;
  const SzFormExport wanted
      = { .id = "F03b",
          .params = { .plan = output->plan, .post = output->post, .component = output->component },
          .path = output->path,
          .progress = progress,
          .cancellable = cancellable };

  return sz_form_export (office, &wanted, error) ? g_strdup (output->path) : NULL;
}

static void
set_output_path (gpointer input, char *path)
{
  ((Output *)input)->path = path;
}

void
sz_post_acts_sheet (SzPage *page, SzRecruitDesk *desk, const char *post, const char *component)
{
  Output *output;
  g_autofree char *name = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && desk != NULL && desk->book != NULL);
  g_return_if_fail (post != NULL && component != NULL);
  output = g_new0 (Output, 1);
  output->plan = g_strdup (desk->book->plan.code);
  output->post = g_strdup (post);
  output->component = g_strdup (component);
  name = g_strdup_printf ("F03b %s %s.pdf", post, component);
  sz_page_save (page, _ ("Sheet of Marks"), name,
                &(SzSaving){ write_form_cb, output, output_freed_cb, set_output_path });
}

static void
laid_out_cb (gpointer owner, gpointer value)
{
  g_autoptr (SzPrintout) printout = value;

  sz_page_print (owner, printout, "F03b");
}

void
sz_post_acts_print (SzPage *page, SzRecruitDesk *desk, const char *post, const char *component)
{
  SzFormParams params = { 0 };

  g_return_if_fail (SZ_IS_PAGE (page) && desk != NULL && desk->book != NULL);
  g_return_if_fail (post != NULL && component != NULL);
  params.plan = desk->book->plan.code;
  params.post = post;
  params.component = component;
  sz_page_read (page,
                SZ_WORK (sz_form_work_print, sz_form_order_new ("F03b", &params),
                         (GDestroyNotify)sz_form_order_free, (GDestroyNotify)sz_printout_unref),
                laid_out_cb);
}
