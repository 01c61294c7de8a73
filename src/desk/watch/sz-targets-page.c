/* sz-targets-page.c — the office's month: the targets, and of one its goal, entries, register, and
 * who is missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-targets-page.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "sz-ask-pane.h"
#include "sz-details-pane.h"
#include "sz-register-dialog.h"
#include "sz-register-work.h"
#include "sz-target-act.h"
#include "sz-target-lists.h"
#include "sz-target-reason.h"
#include "sz-targets-rows.h"

/* Of what stands above the lists, and of the targets beside them. */
#define ABOVE_HEIGHT 226
#define FIGURES_WIDTH 228
#define GOAL_WIDTH 240
#define LIST_WIDTH 272

/* How many years one can look back and ahead. */
#define YEARS_BACK 5
#define YEARS_AHEAD 1

struct _SzTargetsPage
{
  SzListPage parent_instance;

  SzSideList *list;      /* borrowed, as all widgets here */
  SzChoiceButton *years; /* above it */
  SzDetailsPane *pane;   /* what the chosen target comes to */
  SzAskPane *ask;        /* its goal, in place */
  SzChart *chart;
  GtkWidget *above;
  SzJob *facing;
  SzTargetFace *face; /* (nullable) */
  guint place;        /* of the chosen target, from 1 */
  SzDate day;         /* as of which the year was chosen */
  gboolean filling;   /* years, by program */
};

G_DEFINE_FINAL_TYPE (SzTargetsPage, sz_targets_page, SZ_TYPE_LIST_PAGE)

static const SzListView *
get_view (gpointer self)
{
  return sz_list_page_get_view (SZ_LIST_PAGE (self));
}

static gboolean
is_shown (gpointer self, const char *list)
{
  return g_strcmp0 (get_view (self)->name, list) == 0;
}

/* (nullable): of the list that is shown. */
static const SzRegister *
get_register (gpointer self)
{
  return get_view (self)->data;
}

static int
get_year (SzTargetsPage *self)
{
  const char *choice = sz_choice_button_get_choice (self->years);

  return choice != NULL ? atoi (choice) : sz_date_year (sz_page_get_as_of (SZ_PAGE (self)));
}

/* ---- rows of registers ---- */

static void
saved_cb (SzTargetsPage *self, const char *act)
{
  sz_page_done (SZ_PAGE (self), _ ("Saved"), act);
}

/* A new row is about what is being looked at. */
static void
open_row (SzTargetsPage *self, const SzRegister *reg, gint64 id)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  g_autofree char *year = g_strdup_printf ("%d", get_year (self));
  SzRegisterDialog *dialog;

  if (tasks == NULL || reg == NULL)
    return;
  dialog = sz_register_dialog_new (sz_page_get_window (SZ_PAGE (self)), tasks, reg, id);
  if (id == 0 && self->face != NULL && g_str_equal (reg->kind->word, "target-entries"))
    {
      sz_register_dialog_fill (dialog, "年度", year);
      sz_register_dialog_fill (dialog, "指标", self->face->name);
    }
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SzRegister *reg = get_register (widget);

  open_row (SZ_TARGETS_PAGE (widget), reg != NULL ? reg : sz_register_find ("target-entries"), 0);
}

static void
edit_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));

  if (current != 0)
    open_row (SZ_TARGETS_PAGE (widget), get_register (widget), current);
}

static void
deleted_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  sz_page_done (owner, _ ("Deleted"), act);
}

/* It can be undone: nobody is asked. */
static void
delete_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SzRegister *reg = get_register (widget);
  GArray *ids;

  if (reg == NULL || sz_page_get_tasks (SZ_PAGE (widget)) == NULL)
    return;
  ids = sz_list_table_get_selected (sz_list_page_get_table (SZ_LIST_PAGE (widget)));
  sz_page_write (SZ_PAGE (widget),
                 SZ_WORK (sz_register_work_delete, sz_register_work_new (reg, NULL, ids),
                          sz_register_work_free, g_free, .changes = SZ_CHANGED_ALL),
                 deleted_cb);
}

/* ---- the goal ---- */

/* The subject is year and id. */
static gboolean
set_goal (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  const char *space = strchr (subject, ' ');
  const SzTargetGoal goal = { .year = atoi (subject),
                              .indicator = space + 1,
                              .number = texts[0],
                              .office = texts[1],
                              .document = texts[2] };

  return sz_office_target_set (office, &goal, error);
}

static const SzAskOrder *
get_goal_order (gboolean ratio)
{
  static const SzAskRow number[] = {
    { N_ ("Allotted number"), TRUE, NULL },
    { N_ ("Office (责任处室)"), FALSE, NULL },
    { N_ ("Number of the document (文号)"), FALSE, NULL },
    { NULL },
  };
  static const SzAskRow percent[] = {
    { N_ ("Allotted ratio, %"), TRUE, NULL },
    { N_ ("Office (责任处室)"), FALSE, NULL },
    { N_ ("Number of the document (文号)"), FALSE, NULL },
    { NULL },
  };
  static const SzAskOrder orders[]
      = { { N_ ("The Allotted Number"), N_ ("_Save"), number, set_goal, SZ_CHANGED_WATCH },
          { N_ ("The Allotted Number"), N_ ("_Save"), percent, set_goal, SZ_CHANGED_WATCH } };

  return &orders[ratio ? 1 : 0];
}

static void
ask_goal (SzTargetsPage *self)
{
  const SzTargetFace *face = self->face;
  g_autofree char *subject = NULL;
  g_autofree char *goal = NULL;

  if (face == NULL || face->id == NULL)
    {
      sz_ask_pane_show (self->ask, NULL, NULL, NULL);
      return;
    }
  subject = g_strdup_printf ("%d %s", get_year (self), face->id);
  goal = g_strdelimit (g_strdup (face->goal), ",", ' ');
  sz_ask_pane_show (self->ask, get_goal_order (face->ratio), subject,
                    (const char *[]){ goal, face->office, face->document, NULL });
}

static void
goal_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sz_ask_pane_focus (SZ_TARGETS_PAGE (widget)->ask);
}

/* ---- who is missing, and why ---- */

static void
reason_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzListTable *table = sz_list_page_get_table (SZ_LIST_PAGE (widget));

  if (!sz_list_table_type (table))
    sz_page_toast (SZ_PAGE (widget), _ ("Only who is due for 应评尽评 has a reason in a register"),
                   NULL, NULL, NULL);
}

/* Straight into the list. */
static void
sz_targets_page_typed (SzListPage *page, const SzListRow *row, const char *text)
{
  char *due = sz_missing_due (row, get_year (SZ_TARGETS_PAGE (page)));

  if (due != NULL)
    sz_target_reason_write (SZ_PAGE (page), due, text);
}

/* ---- the chosen target ---- */

typedef struct
{
  int year;
  SzDate day;
  guint place;
} Wanted;

static gpointer
face_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return sz_target_face (office, wanted->year, wanted->day, wanted->place, error);
}

/* What the lists are about is another target: they are read for it. */
static void
faced_cb (gpointer owner, gpointer value)
{
  SzTargetsPage *self = owner;
  SzTargetFace *face = value;
  SzListPage *page = SZ_LIST_PAGE (self);
  const gboolean other = self->face == NULL || g_strcmp0 (self->face->name, face->name) != 0;

  g_clear_pointer (&self->face, sz_target_face_free);
  self->face = face;
  if (face->briefs != NULL)
    sz_side_list_show (self->list, g_steal_pointer (&face->briefs));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "targets.goal", face->id != NULL);
  gtk_widget_set_visible (self->above, face->id != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), face->chart != NULL);
  sz_chart_show (self->chart, g_steal_pointer (&face->chart));
  /* Its name stands beside, chosen in the list, where long ones have room. */
  if (face->details != NULL)
    sz_details_pane_show (self->pane, face->details->line, NULL, face->details->fields);
  ask_goal (self);
  sz_list_page_show_only (page, sz_target_tabs (face->id));
  if (other && sz_page_get_tasks (SZ_PAGE (page)) != NULL)
    SZ_PAGE_GET_CLASS (page)->reload (SZ_PAGE (page));
}

static void
look (SzTargetsPage *self)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ get_year (self), sz_page_get_as_of (SZ_PAGE (self)), self->place };
  sz_job_read (self->facing, sz_page_get_tasks (SZ_PAGE (self)),
               SZ_WORK (face_cb, wanted, g_free, (GDestroyNotify)sz_target_face_free), faced_cb);
}

static void
choose (SzTargetsPage *self, guint place)
{
  if (place == self->place)
    return;
  self->place = place;
  sz_side_list_select (self->list, place);
  if (sz_page_get_tasks (SZ_PAGE (self)) != NULL)
    look (self);
}

static void
target_chosen_cb (SzTargetsPage *self, guint place)
{
  choose (self, place);
}

/* In the list of all, a row is the target itself. */
static void
sz_targets_page_selected (SzListPage *page, gint64 id, guint n_selected)
{
  SZ_LIST_PAGE_CLASS (sz_targets_page_parent_class)->selected (page, id, n_selected);
  if (id > 0 && is_shown (page, SZ_TARGET_LIST_ALL))
    choose (SZ_TARGETS_PAGE (page), (guint)id);
}

static gboolean
sz_targets_page_show_row (SzListPage *page, gint64 id)
{
  if (id <= 0 || !is_shown (page, SZ_TARGET_LIST_ALL))
    return FALSE;
  choose (SZ_TARGETS_PAGE (page), (guint)id);
  sz_list_page_show_view (page, "target-entries");
  return TRUE;
}

/* ---- the year ---- */

static void
fill_years (SzTargetsPage *self)
{
  const int now = sz_date_year (sz_page_get_as_of (SZ_PAGE (self)));

  sz_choice_button_clear (self->years, NULL);
  for (int year = now + YEARS_AHEAD; year >= now - YEARS_BACK; year--)
    {
      g_autofree char *id = g_strdup_printf ("%d", year);

      sz_choice_button_add (self->years, id, id);
    }
}

static void
year_changed_cb (SzTargetsPage *self)
{
  if (!self->filling && sz_page_get_tasks (SZ_PAGE (self)) != NULL)
    SZ_PAGE_GET_CLASS (self)->reload (SZ_PAGE (self));
}

/* Another day means its year; other data mean the year one was looking at. */
static void
follow_day (SzTargetsPage *self)
{
  const SzDate day = sz_page_get_as_of (SZ_PAGE (self));
  g_autofree char *year = g_strdup_printf ("%d", sz_date_year (day));

  if (self->day == day)
    return;
  self->day = day;
  self->filling = TRUE;
  fill_years (self);
  sz_choice_button_choose (self->years, year);
  self->filling = FALSE;
}

static void
sz_targets_page_open (SzListPage *page, const SzListView *view)
{
  SzTargetsPage *self = SZ_TARGETS_PAGE (page);
  g_autofree char *year = NULL;

  follow_day (self);
  year = g_strdup_printf ("%d", get_year (self));
  sz_list_page_choose (page, "year", year);
  sz_list_page_choose (page, "target", self->face != NULL ? self->face->name : NULL);
  look (self);
  sz_list_page_open (page, view);
}

/* ---- the page ---- */

/* Before anything is read: not all lists at once. */
static void
sz_targets_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sz_targets_page_parent_class)->constructed (object);
  sz_list_page_show_only (SZ_LIST_PAGE (object), sz_target_tabs (NULL));
}

static void
sz_targets_page_finalize (GObject *object)
{
  g_clear_pointer (&SZ_TARGETS_PAGE (object)->face, sz_target_face_free);
  G_OBJECT_CLASS (sz_targets_page_parent_class)->finalize (object);
}

static void
sz_targets_page_class_init (SzTargetsPageClass *klass)
{
  SzListPageClass *list_class = SZ_LIST_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  list_class->views = sz_target_lists ();
  list_class->open = sz_targets_page_open;
  list_class->selected = sz_targets_page_selected;
  list_class->show_row = sz_targets_page_show_row;
  list_class->typed = sz_targets_page_typed;
  G_OBJECT_CLASS (klass)->constructed = sz_targets_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = sz_targets_page_finalize;
  SZ_PAGE_CLASS (klass)->search_hint = N_ ("Target, name, number …");
  gtk_widget_class_install_action (widget_class, "targets.goal", NULL, goal_action_cb);
  gtk_widget_class_install_action (widget_class, "targets.reason", NULL, reason_action_cb);
  gtk_widget_class_install_action (widget_class, "targets.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "targets.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "targets.delete", NULL, delete_action_cb);
}

/* What the chosen target comes to, its goal, and its year by month. */
static void
make_above (SzTargetsPage *self)
{
  self->above = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->pane = sz_details_pane_new ();
  self->ask = sz_ask_pane_new_alone (SZ_LIST_PAGE (self));
  self->chart = SZ_CHART (sz_chart_new (SZ_CHART_COLUMNS));
  gtk_widget_set_size_request (GTK_WIDGET (self->pane), FIGURES_WIDTH, ABOVE_HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self->ask), GOAL_WIDTH, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chart), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->chart), "sz-charts");
  gtk_widget_add_css_class (GTK_WIDGET (self->ask), "sz-beside");
  gtk_box_append (GTK_BOX (self->above), GTK_WIDGET (self->pane));
  gtk_box_append (GTK_BOX (self->above), GTK_WIDGET (self->ask));
  gtk_box_append (GTK_BOX (self->above), GTK_WIDGET (self->chart));
  /* The panes within would take half of the page. */
  gtk_widget_set_vexpand (self->above, FALSE);
  gtk_widget_set_visible (self->above, FALSE);
  sz_list_page_set_top (SZ_LIST_PAGE (self), self->above);
}

static void
make_beside (SzTargetsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->years = g_object_new (SZ_TYPE_CHOICE_BUTTON, "title", _ ("Year"), NULL);
  self->list = SZ_SIDE_LIST (sz_side_list_new (_ ("Targets")));
  gtk_widget_set_halign (GTK_WIDGET (self->years), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->years), "sz-toolbar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_size_request (box, LIST_WIDTH, -1);
  gtk_widget_add_css_class (box, "sz-side-list");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->years));
  gtk_box_append (GTK_BOX (box), scrolled);
  g_signal_connect_object (self->years, "changed", G_CALLBACK (year_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (target_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  sz_list_page_set_beside (SZ_LIST_PAGE (self), box);
}

static void
sz_targets_page_init (SzTargetsPage *self)
{
  self->place = 1;
  self->facing = sz_page_add_job (SZ_PAGE (self));
  make_beside (self);
  make_above (self);
  sz_side_list_select (self->list, self->place);
}
