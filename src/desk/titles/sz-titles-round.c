/* sz-titles-round.c — 批次: the applications of a round, from the verdict to the vote (RULE ttl-14
 * … ttl-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-ballot-dialog.h"
#include "sz-open-folder.h"
#include "sz-score-dialog.h"
#include "sz-title-board.h"
#include "sz-title-life.h"
#include "sz-titles-dialogs.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"

enum
{
  COLUMN_NAME,
  COLUMN_DEPARTMENT,
  COLUMN_TARGET,
  COLUMN_ROUTE,
  COLUMN_VERDICT,
  COLUMN_STAGE,
  COLUMN_SCORE,
  COLUMN_VOTE,
  COLUMN_MARKS,
  COLUMN_STAFF_NO,
  COLUMN_ROUND,
  N_COLUMNS
};

static GPtrArray *
read_round_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = _sz_titles_dup_round (office, ask, &reason);
  g_autoptr (GArray) cards = name != NULL ? sz_title_board (office, name, &reason) : NULL;
  GPtrArray *rows;

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  rows = g_ptr_array_new ();
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      const SzTitleCard *card = &g_array_index (cards, SzTitleCard, i);
      SzListRow *row = sz_list_row_new (card->person_id, N_COLUMNS);

      row->cells[COLUMN_NAME] = g_strdup (card->name);
      row->cells[COLUMN_DEPARTMENT] = g_strdup (card->department);
      row->cells[COLUMN_TARGET] = g_strdup (card->title);
      row->cells[COLUMN_ROUTE] = g_strdup (card->route);
      row->cells[COLUMN_VERDICT]
          = g_strdup (card->has_verdict ? sz_title_verdict_name (card->verdict) : NULL);
      row->cells[COLUMN_STAGE] = g_strdup (_sz_titles_stage_name (card->stage));
      row->cells[COLUMN_SCORE] = card->has_score ? sz_decimal_format (card->score_x100, 2) : NULL;
      row->cells[COLUMN_VOTE]
          = card->has_vote ? g_strdup_printf ("%d / %d", card->in_favour, card->needed) : NULL;
      row->cells[COLUMN_MARKS] = _sz_titles_dup_marks (card);
      row->cells[COLUMN_STAFF_NO] = g_strdup (card->staff_no);
      row->cells[COLUMN_ROUND] = g_strdup (name);
      row->style = card->objection || card->stale ? "warning" : NULL;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static SzListDetails *
describe_applicant (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  const SzListRow *row = sz_list_book_get_row (book, id);
  g_autoptr (SzTitleRound) round = NULL;
  g_autoptr (SzTitlePerson) person = NULL;
  g_autoptr (SzTitleDossier) dossier = NULL;
  SzListDetails *details;

  if (row == NULL)
    return sz_list_book_describe (book, id);
  round = sz_title_round_load (office, row->cells[COLUMN_ROUND], error);
  person = round != NULL
               ? sz_title_check_person (office, round, row->cells[COLUMN_STAFF_NO], NULL, error)
               : NULL;
  dossier = person != NULL ? sz_title_dossier (office, round, id, error) : NULL;
  if (dossier == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  details->name = g_strdup (person->name);
  details->line = g_strdup_printf ("%s · %s · %s", person->staff_no, person->department,
                                   row->cells[COLUMN_STAGE]);
  _sz_titles_add_place (details->fields, person->staff_no);
  sz_fields_add (details->fields, _ ("Score"), row->cells[COLUMN_SCORE]);
  _sz_titles_add_dossier (details->fields, dossier);
  for (guint i = 0; i < person->targets->len; i++)
    sz_titles_add_target (details->fields, round, g_ptr_array_index (person->targets, i),
                          person->staff_no, "titles.confirm-condition");
  if (_sz_titles_add_papers (details->fields, office,
                             &(SzTitleWhom){ row->cells[COLUMN_ROUND], person->staff_no,
                                             person->name, NULL },
                             error))
    return details;
  sz_list_details_free (details);
  return NULL;
}

/* ---- acts ---- */

static void
recommend_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (widget);
  g_autofree char *round = _sz_titles_dup_cell (self, COLUMN_ROUND);
  g_autofree char *staff_no = _sz_titles_dup_cell (self, COLUMN_STAFF_NO);
  g_autofree char *name = _sz_titles_dup_cell (self, COLUMN_NAME);

  if (staff_no != NULL)
    _sz_titles_recommend (self, &(SzTitleWhom){ round, staff_no, name, NULL });
}

/* @condition: (nullable): the one that is meant. */
static void
present (GtkWidget *widget, SzTitleAsk ask, const char *condition)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (widget);
  g_autofree char *round = _sz_titles_dup_cell (self, COLUMN_ROUND);
  g_autofree char *staff_no = _sz_titles_dup_cell (self, COLUMN_STAFF_NO);
  g_autofree char *name = _sz_titles_dup_cell (self, COLUMN_NAME);

  if (staff_no != NULL && sz_page_get_tasks (SZ_PAGE (self)) != NULL)
    sz_title_dialog_present (SZ_PAGE (self), ask,
                             &(SzTitleWhom){ round, staff_no, name, condition });
}

static void
refuse_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present (widget, SZ_TITLE_ASK_REFUSE, NULL);
}

static void
confirm_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present (widget, SZ_TITLE_ASK_CONFIRM, NULL);
}

static void
confirm_condition_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present (widget, SZ_TITLE_ASK_CONFIRM, g_variant_get_string (parameter, NULL));
}

static void
object_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present (widget, SZ_TITLE_ASK_OBJECT, NULL);
}

static void
answer_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present (widget, SZ_TITLE_ASK_ANSWER, NULL);
}

static void
appeal_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present (widget, SZ_TITLE_ASK_APPEAL, NULL);
}

static void
attach_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (widget);
  g_autofree char *round = _sz_titles_dup_cell (self, COLUMN_ROUND);
  g_autofree char *staff_no = _sz_titles_dup_cell (self, COLUMN_STAFF_NO);
  g_autofree char *name = _sz_titles_dup_cell (self, COLUMN_NAME);

  if (staff_no != NULL)
    _sz_titles_attach (self, &(SzTitleWhom){ round, staff_no, name, NULL }, "");
}

/* The round that is shown, NULL without any. */
static const char *
get_round (GtkWidget *widget)
{
  SzChoiceButton *rounds = sz_list_page_get_filter (SZ_LIST_PAGE (widget), "round");
  const char *round = rounds != NULL ? sz_choice_button_get_choice (rounds) : NULL;

  return round != NULL && *round != '\0' ? round : NULL;
}

static void
vote_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *round = get_round (widget);

  if (round != NULL && sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_ballot_dialog_present (SZ_PAGE (widget), round);
}

static void
table_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  const char *round = get_round (user_data);

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && round != NULL)
    {
      sz_open_folder_keep (path);
      sz_score_dialog_present (SZ_PAGE (user_data), round, path);
    }
  g_object_unref (chooser);
}

static void
score_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *chooser;

  if (get_round (widget) == NULL || sz_page_get_tasks (SZ_PAGE (widget)) == NULL)
    return;
  chooser
      = gtk_file_chooser_native_new (_ ("Table of Scores"), sz_page_get_window (SZ_PAGE (widget)),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (table_chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
save_form (GtkWidget *widget, const char *id)
{
  const char *round = get_round (widget);
  /* The order outlives the choice; there are few rounds. */
  const SzFormParams params = { .batch = round != NULL ? g_intern_string (round) : NULL,
                                .on = sz_page_get_as_of (SZ_PAGE (widget)) };

  if (round != NULL)
    _sz_titles_save_form (SZ_TITLES_PAGE (widget), id, &params);
}

static void
form_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save_form (widget, g_variant_get_string (parameter, NULL));
}

void
_sz_titles_install_round (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.recommend", NULL, recommend_action_cb);
  gtk_widget_class_install_action (klass, "titles.refuse", NULL, refuse_action_cb);
  gtk_widget_class_install_action (klass, "titles.confirm", NULL, confirm_action_cb);
  gtk_widget_class_install_action (klass, "titles.confirm-condition", "s",
                                   confirm_condition_action_cb);
  gtk_widget_class_install_action (klass, "titles.object", NULL, object_action_cb);
  gtk_widget_class_install_action (klass, "titles.answer", NULL, answer_action_cb);
  gtk_widget_class_install_action (klass, "titles.appeal", NULL, appeal_action_cb);
  gtk_widget_class_install_action (klass, "titles.attach", NULL, attach_action_cb);
  gtk_widget_class_install_action (klass, "titles.score", NULL, score_action_cb);
  gtk_widget_class_install_action (klass, "titles.vote", NULL, vote_action_cb);
  gtk_widget_class_install_action (klass, "titles.form", "s", form_action_cb);
}

static const SzListColumn columns[] = {
  [COLUMN_NAME] = { "name", N_ ("Name"), 84, .name = TRUE },
  [COLUMN_DEPARTMENT] = { "department", N_ ("Department"), 90 },
  [COLUMN_TARGET] = { "target", N_ ("Applies for"), 108 },
  [COLUMN_ROUTE] = { "route", N_ ("Route"), 52 },
  [COLUMN_VERDICT] = { "verdict", N_ ("Verdict"), 66 },
  [COLUMN_STAGE] = { "stage", N_ ("Stands"), 84 },
  [COLUMN_SCORE] = { "score", N_ ("Score"), 58, .numeric = TRUE },
  [COLUMN_VOTE] = { "vote", N_ ("Vote"), 78, .numeric = TRUE },
  [COLUMN_MARKS] = { "marks", N_ ("Marks"), 84 },
  [COLUMN_STAFF_NO] = { "staff-no", N_ ("Staff no."), 74, .hidden = TRUE },
  [COLUMN_ROUND] = { "round", N_ ("Round"), 120, .hidden = TRUE },
  [N_COLUMNS] = { NULL },
};

const SzListView *
_sz_titles_round_view (void)
{
  static const SzListAction decisions[]
      = { { N_ ("_Recommend"), "titles.recommend", SZ_NEEDS_ONE },
          { N_ ("_Do Not Recommend…"), "titles.refuse", SZ_NEEDS_ONE },
          { N_ ("_Confirm a Condition…"), "titles.confirm", SZ_NEEDS_ONE },
          { N_ ("A_ttach a Paper…"), "titles.attach", SZ_NEEDS_ONE },
          { N_ ("_Objection…"), "titles.object", SZ_NEEDS_ONE },
          { N_ ("_Answer the Objection…"), "titles.answer", SZ_NEEDS_ONE },
          { N_ ("A_ppeal…"), "titles.appeal", SZ_NEEDS_ONE },
          { N_ ("_Scores by a Table…"), "titles.score" },
          { N_ ("Enter the _Votes…"), "titles.vote" },
          { NULL } };
  static const SzListAction forms[] = { { N_ ("F11 Applicants"), "titles.form('F11')" },
                                        { N_ ("F12 Conditions"), "titles.form('F12')" },
                                        { N_ ("F13 Votes"), "titles.form('F13')" },
                                        { N_ ("F14 Who passed"), "titles.form('F14')" },
                                        { NULL } };
  static const SzListFilter filters[]
      = { { "round", N_ ("Round"), .reads = TRUE, .hidden = TRUE },
          { "verdict", N_ ("Verdict"), "verdict", N_ ("All verdicts"), .hidden = TRUE },
          { "stage", N_ ("Stands"), "stage", N_ ("All stages") },
          { "target", N_ ("Applies for"), "target", N_ ("All titles") },
          { NULL } };
  static const SzListAction actions[]
      = { { N_ ("_Decision"), NULL, .menu = decisions },
          { N_ ("_Board"), "titles.board",
            .tooltip = N_ ("Cards by where they stand, above the list (Ctrl+L)") },
          { N_ ("_New Round…"), "titles.new-round" },
          { N_ ("_Forms"), NULL, .menu = forms },
          { N_ ("_Import…"), "win.import" },
          { NULL } };
  static const SzListView view = {
    .name = "titles-round",
    .title = N_ ("Round"),
    .unit = N_ ("applications"),
    .columns = columns,
    .filters = filters,
    .actions = actions,
    .empty = { "view-list-symbolic", N_ ("No Applications Yet"),
               N_ ("Make a round and import its applications.") },
    .read = read_round_cb,
    .details = describe_applicant,
  };

  return &view;
}
