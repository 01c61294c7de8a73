/* sz-view-classes.c — training classes with their trainees, and who completed them and why (RULE
 * tgt-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-classes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-watch-book.h"

#define HOURS_DECIMALS 2

static void
trainee_freed_cb (gpointer data)
{
  g_free (((SzClassTrainee *)data)->why);
}

static void
class_freed_cb (gpointer data)
{
  g_array_unref (((SzClassLine *)data)->trainees);
  g_free (data);
}

/* What decided: the word of the register, else the hours. */
static char *
dup_why (const SzTrainee *trainee)
{
  g_autofree char *done = NULL;
  g_autofree char *due = NULL;

  if (trainee->finished != SZ_ANSWER_EMPTY)
    return g_strdup (trainee->finished == SZ_ANSWER_YES ? _ ("结业") : _ ("未结业"));
  if (trainee->done_hours_x100 == SZ_HOURS_NONE || trainee->due_hours_x100 == SZ_HOURS_NONE)
    return g_strdup (_ ("neither 结业 nor hours"));
  done = sz_decimal_format (trainee->done_hours_x100, HOURS_DECIMALS);
  due = sz_decimal_format (trainee->due_hours_x100, HOURS_DECIMALS);
  return g_strdup_printf (_ ("%s of %s hours"), done, due);
}

static SzClassLine *
find_class (SzClassesView *view, GHashTable *by_key, const SzTrainee *trainee)
{
  g_autofree char *key = g_strconcat (trainee->project, "\x1f", trainee->session, NULL);
  SzClassLine *line = g_hash_table_lookup (by_key, key);

  if (line != NULL)
    return line;
  line = g_new0 (SzClassLine, 1);
  line->first = trainee;
  line->trainees = g_array_new (FALSE, TRUE, sizeof (SzClassTrainee));
  g_array_set_clear_func (line->trainees, trainee_freed_cb);
  g_ptr_array_add (view->classes, line);
  g_hash_table_insert (by_key, g_steal_pointer (&key), line);
  return line;
}

static int
compare_classes_cb (gconstpointer a, gconstpointer b)
{
  const SzTrainee *one = (*(const SzClassLine *const *)a)->first;
  const SzTrainee *other = (*(const SzClassLine *const *)b)->first;
  const int order = strcmp (one->project, other->project);

  return order != 0 ? order : strcmp (one->session, other->session);
}

static void
add_trainees (SzClassesView *view, int year, gint64 complete_share_x1e4)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < view->rows->len; i++)
    {
      const SzTrainee *trainee = &g_array_index (view->rows, SzTraineeRow, i).trainee;
      SzClassTrainee row = { .trainee = trainee };
      SzClassLine *line;

      if (year != 0 && sz_date_year (trainee->to) != year)
        continue;
      line = find_class (view, by_key, trainee);
      row.completed = !trainee->cancelled && sz_trainee_completed (trainee, complete_share_x1e4);
      row.why = dup_why (trainee);
      line->completed += row.completed ? 1 : 0;
      g_array_append_val (line->trainees, row);
    }
  g_ptr_array_sort (view->classes, compare_classes_cb);
}

SzClassesView *
sz_view_classes (SzOffice *office, int year, SzDate day, GError **error)
{
  g_autoptr (SzClassesView) view = NULL;
  g_autoptr (SzWatchBook) book = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  book = sz_watch_book_open (office, day, 0, error);
  if (book == NULL)
    return NULL;
  view = g_new0 (SzClassesView, 1);
  view->classes = g_ptr_array_new_with_free_func (class_freed_cb);
  view->rows = sz_store_trainee_list (book->store, SZ_ROWS_ALL, error);
  if (view->rows == NULL)
    return NULL;
  add_trainees (view, year, book->rules->complete_share_x1e4);
  return g_steal_pointer (&view);
}

void
sz_classes_view_free (SzClassesView *view)
{
  if (view == NULL)
    return;
  g_ptr_array_unref (view->classes);
  g_clear_pointer (&view->rows, g_array_unref);
  g_free (view);
}
