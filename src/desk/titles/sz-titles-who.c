/* sz-titles-who.c — 可申报: who of the college could apply for which title (RULE ttl-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-register-dialog.h"
#include "sz-titles-private.h"

enum
{
  COLUMN_NAME,
  COLUMN_DEPARTMENT,
  COLUMN_HELD,
  COLUMN_TARGET,
  COLUMN_VERDICT,
  COLUMN_LACKS,
  COLUMN_MET_ON,
  COLUMN_PATH,
  COLUMN_STAFF_NO,
  COLUMN_ROUND,
  N_COLUMNS
};

#define TARGETS_MAX 16

typedef struct
{
  GPtrArray *rows;
  const char *round;
  GCancellable *cancellable;
} Reading;

static gboolean
add_person_cb (const SzTitlePerson *person, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  for (guint i = 0; i < MIN (person->targets->len, TARGETS_MAX); i++)
    {
      const SzTargetResult *target = g_ptr_array_index (person->targets, i);
      SzListRow *row = sz_list_row_new (person->person_id * TARGETS_MAX + (gint64)i, N_COLUMNS);
      SzDate met_on;

      row->cells[COLUMN_NAME] = g_strdup (person->name);
      row->cells[COLUMN_DEPARTMENT] = g_strdup (person->department);
      row->cells[COLUMN_HELD]
          = g_strdup (person->held != NULL ? sz_codes_name (SZ_TABLE_TITLE, person->held) : NULL);
      row->cells[COLUMN_TARGET] = g_strdup (target->target->title);
      row->cells[COLUMN_VERDICT] = g_strdup (sz_title_verdict_name (target->verdict));
      row->cells[COLUMN_LACKS] = sz_titles_dup_lacks (target, &met_on);
      row->cells[COLUMN_MET_ON] = met_on != SZ_DATE_NONE ? sz_date_format (met_on) : NULL;
      row->cells[COLUMN_PATH]
          = target->best >= 0 ? g_strdup (target->paths[target->best].path->name) : NULL;
      row->cells[COLUMN_STAFF_NO] = g_strdup (person->staff_no);
      row->cells[COLUMN_ROUND] = g_strdup (reading->round);
      g_ptr_array_add (reading->rows, row);
    }
  return !g_cancellable_set_error_if_cancelled (reading->cancellable, error);
}

static GPtrArray *
read_who_cb (SzOffice *office,
             const SzListView *view,
             const SzListAsk *ask,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = _sz_titles_dup_round (office, ask, &reason);
  g_autoptr (SzTitleRound) round
      = name != NULL ? sz_title_round_load (office, name, &reason) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_list_row_free);
  Reading reading = { rows, name, cancellable };

  if (reason == NULL && round != NULL)
    sz_title_who_each (office, round, add_person_cb, &reading, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  g_ptr_array_set_free_func (rows, NULL);
  return g_steal_pointer (&rows);
}

static SzListDetails *
describe_person (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  const SzListRow *row = sz_list_book_get_row (book, id);
  g_autoptr (SzTitleRound) round = NULL;
  g_autoptr (SzTitlePerson) person = NULL;
  const SzCode *code;
  SzListDetails *details;

  if (row == NULL)
    return sz_list_book_describe (book, id);
  code = sz_codes_by_name (SZ_TABLE_TITLE, row->cells[COLUMN_TARGET]);
  round = sz_title_round_load (office, row->cells[COLUMN_ROUND], error);
  person = round != NULL ? sz_title_check_person (office, round, row->cells[COLUMN_STAFF_NO],
                                                  code != NULL ? code->code : NULL, error)
                         : NULL;
  if (person == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  details->name = g_strdup (person->name);
  details->line = g_strdup_printf ("%s · %s", person->staff_no, person->department);
  _sz_titles_add_place (details->fields, person->staff_no);
  for (guint i = 0; i < person->targets->len; i++)
    sz_titles_add_target (details->fields, round, g_ptr_array_index (person->targets, i),
                          person->staff_no, NULL);
  return details;
}

/* ---- 补录 ---- */

static void
entered_cb (SzPage *page, const char *act)
{
  sz_page_done (page, _ ("The missing fact is entered"), act);
}

static void
enter_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));
  const SzRegister *reg;
  const char *word;
  const char *staff_no;
  SzRegisterDialog *dialog;

  g_variant_get (parameter, "(&s&s)", &word, &staff_no);
  reg = sz_register_find (word);
  if (reg == NULL || tasks == NULL)
    return;
  dialog = sz_register_dialog_new (sz_page_get_window (SZ_PAGE (widget)), tasks, reg, 0);
  sz_register_dialog_fill (dialog, "工号", staff_no);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (entered_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_sz_titles_install_who (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.enter-fact", "(ss)", enter_action_cb);
}

static const SzListColumn columns[] = {
  [COLUMN_NAME] = { "name", N_ ("Name"), 84, .name = TRUE },
  [COLUMN_DEPARTMENT] = { "department", N_ ("Department"), 96 },
  [COLUMN_HELD] = { "held", N_ ("Title held"), 100 },
  [COLUMN_TARGET] = { "target", N_ ("Applies for"), 104 },
  [COLUMN_VERDICT] = { "verdict", N_ ("Verdict"), 66 },
  [COLUMN_LACKS] = { "lacks", N_ ("What is missing"), 158 },
  [COLUMN_MET_ON] = { "met-on", N_ ("Met on"), 82 },
  [COLUMN_PATH] = { "path", N_ ("Nearest path"), 130, .hidden = TRUE },
  [COLUMN_STAFF_NO] = { "staff-no", N_ ("Staff no."), 74, .hidden = TRUE },
  [COLUMN_ROUND] = { "round", N_ ("Round"), 120, .hidden = TRUE },
  [N_COLUMNS] = { NULL },
};

const SzListView *
_sz_titles_who_view (void)
{
  static const SzListFilter filters[]
      = { { "round", N_ ("Round"), .reads = TRUE, .hidden = TRUE },
          { "verdict", N_ ("Verdict"), "verdict", N_ ("All verdicts"), .hidden = TRUE },
          { "target", N_ ("Applies for"), "target", N_ ("All titles") },
          { "department", N_ ("Department"), "department", N_ ("All departments") },
          { NULL } };
  static const SzListAction actions[]
      = { { N_ ("_New Round…"), "titles.new-round" }, { N_ ("_Import…"), "win.import" }, { NULL } };
  static const SzListView view = {
    .name = "titles-who",
    .title = N_ ("Who could apply"),
    .unit = N_ ("people"),
    .columns = columns,
    .filters = filters,
    .actions = actions,
    .empty = { "emblem-documents-symbolic", N_ ("No Round Yet"),
               N_ ("Make a round with its dates; then everybody is measured by its standards.") },
    .read = read_who_cb,
    .details = describe_person,
  };

  return &view;
}
