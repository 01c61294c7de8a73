/* sz-recruit-page.c — recruitment: the board of a plan, and one of its posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-figure-table.h"
#include "sz-post-acts.h"
#include "sz-recruit-board.h"

#define PLANS_WIDTH 104

struct _SzRecruitPage
{
  SzPage parent_instance;

  /* Borrowed widgets */
  GtkListBox *plans;
  GtkWidget *plans_side;
  GtkStack *stack; /* "board", "table", "post", "empty" */
  GtkToggleButton *as_table;
  SzCardBoard *board;
  SzFigureTable *table;
  SzPostPane *pane;

  SzRecruitDesk *desk;
  char *plan; /* (nullable): chosen */
  SzJob *reading;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SzRecruitPage, sz_recruit_page, SZ_TYPE_PAGE)

SzPostPane *
sz_recruit_page_get_pane (SzRecruitPage *self)
{
  g_return_val_if_fail (SZ_IS_RECRUIT_PAGE (self), NULL);
  return self->pane;
}

static gboolean
shows_post (SzRecruitPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "post") == 0;
}

/* The posts of the plan: a board, or a table. */
static const char *
get_overview (SzRecruitPage *self)
{
  if (self->desk == NULL || self->desk->book == NULL)
    return "empty";
  return gtk_toggle_button_get_active (self->as_table) ? "table" : "board";
}

/* A post needs the whole width. */
static void
view_changed_cb (SzRecruitPage *self)
{
  const char *view = gtk_stack_get_visible_child_name (self->stack);

  gtk_widget_set_visible (self->plans_side,
                          g_strcmp0 (view, "board") == 0 || g_strcmp0 (view, "table") == 0);
}

void
sz_recruit_page_open (SzRecruitPage *self, const char *post)
{
  const SzRecruitPost *left = NULL;

  g_return_if_fail (SZ_IS_RECRUIT_PAGE (self));
  if (self->desk != NULL && self->desk->book != NULL && shows_post (self))
    left = sz_recruit_book_post (self->desk->book, sz_post_pane_get_post (self->pane));
  if (post == NULL || self->desk == NULL || self->desk->book == NULL
      || sz_recruit_book_post (self->desk->book, post) == NULL)
    {
      sz_post_pane_show (self->pane, NULL, NULL);
      gtk_stack_set_visible_child_name (self->stack, get_overview (self));
      if (left != NULL)
        sz_card_board_focus (self->board, left->row->id);
      return;
    }
  sz_post_pane_show (self->pane, self->desk, post);
  gtk_stack_set_visible_child_name (self->stack, "post");
}

/* Who a link of a dialog is about. */
static void
person_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzRecruitPage *self = SZ_RECRUIT_PAGE (widget);
  const char *post;
  const char *ticket;

  g_variant_get (parameter, "(&s&s)", &post, &ticket);
  sz_recruit_page_open (self, post);
  if (shows_post (self))
    sz_post_pane_show_person (self->pane, ticket);
}

/* "A05" or "2025-1 A05" looked for is opened, once; as soon as its plan is read. */
static void
open_searched (SzRecruitPage *self)
{
  const char *search = sz_page_get_search (SZ_PAGE (self));
  const char *gap = strchr (search, ' ');
  const char *post = gap != NULL ? gap + 1 : search;
  g_autofree char *plan = gap != NULL ? g_strndup (search, (gsize)(gap - search)) : NULL;

  if (*search == '\0' || self->desk == NULL || self->desk->book == NULL)
    return;
  if (plan != NULL && g_strcmp0 (plan, self->desk->book->plan.code) != 0)
    {
      if (g_strv_contains ((const char *const *)self->desk->plans, plan)
          && g_strcmp0 (plan, self->plan) != 0)
        {
          g_free (self->plan);
          self->plan = g_steal_pointer (&plan);
          sz_page_reload (SZ_PAGE (self));
        }
      return;
    }
  if (sz_recruit_book_post (self->desk->book, post) == NULL)
    return;
  sz_recruit_page_open (self, post);
  g_object_set (self, "search", "", NULL);
}

static void
sz_recruit_page_search_changed (SzPage *page, const char *text)
{
  open_searched (SZ_RECRUIT_PAGE (page));
}

/* ---- the posts as a table ---- */

enum
{
  POST_CODE,
  POST_NAME,
  POST_DEPARTMENT,
  POST_PLACES,
  POST_APPLIED,
  POST_QUALIFIED,
  POST_STATE,
  POST_RISKS,
  POST_NEXT,
  N_POST
};

static void
set_table_columns (SzRecruitPage *self)
{
  const SzFigureColumn columns[N_POST]
      = { [POST_CODE] = { _ ("Post"), 72, .code = TRUE },
          [POST_NAME] = { _ ("Name"), 170 },
          [POST_DEPARTMENT] = { _ ("Department"), 120 },
          [POST_PLACES] = { _ ("To recruit"), 76, .numeric = TRUE },
          [POST_APPLIED] = { _ ("Registered"), 76, .numeric = TRUE },
          [POST_QUALIFIED] = { _ ("Qualified"), 84, .numeric = TRUE },
          [POST_STATE] = { _ ("State"), 90 },
          [POST_RISKS] = { _ ("Findings"), 84, .numeric = TRUE },
          [POST_NEXT] = { _ ("Next"), 220, .expand = TRUE } };

  sz_figure_table_set_columns (self->table, columns, N_POST);
}

static char *
post_text_cb (gpointer owner, guint row, guint column)
{
  SzRecruitPage *self = owner;
  const SzRecruitPost *post;
  const SzRecruitCard *card;

  if (self->desk == NULL || self->desk->book == NULL || row >= self->desk->book->posts->len)
    return g_strdup ("");
  post = g_ptr_array_index (self->desk->book->posts, row);
  card = &g_array_index (self->desk->cards, SzRecruitCard, row);
  switch (column)
    {
    case POST_CODE:
      return g_strdup (post->row->code);
    case POST_NAME:
      return g_strdup (post->row->name);
    case POST_DEPARTMENT:
      return g_strdup (post->row->department);
    case POST_PLACES:
      return post->places != post->row->places && post->registered > 0
                 ? g_strdup_printf ("%d→%d", post->row->places, (int)post->places)
                 : g_strdup_printf ("%d", post->row->places);
    case POST_APPLIED:
      return g_strdup_printf ("%u", post->registered);
    case POST_QUALIFIED:
      return g_strdup_printf ("%u", post->qualified);
    case POST_STATE:
      return g_strdup (sz_recruit_state_title (post->state));
    case POST_RISKS:
      return card->risks > 0 ? g_strdup_printf ("%u", card->risks) : g_strdup ("");
    case POST_NEXT:
    default:
      return sz_recruit_card_line (post, card);
    }
}

/* (nullable): the code of the row chosen. */
static const char *
get_chosen (SzRecruitPage *self)
{
  const int row = sz_figure_table_get_selected (self->table);

  return row >= 0 && self->desk != NULL && self->desk->book != NULL
                 && row < (int)self->desk->book->posts->len
             ? ((const SzRecruitPost *)g_ptr_array_index (self->desk->book->posts, row))->row->code
             : NULL;
}

/* ---- reading ---- */

typedef struct
{
  char *plan;
  SzDate day;
} Wanted;

static void
wanted_freed_cb (gpointer data)
{
  g_free (((Wanted *)data)->plan);
  g_free (data);
}

static gpointer
open_desk_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return sz_recruit_desk_open (office, wanted->plan, wanted->day, error);
}

static void
show_plans (SzRecruitPage *self)
{
  const char *chosen = self->desk->book != NULL ? self->desk->book->plan.code : NULL;
  GtkWidget *row;

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->plans))) != NULL)
    gtk_list_box_remove (self->plans, row);
  for (char **plan = self->desk->plans; *plan != NULL; plan++)
    {
      GtkWidget *label = gtk_label_new (*plan);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_tooltip_text (label, *plan);
      gtk_list_box_append (self->plans, label);
      row = gtk_widget_get_parent (label);
      gtk_widget_set_name (row, *plan);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, *plan,
                                      -1);
      if (g_strcmp0 (*plan, chosen) == 0)
        gtk_list_box_select_row (self->plans, GTK_LIST_BOX_ROW (row));
    }
  self->filling = FALSE;
}

static char *
describe_plan (const SzRecruitBook *book)
{
  g_autofree char *posts
      = g_strdup_printf (ngettext ("%u post", "%u posts", book->posts->len), book->posts->len);
  g_autofree char *people
      = g_strdup_printf (ngettext ("%u applicant", "%u applicants", book->people->len),
                         book->people->len);

  return g_strdup_printf (_ ("%s, %s"), posts, people);
}

static void
desk_opened_cb (gpointer owner, gpointer value)
{
  SzRecruitPage *self = owner;
  g_autofree char *post = shows_post (self) ? g_strdup (sz_post_pane_get_post (self->pane)) : NULL;
  g_autofree char *foot = NULL;

  g_clear_pointer (&self->desk, sz_recruit_desk_unref);
  self->desk = value;
  show_plans (self);
  sz_recruit_board_show (self->board, self->desk);
  sz_figure_table_set_rows (self->table,
                            self->desk->book != NULL ? self->desk->book->posts->len : 0);
  if (self->desk->book != NULL)
    foot = describe_plan (self->desk->book);
  sz_page_set_foot (SZ_PAGE (self), foot != NULL ? foot : "");
  sz_recruit_page_open (self, post);
  open_searched (self);
}

static void
sz_recruit_page_reload (SzPage *page)
{
  SzRecruitPage *self = SZ_RECRUIT_PAGE (page);
  Wanted *wanted;

  if (sz_page_get_tasks (page) == NULL)
    return;
  wanted = g_new0 (Wanted, 1);
  wanted->plan = g_strdup (self->plan);
  wanted->day = sz_page_get_as_of (page);
  sz_job_read (self->reading, sz_page_get_tasks (page),
               SZ_WORK (open_desk_cb, wanted, wanted_freed_cb,
                        (GDestroyNotify)sz_recruit_desk_unref),
               desk_opened_cb);
}

/* ---- what the user does ---- */

static void
plan_chosen_cb (SzRecruitPage *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  g_free (self->plan);
  self->plan = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));
  sz_recruit_page_open (self, NULL);
  sz_page_reload (SZ_PAGE (self));
}

static void
card_opened_cb (SzRecruitPage *self, const char *post)
{
  sz_recruit_page_open (self, post);
  /* the card that had the keyboard is no longer seen */
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
card_step_cb (SzRecruitPage *self, const char *post)
{
  if (self->desk != NULL)
    sz_post_acts_step (SZ_PAGE (self), self->desk, post, NULL);
}

static void
card_chosen_cb (SzRecruitPage *self, gint64 id)
{
  const SzRecruitPost *post = sz_recruit_board_post (self->desk, id);

  if (post != NULL)
    card_opened_cb (self, post->row->code);
}

static void
card_asked_cb (SzRecruitPage *self, gint64 id)
{
  const SzRecruitPost *post = sz_recruit_board_post (self->desk, id);

  if (post != NULL)
    card_step_cb (self, post->row->code);
}

static gboolean
table_key_cb (SzRecruitPage *self, guint key, guint code, GdkModifierType state)
{
  const char *post = get_chosen (self);

  if (post == NULL || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_F6))
    return FALSE;
  if (key == GDK_KEY_F6)
    card_step_cb (self, post);
  else
    card_opened_cb (self, post);
  return TRUE;
}

static void
table_pressed_cb (SzRecruitPage *self, int n_press)
{
  if (n_press == 2 && get_chosen (self) != NULL)
    card_opened_cb (self, get_chosen (self));
}

static void
as_table_toggled_cb (SzRecruitPage *self)
{
  if (!shows_post (self))
    gtk_stack_set_visible_child_name (self->stack, get_overview (self));
}

static void
went_back_cb (SzRecruitPage *self)
{
  sz_recruit_page_open (self, NULL);
}

static void
plan_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sz_post_acts_ask (SZ_PAGE (widget), NULL, NULL, "plan", NULL);
}

/* The list that is signed when the marks are there. */
static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.form", "(sx)", "F04", (gint64)0);
}

static void
back_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sz_recruit_page_open (SZ_RECRUIT_PAGE (widget), NULL);
}

/* ---- the widgets ---- */

static GtkWidget *
make_tools (SzRecruitPage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *import = gtk_button_new_with_mnemonic (_ ("_Import…"));
  GtkWidget *plan = gtk_button_new_with_mnemonic (_ ("_Plan…"));
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("P_rint F04…"));
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (import), "win.import");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (plan), "recruit.plan");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "recruit.print");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_widget_add_css_class (tools, "sz-toolbar");
  gtk_box_append (GTK_BOX (tools), import);
  gtk_box_append (GTK_BOX (tools), plan);
  gtk_box_append (GTK_BOX (tools), print);
  self->as_table = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (self->as_table), "view-list-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->as_table), _ ("The posts as a table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->as_table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The posts as a table"), -1);
  g_signal_connect_object (self->as_table, "toggled", G_CALLBACK (as_table_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), space);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->as_table));
  return tools;
}

/* The plans of all years, beside the posts of the chosen one. */
static GtkWidget *
make_plans (SzRecruitPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->plans = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->plans), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plans), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Plans"), -1);
  g_signal_connect_object (self->plans, "row-selected", G_CALLBACK (plan_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->plans));
  gtk_widget_set_size_request (scrolled, PLANS_WIDTH, -1);
  self->plans_side = scrolled;
  return scrolled;
}

static void
make_table (SzRecruitPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->table = g_object_new (SZ_TYPE_FIGURE_TABLE, "hexpand", TRUE, "vexpand", TRUE, NULL);
  sz_figure_table_set_owner (self->table, self, post_text_cb, NULL);
  set_table_columns (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (table_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (table_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->table), GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
make_pill (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  return button;
}

/* What comes first, and the sheet to fill in. */
static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *import = make_pill (_ ("_Import…"), "win.import");

  gtk_widget_add_css_class (import, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), import);
  gtk_box_append (GTK_BOX (box), make_pill (_ ("_Template…"), "win.template"));
  g_object_set (page, "icon-name", "contact-new-symbolic", "title", _ ("No Recruitment Yet"),
                "description",
                _ ("Import the table of posts (招聘岗位汇总表), or make a plan first."), "child",
                box, NULL);
  return page;
}

static void
sz_recruit_page_constructed (GObject *object)
{
  SzRecruitPage *self = SZ_RECRUIT_PAGE (object);

  G_OBJECT_CLASS (sz_recruit_page_parent_class)->constructed (object);
  if (sz_page_get_settings (SZ_PAGE (self)) != NULL)
    g_settings_bind (sz_page_get_settings (SZ_PAGE (self)), "recruit-table", self->as_table,
                     "active", G_SETTINGS_BIND_DEFAULT);
}

static void
sz_recruit_page_dispose (GObject *object)
{
  g_clear_pointer (&SZ_RECRUIT_PAGE (object)->desk, sz_recruit_desk_unref);
  G_OBJECT_CLASS (sz_recruit_page_parent_class)->dispose (object);
}

static void
sz_recruit_page_finalize (GObject *object)
{
  g_free (SZ_RECRUIT_PAGE (object)->plan);
  G_OBJECT_CLASS (sz_recruit_page_parent_class)->finalize (object);
}

static void
sz_recruit_page_class_init (SzRecruitPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sz_recruit_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sz_recruit_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_recruit_page_finalize;
  SZ_PAGE_CLASS (klass)->reload = sz_recruit_page_reload;
  SZ_PAGE_CLASS (klass)->search_changed = sz_recruit_page_search_changed;
  SZ_PAGE_CLASS (klass)->concerns
      = SZ_CHANGED_PEOPLE | SZ_CHANGED_RECRUITMENT | SZ_CHANGED_REGISTERS | SZ_CHANGED_PARAMS;
  SZ_PAGE_CLASS (klass)->has_date = TRUE;
  gtk_widget_class_install_action (widget_class, "recruit.plan", NULL, plan_action_cb);
  gtk_widget_class_install_action (widget_class, "recruit.person", "(ss)", person_action_cb);
  gtk_widget_class_install_action (widget_class, "recruit.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "recruit.back", NULL, back_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "recruit.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "recruit.back", NULL);
}

static void
sz_recruit_page_init (SzRecruitPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->board = SZ_CARD_BOARD (sz_recruit_board_new ());
  self->pane = SZ_POST_PANE (sz_post_pane_new (SZ_PAGE (self)));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  make_table (self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->board), "board");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), "table");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->pane), "post");
  g_signal_connect_object (self->board, "chosen", G_CALLBACK (card_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "moved", G_CALLBACK (card_asked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "step", G_CALLBACK (card_asked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "back", G_CALLBACK (went_back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_tools (self));
  gtk_box_append (GTK_BOX (row), make_plans (self));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), row);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  view_changed_cb (self);
  self->reading = sz_page_add_job (SZ_PAGE (self));
  sz_page_set_child (SZ_PAGE (self), box);
}
