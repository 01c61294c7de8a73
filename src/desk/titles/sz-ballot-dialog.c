/* sz-ballot-dialog.c — 表决录入: the vote of a meeting, one row an applicant (RULE ttl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-ballot-dialog.h"

#include <glib/gi18n.h>

#include "sz-title-meeting.h"

#define COUNTS_MAX 9999
#define ENTRY_CHARS 4
#define WIDTH 900

/* What is typed of an applicant, in the order of the columns. */
enum
{
  COUNT_ATTENDING,
  COUNT_RECUSED,
  COUNT_FAVOUR,
  COUNT_AGAINST,
  COUNT_ABSTAIN,
  COUNT_SPOILT,
  N_COUNTS
};

/* One applicant: where it is typed, and what it comes to. */
typedef struct
{
  GtkEditable *entries[N_COUNTS];
  GtkLabel *sum_label;
  GtkLabel *base_label;
  GtkLabel *line_label;
  GtkLabel *result_label;
} Row;

struct _SzBallotDialog
{
  SzFormDialog parent_instance;

  /* Borrowed */
  SzPage *page;
  GtkEditable *day_row;
  GtkEditable *panel_row;

  /* Owned */
  char *batch;
  SzTitleMeeting *meeting;
  Row *rows; /* one a tally of the meeting */
};

G_DEFINE_FINAL_TYPE (SzBallotDialog, sz_ballot_dialog, SZ_TYPE_FORM_DIALOG)

static const SzTitleTally *
get_tally (SzBallotDialog *self, guint i)
{
  return &g_array_index (self->meeting->tallies, SzTitleTally, i);
}

/* An empty entry is 0. */
static gboolean
read_count (GtkEditable *entry, int *count)
{
  const char *text = gtk_editable_get_text (entry);
  guint64 value = 0;
  const gboolean sound
      = *text == '\0' || g_ascii_string_to_unsigned (text, 10, 0, COUNTS_MAX, &value, NULL);

  *count = (int)value;
  return !sz_form_mark (GTK_WIDGET (entry), !sound);
}

/* Nobody has counted for this applicant yet. */
static gboolean
is_blank (const Row *row)
{
  for (int i = COUNT_FAVOUR; i < N_COUNTS; i++)
    if (*gtk_editable_get_text (row->entries[i]) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_tally (SzBallotDialog *self, const Row *row, SzTally *tally)
{
  int *const counts[N_COUNTS] = { &tally->attending, &tally->recused, &tally->in_favour,
                                  &tally->against,   &tally->abstain, &tally->spoilt };
  gboolean sound = read_count (self->panel_row, &tally->panel);

  for (int i = 0; i < N_COUNTS; i++)
    sound &= read_count (row->entries[i], counts[i]);
  return sound;
}

static const char *
get_result (const SzBallot *ballot)
{
  if (ballot->valid)
    return ballot->passed ? _ ("✓ passed") : _ ("✗ not passed");
  return g_strcmp0 (ballot->error, "ballot.no_quorum") == 0 ? _ ("void: no quorum") : "—";
}

static void
show_number (GtkLabel *label, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_label_set_text (label, text);
}

/* What the row comes to stands behind it. (transfer full) (nullable): what is wrong with it. */
static char *
judge_row (SzBallotDialog *self, guint i, gboolean *filled)
{
  const Row *row = &self->rows[i];
  SzTally tally;
  SzBallot ballot;
  g_autofree char *sum = NULL;
  int due;
  int left;

  if (!read_tally (self, row, &tally))
    return g_strdup (_ ("Votes are whole numbers."));
  sz_ballot_count (&tally, self->meeting->includes, &ballot);
  due = tally.attending - tally.recused;
  left = due - tally.in_favour - tally.against - tally.abstain - tally.spoilt;
  sum = left == 0  ? g_strdup_printf (_ ("%d votes"), due)
        : left > 0 ? g_strdup_printf (_ ("%d votes, %d to go"), due, left)
                   : g_strdup_printf (_ ("%d votes, %d too many"), due, -left);
  gtk_label_set_text (row->sum_label, sum);
  show_number (row->base_label, ballot.denominator);
  show_number (row->line_label, ballot.needed);
  *filled = !is_blank (row);
  gtk_label_set_text (row->result_label, *filled ? get_result (&ballot) : "—");
  if (!*filled)
    return NULL;
  if (g_strcmp0 (ballot.error, "ballot.panel_even") == 0)
    return g_strdup (_ ("The panel has an even number of members."));
  if (g_strcmp0 (ballot.error, "ballot.attending") == 0)
    return g_strdup_printf (_ ("%s: more attend or are recused than there can be."),
                            get_tally (self, i)->name);
  return left != 0 ? g_strdup_printf (_ ("%s: %s."), get_tally (self, i)->name, sum) : NULL;
}

static SzFormCheck
sz_ballot_dialog_check (SzFormDialog *dialog)
{
  SzBallotDialog *self = SZ_BALLOT_DIALOG (dialog);
  SzFormCheck verdict = { .complete = FALSE };
  SzDate day;

  for (guint i = 0; self->rows != NULL && i < self->meeting->tallies->len; i++)
    {
      gboolean filled = FALSE;
      g_autofree char *fault = judge_row (self, i, &filled);

      verdict.complete |= filled;
      if (verdict.fault == NULL)
        verdict.fault = g_steal_pointer (&fault);
    }
  if (!sz_form_read_day (self->day_row, &day) && verdict.fault == NULL)
    verdict.fault = g_strdup (_ ("A day is written as 2026-01-01."));
  verdict.complete &= day != SZ_DATE_NONE;
  return verdict;
}

/* ---- saving ---- */

typedef struct
{
  char *batch;
  SzTitleMeeting *meeting;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_free (saving->batch);
  sz_title_meeting_free (saving->meeting);
  g_free (saving);
}

static gpointer
save_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;
  const char *act;

  if (!sz_title_meeting_put (office, saving->batch, saving->meeting, error))
    return NULL;
  act = sz_office_get_last_act (office);
  return g_strdup (act != NULL ? act : "");
}

static void
saved_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  sz_page_done (SZ_BALLOT_DIALOG (owner)->page, _ ("The votes are entered"), act);
  sz_form_dialog_finish (owner);
}

static void
sz_ballot_dialog_save (SzFormDialog *dialog)
{
  SzBallotDialog *self = SZ_BALLOT_DIALOG (dialog);
  Saving *saving = g_new0 (Saving, 1);

  saving->batch = g_strdup (self->batch);
  saving->meeting = g_new0 (SzTitleMeeting, 1);
  saving->meeting->includes = self->meeting->includes;
  saving->meeting->tallies = sz_title_tallies_new ();
  sz_form_read_day (self->day_row, &saving->meeting->day);
  for (guint i = 0; i < self->meeting->tallies->len; i++)
    {
      const SzTitleTally *shown = get_tally (self, i);
      SzTitleTally tally = { NULL };

      if (is_blank (&self->rows[i]) || !read_tally (self, &self->rows[i], &tally.tally))
        continue;
      tally.staff_no = g_strdup (shown->staff_no);
      tally.name = g_strdup (shown->name);
      g_array_append_val (saving->meeting->tallies, tally);
    }
  sz_form_dialog_write (dialog,
                        SZ_WORK (save_cb, saving, free_saving, g_free,
                                 .changes = SZ_CHANGED_TITLES),
                        saved_cb);
}

/* ---- the grid ---- */

/* Return goes to the same column of the next row, from the last one to the button. */
static void
entry_activated_cb (SzBallotDialog *self, GtkWidget *entry)
{
  for (guint i = 0; i + 1 < self->meeting->tallies->len; i++)
    for (int j = 0; j < N_COUNTS; j++)
      if (GTK_WIDGET (self->rows[i].entries[j]) == entry)
        {
          gtk_widget_grab_focus (GTK_WIDGET (self->rows[i + 1].entries[COUNT_FAVOUR]));
          return;
        }
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static GtkLabel *
add_label (GtkGrid *grid, int column, int row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return GTK_LABEL (label);
}

static GtkEditable *
add_entry (SzBallotDialog *self, GtkGrid *grid, int column, int row, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entry_activated_cb), self);
  gtk_grid_attach (grid, entry, column, row, 1, 1);
  return GTK_EDITABLE (entry);
}

static void
set_count (GtkEditable *entry, int count)
{
  g_autofree char *text = g_strdup_printf ("%d", count);

  gtk_editable_set_text (entry, text);
}

static void
add_row (SzBallotDialog *self, GtkGrid *grid, guint i, const char *const *headings)
{
  const SzTitleTally *known = get_tally (self, i);
  const int *const counts[N_COUNTS]
      = { &known->tally.attending, &known->tally.recused, &known->tally.in_favour,
          &known->tally.against,   &known->tally.abstain, &known->tally.spoilt };
  g_autofree char *who = g_strdup_printf ("%s · %s", known->name, known->title);
  Row *row = &self->rows[i];
  int column = 0;

  add_label (grid, column++, (int)i + 1, who);
  for (int j = 0; j < N_COUNTS; j++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", known->name, _ (headings[column]));

      row->entries[j] = add_entry (self, grid, column++, (int)i + 1, name);
      if (known->known || j < COUNT_FAVOUR)
        set_count (row->entries[j], *counts[j]);
    }
  row->sum_label = add_label (grid, column++, (int)i + 1, "");
  row->base_label = add_label (grid, column++, (int)i + 1, "");
  row->line_label = add_label (grid, column++, (int)i + 1, "");
  row->result_label = add_label (grid, column, (int)i + 1, "");
  gtk_widget_add_css_class (GTK_WIDGET (row->sum_label), "dim-label");
}

static GtkWidget *
make_grid (SzBallotDialog *self)
{
  static const char *const headings[]
      = { N_ ("Applicant"),  N_ ("Attending"), N_ ("Recused"), N_ ("For"),
          N_ ("Against"),    N_ ("Abstained"), N_ ("Spoilt"),  N_ ("Must come out"),
          N_ ("Counted on"), N_ ("Needed"),    N_ ("Result") };
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "sz-form");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      GtkLabel *label = add_label (GTK_GRID (grid), (int)i, 0, _ (headings[i]));

      gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
    }
  self->rows = g_new0 (Row, self->meeting->tallies->len + 1);
  for (guint i = 0; i < self->meeting->tallies->len; i++)
    add_row (self, GTK_GRID (grid), i, headings);
  /* Only now is every entry there that a change asks for. */
  for (guint i = 0; i < self->meeting->tallies->len; i++)
    for (int j = 0; j < N_COUNTS; j++)
      g_signal_connect_swapped (self->rows[i].entries[j], "changed",
                                G_CALLBACK (sz_form_dialog_changed), self);
  return grid;
}

static void
sz_ballot_dialog_finalize (GObject *object)
{
  SzBallotDialog *self = SZ_BALLOT_DIALOG (object);

  g_free (self->batch);
  g_free (self->rows);
  sz_title_meeting_free (self->meeting);
  G_OBJECT_CLASS (sz_ballot_dialog_parent_class)->finalize (object);
}

static void
sz_ballot_dialog_class_init (SzBallotDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_ballot_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_ballot_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_ballot_dialog_save;
}

static void
sz_ballot_dialog_init (SzBallotDialog *self)
{
}

/* ---- who is voted on ---- */

static gpointer
read_meeting_cb (SzOffice *office,
                 gpointer batch,
                 SzProgress progress,
                 GCancellable *cancellable,
                 GError **error)
{
  Saving *read;
  SzTitleMeeting *meeting = sz_title_meeting (office, batch, error);

  if (meeting == NULL)
    return NULL;
  read = g_new0 (Saving, 1);
  read->batch = g_strdup (batch);
  read->meeting = meeting;
  return read;
}

static void
meeting_read_cb (gpointer owner, gpointer value)
{
  SzPage *page = owner;
  Saving *read = value;
  SzBallotDialog *self
      = g_object_new (SZ_TYPE_BALLOT_DIALOG, "transient-for", sz_page_get_window (page), "tasks",
                      sz_page_get_tasks (page), "title", _ ("Enter the Votes"), NULL);
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);
  GtkWidget *group = adw_preferences_group_new ();
  const SzDate day
      = read->meeting->day != SZ_DATE_NONE ? read->meeting->day : sz_page_get_as_of (page);
  g_autofree char *text = sz_date_format (day);

  self->page = page;
  self->batch = g_steal_pointer (&read->batch);
  self->meeting = g_steal_pointer (&read->meeting);
  free_saving (read);
  self->day_row = sz_form_dialog_add_entry (dialog, ADW_PREFERENCES_GROUP (group),
                                            _ ("Day of the meeting"), TRUE);
  self->panel_row = sz_form_dialog_add_entry (dialog, ADW_PREFERENCES_GROUP (group),
                                              _ ("Members of the panel"), TRUE);
  gtk_editable_set_text (self->day_row, text);
  set_count (self->panel_row, self->meeting->members);
  sz_form_dialog_add (dialog, group);
  sz_form_dialog_add (dialog, make_grid (self));
  sz_form_dialog_set_hint (dialog,
                           self->meeting->tallies->len > 0
                               ? _ ("Only counts are kept, never who voted how. Rows without a "
                                    "vote stay as they are.")
                               : _ ("Nobody is recommended yet: there is nothing to vote on."));
  sz_form_dialog_set_width (SZ_FORM_DIALOG (self), WIDTH);
  sz_form_dialog_begin (dialog);
  gtk_window_present (GTK_WINDOW (self));
}

void
sz_ballot_dialog_present (SzPage *page, const char *batch)
{
  g_return_if_fail (SZ_IS_PAGE (page) && batch != NULL);
  sz_page_read (page, SZ_WORK (read_meeting_cb, g_strdup (batch), g_free, free_saving),
                meeting_read_cb);
}
