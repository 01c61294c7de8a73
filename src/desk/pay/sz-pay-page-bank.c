/* sz-pay-page-bank.c — the bank list of a run, looked at before it is written (RULE pay-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-issue-sentences.h"
#include "sz-message.h"
#include "sz-pay-bank.h"
#include "sz-pay-page-private.h"
#include "sz-query-dialog.h"

enum
{
  TEMPLATE,
  NOTE,
  WITHOUT,
};

typedef struct
{
  gint64 run;
  SzDate on;
  char *path;
} Target;

static void
target_freed_cb (gpointer data)
{
  g_free (((Target *)data)->path);
  g_free (data);
}

static SzBankAsk
make_ask (const Target *target, const char *const *values)
{
  return (SzBankAsk){ .run = target->run,
                      .on = target->on,
                      .layout = *values[TEMPLATE] != '\0' ? values[TEMPLATE] : NULL,
                      .note = *values[NOTE] != '\0' ? values[NOTE] : NULL,
                      .without_account = *values[WITHOUT] != '\0' };
}

/* ---- what would stand in the file ---- */

/* A refusal is something to be seen, too. */
typedef struct
{
  SzBankGuess *guess; /* (nullable) */
  char *fault;
} Seen;

static void
seen_freed_cb (gpointer data)
{
  Seen *seen = data;

  sz_bank_guess_free (seen->guess);
  g_free (seen->fault);
  g_free (seen);
}

static gpointer
look_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const Target *target = data;
  const SzBankAsk ask = make_ask (target, values);
  g_autoptr (GError) fault = NULL;
  Seen *seen = g_new0 (Seen, 1);

  seen->guess = sz_view_pay_bank (office, &ask, target->path, &fault);
  if (fault != NULL)
    seen->fault = sz_message_for_error (fault);
  return seen;
}

static char *
write_sums (const SzBankDone *done)
{
  g_autofree char *total = sz_money_format_grouped (done->total_fen);
  g_autofree char *left = sz_money_format_grouped (done->left_out_fen);
  g_autofree char *actual = sz_money_format_grouped (done->actual_fen);

  /* TRANSLATORS: how many payments; 实发合计, the list's total, what is left out */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u payment · paid out %s = list %s + left out %s ✓",
                                       "%u payments · paid out %s = list %s + left out %s ✓",
                                       done->count),
                          done->count, actual, total, left);
}

static char *
show_cb (GtkWidget *widget, gpointer value)
{
  Seen *seen = value;
  GtkWidget *lines = gtk_widget_get_first_child (widget);
  GtkLabel *sums = GTK_LABEL (gtk_widget_get_next_sibling (lines));
  g_autofree char *text = seen->guess != NULL ? write_sums (seen->guess->done) : NULL;
  char *against = NULL;

  gtk_label_set_label (GTK_LABEL (lines), seen->guess != NULL ? seen->guess->lines : "");
  gtk_label_set_label (sums, text != NULL ? text : "");
  if (seen->fault != NULL)
    against = g_strdup (seen->fault);
  else if (seen->guess->faults != NULL)
    against = g_strdup (seen->guess->faults);
  seen_freed_cb (seen);
  return against;
}

static GtkWidget *
make_preview (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *lines = gtk_label_new ("");
  GtkWidget *sums = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (lines), 0);
  gtk_label_set_ellipsize (GTK_LABEL (lines), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (lines, "monospace");
  gtk_widget_add_css_class (lines, "caption");
  gtk_label_set_xalign (GTK_LABEL (sums), 0);
  gtk_label_set_wrap (GTK_LABEL (sums), TRUE);
  gtk_widget_add_css_class (sums, "numeric");
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), sums);
  return box;
}

/* ---- writing it ---- */

static gboolean
write_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const Target *target = data;
  const SzBankAsk ask = make_ask (target, values);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzBankDone) done = sz_office_pay_bank (office, &ask, target->path, issues, &fault);

  if (done != NULL)
    return TRUE;
  return sz_issues_fail (issues, 8, g_steal_pointer (&fault), error) != NULL;
}

static void
written_cb (SzPayPage *self, GtkWidget *dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("“%s” was written"), name);

  sz_page_toast (SZ_PAGE (self), text, _ ("_Show"), "win.show-file", g_variant_new_string (path));
}

/* ---- the dialog ---- */

typedef struct
{
  Target *target;
  GStrv names;
} Offer;

static gpointer
read_names_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Target *target = data;
  GStrv names = sz_view_bank_templates (office, target->on, error);
  Offer *offer;

  if (names == NULL)
    return NULL;
  offer = g_new0 (Offer, 1);
  offer->names = names;
  offer->target = g_new0 (Target, 1);
  *offer->target = (Target){ target->run, target->on, g_strdup (target->path) };
  return offer;
}

static void
offer_freed_cb (gpointer data)
{
  Offer *offer = data;

  if (offer->target != NULL)
    target_freed_cb (offer->target);
  g_strfreev (offer->names);
  g_free (offer);
}

static void
names_read_cb (gpointer owner, gpointer value)
{
  static const SzQueryPreview preview = { look_cb, show_cb, seen_freed_cb };
  SzPayPage *self = owner;
  Offer *offer = value;
  SzQueryField fields[]
      = { { N_ ("Layout of the bank"), SZ_QUERY_TEXT, TRUE, offer->names[0],
            (const char *const *)offer->names },
          { N_ ("Note (摘要); empty: the name of the run"), SZ_QUERY_TEXT, FALSE, NULL, NULL },
          { N_ ("Leave out who has no account"), SZ_QUERY_SWITCH, FALSE, NULL, NULL },
          { 0 } };
  g_autofree char *path = g_strdup (offer->target->path);
  SzQueryDialog *dialog;

  dialog = sz_query_dialog_new (sz_page_get_window (SZ_PAGE (self)),
                                sz_page_get_tasks (SZ_PAGE (self)),
                                &(SzQueryOrder){ .title = _ ("Check the Bank List"),
                                                 .hint = path,
                                                 .verb = _ ("_Write"),
                                                 .fields = fields,
                                                 .func = write_cb,
                                                 .data = g_steal_pointer (&offer->target),
                                                 .free_data = target_freed_cb,
                                                 .changes = SZ_CHANGED_WATCH });
  g_object_set_data_full (G_OBJECT (dialog), "path", g_steal_pointer (&path), g_free);
  sz_query_dialog_preview (dialog, make_preview (), &preview);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  offer_freed_cb (offer);
}

void
_sz_pay_page_offer_bank (SzPayPage *self, const char *path)
{
  Target *target;

  g_return_if_fail (SZ_IS_PAY_PAGE (self) && path != NULL);
  if (self->life == NULL)
    return;
  target = g_new0 (Target, 1);
  *target = (Target){ self->life->run, self->life->on, g_strdup (path) };
  sz_page_read (SZ_PAGE (self), SZ_WORK (read_names_cb, target, target_freed_cb, offer_freed_cb),
                names_read_cb);
}
