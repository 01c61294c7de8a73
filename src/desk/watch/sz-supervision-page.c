/* sz-supervision-page.c — the week of the one who checks: findings, rectification, families,
 * tolerance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-supervision-page.h"

#include <glib/gi18n.h>

#include "sz-ask-pane.h"
#include "sz-case-bar.h"
#include "sz-finding-act.h"
#include "sz-rectify-board.h"
#include "sz-scan-job.h"
#include "sz-supervision-rows.h"
#include "sz-supervision-steps.h"

struct _SzSupervisionPage
{
  SzListPage parent_instance;

  SzCaseBar *bar;    /* borrowed */
  SzAskPane *answer; /* borrowed: below the facts of a finding */
  SzCardBoard *board;
  gboolean board_folded;
  SzJob *looking;
  SzJob *counting;
  SzJob *boarding;
  SzRectifyView *items; /* (nullable): what the board shows */
  const char *wanted;   /* (nullable) interned: the step that a row looked up is for */
  gint64 wanted_id;
  SzSupervisionSubject *subject; /* (nullable): of the row selected */
};

G_DEFINE_FINAL_TYPE (SzSupervisionPage, sz_supervision_page, SZ_TYPE_LIST_PAGE)

static SzSupervisionList
get_list (SzSupervisionPage *self)
{
  return (SzSupervisionList)GPOINTER_TO_INT (sz_list_page_get_view (SZ_LIST_PAGE (self))->data);
}

/* ---- what the row is about, and what may be done ---- */

typedef struct
{
  SzSupervisionList list;
  gint64 id;
  SzDate day;
} Wanted;

static gpointer
look_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return sz_supervision_subject (office, wanted->list, wanted->id, wanted->day, error);
}

static gboolean
may (SzSupervisionPage *self, const char *verb)
{
  const SzCaseView *view = self->subject != NULL ? self->subject->view : NULL;

  for (guint i = 0; view != NULL && i < view->moves->len; i++)
    if (g_str_equal (((const SzCaseMove *)g_ptr_array_index (view->moves, i))->verb, verb))
      return TRUE;
  return FALSE;
}

static void
update_actions (SzSupervisionPage *self)
{
  static const char *const verbs[] = { "answer", "accept", "reopen", "progress", "submit",
                                       "close",  "return", "extend", "verify",   "decide" };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *action = g_strconcat ("supervision.", verbs[i], NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, may (self, verbs[i]));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "supervision.go",
                                 self->subject != NULL && self->subject->place != NULL);
}

static void
show_subject (SzSupervisionPage *self, SzSupervisionSubject *subject)
{
  g_clear_pointer (&self->subject, sz_supervision_subject_free);
  self->subject = subject;
  sz_case_bar_show (self->bar, subject != NULL ? subject->view : NULL);
  update_actions (self);
  sz_ask_pane_show (self->answer,
                    subject != NULL && subject->subject != NULL && may (self, "answer")
                        ? sz_supervision_step ("finding", "answer")
                        : NULL,
                    subject != NULL ? subject->subject : NULL, NULL);
}

static void do_step (SzSupervisionPage *self, const char *verb);

static void
looked_cb (gpointer owner, gpointer value)
{
  SzSupervisionPage *self = owner;
  const char *wanted = g_steal_pointer (&self->wanted);

  show_subject (self, value);
  if (wanted != NULL && self->subject != NULL && self->subject->id == self->wanted_id)
    do_step (self, wanted);
}

static void
look (SzSupervisionPage *self, gint64 id)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  Wanted *wanted;

  if (id == 0 || tasks == NULL)
    {
      sz_job_cancel (self->looking);
      show_subject (self, NULL);
      return;
    }
  wanted = g_new (Wanted, 1);
  *wanted = (Wanted){ get_list (self), id, sz_page_get_as_of (SZ_PAGE (self)) };
  sz_job_read (self->looking, tasks,
               SZ_WORK (look_cb, wanted, g_free, (GDestroyNotify)sz_supervision_subject_free),
               looked_cb);
}

static void
sz_supervision_page_selected (SzListPage *page, gint64 id, guint n_selected)
{
  SZ_LIST_PAGE_CLASS (sz_supervision_page_parent_class)->selected (page, id, n_selected);
  look (SZ_SUPERVISION_PAGE (page), id);
}

/* ---- steps ---- */

static void
open_step (SzSupervisionPage *self, const char *verb)
{
  static const char *const kinds[SZ_N_SUPERVISION_LISTS]
      = { "finding", "rectify", "", "tolerance", "" };
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  const SzAskOrder *order = sz_supervision_step (kinds[get_list (self)], verb);
  SzAskDialog *dialog;

  if (tasks == NULL || order == NULL || self->subject == NULL || self->subject->subject == NULL)
    return;
  /* Where there is no pane to answer in, a dialog asks. */
  if (g_str_equal (verb, "answer") && sz_ask_pane_focus (self->answer))
    return;
  dialog = sz_ask_dialog_new (sz_page_get_window (SZ_PAGE (self)), tasks, order,
                              self->subject->subject, self->subject->sentence, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Where the thing stands: what is selected is another thing as soon as it is shown. */
static void
go (SzSupervisionPage *self)
{
  g_autofree char *place = g_strdup (self->subject->place);

  if (place != NULL)
    sz_page_go (SZ_PAGE (self), place);
}

/* A double click asks for a step of a row that is only being looked up. */
static void
do_step (SzSupervisionPage *self, const char *verb)
{
  const gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (self));

  if (self->subject == NULL || self->subject->id != current
      || self->subject->list != get_list (self))
    {
      self->wanted = current != 0 ? g_intern_string (verb) : NULL;
      self->wanted_id = current;
    }
  else if (g_str_equal (verb, "go"))
    go (self);
  else
    open_step (self, verb);
}

static void
step_asked_cb (SzSupervisionPage *self, const char *verb)
{
  do_step (self, verb);
}

/* "supervision.answer": its last word is the verb. */
static void
step_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  do_step (SZ_SUPERVISION_PAGE (widget), action + sizeof ("supervision.") - 1);
}

/* The step that usually follows. */
static void
next_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const usual[] = { "answer", "accept", "submit", "close", "verify", "decide" };
  SzSupervisionPage *self = SZ_SUPERVISION_PAGE (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    if (may (self, usual[i]))
      {
        open_step (self, usual[i]);
        return;
      }
}

/* ---- the board ---- */

static gpointer
read_board_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return sz_view_rectify (office, *(const SzDate *)data, error);
}

static void
board_read_cb (gpointer owner, gpointer value)
{
  SzSupervisionPage *self = owner;

  g_clear_pointer (&self->items, sz_rectify_view_free);
  self->items = value;
  sz_rectify_board_show (self->board, self->items);
  gtk_widget_set_visible (GTK_WIDGET (self->board), !self->board_folded
                                                        && get_list (self) == SZ_LIST_RECTIFY
                                                        && sz_rectify_view_get_size (value) > 0);
}

static void
update_board (SzSupervisionPage *self)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  SzDate *day;

  if (tasks == NULL || self->board_folded || get_list (self) != SZ_LIST_RECTIFY)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->board), FALSE);
      return;
    }
  day = g_new (SzDate, 1);
  *day = sz_page_get_as_of (SZ_PAGE (self));
  sz_job_read (self->boarding, tasks,
               SZ_WORK (read_board_cb, day, g_free, (GDestroyNotify)sz_rectify_view_free),
               board_read_cb);
}

static void
board_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzSupervisionPage *self = SZ_SUPERVISION_PAGE (widget);

  self->board_folded = !self->board_folded;
  update_board (self);
}

static void
card_chosen_cb (SzSupervisionPage *self, gint64 id)
{
  sz_list_table_select (sz_list_page_get_table (SZ_LIST_PAGE (self)), id);
}

/* The step is asked for as soon as the item is looked up; what the rule forbids is said where it is
 * asked. */
static void
card_moved_cb (SzSupervisionPage *self, gint64 id, guint to)
{
  const char *verb = NULL;

  for (guint i = 0; self->items != NULL && i < sz_rectify_view_get_size (self->items); i++)
    if (sz_rectify_view_get_id (self->items, i) == id)
      verb = sz_rectify_step_between (sz_rectify_state (sz_rectify_view_get (self->items, i)),
                                      (SzRectifyState)to);
  if (verb == NULL)
    return;
  sz_list_table_select (sz_list_page_get_table (SZ_LIST_PAGE (self)), id);
  do_step (self, verb);
}

/* ---- scanning ---- */

static gpointer
scan_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  g_autofree SzScanReport *report = g_new0 (SzScanReport, 1);

  return sz_office_findings_scan (office, *(const SzDate *)data, report, error)
             ? g_steal_pointer (&report)
             : NULL;
}

static void
scanned_cb (gpointer owner, gpointer value)
{
  g_autofree SzScanReport *report = value;
  g_autofree char *text
      = g_strdup_printf (_ ("%u new, %u back again, %u grown, %u gone; %u present"), report->found,
                         report->returned, report->grown, report->gone, report->present);

  sz_page_toast (owner, text, NULL, NULL, NULL);
}

static void
scan_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzDate *day = g_new (SzDate, 1);

  *day = sz_page_get_as_of (SZ_PAGE (widget));
  sz_page_write (SZ_PAGE (widget),
                 SZ_WORK (scan_cb, day, g_free, g_free, .changes = SZ_CHANGED_WATCH), scanned_cb);
}

/* ---- what waits ---- */

static void
counted_cb (gpointer owner, gpointer value)
{
  g_autofree SzSupervisionCounts *counts = value;

  sz_page_set_badge (owner, counts->badge);
  for (guint i = 0; i < SZ_N_SUPERVISION_LISTS; i++)
    sz_list_page_set_count (owner, SZ_LIST_PAGE_GET_CLASS (owner)->views[i].name,
                            counts->waiting[i]);
}

static void
sz_supervision_page_opened (SzListPage *page, const SzListView *view, gpointer book)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (page));
  const SzDate day = sz_page_get_as_of (SZ_PAGE (page));

  if (tasks != NULL)
    sz_job_read (SZ_SUPERVISION_PAGE (page)->counting, tasks,
                 SZ_WORK (sz_supervision_count, g_memdup2 (&day, sizeof day), g_free, g_free),
                 counted_cb);
  update_board (SZ_SUPERVISION_PAGE (page));
  /* The row is the same, what may be done with it need not be. */
  look (SZ_SUPERVISION_PAGE (page), sz_list_page_get_current (page));
}

/* ---- the page ---- */

static const SzListFilter finding_filters[] = {
  { "severity", N_ ("Severity"), "gravity", N_ ("All severities") },
  { "area", N_ ("Area"), "area", N_ ("All areas") },
  { "state", N_ ("State"), "state", N_ ("All states") },
  { "concerns", N_ ("Concerns"), "concerns", N_ ("Everybody") },
  { "whose", N_ ("Mine"), "whose", N_ ("Of everybody") },
  { NULL },
};
static const SzListFilter rectify_filters[] = {
  { "area", N_ ("Area"), "area", N_ ("All areas") },
  { "state", N_ ("State"), "state", N_ ("All states") },
  { NULL },
};
static const SzListFilter due_filters[]
    = { { "what", N_ ("What"), "what", N_ ("Everything") }, { NULL } };
static const SzListAction due_actions[]
    = { { N_ ("S_how It"), "supervision.go", SZ_NEEDS_ONE, .main = TRUE, .tooltip = N_ ("J") },
        { NULL } };
static const SzListAction finding_actions[] = {
  { N_ ("_Scan Now"), "supervision.scan", .tooltip = N_ ("Look at the whole college once more") },
  { N_ ("_Answer…"), "supervision.answer", SZ_NEEDS_ONE, .main = TRUE, .tooltip = N_ ("A") },
  { N_ ("Acc_ept…"), "supervision.accept", SZ_NEEDS_ONE,
    .tooltip = N_ ("K: somebody else than who answered accepts") },
  { NULL },
};
static const SzListAction rectify_actions[] = {
  { N_ ("_Import…"), "win.import" },
  { N_ ("_Progress…"), "supervision.progress", SZ_NEEDS_ONE, .main = TRUE },
  { N_ ("_Board"), "supervision.board", .tooltip = N_ ("Cards by state, above the list") },
  { NULL },
};
static const SzListAction family_actions[]
    = { { N_ ("_Import…"), "win.import" },
        { N_ ("S_how It"), "supervision.go", SZ_NEEDS_ONE, .main = TRUE, .tooltip = N_ ("J") },
        { NULL } };
static const SzListAction tolerance_actions[] = {
  { N_ ("_Import…"), "win.import" },
  { N_ ("_Verify…"), "supervision.verify", SZ_NEEDS_ONE, .main = TRUE },
  { N_ ("_Decide…"), "supervision.decide", SZ_NEEDS_ONE },
  { NULL },
};

#define LIST(list)                                                                                 \
  .data = GINT_TO_POINTER (list), .read = sz_supervision_read, .details = sz_supervision_describe

static void
describe_lists (SzListView *views)
{
  static const SzListView lists[SZ_N_SUPERVISION_LISTS] = {
    { .name = "findings",
      .title = N_ ("Findings"),
      .unit = N_ ("findings"),
      .filters = finding_filters,
      .actions = finding_actions,
      LIST (SZ_LIST_FINDINGS),
      .empty
      = { "emblem-ok-symbolic", N_ ("Nothing Found"),
          N_ ("A scan looks at the whole college: contracts, posts, pay, targets, families.") } },
    { .name = "rectify",
      .title = N_ ("Rectification"),
      .unit = N_ ("items"),
      .filters = rectify_filters,
      .actions = rectify_actions,
      LIST (SZ_LIST_RECTIFY),
      .empty = { "view-list-symbolic", N_ ("No Problems Recorded"),
                 N_ ("Import the 整改台账 of the college."), "win.import" } },
    { .name = "families",
      .title = N_ ("Families"),
      .unit = N_ ("pairs"),
      .actions = family_actions,
      LIST (SZ_LIST_FAMILIES),
      .empty = { "system-users-symbolic", N_ ("No Families Recorded"),
                 N_ ("Import what people declared of their relatives."), "win.import" } },
    { .name = "tolerance",
      .title = N_ ("Tolerance"),
      .unit = N_ ("applications"),
      .actions = tolerance_actions,
      LIST (SZ_LIST_TOLERANCE),
      .empty = { "view-list-symbolic", N_ ("No Applications Recorded"),
                 N_ ("Import the applications for 容错."), "win.import" } },
    { .name = "due",
      .title = N_ ("Due"),
      .unit = N_ ("matters"),
      .filters = due_filters,
      .actions = due_actions,
      LIST (SZ_LIST_DUE),
      .empty = { "emblem-ok-symbolic", N_ ("Nothing Comes Due"),
                 N_ ("Contracts, retirements, agreements and deadlines stand here.") } },
  };

  for (int i = 0; i < SZ_N_SUPERVISION_LISTS; i++)
    {
      views[i] = lists[i];
      views[i].columns = sz_supervision_columns ((SzSupervisionList)i);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const steps[]
      = { "supervision.answer", "supervision.accept", "supervision.reopen", "supervision.progress",
          "supervision.submit", "supervision.close",  "supervision.return", "supervision.extend",
          "supervision.verify", "supervision.decide", "supervision.go" };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_install_action (widget_class, steps[i], NULL, step_action_cb);
  gtk_widget_class_install_action (widget_class, "supervision.scan", NULL, scan_action_cb);
  gtk_widget_class_install_action (widget_class, "supervision.board", NULL, board_action_cb);
  gtk_widget_class_install_action (widget_class, "supervision.next", NULL, next_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "supervision.answer", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, 0, "supervision.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "supervision.reopen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "supervision.go", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK,
                                       "supervision.next", NULL);
}

static void
sz_supervision_page_finalize (GObject *object)
{
  g_clear_pointer (&SZ_SUPERVISION_PAGE (object)->subject, sz_supervision_subject_free);
  g_clear_pointer (&SZ_SUPERVISION_PAGE (object)->items, sz_rectify_view_free);
  G_OBJECT_CLASS (sz_supervision_page_parent_class)->finalize (object);
}

static void
sz_supervision_page_class_init (SzSupervisionPageClass *klass)
{
  static SzListView views[SZ_N_SUPERVISION_LISTS + 1];
  SzListPageClass *list_class = SZ_LIST_PAGE_CLASS (klass);

  describe_lists (views);
  list_class->views = views;
  list_class->selected = sz_supervision_page_selected;
  list_class->opened = sz_supervision_page_opened;
  G_OBJECT_CLASS (klass)->finalize = sz_supervision_page_finalize;
  SZ_PAGE_CLASS (klass)->search_hint = N_ ("Sentence, name, number …");
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
sz_supervision_page_init (SzSupervisionPage *self)
{
  GtkWidget *above = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->bar = SZ_CASE_BAR (sz_case_bar_new ());
  self->board = SZ_CARD_BOARD (sz_rectify_board_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->board), FALSE);
  gtk_box_append (GTK_BOX (above), GTK_WIDGET (self->board));
  gtk_box_append (GTK_BOX (above), GTK_WIDGET (self->bar));
  self->looking = sz_page_add_job (SZ_PAGE (self));
  self->counting = sz_page_add_job (SZ_PAGE (self));
  self->boarding = sz_page_add_job (SZ_PAGE (self));
  sz_list_page_set_above (SZ_LIST_PAGE (self), above);
  self->answer = sz_ask_pane_new (SZ_LIST_PAGE (self));
  g_signal_connect_object (self->board, "chosen", G_CALLBACK (card_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "moved", G_CALLBACK (card_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bar, "step", G_CALLBACK (step_asked_cb), self, G_CONNECT_SWAPPED);
}
