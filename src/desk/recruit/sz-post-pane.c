/* sz-post-pane.c — a post to be filled: its applicants, scores, result, notice and scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-act-guard.h"
#include "sz-called-list.h"
#include "sz-case-bar.h"
#include "sz-field-list.h"
#include "sz-figure-table.h"
#include "sz-notice-strip.h"
#include "sz-post-acts.h"
#include "sz-post-tab.h"
#include "sz-post-tables.h"
#include "sz-scheme-tab.h"
#include "sz-scores-pane.h"

struct _SzPostPane
{
  AdwBin parent_instance;

  SzPage *page; /* borrowed: the pane is part of it */
  SzRecruitDesk *desk;
  char *post;

  /* Borrowed widgets */
  GtkLabel *title;
  GtkLabel *scheme_line;
  GtkLabel *applicants_line; /* 12 报名 · 7 合格 … */
  SzCaseBar *bar;
  GtkStack *tabs;
  SzFigureTable *applicants;
  SzCalledList *result;
  GtkWidget *extra_button;
  GtkBox *notice;
  GtkToggleButton *only_review;
  GArray *shown; /* of guint: which of the applicants the table has */
  SzFigureTable *objections;
  SzFieldList *applicant_fields;
  SzFieldList *result_fields;
  GtkLabel *result_line;
  SzSchemeTab *scheme;
  SzScoresPane *scores;

  SzJob *casing;
};

enum
{
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzPostPane, sz_post_pane, ADW_TYPE_BIN)

static const SzRecruitPost *
get_post (SzPostPane *self)
{
  return self->desk != NULL && self->desk->book != NULL && self->post != NULL
             ? sz_recruit_book_post (self->desk->book, self->post)
             : NULL;
}

const char *
sz_post_pane_get_post (SzPostPane *self)
{
  g_return_val_if_fail (SZ_IS_POST_PANE (self), NULL);
  return self->post;
}

SzScoreGrid *
sz_post_pane_get_grid (SzPostPane *self)
{
  g_return_val_if_fail (SZ_IS_POST_PANE (self), NULL);
  return sz_scores_pane_get_grid (self->scores);
}

SzScoresPane *
sz_post_pane_get_scores (SzPostPane *self)
{
  g_return_val_if_fail (SZ_IS_POST_PANE (self), NULL);
  return self->scores;
}

/* ---- the tables, whose cells stand in the book ---- */

/* −1: no such row. */
static int
find_applicant (SzPostPane *self, int row)
{
  return row >= 0 && row < (int)self->shown->len ? (int)g_array_index (self->shown, guint, row)
                                                 : -1;
}

static char *
applicant_text_cb (gpointer owner, guint row, guint column)
{
  const int applicant = find_applicant (owner, (int)row);

  return applicant >= 0 ? sz_post_applicant_text (get_post (owner), (guint)applicant, column)
                        : g_strdup ("");
}

static char *
objection_text_cb (gpointer owner, guint row, guint column)
{
  SzPostPane *self = owner;

  return sz_post_objection_text (self->desk->book, get_post (self), row, column);
}

static void
applicant_selected_cb (SzPostPane *self, int row)
{
  const SzRecruitPost *post = get_post (self);
  const int applicant = find_applicant (self, row);
  g_autoptr (GPtrArray) fields
      = post != NULL && applicant >= 0
            ? sz_post_applicant_fields (self->desk->book, post, (guint)applicant)
            : sz_fields_new ();

  sz_field_list_show (self->applicant_fields, fields);
}

static void
result_selected_cb (SzPostPane *self, int row)
{
  const SzRecruitPost *post = get_post (self);
  g_autoptr (GPtrArray) fields
      = post != NULL && row >= 0
            ? sz_post_timeline_fields (self->desk->book, g_ptr_array_index (post->called, row))
            : sz_fields_new ();

  sz_field_list_show (self->result_fields, fields);
}

static void
outcome_pressed_cb (SzPostPane *self,
                    const char *ticket,
                    const char *physical,
                    const char *inspection)
{
  if (self->desk != NULL && self->post != NULL)
    sz_post_acts_check (self->page, self->desk, self->post,
                        &(SzPostOutcome){ ticket, physical, inspection });
}

static void
extra_clicked_cb (SzPostPane *self)
{
  sz_scores_pane_choose (self->scores, SZ_COMPONENT_EXTRA);
  gtk_stack_set_visible_child_name (self->tabs, "scores");
  sz_score_grid_focus (sz_scores_pane_get_grid (self->scores));
}

/* ---- buttons: what they are called is what is done ---- */

/* (transfer full) (nullable): whom the row chosen in @table is about. */
static char *
dup_about (SzPostPane *self, GtkWidget *table, const SzRecruitPost *post)
{
  const int row = table == GTK_WIDGET (self->result)
                      ? sz_called_list_get_selected (self->result)
                      : sz_figure_table_get_selected (SZ_FIGURE_TABLE (table));
  const SzRecruitPerson *person = NULL;

  if (row < 0)
    return NULL;
  if (table == GTK_WIDGET (self->objections))
    return sz_post_objection_id (self->desk->book, post, (guint)row);
  if (table == GTK_WIDGET (self->applicants) && find_applicant (self, row) >= 0)
    person = g_ptr_array_index (post->people, find_applicant (self, row));
  else if (table == GTK_WIDGET (self->result))
    person = g_ptr_array_index (post->called, row);
  return person != NULL ? g_strdup (person->row->ticket) : NULL;
}

static void
act_clicked_cb (SzPostPane *self, GtkWidget *button)
{
  const char *act = gtk_widget_get_name (button);
  GtkWidget *table = g_object_get_data (G_OBJECT (button), "sz-table");
  const SzRecruitPost *post = get_post (self);
  g_autofree char *about = NULL;

  if (post == NULL)
    return;
  about = table != NULL ? dup_about (self, table, post) : NULL;
  if (table != NULL && about == NULL)
    {
      sz_page_toast (self->page, _ ("Choose a row first."), NULL, NULL, NULL);
      return;
    }
  sz_post_acts_ask (self->page, self->desk, self->post, act, about);
}

static void
step_cb (SzPostPane *self, const char *verb)
{
  if (self->desk != NULL)
    sz_post_acts_step (self->page, self->desk, self->post, verb);
}

static void
back_clicked_cb (SzPostPane *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
add_button (SzPostPane *self, GtkWidget *box, const char *label, const char *act, gpointer table)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_name (button, act);
  g_object_set_data (G_OBJECT (button), "sz-table", table);
  g_signal_connect_object (button, "clicked", G_CALLBACK (act_clicked_cb), self, G_CONNECT_SWAPPED);
  if (sz_post_act_right (act) != NULL)
    sz_act_guard (button, sz_post_act_right (act));
  gtk_box_append (GTK_BOX (box), button);
}

/* Ctrl+Page Down: the next tab, after the last the first, and in its first cell the keyboard. */
static gboolean
tab_key_cb (GtkWidget *widget, GVariant *args, gpointer none)
{
  GtkStack *tabs = SZ_POST_PANE (widget)->tabs;
  GtkWidget *next = gtk_widget_get_next_sibling (gtk_stack_get_visible_child (tabs));

  if (next == NULL)
    next = gtk_widget_get_first_child (GTK_WIDGET (tabs));
  gtk_stack_set_visible_child (tabs, next);
  if (SZ_IS_SCORES_PANE (next))
    sz_score_grid_focus (sz_scores_pane_get_grid (SZ_SCORES_PANE (next)));
  else
    gtk_widget_child_focus (gtk_widget_get_last_child (next), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* ---- showing ---- */

static gpointer
read_case_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return sz_view_case (office, &sz_case_recruit_post, *(const gint64 *)data, error);
}

static void
case_read_cb (gpointer owner, gpointer value)
{
  g_autoptr (SzCaseView) view = value;

  /* A post without a step is a draft already. */
  if (*view->state == '\0')
    {
      g_free (view->state);
      view->state = g_strdup ("draft");
    }
  sz_case_bar_show (((SzPostPane *)owner)->bar, view);
}

static void
case_failed_cb (gpointer self, const GError *error)
{
  sz_page_show_error (SZ_POST_PANE (self)->page, error);
}

/* Who was decided upon makes way for the next one that a person must look at. */
static void
select_next_review (SzPostPane *self, const SzRecruitPost *post)
{
  const int selected = find_applicant (self, sz_figure_table_get_selected (self->applicants));
  const SzRecruitPerson *person;

  if (selected < 0 || selected >= (int)post->people->len)
    return;
  person = g_ptr_array_index (post->people, selected);
  if (person->screened == SZ_REVIEW || *person->row->decision == '\0')
    return;
  for (guint i = 1; i < self->shown->len; i++)
    {
      const guint row
          = ((guint)sz_figure_table_get_selected (self->applicants) + i) % self->shown->len;

      person = g_ptr_array_index (post->people, g_array_index (self->shown, guint, row));
      if (person->screened == SZ_REVIEW)
        {
          sz_figure_table_select (self->applicants, (int)row, TRUE);
          return;
        }
    }
}

/* All of them, or those who wait for somebody to look. */
static void
show_applicants (SzPostPane *self)
{
  const SzRecruitPost *post = get_post (self);
  const gboolean only = gtk_toggle_button_get_active (self->only_review);
  g_autofree char *label = NULL;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; post != NULL && i < post->people->len; i++)
    if (!only
        || ((const SzRecruitPerson *)g_ptr_array_index (post->people, i))->screened == SZ_REVIEW)
      g_array_append_val (self->shown, i);
  sz_figure_table_set_rows (self->applicants, self->shown->len);
  label = g_strdup_printf (_ ("_Only Waiting (待审) %u"), post != NULL ? post->undecided : 0);
  gtk_button_set_label (GTK_BUTTON (self->only_review), label);
  applicant_selected_cb (self, sz_figure_table_get_selected (self->applicants));
}

static void
show_tables (SzPostPane *self, const SzRecruitPost *post)
{
  g_autofree char *line = sz_post_result_line (post);
  g_autofree char *people = sz_post_applicants_line (post);

  gtk_label_set_label (self->result_line, line);
  gtk_label_set_label (self->applicants_line, people);
  sz_post_applicant_columns (post, self->applicants);
  show_applicants (self);
  select_next_review (self, post);
  sz_called_list_show (self->result, post);
  gtk_widget_set_visible (self->extra_button, post->selection.blocked);
  sz_notice_strip_show (self->notice, self->desk, post);
  sz_figure_table_set_rows (self->objections, sz_post_count_objections (self->desk->book, post));
  applicant_selected_cb (self, sz_figure_table_get_selected (self->applicants));
  result_selected_cb (self, sz_called_list_get_selected (self->result));
}

void
sz_post_pane_show (SzPostPane *self, SzRecruitDesk *desk, const char *code)
{
  g_autofree char *post_code = g_strdup (code);
  g_autofree char *line = NULL, *title = NULL;
  const SzRecruitPost *post;

  g_return_if_fail (SZ_IS_POST_PANE (self));
  if (desk != NULL)
    sz_recruit_desk_ref (desk);
  g_clear_pointer (&self->desk, sz_recruit_desk_unref);
  self->desk = desk;
  g_free (self->post);
  self->post = g_steal_pointer (&post_code);
  post = get_post (self);
  sz_scores_pane_show (self->scores, post != NULL ? self->desk : NULL,
                       post != NULL ? self->post : NULL);
  sz_scheme_tab_show (self->scheme, post != NULL ? self->desk : NULL, self->post);
  if (post == NULL)
    {
      sz_case_bar_show (self->bar, NULL);
      return;
    }
  title = g_strdup_printf ("%s %s　%s", post->row->code, post->row->name, post->row->department);
  gtk_label_set_label (self->title, title);
  line = sz_post_scheme_line (post);
  gtk_label_set_label (self->scheme_line, line);
  show_tables (self, post);
  sz_job_read (self->casing, sz_page_get_tasks (self->page),
               SZ_WORK (read_case_cb, g_memdup2 (&post->row->id, sizeof (gint64)), g_free,
                        (GDestroyNotify)sz_case_view_free),
               case_read_cb);
}

void
sz_post_pane_show_tab (SzPostPane *self, const char *name)
{
  g_return_if_fail (SZ_IS_POST_PANE (self) && name != NULL);
  gtk_stack_set_visible_child_name (self->tabs, name);
}

void
sz_post_pane_show_person (SzPostPane *self, const char *ticket)
{
  const SzRecruitPost *post;
  int applicant, called;

  g_return_if_fail (SZ_IS_POST_PANE (self) && ticket != NULL && get_post (self) != NULL);
  post = get_post (self);
  applicant = sz_post_find_ticket (post->people, ticket);
  called = sz_post_find_ticket (post->called, ticket);
  gtk_toggle_button_set_active (self->only_review, FALSE);
  sz_figure_table_select (self->applicants, applicant, TRUE);
  applicant_selected_cb (self, applicant);
  sz_called_list_select (self->result, called);
  sz_post_pane_show_tab (self, called >= 0 ? "result"
                               : !g_str_equal (post->state, "screening")
                                       && post->plan.order != SZ_ORDER_ASSESSMENT
                                   ? "scores"
                                   : "applicants");
}

/* ---- the widgets ---- */

static SzFigureTable *
make_table (SzPostPane *self,
            const SzFigureColumn *columns,
            guint n,
            SzFigureTextFunc text,
            GCallback selected)
{
  SzFigureTable *table
      = g_object_new (SZ_TYPE_FIGURE_TABLE, "hexpand", TRUE, "vexpand", TRUE, NULL);

  sz_figure_table_set_owner (table, self, text, NULL);
  if (columns != NULL)
    sz_figure_table_set_columns (table, columns, n);
  if (selected != NULL)
    g_signal_connect_object (table, "selected", selected, self, G_CONNECT_SWAPPED);
  return table;
}

static void
add_applicants (SzPostPane *self)
{
  GtkWidget *tools = sz_post_tools_new ();

  self->applicants
      = make_table (self, NULL, 0, applicant_text_cb, G_CALLBACK (applicant_selected_cb));
  sz_post_applicant_columns (NULL, self->applicants);
  add_button (self, tools, _ ("_Yes, Qualified…"), "pass", self->applicants);
  add_button (self, tools, _ ("_Not Qualified…"), "fail", self->applicants);
  add_button (self, tools, _ ("_Withdraws…"), "withdraw", self->applicants);
  add_button (self, tools, _ ("_Move…"), "move", self->applicants);
  self->only_review = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_use_underline (GTK_BUTTON (self->only_review), TRUE);
  g_signal_connect_object (self->only_review, "toggled", G_CALLBACK (show_applicants), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->only_review));
  self->applicants_line = sz_post_line_new ();
  gtk_widget_set_name (GTK_WIDGET (self->applicants_line), "applicants-line");
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->applicants_line));
  gtk_stack_add_titled (self->tabs,
                        sz_post_tab_new (tools, GTK_WIDGET (self->applicants),
                                         &self->applicant_fields),
                        "applicants", _ ("Applicants"));
}

static void
add_result (SzPostPane *self)
{
  GtkWidget *tools = sz_post_tools_new ();

  self->result = SZ_CALLED_LIST (sz_called_list_new ());
  g_signal_connect_object (self->result, "selected", G_CALLBACK (result_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->result, "check", G_CALLBACK (outcome_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  add_button (self, tools, _ ("_Check…"), "check", self->result);
  add_button (self, tools, _ ("_Withdraws…"), "withdraw", self->result);
  add_button (self, tools, _ ("_Hire…"), "hire", self->result);
  self->extra_button = gtk_button_new_with_mnemonic (_ ("_Enter 加试"));
  gtk_widget_add_css_class (self->extra_button, "suggested-action");
  g_signal_connect_object (self->extra_button, "clicked", G_CALLBACK (extra_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), self->extra_button);
  self->result_line = sz_post_line_new ();
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->result_line));
  gtk_stack_add_titled (self->tabs,
                        sz_post_tab_new (tools, GTK_WIDGET (self->result), &self->result_fields),
                        "result", _ ("Result"));
}

static void
add_notice (SzPostPane *self)
{
  GtkWidget *tools = sz_post_tools_new (), *tab;
  guint n;
  const SzFigureColumn *columns = sz_post_objection_columns (&n);

  self->objections = make_table (self, columns, n, objection_text_cb, NULL);
  add_button (self, tools, _ ("_Objection…"), "object", NULL);
  add_button (self, tools, _ ("_Answer…"), "answer", self->objections);
  tab = sz_post_tab_new (tools, GTK_WIDGET (self->objections), NULL);
  self->notice = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->notice), "sz-toolbar");
  gtk_box_insert_child_after (GTK_BOX (tab), GTK_WIDGET (self->notice), tools);
  gtk_stack_add_titled (self->tabs, tab, "notice", _ ("Notice"));
}

static GtkWidget *
make_head (SzPostPane *self)
{
  GtkWidget *head = sz_post_tools_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (back, _ ("Back to the board (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the board (Esc)"), -1);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_clicked_cb), self, G_CONNECT_SWAPPED);
  self->title = GTK_LABEL (gtk_label_new (""));
  self->scheme_line = sz_post_line_new ();
  gtk_widget_set_name (GTK_WIDGET (self->scheme_line), "scheme-line");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_append (GTK_BOX (head), back);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->scheme_line));
  return head;
}

static void
sz_post_pane_dispose (GObject *object)
{
  SzPostPane *self = SZ_POST_PANE (object);

  g_clear_pointer (&self->casing, sz_job_free);
  g_clear_pointer (&self->desk, sz_recruit_desk_unref);
  G_OBJECT_CLASS (sz_post_pane_parent_class)->dispose (object);
}

static void
sz_post_pane_finalize (GObject *object)
{
  g_free (SZ_POST_PANE (object)->post);
  g_array_unref (SZ_POST_PANE (object)->shown);
  G_OBJECT_CLASS (sz_post_pane_parent_class)->finalize (object);
}

static void
sz_post_pane_class_init (SzPostPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_post_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_post_pane_finalize;
  signals[BACK] = g_signal_new ("back", SZ_TYPE_POST_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                tab_key_cb, NULL);
}

static void
sz_post_pane_init (SzPostPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bar = SZ_CASE_BAR (sz_case_bar_new ());
  g_signal_connect_object (self->bar, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  self->tabs = GTK_STACK (gtk_stack_new ());
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->tabs);
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_add_css_class (switcher, "sz-tabs");
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tabs));
  self->casing = sz_job_new (self, case_failed_cb);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sz_post_pane_new (SzPage *page)
{
  SzPostPane *self;

  g_return_val_if_fail (SZ_IS_PAGE (page), NULL);
  self = g_object_new (SZ_TYPE_POST_PANE, NULL);
  self->page = page;
  add_applicants (self);
  self->scores = SZ_SCORES_PANE (sz_scores_pane_new (page));
  gtk_stack_add_titled (self->tabs, GTK_WIDGET (self->scores), "scores", _ ("Scores"));
  add_result (self);
  add_notice (self);
  self->scheme = SZ_SCHEME_TAB (sz_scheme_tab_new (page));
  gtk_stack_add_titled (self->tabs, GTK_WIDGET (self->scheme), "scheme", _ ("Scheme"));
  return GTK_WIDGET (self);
}
