/* sz-window.c — the window: duties left, a page, details, a foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-window.h"

#include <glib/gi18n.h>

#include "sz-act-guard.h"
#include "sz-duties.h"
#include "sz-recent.h"
#include "sz-task.h"
#include "sz-window-private.h"

G_DEFINE_FINAL_TYPE (SzWindow, sz_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_progress (SzWindow *self, const char *what, double fraction)
{
  gboolean running = fraction <= 1;

  gtk_widget_set_visible (self->progress_box, running);
  if (!running)
    return;
  gtk_label_set_label (self->progress_label, what);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
progress_told_cb (const char *what, double fraction, gpointer user_data)
{
  show_progress (user_data, what, fraction);
}

static void
show_page (SzWindow *self, SzPage *page)
{
  SzPageClass *klass = SZ_PAGE_GET_CLASS (page);

  if (self->page == page)
    return;
  self->page = NULL; /* so that the text of the entry does not go to the wrong page */
  gtk_editable_set_text (GTK_EDITABLE (self->search), sz_page_get_search (page));
  self->page = page;
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  sz_page_show (page);
  g_binding_group_set_source (self->page_bindings, page);
  g_object_set (self->search, "placeholder-text",
                klass->search_hint != NULL ? _ (klass->search_hint)
                                           : _ ("Name, pinyin, initials, number …"),
                NULL);
  gtk_widget_set_visible (self->search, klass->has_search);
  gtk_widget_set_visible (GTK_WIDGET (self->date_button), klass->has_date);
  _sz_window_show_tabs (self, gtk_stack_get_visible_child_name (self->pages));
  g_settings_set_string (self->settings, "page", gtk_stack_get_visible_child_name (self->pages));
}

static const SzDuty *
find_duty (const char *name)
{
  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    if (g_strcmp0 (duty->name, name) == 0)
      return duty;
  return NULL;
}

static void
bind_badge (SzWindow *self, SzPage *page, const char *name)
{
  GtkWidget *badge = g_hash_table_lookup (self->badges, name);

  if (badge == NULL)
    return;
  if (gtk_widget_get_visible (badge)) /* it was counted before the page was made */
    sz_page_set_badge (page, (guint)atoi (gtk_label_get_label (GTK_LABEL (badge))));
  g_object_bind_property (page, "badge", badge, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "badge", badge, "visible", G_BINDING_SYNC_CREATE);
}

static void
page_toast_cb (SzWindow *self, const SzToast *toast)
{
  sz_window_toast (self, toast->text, toast->label, toast->action, toast->target);
}

/* A page is made when it is first asked for: the first frame waits for one page only. */
static SzPage *
make_page (SzWindow *self, const SzDuty *duty)
{
  GtkWidget *page = g_object_new (duty->get_type (), "title", _ (duty->title), "icon-name",
                                  duty->icon_name, "settings", self->settings, "as-of",
                                  sz_date_button_get_date (self->date_button), NULL);

  g_object_set (page, "tasks", self->tasks, NULL);
  gtk_stack_add_named (self->pages, page, duty->name);
  bind_badge (self, SZ_PAGE (page), duty->name);
  g_signal_connect_object (page, "toast", G_CALLBACK (page_toast_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "done", G_CALLBACK (sz_window_toast_done), self,
                           G_CONNECT_SWAPPED);
  return SZ_PAGE (page);
}

SzPage *
sz_window_get_page (SzWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);
  const SzDuty *duty = find_duty (name);

  if (page != NULL)
    return SZ_PAGE (page);
  return duty != NULL ? make_page (self, duty) : NULL;
}

static void
duty_selected_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (gtk_widget_get_root (GTK_WIDGET (list)));
  const char *name = row != NULL ? g_object_get_data (G_OBJECT (row), "name") : NULL;

  if (name == NULL || self == NULL || self->tasks == NULL || !self->entered)
    return;
  show_page (self, sz_window_get_page (self, self->asked != NULL ? self->asked : name));
}

static void
search_changed_cb (SzWindow *self)
{
  if (self->page != NULL)
    g_object_set (self->page, "search", gtk_editable_get_text (GTK_EDITABLE (self->search)), NULL);
}

static void
enter_page (SzWindow *self, gboolean open)
{
  if (self->page == NULL)
    return;
  if (SZ_PAGE_GET_CLASS (self->page)->enter != NULL)
    SZ_PAGE_GET_CLASS (self->page)->enter (self->page, open);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (SzWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  enter_page (self, FALSE);
}

/* Enter opens the first of what was found. */
static void
search_activated_cb (SzWindow *self)
{
  enter_page (self, TRUE);
}

static gboolean
search_down_cb (GtkWidget *search, GVariant *args, gpointer user_data)
{
  enter_page (user_data, FALSE);
  return TRUE;
}

static void
add_search_keys (SzWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (search_down_cb,
                                                                                   self, NULL)));
  gtk_widget_add_controller (self->search, keys);
}

static void
date_changed_cb (SzWindow *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    g_object_set (page, "as-of", sz_date_button_get_date (self->date_button), NULL);
  if (self->counts != NULL)
    sz_count_job_set_day (self->counts, sz_date_button_get_date (self->date_button));
}

void
_sz_window_show_duty (SzWindow *self, GtkListBoxRow *row, const char *name)
{
  g_return_if_fail (SZ_IS_WINDOW (self) && GTK_IS_LIST_BOX_ROW (row) && name != NULL);
  self->asked = name;
  if (gtk_list_box_get_selected_row (self->duties) == row)
    duty_selected_cb (self->duties, row, self);
  else
    gtk_list_box_select_row (self->duties, row);
  self->asked = NULL;
}

static GtkWidget *
make_duty_row (SzWindow *self, const SzDuty *duty)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (_ (duty->title));
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (duty->icon_name));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (badge, "sz-badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_hide (badge);
  gtk_box_append (GTK_BOX (box), badge);
  g_hash_table_insert (self->badges, (gpointer)duty->name, badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "name", (gpointer)duty->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (duty->title), -1);
  return row;
}

static void
add_duties (SzWindow *self)
{
  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    if (duty->part_of == NULL)
      gtk_list_box_append (self->duties, make_duty_row (self, duty));
}

/* A page shows its own number; it may not have been made yet. */
static void
counted_cb (SzWindow *self, const char *name, guint count)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);
  GtkWidget *badge = g_hash_table_lookup (self->badges, name);
  g_autofree char *text = g_strdup_printf ("%u", count);

  if (page != NULL)
    {
      sz_page_set_badge (SZ_PAGE (page), count);
      return;
    }
  gtk_label_set_label (GTK_LABEL (badge), text);
  gtk_widget_set_visible (badge, count > 0);
}

static void
standing_cb (SzWindow *self, guint count)
{
  counted_cb (self, "supervision", count);
}

static void
begin_scans (SzWindow *self)
{
  const guint quiet_s = g_settings_get_uint (self->settings, "scan-after");

  g_clear_object (&self->scans);
  g_clear_object (&self->counts);
  if (self->tasks == NULL)
    return;
  self->scans = sz_scan_job_new (self->tasks, quiet_s);
  g_signal_connect_object (self->scans, "standing", G_CALLBACK (standing_cb), self,
                           G_CONNECT_SWAPPED);
  self->counts = sz_count_job_new (self->tasks, sz_date_button_get_date (self->date_button));
  g_signal_connect_object (self->counts, "counted", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
set_tasks (SzWindow *self, SzTasks *tasks)
{
  if (self->tasks != NULL)
    sz_tasks_set_progress (self->tasks, NULL, NULL);
  g_set_object (&self->tasks, tasks);
  g_object_set_data (G_OBJECT (self), SZ_ACT_GUARD_TASKS, tasks);
  if (tasks != NULL)
    sz_tasks_set_progress (tasks, progress_told_cb, self);
  g_queue_clear_full (&self->undoable, g_free);
  g_clear_pointer (&self->redoable, g_free);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    g_object_set (page, "tasks", tasks, NULL);
  begin_scans (self);
}

typedef struct
{
  char *name;
  gboolean on_network;
  gboolean accounts;
} College;

static void
free_college (gpointer data)
{
  College *college = data;

  g_free (college->name);
  g_free (college);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (College, free_college)

static gpointer
read_college_cb (SzOffice *office,
                 gpointer input,
                 SzProgress progress,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (College) college = g_new0 (College, 1);

  college->name = sz_office_dup_college (office, error);
  college->on_network = sz_office_is_on_network (office);
  return college->name != NULL && sz_office_has_accounts (office, &college->accounts, error)
             ? g_steal_pointer (&college)
             : NULL;
}

static void
college_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (College) college = sz_tasks_finish (result, &error);

  if (college == NULL)
    {
      _sz_window_enter (self);
      if (self->page != NULL)
        sz_page_show_error (self->page, error);
      return;
    }
  gtk_label_set_label (self->college_label, college->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->college_label), college->name);
  gtk_window_set_title (GTK_WINDOW (self), college->name);
  _sz_window_settle_account (self, college->accounts);
  if (college->on_network)
    sz_window_toast (self, _ ("The file lies on a network share: keep backups, or work on a copy"),
                     NULL, NULL, NULL);
}

void
sz_window_open (SzWindow *self, SzTasks *tasks)
{
  GHashTable *denied;

  g_return_if_fail (SZ_IS_TASKS (tasks));

  denied = g_hash_table_new (g_str_hash, g_str_equal);
  sz_tasks_read (tasks, self, SZ_WORK (read_college_cb, NULL, NULL, free_college), NULL,
                 college_read_cb, NULL);
  gtk_stack_set_visible_child_name (self->stack, "college");
  /* Until it is known who it is. */
  g_hash_table_add (denied, (gpointer) "findings.scan");
  sz_tasks_set_denied (tasks, denied);
  set_tasks (self, tasks);
  _sz_window_watch_safety (self, tasks);
  self->entered = FALSE;
}

/* The overview comes first, once there is something to look over. */
void
_sz_window_enter (SzWindow *self)
{
  g_autofree char *page = NULL;

  g_return_if_fail (SZ_IS_WINDOW (self));

  /* A row that got the focus meanwhile is selected but was not chosen. */
  if (!self->entered)
    gtk_list_box_select_row (self->duties, NULL);
  self->entered = TRUE;
  page = g_steal_pointer (&self->wanted);
  if (page == NULL && gtk_list_box_get_selected_row (self->duties) != NULL
      && gtk_widget_get_visible (GTK_WIDGET (gtk_list_box_get_selected_row (self->duties))))
    return;
  if (page == NULL)
    page = g_settings_get_string (self->settings, "page");
  if (*page == '\0')
    {
      g_free (page);
      page = g_strdup ("overview");
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", page);
}

void
_sz_window_forget (SzWindow *self)
{
  g_return_if_fail (SZ_IS_WINDOW (self));

  g_queue_clear_full (&self->undoable, g_free);
  g_clear_pointer (&self->redoable, g_free);
}

SzTasks *
sz_window_get_tasks (SzWindow *self)
{
  g_return_val_if_fail (SZ_IS_WINDOW (self), NULL);

  return self->tasks;
}

void
sz_window_remember_act (SzWindow *self, const char *act)
{
  g_return_if_fail (SZ_IS_WINDOW (self));

  g_queue_push_tail (&self->undoable, g_strdup (act));
  g_clear_pointer (&self->redoable, g_free);
  g_free (self->typed);
  self->typed = _sz_window_dup_typed (self);
}

void
sz_window_toast_done (SzWindow *self, const char *text, const char *act)
{
  sz_window_remember_act (self, act);
  if (*text != '\0')
    sz_window_toast (self, text, _ ("_Undo"), "win.undo-act", g_variant_new_string (act));
}

static void
sz_window_dispose (GObject *object)
{
  SzWindow *self = SZ_WINDOW (object);

  if (self->hidden != NULL)
    _sz_window_end_account (self);
  if (self->page_bindings != NULL)
    g_binding_group_set_source (self->page_bindings, NULL);
  if (self->tasks != NULL)
    sz_tasks_set_progress (self->tasks, NULL, NULL);
  self->page = NULL;
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->next_toast);
  g_clear_handle_id (&self->toast_source, g_source_remove);
  g_queue_clear_full (&self->undoable, g_free);
  g_clear_pointer (&self->redoable, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->found, g_free);
  g_clear_pointer (&self->badges, g_hash_table_unref);
  g_clear_object (&self->page_bindings);
  g_clear_object (&self->scans);
  g_clear_object (&self->counts);
  g_clear_object (&self->tasks);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (sz_window_parent_class)->dispose (object);
}

static gboolean
sz_window_close_request (GtkWindow *window)
{
  SzWindow *self = SZ_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (sz_window_parent_class)->close_request (window);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shizi/Shizi/ui/sz-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SzWindow, account_menu);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, college_label);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, date_button);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, duties);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, page_label);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, place);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, search);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, SzWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, duty_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
sz_window_class_init (SzWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_DATE_BUTTON);
  G_OBJECT_CLASS (klass)->dispose = sz_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sz_window_close_request;
  bind_template (widget_class);
  _sz_window_install_actions (widget_class);
}

static SzDate
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return sz_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                       g_date_time_get_day_of_month (now));
}

static void
recent_changed_cb (SzWindow *self)
{
  sz_recent_fill (self->recent_menu, self->settings);
}

/* What stands in a field when one comes to it was not typed: Ctrl+Z leaves it there. */
static void
focus_changed_cb (SzWindow *self)
{
  g_free (self->found);
  self->found = _sz_window_dup_typed (self);
}

static gboolean
give_focus_back_cb (gpointer user_data)
{
  if (gtk_widget_get_root (user_data) != NULL)
    gtk_widget_grab_focus (user_data);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 leaves the focus in the submenu that went away, and every key is lost from then on. It is
   given back when the popover has done all that it does. */
static void
menu_closed_cb (GtkMenuButton *button)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, give_focus_back_cb, g_object_ref (button),
                   g_object_unref);
}

static void
sz_window_init (SzWindow *self)
{
  int width, height;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("org.shizi.Shizi");
  self->badges = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->undoable);
  self->page_bindings = g_binding_group_new ();
  g_binding_group_bind (self->page_bindings, "title", self->page_label, "label",
                        G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->page_bindings, "foot", self->foot, "label", G_BINDING_SYNC_CREATE);
  add_duties (self);
  g_signal_connect_object (self->settings, "changed::recent", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  recent_changed_cb (self);
  g_signal_connect_object (gtk_menu_button_get_popover (self->menu_button), "closed",
                           G_CALLBACK (menu_closed_cb), self->menu_button, G_CONNECT_SWAPPED);
  sz_date_button_set_date (self->date_button, find_today ());
  _sz_window_accept_files (self);
  _sz_window_begin_account (self);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), NULL);
  add_search_keys (self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

void
sz_window_welcome (SzWindow *self)
{
  g_return_if_fail (SZ_IS_WINDOW (self));

  if (gtk_stack_get_child_by_name (self->stack, "welcome") == NULL)
    gtk_stack_add_named (self->stack, g_object_new (SZ_TYPE_WELCOME, NULL), "welcome");
  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

SzWindow *
sz_window_new (GtkApplication *application)
{
  return g_object_new (SZ_TYPE_WINDOW, "application", application, NULL);
}
