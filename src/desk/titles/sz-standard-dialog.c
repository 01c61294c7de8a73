/* sz-standard-dialog.c — a standard of titles, edited (RULE ttl-12, ttl-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-standard-dialog.h"

#include <glib/gi18n.h>

#include "sz-help.h"
#include "sz-message.h"
#include "sz-standard-book.h"
#include "sz-standard-form.h"

#define WIDTH 980
#define TREE_WIDTH 430
#define TREE_HEIGHT 350
#define FAULTS_HEIGHT 96
#define INDENT 18

struct _SzStandardDialog
{
  SzFormDialog parent_instance;

  /* Borrowed */
  SzPage *page;
  GtkListBox *tree;
  GtkListBox *faults_list;
  SzStandardForm *form;

  /* Owned */
  GPtrArray *entries;
  SzStandardDraft *draft;
  char *read;       /* what is edited */
  GPtrArray *lines; /* of SzDraftLine */
  SzStandardCheck *verdict;
  guint rebuild_source;
};

G_DEFINE_FINAL_TYPE (SzStandardDialog, sz_standard_dialog, SZ_TYPE_FORM_DIALOG)

static const SzDraftLine *
get_line (SzStandardDialog *self)
{
  GtkListBoxRow *row = self->tree != NULL ? gtk_list_box_get_selected_row (self->tree) : NULL;
  const int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return index >= 0 && (guint)index < self->lines->len
             ? g_ptr_array_index (self->lines, (guint)index)
             : NULL;
}

/* ---- what the checker says ---- */

static char *
dup_sentence (const SzStandardFault *fault)
{
  g_autofree char *sentence = sz_message_for_code (fault->code, NULL);

  return g_strdup_printf ("%s %s: %s%s%s", fault->severity == SZ_SEVERITY_ERROR ? "✗" : "▲",
                          fault->where, sentence, fault->detail != NULL ? " " : "",
                          fault->detail != NULL ? fault->detail : "");
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
show_faults (SzStandardDialog *self)
{
  clear_list (self->faults_list);
  for (guint i = 0; self->verdict != NULL && i < self->verdict->faults->len; i++)
    {
      const SzStandardFault *fault = &g_array_index (self->verdict->faults, SzStandardFault, i);
      g_autofree char *sentence = dup_sentence (fault);
      GtkWidget *label = gtk_label_new (sentence);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_append (self->faults_list, label);
    }
}

static SzFormCheck
sz_standard_dialog_check (SzFormDialog *dialog)
{
  SzStandardDialog *self = SZ_STANDARD_DIALOG (dialog);
  SzFormCheck verdict = { .complete = FALSE };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint errors;

  if (self->draft == NULL || self->faults_list == NULL)
    return verdict;
  text = sz_standard_draft_dup_text (self->draft);
  g_clear_pointer (&self->verdict, sz_standard_check_free);
  self->verdict = sz_standard_check_text (text, self->entries, &error);
  show_faults (self);
  if (self->verdict == NULL)
    {
      verdict.fault = sz_message_for_error (error);
      verdict.rule = sz_refusal_rule (error);
      return verdict;
    }
  errors = sz_standard_faults_errors (self->verdict->faults);
  verdict.complete = errors == 0;
  if (errors > 0)
    verdict.fault
        = g_strdup_printf (ngettext ("%u error: a standard is saved without any.",
                                     "%u errors: a standard is saved without any.", errors),
                           errors);
  else if (self->verdict->faults->len > 0)
    verdict.notice = g_strdup (_ ("It can be saved; what is marked ▲ is worth a look."));
  return verdict;
}

/* A finding was clicked: the line that it is about. */
static void
fault_activated_cb (SzStandardDialog *self, GtkListBoxRow *row)
{
  const SzStandardFault *fault = &g_array_index (self->verdict->faults, SzStandardFault,
                                                 (guint)gtk_list_box_row_get_index (row));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const SzDraftLine *line = g_ptr_array_index (self->lines, i);

      if (g_str_equal (line->where, fault->where))
        {
          sz_standard_dialog_choose (self, line->place);
          return;
        }
    }
}

/* ---- the tree ---- */

static GtkWidget *
make_tree_row (const SzDraftLine *line)
{
  GtkWidget *label = gtk_label_new (line->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, line->depth * INDENT);
  gtk_widget_set_tooltip_text (label, line->text);
  if (line->kind == SZ_DRAFT_STANDARD || line->kind == SZ_DRAFT_LEVEL)
    gtk_widget_add_css_class (label, "heading");
  else if (line->kind == SZ_DRAFT_COMMON)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* @place: the line to be chosen; when it is gone, the one before it. */
static void
build_tree (SzStandardDialog *self, const char *place)
{
  GtkListBoxRow *chosen = NULL;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  clear_list (self->tree);
  self->lines = sz_standard_draft_lines (self->draft);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const SzDraftLine *line = g_ptr_array_index (self->lines, i);
      GtkListBoxRow *row;

      gtk_list_box_append (self->tree, make_tree_row (line));
      row = gtk_list_box_get_row_at_index (self->tree, (int)i);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      line->text, GTK_ACCESSIBLE_PROPERTY_LEVEL, line->depth + 1,
                                      -1);
      if (place != NULL && g_str_has_prefix (place, line->place))
        chosen = row;
    }
  if (chosen == NULL)
    chosen = gtk_list_box_get_row_at_index (self->tree, 0);
  gtk_list_box_select_row (self->tree, chosen);
}

gboolean
sz_standard_dialog_choose (SzStandardDialog *self, const char *place)
{
  g_return_val_if_fail (SZ_IS_STANDARD_DIALOG (self) && place != NULL, FALSE);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const SzDraftLine *line = g_ptr_array_index (self->lines, i);

      if (g_str_equal (line->place, place))
        {
          GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->tree, (int)i);

          gtk_list_box_select_row (self->tree, row);
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return TRUE;
        }
    }
  return FALSE;
}

/* ---- the form of a line ---- */

static void
show_form (SzStandardDialog *self)
{
  const SzDraftLine *line = get_line (self);

  sz_standard_form_show (self->form,
                         line != NULL ? sz_standard_draft_fields (self->draft, line->place) : NULL);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  SzStandardDialog *self = user_data;

  self->rebuild_source = 0;
  show_form (self);
  return G_SOURCE_REMOVE;
}

gboolean
sz_standard_dialog_type (SzStandardDialog *self, const char *key, const char *value)
{
  const SzDraftLine *line;
  g_autofree char *place = NULL;
  int index;

  g_return_val_if_fail (SZ_IS_STANDARD_DIALOG (self) && key != NULL && value != NULL, FALSE);

  line = get_line (self);
  if (line == NULL || !sz_standard_draft_set (self->draft, line->place, key, value))
    return FALSE;
  place = g_strdup (line->place);
  index = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->tree));
  g_ptr_array_unref (self->lines);
  self->lines = sz_standard_draft_lines (self->draft);
  if ((guint)index < self->lines->len)
    {
      const SzDraftLine *now = g_ptr_array_index (self->lines, (guint)index);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->tree, index);

      gtk_label_set_label (GTK_LABEL (gtk_list_box_row_get_child (row)), now->text);
    }
  /* Another kind of line has other values, and other lines below it; a row that is just telling its
     change must not go yet. */
  if (g_str_equal (key, "kind"))
    {
      build_tree (self, place);
      if (self->rebuild_source == 0)
        self->rebuild_source = g_idle_add (rebuild_cb, self);
    }
  sz_form_dialog_changed (SZ_FORM_DIALOG (self));
  return TRUE;
}

static void
typed_cb (SzStandardDialog *self, const char *key, const char *value)
{
  sz_standard_dialog_type (self, key, value);
}

static void
row_selected_cb (SzStandardDialog *self, GtkListBoxRow *row)
{
  static const struct
  {
    const char *action;
    SzDraftKind kind;
  } adding[] = { { "standard.level", SZ_DRAFT_LEVEL },
                 { "standard.path", SZ_DRAFT_PATH },
                 { "standard.condition", SZ_DRAFT_CONDITION },
                 { "standard.group", SZ_DRAFT_GROUP },
                 { "standard.item", SZ_DRAFT_ITEM } };
  const SzDraftLine *line = get_line (self);

  for (gsize i = 0; line != NULL && i < G_N_ELEMENTS (adding); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), adding[i].action,
                                   sz_standard_draft_can_add (self->draft, line->place,
                                                              adding[i].kind));
  if (row != NULL)
    show_form (self);
}

/* ---- acts on lines ---- */

static void
rebuilt (SzStandardDialog *self, const char *place)
{
  build_tree (self, place);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->tree)));
  sz_form_dialog_changed (SZ_FORM_DIALOG (self));
}

static void
add_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzStandardDialog *self = SZ_STANDARD_DIALOG (widget);
  const SzDraftLine *line = get_line (self);
  const SzDraftKind kind = g_str_equal (action, "standard.level")   ? SZ_DRAFT_LEVEL
                           : g_str_equal (action, "standard.path")  ? SZ_DRAFT_PATH
                           : g_str_equal (action, "standard.group") ? SZ_DRAFT_GROUP
                           : g_str_equal (action, "standard.item")  ? SZ_DRAFT_ITEM
                                                                    : SZ_DRAFT_CONDITION;
  g_autofree char *place
      = line != NULL ? sz_standard_draft_add (self->draft, line->place, kind) : NULL;

  if (place != NULL)
    rebuilt (self, place);
}

static void
remove_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzStandardDialog *self = SZ_STANDARD_DIALOG (widget);
  const SzDraftLine *line = get_line (self);
  g_autofree char *place = line != NULL ? g_strdup (line->place) : NULL;

  if (place != NULL && sz_standard_draft_remove (self->draft, place))
    rebuilt (self, place);
}

static void
move_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzStandardDialog *self = SZ_STANDARD_DIALOG (widget);
  const SzDraftLine *line = get_line (self);
  const char *way = g_variant_get_string (parameter, NULL);
  g_autofree char *place = NULL;

  if (line == NULL)
    return;
  if (g_str_equal (way, "up") || g_str_equal (way, "down"))
    place = sz_standard_draft_move (self->draft, line->place, g_str_equal (way, "up") ? -1 : 1);
  else
    place = sz_standard_draft_indent (self->draft, line->place, g_str_equal (way, "in"));
  if (place != NULL)
    rebuilt (self, place);
}

/* ---- saving ---- */

/* @data: the text as it is to be, and as it was read. */
static gpointer
save_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  char **const texts = data;
  g_autoptr (SzStandardCheck) check = sz_standard_save (office, texts[0], texts[1], error);
  const char *act;

  if (check == NULL)
    return NULL;
  if (sz_standard_faults_errors (check->faults) > 0)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "standard.faulty", "id", "", "where",
                    g_array_index (check->faults, SzStandardFault, 0).where, NULL);
      return NULL;
    }
  act = sz_office_get_last_act (office);
  return g_strdup (act != NULL ? act : "");
}

static void
saved_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  sz_page_done (SZ_STANDARD_DIALOG (owner)->page, _ ("The standard is saved"), act);
  sz_form_dialog_finish (owner);
}

static void
sz_standard_dialog_save (SzFormDialog *dialog)
{
  const SzStandardDialog *self = SZ_STANDARD_DIALOG (dialog);
  g_autofree char *text = sz_standard_draft_dup_text (self->draft);
  const char *const texts[] = { text, self->read, NULL };

  sz_form_dialog_write (dialog,
                        SZ_WORK (save_cb, g_strdupv ((char **)texts), (GDestroyNotify)g_strfreev,
                                 g_free, .changes = SZ_CHANGED_TITLES),
                        saved_cb);
}

guint
sz_standard_dialog_count_faults (SzStandardDialog *self)
{
  g_return_val_if_fail (SZ_IS_STANDARD_DIALOG (self), 0);
  return self->verdict != NULL ? self->verdict->faults->len : 0;
}

static void
sz_standard_dialog_dispose (GObject *object)
{
  SzStandardDialog *self = SZ_STANDARD_DIALOG (object);

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  G_OBJECT_CLASS (sz_standard_dialog_parent_class)->dispose (object);
}

static void
sz_standard_dialog_finalize (GObject *object)
{
  SzStandardDialog *self = SZ_STANDARD_DIALOG (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  sz_standard_draft_free (self->draft);
  g_free (self->read);
  sz_standard_check_free (self->verdict);
  G_OBJECT_CLASS (sz_standard_dialog_parent_class)->finalize (object);
}

static void
sz_standard_dialog_class_init (SzStandardDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const adding[] = { "standard.level", "standard.path", "standard.condition",
                                        "standard.group", "standard.item" };

  G_OBJECT_CLASS (klass)->dispose = sz_standard_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_standard_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_standard_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_standard_dialog_save;
  for (gsize i = 0; i < G_N_ELEMENTS (adding); i++)
    gtk_widget_class_install_action (widget_class, adding[i], NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "standard.remove", NULL, remove_action_cb);
  gtk_widget_class_install_action (widget_class, "standard.move", "s", move_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "standard.move", "s",
                                       "up");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "standard.move",
                                       "s", "down");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "standard.move",
                                       "s", "in");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "standard.move",
                                       "s", "out");
}

static void
sz_standard_dialog_init (SzStandardDialog *self)
{
}

/* ---- the parts of the dialog ---- */

static gboolean
key_pressed_cb (SzStandardDialog *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Insert)
    gtk_widget_activate_action (GTK_WIDGET (self), "standard.condition", NULL);
  else if (key == GDK_KEY_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "standard.remove", NULL);
  else
    return FALSE;
  return TRUE;
}

static GtkWidget *
make_scrolled (GtkWidget *child, int width, int height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, width, height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

static GtkWidget *
make_body (SzStandardDialog *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *right;
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->tree = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->tree, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tree), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Levels, paths and conditions"), -1);
  g_signal_connect_object (self->tree, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->tree), keys);
  self->form = SZ_STANDARD_FORM (sz_standard_form_new ());
  g_signal_connect_object (self->form, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (left), sz_standard_tools_new ());
  gtk_box_append (GTK_BOX (left), make_scrolled (GTK_WIDGET (self->tree), TREE_WIDTH, TREE_HEIGHT));
  right = make_scrolled (GTK_WIDGET (self->form), -1, -1);
  gtk_widget_remove_css_class (right, "card");
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (body), left);
  gtk_box_append (GTK_BOX (body), right);
  return body;
}

/* ---- what is edited ---- */

typedef struct
{
  char *id;
  GPtrArray *entries;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->entries, g_ptr_array_unref);
  g_free (reading->id);
  g_free (reading);
}

static gpointer
read_book_cb (
    SzOffice *office, gpointer id, SzProgress progress, GCancellable *cancellable, GError **error)
{
  GPtrArray *entries = sz_standard_book (office, error);
  Reading *reading;

  if (entries == NULL)
    return NULL;
  reading = g_new0 (Reading, 1);
  reading->id = g_strdup (id);
  reading->entries = entries;
  return reading;
}

static const SzStandardEntry *
find_entry (const Reading *reading)
{
  for (guint i = 0; i < reading->entries->len; i++)
    {
      const SzStandardEntry *entry = g_ptr_array_index (reading->entries, i);

      if (g_strcmp0 (entry->standard->id, reading->id) == 0)
        return entry;
    }
  return NULL;
}

static void
book_read_cb (gpointer owner, gpointer value)
{
  SzPage *page = owner;
  Reading *reading = value;
  const SzStandardEntry *entry = find_entry (reading);
  SzStandardDraft *draft = entry != NULL ? sz_standard_draft_new (entry->text, NULL) : NULL;
  SzStandardDialog *self;
  SzFormDialog *dialog;

  if (draft == NULL)
    {
      free_reading (reading);
      return;
    }
  self = g_object_new (SZ_TYPE_STANDARD_DIALOG, "transient-for", sz_page_get_window (page), "tasks",
                       sz_page_get_tasks (page), "title", _ ("Edit the Standard"), NULL);
  dialog = SZ_FORM_DIALOG (self);
  self->page = page;
  self->draft = draft;
  self->read = g_strdup (entry->text);
  sz_form_dialog_set_hint (
      dialog, entry->own
                  ? _ ("The college's own standard. Rounds that are open keep what they froze.")
                  : _ ("A copy of the shipped standard: saved, it is the college's own and wins."));
  self->entries = g_ptr_array_ref (reading->entries);
  free_reading (reading);
  sz_form_dialog_add (dialog, make_body (self));
  self->faults_list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->faults_list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->faults_list,
                                gtk_label_new (_ ("✓ The checker finds nothing.")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->faults_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the checker finds"), -1);
  g_signal_connect_object (self->faults_list, "row-activated", G_CALLBACK (fault_activated_cb),
                           self, G_CONNECT_SWAPPED);
  sz_form_dialog_add (dialog, make_scrolled (GTK_WIDGET (self->faults_list), -1, FAULTS_HEIGHT));
  sz_form_dialog_set_width (SZ_FORM_DIALOG (self), WIDTH);
  build_tree (self, NULL);
  sz_form_dialog_begin (dialog);
  gtk_window_present (GTK_WINDOW (self));
}

void
sz_standard_dialog_present (SzPage *page, const char *id)
{
  g_return_if_fail (SZ_IS_PAGE (page) && id != NULL);
  sz_page_read (page, SZ_WORK (read_book_cb, g_strdup (id), g_free, free_reading), book_read_cb);
}
