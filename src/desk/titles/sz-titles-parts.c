/* sz-titles-parts.c — 结构 · 考核 · 职称 · 聘任: the switcher over the lists (Ctrl+1 … 4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-titles-page.h"
#include "sz-titles-private.h"

#define KEY "titles-part"
#define N_PARTS 5
#define LISTS_MAX 5

/* The last one stands apart: what does not fit anywhere in the four. */
static const struct
{
  const char *name;
  const char *title;
  const char *lists[LISTS_MAX + 1];
} parts[N_PARTS] = {
  { "posts", N_ ("Structure"), { "titles-posts", NULL } },
  { "assess", N_ ("Assessment"), { "titles-assess", NULL } },
  { "titles",
    NC_ ("part", "Titles"),
    { "titles-who", "titles-round", "titles-panel", "titles-standard", NULL } },
  { "appoint", N_ ("Appointment"), { "titles-rise", "titles-case", "titles-due", NULL } },
  { "findings", N_ ("Findings"), { "titles-findings", NULL } },
};

static int
find_part (const char *list)
{
  for (int i = 0; i < N_PARTS; i++)
    if (g_strv_contains (parts[i].lists, list))
      return i;
  return 0;
}

/* The list of a part; of the part that is shown: its next one. */
static void
show_part (SzTitlesPage *page, int part)
{
  const SzListView *view = sz_list_page_get_view (SZ_LIST_PAGE (page));
  const char *const *lists = parts[part].lists;
  int place = 0;

  while (lists[place] != NULL && g_strcmp0 (lists[place], view->name) != 0)
    place++;
  if (lists[place] != NULL && lists[place + 1] != NULL)
    sz_list_page_show_view (SZ_LIST_PAGE (page), lists[place + 1]);
  else
    sz_list_page_show_view (SZ_LIST_PAGE (page), lists[0]);
}

static void
part_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const int part = g_variant_get_int32 (parameter);

  if (part >= 0 && part < N_PARTS)
    show_part (SZ_TITLES_PAGE (widget), part);
}

void
_sz_titles_install_parts (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.part", "i", part_action_cb);
}

static gboolean
part_key_cb (GtkWidget *widget, GVariant *args, gpointer part)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  show_part (SZ_TITLES_PAGE (widget), GPOINTER_TO_INT (part));
  return TRUE;
}

static gboolean
action_key_cb (GtkWidget *widget, GVariant *args, gpointer action)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_widget_activate_action_variant (widget, action, NULL);
  return TRUE;
}

/* As a card is moved on the board: onwards, or aside. The rows of the list would take the arrows,
   and a text and the cards want them for themselves. */
static gboolean
decide_key_cb (GtkWidget *widget, GVariant *args, gpointer action)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *table;

  if (!gtk_widget_get_mapped (widget) || focus == NULL
      || g_strcmp0 (sz_list_page_get_view (SZ_LIST_PAGE (widget))->name, "titles-round") != 0)
    return FALSE;
  table = GTK_WIDGET (sz_list_page_get_table (SZ_LIST_PAGE (widget)));
  if (focus != table && !gtk_widget_is_ancestor (focus, table))
    return FALSE;
  gtk_widget_activate_action_variant (widget, action, NULL);
  return TRUE;
}

static void
add_key (GtkEventController *keys, guint key, GtkShortcutFunc func, gpointer data)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key,
                                                                                  GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (func, data,
                                                                                   NULL)));
}

void
_sz_titles_add_keys (SzTitlesPage *page)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (SZ_IS_TITLES_PAGE (page));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (int i = 0; i < N_PARTS; i++)
    add_key (keys, GDK_KEY_1 + (guint)i, part_key_cb, GINT_TO_POINTER (i));
  add_key (keys, GDK_KEY_w, action_key_cb, (gpointer) "titles.what-if");
  add_key (keys, GDK_KEY_l, action_key_cb, (gpointer) "titles.board");
  add_key (keys, GDK_KEY_Right, decide_key_cb, (gpointer) "titles.recommend");
  add_key (keys, GDK_KEY_Left, decide_key_cb, (gpointer) "titles.refuse");
  add_key (keys, GDK_KEY_Return, action_key_cb, (gpointer) "titles.next");
  gtk_widget_add_controller (GTK_WIDGET (page), keys);
}

static void
part_toggled_cb (GtkToggleButton *button, gpointer page)
{
  const int part = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), KEY));

  if (gtk_toggle_button_get_active (button)
      && part != find_part (sz_list_page_get_view (SZ_LIST_PAGE (page))->name))
    show_part (page, part);
}

GtkWidget *
_sz_titles_parts_new (SzTitlesPage *page)
{
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *first = NULL;

  g_return_val_if_fail (SZ_IS_TITLES_PAGE (page), whole);
  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_add_css_class (whole, "sz-parts");
  gtk_box_append (GTK_BOX (whole), linked);
  for (int i = 0; i < N_PARTS; i++)
    {
      const char *title = i == 2 ? C_ ("part", "Titles") : _ (parts[i].title);
      GtkWidget *button = gtk_toggle_button_new_with_label (title);
      g_autofree char *tooltip
          = g_strdup_printf (_ ("%s (Ctrl+%d; again: its next list)"), title, i + 1);

      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      first = first != NULL ? first : GTK_TOGGLE_BUTTON (button);
      g_object_set_data (G_OBJECT (button), KEY, GINT_TO_POINTER (i));
      g_signal_connect_object (button, "toggled", G_CALLBACK (part_toggled_cb), page, 0);
      if (i == N_PARTS - 1)
        {
          gtk_widget_set_hexpand (button, TRUE);
          gtk_widget_set_halign (button, GTK_ALIGN_END);
          gtk_widget_add_css_class (button, "flat");
        }
      gtk_box_append (GTK_BOX (i == N_PARTS - 1 ? whole : linked), button);
    }
  g_object_set_data (G_OBJECT (whole), KEY, linked);
  return whole;
}

void
_sz_titles_parts_follow (SzTitlesPage *page, GtkWidget *whole)
{
  const SzListView *view;
  GSettings *settings;
  GtkWidget *button;
  int part;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page) && GTK_IS_BOX (whole));
  view = sz_list_page_get_view (SZ_LIST_PAGE (page));
  settings = sz_page_get_settings (SZ_PAGE (page));
  part = find_part (view->name);
  button = part == N_PARTS - 1
               ? gtk_widget_get_last_child (whole)
               : gtk_widget_get_first_child (g_object_get_data (G_OBJECT (whole), KEY));
  for (int i = 0; part < N_PARTS - 1 && i < part; i++)
    button = gtk_widget_get_next_sibling (button);
  sz_list_page_show_only (SZ_LIST_PAGE (page), parts[part].lists);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  if (settings != NULL)
    g_settings_set_string (settings, KEY, parts[part].name);
}

void
_sz_titles_parts_restore (SzTitlesPage *page)
{
  GSettings *settings;
  g_autofree char *name = NULL;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page));
  settings = sz_page_get_settings (SZ_PAGE (page));
  name = settings != NULL ? g_settings_get_string (settings, KEY) : NULL;
  for (int i = 0; i < N_PARTS; i++)
    if (g_strcmp0 (parts[i].name, name) == 0)
      sz_list_page_show_view (SZ_LIST_PAGE (page), parts[i].lists[0]);
}
