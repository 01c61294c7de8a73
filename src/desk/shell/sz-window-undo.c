/* sz-window-undo.c — what was done last is taken back, and done again: typing and acts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-import-batches.h"
#include "sz-person-act.h"
#include "sz-window-private.h"

typedef struct
{
  gint64 n_rows;
  char *again; /* the act that took it back; NULL of an import */
} Undone;

static void
undone_free (Undone *undone)
{
  g_free (undone->again);
  g_free (undone);
}

/* @input: the id of an act, or "batch:12". */
static gpointer
undo_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  const char *act = input;
  Undone *undone = g_new0 (Undone, 1);
  gboolean done;

  sz_progress_report (progress, "undo", 0, 0);
  if (g_str_has_prefix (act, "batch:"))
    done = sz_office_import_undo (office, g_ascii_strtoll (act + strlen ("batch:"), NULL, 10),
                                  &undone->n_rows, error);
  else
    done = sz_office_undo_act (office, act, &undone->n_rows, &undone->again, error);
  if (done)
    return undone;
  undone_free (undone);
  return NULL;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  Undone *undone = sz_tasks_finish (result, &error);
  g_autofree char *text = NULL;

  if (undone == NULL)
    {
      if (self->page != NULL)
        sz_page_show_error (self->page, error);
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Taken back: %d row", "Taken back: %d rows",
                                       (gulong)undone->n_rows),
                          (int)undone->n_rows);
  g_free (self->redoable);
  self->redoable = g_steal_pointer (&undone->again);
  sz_window_toast (self, text, self->redoable != NULL ? _ ("_Redo") : NULL,
                   self->redoable != NULL ? "win.redo" : NULL, NULL);
  undone_free (undone);
}

/* What was taken back is there again, and can be taken back once more. */
static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  Undone *undone = sz_tasks_finish (result, &error);

  if (undone != NULL)
    sz_window_toast_done (self, _ ("Done again"), undone->again);
  else if (self->page != NULL)
    sz_page_show_error (self->page, error);
  g_clear_pointer (&undone, undone_free);
}

static GtkEditable *
find_typed_in (SzWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL || !GTK_IS_EDITABLE (focus)
      || !gtk_editable_get_editable (GTK_EDITABLE (focus)))
    return NULL;
  return GTK_EDITABLE (focus);
}

char *
_sz_window_dup_typed (SzWindow *self)
{
  GtkEditable *editable = find_typed_in (self);

  return editable != NULL ? g_strdup (gtk_editable_get_text (editable)) : NULL;
}

/* What was taken back last comes again first. */
static gboolean
redo_text (SzWindow *self)
{
  GtkEditable *editable = find_typed_in (self);
  g_autofree char *before = _sz_window_dup_typed (self);

  if (editable == NULL || (self->redoable != NULL && !self->text_undone))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (editable), "text.redo", NULL);
  return g_strcmp0 (before, gtk_editable_get_text (editable)) != 0;
}

static void
redo_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);
  char *act;

  if (redo_text (self))
    return;
  act = g_steal_pointer (&self->redoable);
  if (act == NULL || self->tasks == NULL)
    {
      sz_window_toast (self, _ ("Nothing to redo"), NULL, NULL, NULL);
      g_free (act);
      return;
    }
  sz_tasks_write (self->tasks, self,
                  SZ_WORK (undo_cb, act, g_free, (GDestroyNotify)undone_free,
                           .changes = SZ_CHANGED_ALL),
                  NULL, redone_cb, NULL);
}

static void
start_undo (SzWindow *self, const char *act)
{
  GList *known = g_queue_find_custom (&self->undoable, act, (GCompareFunc)strcmp);

  if (self->tasks == NULL)
    return;
  self->text_undone = FALSE;
  sz_tasks_write (self->tasks, self,
                  SZ_WORK (undo_cb, g_strdup (act), g_free, (GDestroyNotify)undone_free,
                           .changes = SZ_CHANGED_ALL),
                  NULL, undone_cb, NULL);
  if (known != NULL)
    {
      g_free (known->data);
      g_queue_delete_link (&self->undoable, known);
    }
}

/* What was done last is taken back first: typing that came after the latest act, and never what
 * stood in the field before one came to it. */
static gboolean
undo_text (SzWindow *self)
{
  GtkEditable *editable = find_typed_in (self);
  g_autofree char *before = _sz_window_dup_typed (self);

  if (editable == NULL || g_strcmp0 (before, self->found) == 0
      || (!g_queue_is_empty (&self->undoable) && g_strcmp0 (before, self->typed) == 0))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (editable), "text.undo", NULL);
  self->text_undone = g_strcmp0 (before, gtk_editable_get_text (editable)) != 0;
  return self->text_undone;
}

static void
undo_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);
  g_autofree char *act = g_strdup (g_queue_peek_tail (&self->undoable));

  if (undo_text (self))
    return;
  if (act != NULL)
    start_undo (self, act);
  else
    sz_window_toast (self, _ ("Nothing to undo"), NULL, NULL, NULL);
}

static void
undo_act_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *act = g_variant_dup_string (parameter, NULL);

  start_undo (SZ_WINDOW (widget), act);
}

void
_sz_window_install_undo (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-act", "s", undo_act_action_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action_cb);
}
