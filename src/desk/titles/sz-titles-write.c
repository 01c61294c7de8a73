/* sz-titles-write.c — what the lists share: an act with its undo, a form, a cell of the selected
 * row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-form-save.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"

char *
_sz_titles_dup_cell (SzTitlesPage *self, guint column)
{
  SzListPage *page = SZ_LIST_PAGE (self);
  const gint64 id = sz_list_page_get_current (page);
  gpointer book = sz_list_page_get_book (page);
  const SzListRow *row = book != NULL && id != 0 ? sz_list_book_get_row (book, id) : NULL;

  return row != NULL && column < row->n_columns ? g_strdup (row->cells[column]) : NULL;
}

void
_sz_titles_add_place (GPtrArray *fields, const char *staff_no)
{
  g_autofree char *place = g_strconcat ("people?", staff_no, NULL);
  SzField *field;

  g_return_if_fail (fields != NULL);
  field = sz_fields_add (fields, _ ("Staff no."), staff_no);
  if (field != NULL)
    sz_field_set_place (field, place);
}

typedef struct
{
  SzTaskFunc func;
  gpointer input;
  GDestroyNotify free_input;
  char *text;
} Writing;

/* What was written, and what undo wants. */
typedef struct
{
  char *text;
  char *act;
} Written;

static void
free_writing (gpointer data)
{
  Writing *writing = data;

  if (writing->free_input != NULL)
    writing->free_input (writing->input);
  g_free (writing->text);
  g_free (writing);
}

static void
free_written (gpointer data)
{
  Written *written = data;

  g_free (written->text);
  g_free (written->act);
  g_free (written);
}

static gpointer
write_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Writing *writing = data;
  Written *written;

  if (writing->func (office, writing->input, progress, cancellable, error) == NULL)
    return NULL;
  written = g_new0 (Written, 1);
  written->text = g_strdup (writing->text);
  written->act = g_strdup (sz_office_get_last_act (office));
  return written;
}

static void
written_cb (gpointer owner, gpointer value)
{
  Written *written = value;

  sz_page_done (owner, written->text, written->act);
  free_written (written);
}

void
_sz_titles_write (SzTitlesPage *self,
                  SzTaskFunc func,
                  gpointer input,
                  GDestroyNotify free_input,
                  const char *text)
{
  Writing *writing = g_new0 (Writing, 1);

  g_return_if_fail (SZ_IS_TITLES_PAGE (self));

  *writing = (Writing){ func, input, free_input, g_strdup (text) };
  if (sz_page_get_tasks (SZ_PAGE (self)) == NULL)
    {
      free_writing (writing);
      return;
    }
  sz_page_write (SZ_PAGE (self),
                 SZ_WORK (write_cb, writing, free_writing, free_written,
                          .changes = SZ_CHANGED_TITLES),
                 written_cb);
}

void
_sz_titles_save_form (SzTitlesPage *self, const char *id, const SzFormParams *params)
{
  const SzForm *form = sz_form_find (id);
  SzFormOrder *order = sz_form_order_new (id, params);
  g_autofree char *name = sz_form_save_dup_name (form, params, ".xlsx");

  g_return_if_fail (SZ_IS_TITLES_PAGE (self));

  sz_form_save (SZ_PAGE (self), order, name);
}
