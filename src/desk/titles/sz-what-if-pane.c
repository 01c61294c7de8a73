/* sz-what-if-pane.c — 试算: would people fit into other posts, one after another (RULE pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-what-if-pane.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "sz-help.h"
#include "sz-suggest-button.h"
#include "sz-what-if-list.h"

#define GAP 6
#define LIST_HEIGHT 190
#define PLACE_KEY "sz-place"

struct _SzWhatIfPane
{
  GtkBox parent_instance;

  /* Borrowed */
  SzPage *page;
  GtkEditable *who_entry;
  GtkListBox *list;
  GtkLabel *after_label;
  GtkLabel *fault_label;
  GtkWidget *open_button;
  GtkWidget *copy_button;

  /* Owned */
  GArray *wishes; /* of SzWish */
  SzJob *judging;
  SzJob *opening;
  char *after; /* of sz_what_if_pane_dup_after() */
  char *table; /* what is copied */
  int chosen;  /* the row that has the keyboard again, −1: none */
};

G_DEFINE_FINAL_TYPE (SzWhatIfPane, sz_what_if_pane, GTK_TYPE_BOX)

enum
{
  JUDGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- the pane ---- */

static void
say (SzWhatIfPane *self, const char *text)
{
  gtk_label_set_text (self->fault_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), text != NULL);
}

/* Puts the wish @from before what stands at @to. */
static void
move_wish (SzWhatIfPane *self, int from, int to)
{
  SzWish wish;

  if (from < 0 || to < 0 || from == to || from >= (int)self->wishes->len
      || to >= (int)self->wishes->len)
    return;
  wish = g_array_index (self->wishes, SzWish, from);
  g_array_index (self->wishes, SzWish, from).who = NULL;
  g_array_remove_index (self->wishes, (guint)from);
  g_array_insert_val (self->wishes, (guint)to, wish);
  self->chosen = to;
  sz_what_if_pane_judge (self);
}

static int
get_place (gpointer widget)
{
  return GPOINTER_TO_INT (g_object_get_data (widget, PLACE_KEY));
}

static void
remove_wish (SzWhatIfPane *self, int place)
{
  if (place < 0 || place >= (int)self->wishes->len)
    return;
  g_array_remove_index (self->wishes, (guint)place);
  self->chosen = MIN (place, (int)self->wishes->len - 1);
  sz_what_if_pane_judge (self);
}

static void
remove_clicked_cb (SzWhatIfPane *self, GtkWidget *button)
{
  remove_wish (self, get_place (button));
}

static void
level_changed_cb (SzWhatIfPane *self, GtkEditable *entry)
{
  const int place = get_place (entry);
  const SzPost post = sz_post_parse (gtk_editable_get_text (entry));

  if (sz_post_level (post) == 0 || place >= (int)self->wishes->len
      || post == g_array_index (self->wishes, SzWish, place).post)
    return;
  g_array_index (self->wishes, SzWish, place).post = post;
  self->chosen = place;
  sz_what_if_pane_judge (self);
}

/* ---- dragging ---- */

static GdkContentProvider *
row_dragged_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  g_autofree char *text = g_strdup_printf ("row?%d", get_place (row));

  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

/* A row of the list, or somebody of the details: "people?1001". */
static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, SzWhatIfPane *self)
{
  const char *text = g_value_get_string (value);
  GtkListBoxRow *under;
  double list_y;

  if (text == NULL)
    return FALSE;
  if (g_str_has_prefix (text, "people?"))
    {
      sz_what_if_pane_add (self, text + strlen ("people?"), "");
      return TRUE;
    }
  if (!g_str_has_prefix (text, "row?"))
    return FALSE;
  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->list), x, y, &x, &list_y);
  under = gtk_list_box_get_row_at_y (self->list, (int)list_y);
  move_wish (self, atoi (text + strlen ("row?")),
             under != NULL ? gtk_list_box_row_get_index (under) : (int)self->wishes->len - 1);
  return TRUE;
}

static gboolean
list_key_cb (SzWhatIfPane *self, guint key, guint code, GdkModifierType state, gpointer controller)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const int place = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  const gboolean moves = (state & GDK_ALT_MASK) != 0;

  if (place < 0)
    return FALSE;
  if (key == GDK_KEY_Up && moves)
    move_wish (self, place, place - 1);
  else if (key == GDK_KEY_Down && moves)
    move_wish (self, place, place + 1);
  else if (key == GDK_KEY_Delete)
    remove_wish (self, place);
  else
    return FALSE;
  return TRUE;
}

/* ---- rows ---- */

static GtkWidget *
make_level (SzWhatIfPane *self, int place, SzPost post, const char *who)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *levels = sz_suggest_button_new (GTK_EDITABLE (entry), _ ("Levels"));
  g_autofree char *name = sz_post_name (post);
  g_autofree char *label = g_strdup_printf (_ ("Level for %s"), who);

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (entry), PLACE_KEY, GINT_TO_POINTER (place));
  sz_suggest_button_offer_posts (SZ_SUGGEST_BUTTON (levels));
  g_signal_connect_object (entry, "changed", G_CALLBACK (level_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), levels);
  gtk_widget_add_css_class (box, "linked");
  return box;
}

static GtkWidget *
make_head (SzWhatIfPane *self, int place, const SzWishLine *line)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  g_autofree char *text = g_strdup_printf ("%s →", line->who);
  GtkWidget *who = gtk_label_new (text);
  GtkWidget *away = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_label_set_xalign (GTK_LABEL (who), 0);
  gtk_label_set_ellipsize (GTK_LABEL (who), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (who, TRUE);
  gtk_widget_add_css_class (away, "flat");
  gtk_widget_set_tooltip_text (away, _ ("Out of the list"));
  g_object_set_data (G_OBJECT (away), PLACE_KEY, GINT_TO_POINTER (place));
  g_signal_connect_object (away, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), who);
  gtk_box_append (GTK_BOX (head), make_level (self, place, line->post, line->who));
  gtk_box_append (GTK_BOX (head), away);
  return head;
}

static void
show_line (SzWhatIfPane *self, int place, const SzWishLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *verdict = gtk_label_new (line->verdict);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_label_set_xalign (GTK_LABEL (verdict), 0);
  gtk_label_set_wrap (GTK_LABEL (verdict), TRUE);
  gtk_widget_add_css_class (verdict, line->fits ? "success" : "error");
  gtk_widget_add_css_class (verdict, "caption");
  gtk_box_append (GTK_BOX (box), make_head (self, place, line));
  gtk_box_append (GTK_BOX (box), verdict);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), PLACE_KEY, GINT_TO_POINTER (place));
  gtk_widget_set_tooltip_text (row, _ ("Drag, or Alt+↑ and Alt+↓: another order; Delete: out"));
  g_signal_connect_object (source, "prepare", G_CALLBACK (row_dragged_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_list_box_append (self->list, row);
}

/* What is copied: a line a person, columns by tabs. */
static char *
dup_table (const SzWishAnswer *answer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < answer->lines->len; i++)
    {
      const SzWishLine *line = &g_array_index (answer->lines, SzWishLine, i);
      g_autofree char *to = sz_post_name (line->post);

      g_string_append_printf (text, "%s\t%s\t%s\t%s\n", line->staff_no, line->who, to,
                              line->verdict);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
choose_again (SzWhatIfPane *self)
{
  GtkListBoxRow *row
      = self->chosen >= 0 ? gtk_list_box_get_row_at_index (self->list, self->chosen) : NULL;

  self->chosen = -1;
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
judged_cb (gpointer owner, gpointer value)
{
  SzWhatIfPane *self = owner;
  SzWishAnswer *answer = value;
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < answer->lines->len && i < self->wishes->len; i++)
    {
      const SzWishLine *line = &g_array_index (answer->lines, SzWishLine, i);
      SzWish *wish = &g_array_index (self->wishes, SzWish, i);

      g_free (wish->who);
      *wish = (SzWish){ g_strdup (line->staff_no), line->post, line->fits };
      any |= line->fits;
      show_line (self, (int)i, line);
    }
  gtk_label_set_text (self->after_label, answer->left);
  gtk_widget_set_visible (GTK_WIDGET (self->after_label), *answer->left != '\0');
  gtk_widget_set_sensitive (self->open_button, any);
  gtk_widget_set_sensitive (self->copy_button, answer->lines->len > 0);
  g_free (self->table);
  self->table = dup_table (answer);
  g_free (self->after);
  self->after = g_steal_pointer (&answer->after);
  say (self, NULL);
  choose_again (self);
  sz_wish_answer_free (answer);
  g_signal_emit (self, signals[JUDGED], 0);
}

static void
failed_cb (gpointer owner, const GError *error)
{
  SzWhatIfPane *self = owner;

  /* Who cannot be found does not stay in the list. */
  if (g_error_matches (error, SZ_ERROR, SZ_ERROR_FORMAT) && self->wishes->len > 0)
    g_array_set_size (self->wishes, self->wishes->len - 1);
  say (self, "");
  sz_refusal_tell (self->fault_label, error);
}

/* @only_fitting: those for whom a case can be opened. */
static SzWishes *
ask (SzWhatIfPane *self, gboolean only_fitting)
{
  SzWishes *asked = g_new0 (SzWishes, 1);

  asked->day = sz_page_get_as_of (self->page);
  asked->wishes = sz_wishes_new ();
  for (guint i = 0; i < self->wishes->len; i++)
    {
      const SzWish *wish = &g_array_index (self->wishes, SzWish, i);
      const SzWish copy
          = { g_strdup (only_fitting && !wish->fits ? "" : wish->who), wish->post, wish->fits };

      g_array_append_val (asked->wishes, copy);
      if (only_fitting && !wish->fits)
        g_array_set_size (asked->wishes, asked->wishes->len - 1);
    }
  return asked;
}

void
sz_what_if_pane_judge (SzWhatIfPane *self)
{
  SzTasks *tasks;

  g_return_if_fail (SZ_IS_WHAT_IF_PANE (self));
  tasks = sz_page_get_tasks (self->page);
  if (tasks != NULL)
    sz_job_read (self->judging, tasks,
                 SZ_WORK (sz_wishes_judge, ask (self, FALSE), sz_wishes_free, sz_wish_answer_free),
                 judged_cb);
}

void
sz_what_if_pane_add (SzWhatIfPane *self, const char *who, const char *level)
{
  SzWish wish = { NULL, sz_post_parse (level), FALSE };

  g_return_if_fail (SZ_IS_WHAT_IF_PANE (self) && who != NULL && level != NULL);
  if (*who == '\0' || (*level != '\0' && sz_post_level (wish.post) == 0))
    {
      say (self, _ ("Give a person, and a level such as 专技七级."));
      return;
    }
  wish.who = g_strdup (who);
  g_array_append_val (self->wishes, wish);
  sz_what_if_pane_judge (self);
}

static void
add_clicked_cb (SzWhatIfPane *self)
{
  sz_what_if_pane_add (self, gtk_editable_get_text (self->who_entry), "");
  gtk_editable_set_text (self->who_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->who_entry));
}

static void
clear_clicked_cb (SzWhatIfPane *self)
{
  g_array_set_size (self->wishes, 0);
  sz_what_if_pane_judge (self);
}

static void
copy_clicked_cb (SzWhatIfPane *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          self->table != NULL ? self->table : "");
  sz_page_toast (self->page, _ ("The list is copied as a table"), NULL, NULL, NULL);
}

static void
opened_cb (gpointer owner, gpointer value)
{
  SzWhatIfPane *self = owner;
  g_autofree char *act = value;

  sz_page_done (self->page, _ ("The appointments are open"), act);
  clear_clicked_cb (self);
}

static void
open_clicked_cb (SzWhatIfPane *self)
{
  SzTasks *tasks = sz_page_get_tasks (self->page);

  if (tasks != NULL && self->wishes->len > 0)
    sz_job_write (self->opening, tasks,
                  SZ_WORK (sz_wishes_open_cases, ask (self, TRUE), sz_wishes_free, g_free,
                           .changes = SZ_CHANGED_TITLES),
                  opened_cb);
}

char *
sz_what_if_pane_dup_after (SzWhatIfPane *self)
{
  g_return_val_if_fail (SZ_IS_WHAT_IF_PANE (self), NULL);
  return g_strdup (self->wishes->len > 0 && self->after != NULL ? self->after : "");
}

void
sz_what_if_pane_focus (SzWhatIfPane *self)
{
  g_return_if_fail (SZ_IS_WHAT_IF_PANE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->who_entry));
}

static void
sz_what_if_pane_dispose (GObject *object)
{
  SzWhatIfPane *self = SZ_WHAT_IF_PANE (object);

  g_clear_pointer (&self->judging, sz_job_free);
  g_clear_pointer (&self->opening, sz_job_free);
  g_clear_pointer (&self->wishes, g_array_unref);
  g_clear_pointer (&self->after, g_free);
  g_clear_pointer (&self->table, g_free);
  G_OBJECT_CLASS (sz_what_if_pane_parent_class)->dispose (object);
}

static void
sz_what_if_pane_class_init (SzWhatIfPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_what_if_pane_dispose;
  signals[JUDGED] = g_signal_new ("judged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_entries (SzWhatIfPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *heading = gtk_label_new (_ ("What-if list"));
  GtkWidget *who = gtk_entry_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_entry_set_placeholder_text (GTK_ENTRY (who), _ ("Staff number or name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (who), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Staff number or name"), -1);
  gtk_widget_set_hexpand (who, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (who), 8);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  g_signal_connect_swapped (who, "activate", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), who);
  gtk_box_append (GTK_BOX (box), add);
  self->who_entry = GTK_EDITABLE (who);
  return box;
}

static GtkWidget *
make_buttons (SzWhatIfPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *clear = gtk_button_new_with_label (_ ("Clear"));

  self->copy_button = gtk_button_new_with_label (_ ("Copy as Table"));
  self->open_button = gtk_button_new_with_mnemonic (_ ("Open _Cases"));
  gtk_widget_set_tooltip_text (self->open_button, _ ("A case for each that fits, all or none"));
  gtk_widget_set_sensitive (self->open_button, FALSE);
  gtk_widget_set_sensitive (self->copy_button, FALSE);
  gtk_widget_set_hexpand (self->open_button, TRUE);
  gtk_widget_set_halign (self->open_button, GTK_ALIGN_END);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_clicked_cb), self);
  g_signal_connect_swapped (self->copy_button, "clicked", G_CALLBACK (copy_clicked_cb), self);
  g_signal_connect_swapped (self->open_button, "clicked", G_CALLBACK (open_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), clear);
  gtk_box_append (GTK_BOX (box), self->copy_button);
  gtk_box_append (GTK_BOX (box), self->open_button);
  return box;
}

static GtkLabel *
add_label (SzWhatIfPane *self, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
sz_what_if_pane_init (SzWhatIfPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty
      = gtk_label_new (_ ("Add people by name, or drag them here from the list above."));
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), GAP);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sz-ask-pane");
  self->chosen = -1;
  self->wishes = sz_wishes_new ();
  self->judging = sz_job_new (self, failed_cb);
  self->opening = sz_job_new (self, failed_cb);
  gtk_box_append (GTK_BOX (self), make_entries (self));
  self->fault_label = add_label (self, "error");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_list_box_set_placeholder (self->list, empty);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_box_append (GTK_BOX (self), scrolled);
  self->after_label = add_label (self, "caption");
  gtk_box_append (GTK_BOX (self), make_buttons (self));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
sz_what_if_pane_new (SzPage *page)
{
  SzWhatIfPane *self;

  g_return_val_if_fail (SZ_IS_PAGE (page), NULL);
  self = g_object_new (SZ_TYPE_WHAT_IF_PANE, NULL);
  self->page = page;
  return GTK_WIDGET (self);
}
