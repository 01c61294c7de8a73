/* sz-targets-page.c — the office's month: targets, entries, who is missing
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
#include "sz-target-act.h"
#include "sz-target-classes.h"
#include "sz-target-entries.h"
#include "sz-target-reason.h"
#include "sz-targets-rows.h"

#define CHART_HEIGHT 200

/* How many years one can look back and ahead. */
#define YEARS_BACK 5
#define YEARS_AHEAD 1

struct _SzTargetsPage
{
  SzListPage parent_instance;

  SzDetailsPane *pane; /* borrowed */
  SzAskPane *ask;      /* borrowed: below it, the goal or a reason in place */
  SzChart *chart;      /* borrowed */
  GtkWidget *place;    /* borrowed: the chart's place */
  SzJob *facing;
  SzTargetFace *face; /* (nullable) */
  SzDate day;         /* as of which the year was chosen */
};

G_DEFINE_FINAL_TYPE (SzTargetsPage, sz_targets_page, SZ_TYPE_LIST_PAGE)

enum
{
  LIST_TARGETS,
  LIST_ENTRIES,
  LIST_CLASSES,
  LIST_MISSING,
  N_LISTS
};

static int
get_list (SzTargetsPage *self)
{
  return GPOINTER_TO_INT (sz_list_page_get_view (SZ_LIST_PAGE (self))->data);
}

static int
get_year (SzTargetsPage *self)
{
  SzChoiceButton *button = sz_list_page_get_filter (SZ_LIST_PAGE (self), "year");
  const char *choice = button != NULL ? sz_choice_button_get_choice (button) : NULL;

  return choice != NULL ? atoi (choice) : sz_date_year (sz_page_get_as_of (SZ_PAGE (self)));
}

/* ---- entries ---- */

static void
saved_cb (SzTargetsPage *self, const char *act)
{
  sz_page_done (SZ_PAGE (self), _ ("Saved"), act);
}

/* A new one is about what is being looked at: the target chosen, or those that the list shows. */
static void
fill_entry (SzTargetsPage *self, SzRegisterDialog *dialog)
{
  SzListPage *page = SZ_LIST_PAGE (self);
  const gboolean of_target = get_list (self) == LIST_TARGETS && self->face != NULL;
  SzChoiceButton *targets = sz_list_page_get_filter (page, "target");
  SzChoiceButton *years = sz_list_page_get_filter (page, "of");
  const char *target = of_target         ? self->face->name
                       : targets != NULL ? sz_choice_button_get_choice (targets)
                                         : NULL;
  g_autofree char *year = g_strdup (years != NULL ? sz_choice_button_get_choice (years) : NULL);

  if (year == NULL || *year == '\0')
    {
      g_free (year);
      year = g_strdup_printf ("%d", get_year (self));
    }
  sz_register_dialog_fill (dialog, "年度", year);
  if (target != NULL && *target != '\0')
    sz_register_dialog_fill (dialog, "指标", target);
}

static void
open_entry (SzTargetsPage *self, gint64 id)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  GtkWindow *dialog;

  if (tasks == NULL)
    return;
  dialog = sz_target_entries_open (sz_page_get_window (SZ_PAGE (self)), tasks, id);
  if (id == 0)
    fill_entry (self, SZ_REGISTER_DIALOG (dialog));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
add_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_entry (SZ_TARGETS_PAGE (widget), 0);
}

static void
edit_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));

  if (current != 0 && get_list (SZ_TARGETS_PAGE (widget)) == LIST_ENTRIES)
    open_entry (SZ_TARGETS_PAGE (widget), current);
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
  GArray *ids = sz_list_table_get_selected (sz_list_page_get_table (SZ_LIST_PAGE (widget)));

  sz_page_write (SZ_PAGE (widget),
                 SZ_WORK (sz_target_entries_delete, ids, (GDestroyNotify)g_array_unref, g_free,
                          .changes = SZ_CHANGED_ALL),
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
get_goal_order (void)
{
  static const SzAskRow rows[] = {
    { N_ ("Allotted number; of a ratio 98%"), TRUE, NULL },
    { N_ ("Office (责任处室)"), FALSE, NULL },
    { N_ ("Number of the document (文号)"), FALSE, NULL },
    { NULL },
  };
  static const SzAskOrder order
      = { N_ ("The Allotted Number"), N_ ("_Save"), rows, set_goal, SZ_CHANGED_WATCH };

  return &order;
}

/* ---- in place, below the details ---- */

/* The goal of a target, why somebody is missing; nothing of the other lists. */
static void
ask_in_place (SzTargetsPage *self)
{
  const SzTargetFace *face = self->face;

  if (face != NULL && face->id != NULL)
    {
      g_autofree char *subject = g_strdup_printf ("%d %s", get_year (self), face->id);
      g_autofree char *goal = g_strdelimit (g_strdup (face->goal), ",", ' ');

      sz_ask_pane_show (self->ask, get_goal_order (), subject,
                        (const char *[]){ goal, face->office, face->document, NULL });
    }
  else if (face != NULL && face->due != NULL)
    sz_ask_pane_show (self->ask, sz_target_reason_order (), face->due,
                      (const char *[]){ face->reason, NULL });
  else
    sz_ask_pane_show (self->ask, NULL, NULL, NULL);
}

/* Where there is no pane to type in, a dialog asks. */
static void
goal_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTargetsPage *self = SZ_TARGETS_PAGE (widget);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  const SzTargetFace *face = self->face;
  g_autofree char *subject = NULL;
  g_autofree char *goal = NULL;

  if (tasks == NULL || face == NULL || face->id == NULL || sz_ask_pane_focus (self->ask))
    return;
  subject = g_strdup_printf ("%d %s", get_year (self), face->id);
  goal = g_strdelimit (g_strdup (face->goal), ",", ' ');
  gtk_window_present (GTK_WINDOW (
      sz_ask_dialog_new (sz_page_get_window (SZ_PAGE (self)), tasks, get_goal_order (), subject,
                         face->name,
                         (const char *[]){ goal, face->office, face->document, NULL })));
}

/* ---- who is missing, and why ---- */

static void
reason_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTargetsPage *self = SZ_TARGETS_PAGE (widget);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  const SzTargetFace *face = self->face;

  if (tasks == NULL || face == NULL || face->due == NULL || sz_ask_pane_focus (self->ask))
    return;
  gtk_window_present (GTK_WINDOW (
      sz_ask_dialog_new (sz_page_get_window (SZ_PAGE (self)), tasks, sz_target_reason_order (),
                         face->due, face->name, (const char *[]){ face->reason, NULL })));
}

/* Where the register of the chosen target is seen and corrected. */
static void
register_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *id;
    const char *list;
  } registers[] = { { "employment", "graduates" },
                    { "training", "trainees" },
                    { "joint", "majors" },
                    { "integrated", "majors" },
                    { "assessed", "skill-due" },
                    { "rotation", "rotation-roster" },
                    { "contests_hosted", "contests" },
                    { "contests_won", "contests" } };
  SzTargetsPage *self = SZ_TARGETS_PAGE (widget);
  const char *id = self->face != NULL ? self->face->id : NULL;
  const char *list = get_list (self) == LIST_CLASSES   ? "trainees"
                     : get_list (self) == LIST_MISSING ? "skill-due"
                                                       : "target-entries";
  g_autofree char *place = NULL;

  for (gsize i = 0; id != NULL && i < G_N_ELEMENTS (registers); i++)
    if (g_str_equal (registers[i].id, id))
      list = registers[i].list;
  place = g_strconcat ("registers:register-", list, NULL);
  sz_page_go (SZ_PAGE (self), place);
}

/* ---- one target beside the list and above it ---- */

typedef struct
{
  int list;
  int year;
  SzDate day;
  gint64 row;
} Wanted;

static gpointer
face_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  if (wanted->list == LIST_CLASSES)
    return sz_target_class_face (office, wanted->year, wanted->day, wanted->row, error);
  if (wanted->list == LIST_MISSING)
    return sz_target_missing_face (office, wanted->year, wanted->day, wanted->row, error);
  return sz_target_face (office, wanted->year, wanted->day, wanted->row, error);
}

static void
show_face (SzTargetsPage *self, SzTargetFace *face)
{
  const SzListDetails *details = face != NULL ? face->details : NULL;

  g_clear_pointer (&self->face, sz_target_face_free);
  self->face = face;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "targets.goal",
                                 face != NULL && face->id != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "targets.reason",
                                 face != NULL && face->due != NULL);
  if (details != NULL)
    sz_details_pane_show (self->pane, details->name, details->line, details->fields);
  else
    sz_details_pane_show_nothing (self->pane,
                                  get_list (self) == LIST_TARGETS
                                      ? _ ("Choose a target to see how far it is reached")
                                      : _ ("Choose a record to see its details"));
  gtk_widget_set_visible (self->place, face != NULL && face->chart != NULL);
  sz_chart_show (self->chart, face != NULL ? g_steal_pointer (&face->chart) : NULL);
  ask_in_place (self);
}

static void
faced_cb (gpointer owner, gpointer value)
{
  show_face (owner, value);
}

static void
look (SzTargetsPage *self, gint64 id)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  Wanted *wanted;

  if (id == 0 || tasks == NULL || get_list (self) == LIST_ENTRIES)
    {
      sz_job_cancel (self->facing);
      show_face (self, NULL);
      return;
    }
  wanted = g_new (Wanted, 1);
  *wanted = (Wanted){ get_list (self), get_year (self), sz_page_get_as_of (SZ_PAGE (self)), id };
  sz_job_read (self->facing, tasks,
               SZ_WORK (face_cb, wanted, g_free, (GDestroyNotify)sz_target_face_free), faced_cb);
}

static void
sz_targets_page_selected (SzListPage *page, gint64 id, guint n_selected)
{
  look (SZ_TARGETS_PAGE (page), id);
}

static void
fill_years (SzTargetsPage *self)
{
  SzListPage *page = SZ_LIST_PAGE (self);
  SzChoiceButton *button = sz_list_page_get_filter (page, "year");
  const int now = sz_date_year (sz_page_get_as_of (SZ_PAGE (self)));
  g_autofree char *chosen = NULL;

  if (button == NULL)
    return;
  chosen = g_strdup_printf ("%d", get_year (self));
  sz_choice_button_clear (button, NULL);
  for (int year = now + YEARS_AHEAD; year >= now - YEARS_BACK; year--)
    {
      g_autofree char *id = g_strdup_printf ("%d", year);

      sz_choice_button_add (button, id, id);
    }
  sz_choice_button_choose (button, chosen);
}

static void
sz_targets_page_opened (SzListPage *page, const SzListView *view, gpointer book)
{
  SzTargetsPage *self = SZ_TARGETS_PAGE (page);

  if (get_list (self) != LIST_ENTRIES)
    fill_years (self);
  look (self, sz_list_page_get_current (page));
}

/* Another day means its year; other data mean the year one was looking at. */
static void
sz_targets_page_open (SzListPage *page, const SzListView *view)
{
  SzTargetsPage *self = SZ_TARGETS_PAGE (page);
  const SzDate day = sz_page_get_as_of (SZ_PAGE (page));

  if (self->day != day && sz_list_page_get_filter (page, "year") != NULL)
    {
      sz_list_page_choose (page, "year", NULL);
      self->day = day;
    }
  sz_list_page_open (page, view);
}

/* ---- the page ---- */

static void
describe_lists (SzListView *views)
{
  static const SzListFilter years[] = { { "year", N_ ("Year"), .reads = TRUE }, { NULL } };
  static const SzListFilter entries[] = { { "target", N_ ("Target"), "指标", N_ ("All targets") },
                                          { "of", N_ ("Year"), "年度", N_ ("All years") },
                                          { NULL } };
  static const SzListFilter missing[] = { { "year", N_ ("Year"), .reads = TRUE },
                                          { "target", N_ ("Target"), "target", N_ ("All targets") },
                                          { NULL } };
  static const SzListAction target_actions[] = {
    { N_ ("_Goal…"), "targets.goal", SZ_NEEDS_ONE, .main = TRUE },
    { N_ ("_Add Entry…"), "targets.add" },
    { N_ ("_Register"), "targets.register",
      .tooltip = N_ ("The register of the chosen target: seen and corrected row by row") },
    { N_ ("_Import…"), "win.import" },
    { NULL },
  };
  static const SzListAction entry_actions[] = {
    { N_ ("_Add Entry…"), "targets.add", .main = TRUE },
    { N_ ("C_orrect…"), "targets.edit", SZ_NEEDS_ONE },
    { N_ ("_Delete"), "targets.delete", SZ_NEEDS_SOME },
    { NULL },
  };
  static const SzListAction class_actions[]
      = { { N_ ("_Import…"), "win.import" }, { N_ ("_Register"), "targets.register" }, { NULL } };
  static const SzListAction missing_actions[]
      = { { N_ ("R_eason…"), "targets.reason", SZ_NEEDS_ONE, .main = TRUE,
            .tooltip = N_ ("Why somebody who was due was not assessed") },
          { N_ ("_Import…"), "win.import" },
          { NULL } };

  views[LIST_TARGETS] = (SzListView){ .name = "targets",
                                      .title = N_ ("Targets"),
                                      .unit = N_ ("targets"),
                                      .columns = sz_targets_columns (),
                                      .filters = years,
                                      .actions = target_actions,
                                      .read = sz_targets_read };
  views[LIST_ENTRIES]
      = (SzListView){ .name = "target-entries",
                      .title = N_ ("Entries"),
                      .unit = N_ ("entries"),
                      .columns = sz_target_entries_columns (),
                      .filters = entries,
                      .actions = entry_actions,
                      .empty = { "view-list-symbolic", N_ ("No Entries Yet"),
                                 N_ ("Enter how far a target is, or import the sheet.") },
                      .read = sz_target_entries_read };
  views[LIST_CLASSES]
      = (SzListView){ .name = "target-classes",
                      .title = N_ ("Classes"),
                      .unit = N_ ("classes"),
                      .columns = sz_target_classes_columns (),
                      .filters = years,
                      .actions = class_actions,
                      .empty = { "view-list-symbolic", N_ ("No Training Classes Yet"),
                                 N_ ("Import 培训学员名册: trainees by class.") },
                      .read = sz_target_classes_read };
  views[LIST_MISSING]
      = (SzListView){ .name = "target-missing",
                      .title = N_ ("Missing"),
                      .unit = N_ ("names"),
                      .columns = sz_missing_columns (),
                      .filters = missing,
                      .actions = missing_actions,
                      .empty = { "emblem-ok-symbolic", N_ ("Nobody Is Missing"),
                                 N_ ("Graduates, 应评尽评 and 轮训 by name stand here.") },
                      .read = sz_missing_read };
  for (int i = 0; i < N_LISTS; i++)
    views[i].data = GINT_TO_POINTER (i);
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
  static SzListView views[N_LISTS + 1];
  SzListPageClass *list_class = SZ_LIST_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  describe_lists (views);
  list_class->views = views;
  list_class->open = sz_targets_page_open;
  list_class->opened = sz_targets_page_opened;
  list_class->selected = sz_targets_page_selected;
  G_OBJECT_CLASS (klass)->finalize = sz_targets_page_finalize;
  SZ_PAGE_CLASS (klass)->search_hint = N_ ("Target, name, number …");
  gtk_widget_class_install_action (widget_class, "targets.goal", NULL, goal_action_cb);
  gtk_widget_class_install_action (widget_class, "targets.reason", NULL, reason_action_cb);
  gtk_widget_class_install_action (widget_class, "targets.register", NULL, register_action_cb);
  gtk_widget_class_install_action (widget_class, "targets.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "targets.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "targets.delete", NULL, delete_action_cb);
}

static void
sz_targets_page_init (SzTargetsPage *self)
{
  self->pane = sz_details_pane_new ();
  self->chart = SZ_CHART (sz_chart_new (SZ_CHART_COLUMNS));
  self->place = GTK_WIDGET (self->chart);
  self->facing = sz_page_add_job (SZ_PAGE (self));
  gtk_widget_add_css_class (self->place, "sz-charts");
  gtk_widget_set_size_request (self->place, -1, CHART_HEIGHT);
  sz_list_page_set_details (SZ_LIST_PAGE (self), GTK_WIDGET (self->pane));
  self->ask = sz_ask_pane_new (SZ_LIST_PAGE (self));
  sz_list_page_set_above (SZ_LIST_PAGE (self), self->place);
  gtk_widget_hide (self->place);
}
