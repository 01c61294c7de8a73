/* sz-list-work.c — what a page of lists has done off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-book.h"
#include "sz-list-page-private.h"

void
sz_list_ask_free (SzListAsk *ask)
{
  if (ask == NULL)
    return;
  g_strfreev (ask->choices);
  g_free (ask->text);
  g_free (ask->sort);
  g_free (ask);
}

SzListWork *
_sz_list_work_new (SzListTab *tab, SzListAsk *ask, gint64 id)
{
  SzListWork *work = g_new0 (SzListWork, 1);

  g_return_val_if_fail (tab != NULL, NULL);

  *work = (SzListWork){ tab->view, tab->source, ask, NULL, id };
  if (tab->book != NULL)
    work->book = tab->source->ref (tab->book);
  return work;
}

void
_sz_list_work_free (gpointer data)
{
  SzListWork *work = data;

  sz_list_ask_free (work->ask);
  if (work->book != NULL)
    work->source->unref (work->book);
  g_free (work);
}

void
_sz_list_answer_free (gpointer data)
{
  SzListAnswer *answer = data;

  if (answer->book != NULL)
    answer->source->unref (answer->book);
  g_clear_pointer (&answer->values, g_ptr_array_unref);
  if (answer->found != NULL)
    {
      g_clear_pointer (&answer->found->ids, g_array_unref);
      g_free (answer->found->sums);
    }
  g_free (answer->found);
  g_free (answer);
}

gpointer
_sz_list_work_open (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzListWork *work = data;
  const SzListFilter *filter = work->view->filters;
  gpointer book = work->source->open (office, work->view, work->ask, cancellable, error);
  SzListAnswer *answer;

  if (book == NULL)
    return NULL;
  answer = g_new0 (SzListAnswer, 1);
  answer->view = work->view;
  answer->source = work->source;
  answer->book = book;
  answer->values = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  /* What can be chosen is what the rows say. */
  for (; work->view->read != NULL && filter != NULL && filter->id != NULL; filter++)
    g_ptr_array_add (answer->values, sz_list_book_dup_values (book, filter->column));
  return answer;
}

gpointer
_sz_list_work_find (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzListWork *work = data;
  SzListAnswer *answer = g_new0 (SzListAnswer, 1);

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  answer->view = work->view;
  answer->source = work->source;
  answer->found = work->source->find (work->book, work->view, work->ask);
  answer->n_all = work->source->count (work->book, work->view);
  return answer;
}

gpointer
_sz_list_work_describe (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzListWork *work = data;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  if (work->view->details != NULL)
    return work->view->details (office, work->view, work->book, work->id, work->ask->day, error);
  return sz_list_book_describe (work->book, work->id);
}
