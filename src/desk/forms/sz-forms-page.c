/* sz-forms-page.c — the printed forms: choose one, see its pages, print or save it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forms-page.h"

#include <glib/gi18n.h>

#include "sz-error.h"
#include "sz-forms-page-private.h"
#include "sz-message.h"
#include "sz-page-output.h"

G_DEFINE_FINAL_TYPE (SzFormsPage, sz_forms_page, SZ_TYPE_PAGE)

static const SzFormOffer *
find_chosen (SzFormsPage *self)
{
  return self->facts != NULL ? sz_form_facts_find (self->facts, self->chosen) : NULL;
}

static void
place_changed_cb (SzFormsPage *self)
{
  sz_preview_bar_show (self->bar, self->preview);
}

static void
show_foot (SzFormsPage *self)
{
  SzPrintout *printout = sz_page_preview_get_printout (self->preview);
  g_autofree char *text = NULL;

  if (printout != NULL && self->made_title != NULL)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %u page", "%s · %u pages",
                                         sz_printout_count (printout)),
                            self->made_title, sz_printout_count (printout));
  sz_page_set_foot (SZ_PAGE (self), text);
}

static void
set_printout (SzFormsPage *self, SzPrintout *printout, const char *title)
{
  gboolean stay = printout != NULL && g_strcmp0 (title, self->made_title) == 0;

  g_free (self->made_title);
  self->made_title = g_strdup (title);
  sz_page_preview_set_printout (self->preview, printout, stay);
  _sz_forms_page_update_actions (self);
  place_changed_cb (self);
  show_foot (self);
}

static void
show_missing (SzFormsPage *self, const char *title, const char *text, const char *button)
{
  adw_status_page_set_title (self->missing, title);
  adw_status_page_set_description (self->missing, text);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_button), button != NULL);
  if (button != NULL)
    gtk_button_set_label (self->missing_button, button);
  gtk_stack_set_visible_child_name (self->stack, "missing");
  set_printout (self, NULL, NULL);
}

static void
show_want (SzFormsPage *self, const SzFormOffer *offer)
{
  const SzFormMissing *missing = offer->form->missing;

  show_missing (self, _ (missing->title), _ (missing->text), _ (missing->button));
}

static void
missing_clicked_cb (SzFormsPage *self)
{
  const SzFormOffer *offer = find_chosen (self);

  if (offer != NULL && offer->form->missing->page != NULL)
    sz_page_go (SZ_PAGE (self), offer->form->missing->page);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzFormsPage *self = SZ_FORMS_PAGE (source);
  const SzForm *form = user_data; /* of the registry, which stays */
  g_autoptr (GError) error = NULL;
  SzPrintout *printout = sz_tasks_finish (result, &error);
  g_autofree char *text = NULL;

  if (printout != NULL && g_strcmp0 (form->id, self->chosen) == 0)
    {
      set_printout (self, printout, form->title);
      gtk_stack_set_visible_child_name (self->stack, "preview");
    }
  else if (printout == NULL && !g_error_matches (error, SZ_ERROR, SZ_ERROR_CANCELLED))
    {
      text = sz_message_for_error (error);
      show_missing (self, form->title, text, NULL);
    }
  g_clear_pointer (&printout, sz_printout_unref);
}

/* The pages before stay to be seen until the new ones are there. */
static void
make_pages (SzFormsPage *self)
{
  const SzFormOffer *offer = find_chosen (self);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  SzFormParams params = sz_form_choice_get_params (self->choice);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (offer == NULL || tasks == NULL)
    return;
  if (!offer->ready)
    {
      show_want (self, offer);
      return;
    }
  self->making = g_cancellable_new ();
  sz_tasks_read (tasks, self,
                 SZ_WORK (sz_form_work_print, sz_form_order_new (self->chosen, &params),
                          (GDestroyNotify)sz_form_order_free, (GDestroyNotify)sz_printout_unref),
                 self->making, made_cb, (gpointer)offer->form);
}

static void
choose (SzFormsPage *self, const char *id)
{
  const SzFormOffer *offer = sz_form_facts_find (self->facts, id);

  if (offer == NULL)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (offer->form->id);
  sz_form_choice_set_needs (self->choice, offer->ready ? offer->form->needs : 0,
                            offer->ready ? offer->form->takes : 0, offer->years);
  make_pages (self);
}

static const char *
get_row_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

static void
form_selected_cb (SzFormsPage *self, GtkListBoxRow *row)
{
  if (row == NULL || self->filling || g_strcmp0 (get_row_id (row), self->chosen) == 0)
    return;
  if (self->facts != NULL)
    {
      choose (self, get_row_id (row));
      return;
    }
  g_free (self->asked);
  self->asked = g_strdup (get_row_id (row));
}

static void
choice_changed_cb (SzFormsPage *self)
{
  make_pages (self);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Numbers of the handbook are shown, names made for the command line are not. */
static GtkWidget *
make_row (const SzFormOffer *offer)
{
  const char *id = offer->form->id;
  gboolean numbered = id[0] == 'F' && g_ascii_isdigit (id[1]);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *number = make_label (numbered ? id : "", "dim-label");
  GtkWidget *title = make_label (offer->form->title, offer->ready ? NULL : "dim-label");

  gtk_label_set_width_chars (GTK_LABEL (number), 4);
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "id", (gpointer)id);
  g_object_set_data (G_OBJECT (row), "ready", GINT_TO_POINTER (offer->ready));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  offer->form->title, -1);
  return row;
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  gboolean ready = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "ready"));
  gboolean first
      = before == NULL || GPOINTER_TO_INT (g_object_get_data (G_OBJECT (before), "ready")) != ready;
  GtkWidget *label;

  if (!first || ready)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = make_label (_ ("Not possible yet"), "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "sz-list-header");
  gtk_list_box_row_set_header (row, label);
}

static void
add_rows (SzFormsPage *self, gboolean ready)
{
  for (guint i = 0; i < self->facts->offers->len; i++)
    {
      const SzFormOffer *offer = g_ptr_array_index (self->facts->offers, i);

      if (offer->ready == ready)
        gtk_list_box_append (self->list, make_row (offer));
    }
}

static void
select_row (SzFormsPage *self, const char *id)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  for (int i = 0; row != NULL && g_strcmp0 (get_row_id (row), id) != 0; i++)
    row = gtk_list_box_get_row_at_index (self->list, i + 1);
  gtk_list_box_select_row (self->list, row);
}

static void
clear_list (SzFormsPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
fill_list (SzFormsPage *self)
{
  clear_list (self);
  add_rows (self, TRUE);
  add_rows (self, FALSE);
}

/* Every form there is, until it is known which can be printed: a large college takes its time. */
static void
show_all (SzFormsPage *self)
{
  g_autoptr (GPtrArray) forms = sz_form_list_all ();

  clear_list (self);
  for (guint i = 0; i < forms->len; i++)
    {
      const SzFormOffer offer = { .form = g_ptr_array_index (forms, i), .ready = TRUE };

      gtk_list_box_append (self->list, make_row (&offer));
    }
}

/* The rows are made anew only when they would look different: the focus stays where it is. */
static gboolean
is_same_list (const SzFormFacts *old, const SzFormFacts *new)
{
  if (old == NULL || old->offers->len != new->offers->len)
    return FALSE;
  for (guint i = 0; i < old->offers->len; i++)
    {
      const SzFormOffer *a = g_ptr_array_index (old->offers, i);
      const SzFormOffer *b = g_ptr_array_index (new->offers, i);

      if (a->form != b->form || a->ready != b->ready)
        return FALSE;
    }
  return TRUE;
}

/* What another page asked for, what was shown before, else what the meeting wants to see. */
static const char *
find_wanted (SzFormsPage *self)
{
  const SzFormOffer *pay = sz_form_facts_find (self->facts, "F20");
  const SzFormOffer *first = g_ptr_array_index (self->facts->offers, 0);

  if (self->asked != NULL && sz_form_facts_find (self->facts, self->asked) != NULL)
    return self->asked;
  if (self->chosen != NULL)
    return self->chosen;
  return pay != NULL && pay->ready ? pay->form->id : first->form->id;
}

static void
show_facts (SzFormsPage *self, SzFormFacts *facts)
{
  gboolean same = is_same_list (self->facts, facts);
  g_autofree char *wanted = NULL;

  g_clear_pointer (&self->facts, sz_form_facts_free);
  self->facts = facts;
  sz_form_choice_set_runs (self->choice, facts->runs);
  wanted = g_strdup (find_wanted (self));
  g_clear_pointer (&self->asked, g_free);
  self->filling = TRUE;
  if (!same)
    fill_list (self);
  select_row (self, wanted);
  self->filling = FALSE;
  choose (self, wanted);
}

static void
facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzFormsPage *self = SZ_FORMS_PAGE (source);
  g_autoptr (GError) error = NULL;
  SzFormFacts *facts = sz_tasks_finish (result, &error);

  if (facts != NULL)
    show_facts (self, facts);
  else
    sz_page_show_error (SZ_PAGE (self), error);
}

static void
sz_forms_page_reload (SzPage *page)
{
  SzFormsPage *self = SZ_FORMS_PAGE (page);
  SzDate as_of = sz_page_get_as_of (page);

  if (as_of != self->as_of && as_of != SZ_DATE_NONE)
    sz_form_choice_set_day (self->choice, as_of);
  self->as_of = as_of;
  if (self->facts == NULL)
    {
      self->filling = TRUE;
      show_all (self);
      self->filling = FALSE;
      if (sz_page_get_settings (page) != NULL)
        sz_form_choice_set_settings (self->choice, sz_page_get_settings (page));
    }
  sz_tasks_read (sz_page_get_tasks (page), self,
                 SZ_WORK (sz_form_work_facts, NULL, NULL, (GDestroyNotify)sz_form_facts_free), NULL,
                 facts_read_cb, NULL);
}

void
sz_forms_page_choose (SzFormsPage *self, const char *id, gint64 run)
{
  g_return_if_fail (SZ_IS_FORMS_PAGE (self) && id != NULL);

  if (sz_form_find (id) != NULL && (sz_form_find (id)->needs & SZ_FORM_NEEDS_SHEET) != 0)
    sz_form_choice_set_sheet (self->choice, run);
  else
    sz_form_choice_set_run (self->choice, run);
  g_free (self->asked);
  self->asked = g_strdup (id);
  sz_page_reload (SZ_PAGE (self));
}

const char *
sz_forms_page_get_chosen (SzFormsPage *self)
{
  g_return_val_if_fail (SZ_IS_FORMS_PAGE (self), NULL);

  return self->chosen;
}

SzPagePreview *
sz_forms_page_get_preview (SzFormsPage *self)
{
  g_return_val_if_fail (SZ_IS_FORMS_PAGE (self), NULL);

  return self->preview;
}

static void
sz_forms_page_dispose (GObject *object)
{
  SzFormsPage *self = SZ_FORMS_PAGE (object);

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
  G_OBJECT_CLASS (sz_forms_page_parent_class)->dispose (object);
}

static void
sz_forms_page_finalize (GObject *object)
{
  SzFormsPage *self = SZ_FORMS_PAGE (object);

  g_clear_pointer (&self->facts, sz_form_facts_free);
  g_free (self->chosen);
  g_free (self->made_title);
  g_free (self->asked);
  G_OBJECT_CLASS (sz_forms_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-forms-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SzFormsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SzFormsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, SzFormsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SzFormsPage, missing);
  gtk_widget_class_bind_template_child (widget_class, SzFormsPage, missing_button);
  gtk_widget_class_bind_template_child (widget_class, SzFormsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, SzFormsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, missing_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
}

static void
sz_forms_page_class_init (SzFormsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_FORM_CHOICE);
  g_type_ensure (SZ_TYPE_PAGE_PREVIEW);
  g_type_ensure (SZ_TYPE_PREVIEW_BAR);
  G_OBJECT_CLASS (klass)->dispose = sz_forms_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_forms_page_finalize;
  SZ_PAGE_CLASS (klass)->reload = sz_forms_page_reload;
  bind_template (widget_class);
  _sz_forms_page_install_actions (widget_class);
}

static void
sz_forms_page_init (SzFormsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
  self->job = sz_print_job_new ();
  g_signal_connect_swapped (self->job, "printed", G_CALLBACK (sz_page_printed), self);
  g_signal_connect_swapped (self->job, "failed", G_CALLBACK (sz_page_print_failed), self);
  _sz_forms_page_add_keys (self);
  _sz_forms_page_update_actions (self);
  place_changed_cb (self);
}
