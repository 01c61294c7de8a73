/* sz-new-year-dialog.c — beginning a year: what goes on, what is to be confirmed, what is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-new-year-dialog.h"

#include <glib/gi18n.h>

#include "sz-date.h"
#include "sz-error.h"
#include "sz-new-year.h"
#include "sz-param-words.h"
#include "sz-scheme-next.h"

#define YEAR_LEAST 2000
#define YEAR_MOST 2100
#define OUTLOOK_HEIGHT 170

typedef struct
{
  SzYearCopied copied;
  GArray *params; /* of SzYearParam */
  GArray *needs;  /* of SzYearNeed */
  SzScheme *scheme;
} Outlook;

static void
free_outlook (gpointer data)
{
  Outlook *outlook = data;

  g_clear_pointer (&outlook->params, g_array_unref);
  g_clear_pointer (&outlook->needs, g_array_unref);
  g_clear_pointer (&outlook->scheme, sz_scheme_free);
  g_free (outlook);
}

static gboolean
read_year (const char *text, int *year, GError **error)
{
  const gint64 number = g_ascii_strtoll (text, NULL, 10);

  if (number < YEAR_LEAST || number > YEAR_MOST)
    return sz_error_set (error, SZ_ERROR_FORMAT, "date.invalid", "value", text, NULL);
  *year = (int)number;
  return TRUE;
}

static gpointer
read_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  Outlook *outlook = g_new0 (Outlook, 1);
  int year = 0;

  if (read_year (values[0], &year, error)
      && sz_view_year_copied (office, year, &outlook->copied, error)
      && (outlook->params = sz_view_year_params (office, year, error)) != NULL
      && (outlook->needs = sz_view_year_needs (office, year, error)) != NULL
      && sz_view_scheme_next (office, year, &outlook->scheme, error))
    return outlook;
  free_outlook (outlook);
  return NULL;
}

/* A line only where there is something to say. */
static void
add_line (GString *text, const char *heading, const char *rest)
{
  if (rest[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s  %s", heading, rest);
}

static void
add_word (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

static void
add_count (GString *words, const char *word, gint64 count)
{
  g_autofree char *both = g_strdup_printf ("%s %" G_GINT64_FORMAT, word, count);

  if (count > 0)
    add_word (words, both);
}

static char *
show_cb (GtkWidget *widget, gpointer value)
{
  Outlook *outlook = value;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) on = g_string_new (NULL);
  g_autoptr (GString) confirm = g_string_new (NULL);
  g_autoptr (GString) there = g_string_new (NULL);
  g_autoptr (GString) needed = g_string_new (NULL);

  add_count (on, _ ("Targets"), outlook->copied.targets);
  add_count (on, _ ("Nominal hours"), outlook->copied.quotas);
  add_count (on, _ ("Roles"), outlook->copied.roles);
  for (guint i = 0; i < outlook->params->len; i++)
    add_word (confirm, sz_param_meaning (g_array_index (outlook->params, SzYearParam, i).key));
  for (guint i = 0; i < outlook->needs->len; i++)
    {
      const SzYearNeed *need = &g_array_index (outlook->needs, SzYearNeed, i);

      if (need->rows > 0)
        add_count (there, need->name, need->rows);
      else
        add_word (needed, need->name);
    }
  add_line (text, _ ("Goes on:"), on->len > 0 ? on->str : _ ("nothing more"));
  add_line (text, _ ("Scheme:"), outlook->scheme != NULL ? outlook->scheme->name : "");
  add_line (text, _ ("Parameters to be confirmed:"), confirm->str);
  add_line (text, _ ("There already:"), there->str);
  add_line (text, _ ("Still needed:"), needed->str);
  gtk_label_set_text (GTK_LABEL (widget), text->str);
  free_outlook (outlook);
  return NULL;
}

/* @data: where the id of the act is kept, for undo. */
static gboolean
begin_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  char **act = (char **)data;
  SzYearCopied copied;
  int year = 0;

  if (!read_year (values[0], &year, error) || !sz_office_new_year (office, year, &copied, error))
    return FALSE;
  if (copied.targets + copied.quotas + copied.roles > 0)
    *act = g_strdup (sz_office_get_last_act (office));
  return TRUE;
}

static void
free_act (gpointer data)
{
  char **act = data;

  g_free (*act);
  g_free (act);
}

const char *
sz_new_year_dialog_get_act (SzQueryDialog *dialog)
{
  char **act;

  g_return_val_if_fail (SZ_IS_QUERY_DIALOG (dialog), NULL);
  act = g_object_get_data (G_OBJECT (dialog), "act");
  return act != NULL ? *act : NULL;
}

SzQueryDialog *
sz_new_year_dialog_new (GtkWindow *parent, SzTasks *tasks, int year)
{
  static const SzQueryPreview preview = { read_cb, show_cb, free_outlook };
  g_autofree char *first = g_strdup_printf ("%d", year);
  const SzQueryField fields[]
      = { { N_ ("Year"), SZ_QUERY_TEXT, TRUE, first, NULL }, { NULL, 0, FALSE, NULL, NULL } };
  char **act = g_new0 (char *, 1);
  const SzQueryOrder order = {
    .title = _ ("Begin a Year"),
    .hint = _ ("What the registers of the year before hold goes on in one act, which can be taken "
               "back. The scheme waits on the page of performance pay, as a new run."),
    .verb = _ ("_Begin"),
    .fields = fields,
    .func = begin_cb,
    .data = act,
    .free_data = free_act,
    .changes = SZ_CHANGED_ALL,
  };
  SzQueryDialog *dialog = sz_query_dialog_new (parent, tasks, &order);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  /* The window has its size before anything is known. */
  gtk_widget_set_size_request (label, -1, OUTLOOK_HEIGHT);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_object_set_data (G_OBJECT (dialog), "act", act);
  sz_query_dialog_preview (dialog, label, &preview);
  return dialog;
}
