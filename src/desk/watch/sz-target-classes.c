/* sz-target-classes.c — training classes, and beside each its trainees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target-classes.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "sz-decimal.h"
#include "sz-field-list.h"
#include "sz-list-book.h"
#include "sz-target-registers.h"
#include "sz-view-classes.h"

static const SzListColumn columns[] = {
  { "project", N_ ("Project"), 110 },
  { "name", N_ ("Training"), 220 },
  { "session", N_ ("Session"), 84 },
  { "category", N_ ("Category"), 110 },
  { "from", N_ ("From"), 96 },
  { "to", N_ ("To"), 96 },
  { "trainees", N_ ("Trainees"), 80, .numeric = TRUE },
  { "completed", N_ ("Completed"), 84, .numeric = TRUE },
  { "state", N_ ("State"), 72 },
  { NULL },
};

enum
{
  COLUMN_TO = 5,
  COLUMN_TRAINEES = 6,
  COLUMN_COMPLETED = 7,
};

const SzListColumn *
sz_target_classes_columns (void)
{
  return columns;
}

static SzListRow *
make_row (const SzClassLine *line, gint64 id)
{
  SzListRow *row = sz_list_row_new (id, G_N_ELEMENTS (columns) - 1);
  const SzTrainee *first = line->first;

  row->numbers = g_new0 (gint64, row->n_columns);
  row->cells[0] = g_strdup (first->project);
  row->cells[1] = g_strdup (first->project_name);
  row->cells[2] = g_strdup (first->session);
  row->cells[3] = g_strdup (first->category);
  row->cells[4] = sz_date_format (first->from);
  row->cells[COLUMN_TO] = sz_date_format (first->to);
  row->cells[COLUMN_TRAINEES] = g_strdup_printf ("%u", line->trainees->len);
  row->numbers[COLUMN_TRAINEES] = (gint64)line->trainees->len * 100;
  row->cells[COLUMN_COMPLETED] = g_strdup_printf ("%u", line->completed);
  row->numbers[COLUMN_COMPLETED] = (gint64)line->completed * 100;
  row->cells[8] = g_strdup (first->cancelled ? _ ("Cancelled") : "");
  return row;
}

GPtrArray *
sz_target_classes_read (SzOffice *office,
                        const SzListView *view,
                        const SzListAsk *ask,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (SzClassesView) classes = NULL;
  GPtrArray *rows;
  int year;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL, NULL);
  year = *ask->choices[SZ_TARGET_FILTER_YEAR] != '\0' ? atoi (ask->choices[SZ_TARGET_FILTER_YEAR])
                                                      : sz_date_year (ask->day);
  classes = sz_view_classes (office, year, ask->day, error);
  if (classes == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < classes->classes->len; i++)
    g_ptr_array_add (rows, make_row (g_ptr_array_index (classes->classes, i), i + 1));
  return rows;
}

static void
add_trainee (GPtrArray *fields, const SzClassTrainee *row)
{
  g_autofree char *text
      = g_strdup_printf ("%s %s%s%s", row->completed ? "✓" : "—", row->why,
                         *row->trainee->employer != '\0' ? " · " : "", row->trainee->employer);

  sz_fields_add (fields, row->trainee->name, text);
}

/* A class belongs to the year it ends in. */
static int
find_year (const SzListBook *book, gint64 id)
{
  const SzListRow *row = sz_list_book_get_row (book, id);

  return row != NULL ? atoi (row->cells[COLUMN_TO]) : 0;
}

SzListDetails *
sz_target_class_describe (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  g_autoptr (SzClassesView) classes = NULL;
  g_autoptr (SzListDetails) details = NULL;
  const SzClassLine *line;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && book != NULL, NULL);
  classes = sz_view_classes (office, find_year (book, id), day, error);
  if (classes == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  if (id < 1 || id > classes->classes->len)
    return g_steal_pointer (&details);
  line = g_ptr_array_index (classes->classes, id - 1);
  details->name = g_strdup_printf ("%s %s", line->first->project_name, line->first->session);
  details->line
      = g_strdup_printf (_ ("%u of %u completed it"), line->completed, line->trainees->len);
  if (line->first->due_hours_x100 != SZ_HOURS_NONE)
    sz_fields_take (details->fields, _ ("Hours due"),
                    sz_decimal_format (line->first->due_hours_x100, 2));
  for (guint i = 0; i < line->trainees->len; i++)
    add_trainee (details->fields, &g_array_index (line->trainees, SzClassTrainee, i));
  return g_steal_pointer (&details);
}
