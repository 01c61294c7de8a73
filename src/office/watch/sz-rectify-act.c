/* sz-rectify-act.c — walking the 整改台账 on, and what it says (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rectify-act.h"

#include <string.h>

#include "sz-office-act.h"
#include "sz-store-supervision.h"
#include "sz-text.h"

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  return sz_rectify_compare (&((const SzRectifyRow *)a)->item, &((const SzRectifyRow *)b)->item);
}

SzRectifyView *
sz_view_rectify (SzOffice *office, SzDate day, GError **error)
{
  GArray *rows;
  SzRectifyView *view;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  rows = sz_store_rectify_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  if (rows == NULL)
    return NULL;
  view = g_new0 (SzRectifyView, 1);
  view->day = sz_date_first_day (day);
  view->rows = rows;
  g_array_sort (rows, compare_rows_cb);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzRectifyItem *item = &g_array_index (rows, SzRectifyRow, i).item;

      sz_rectify_add (&view->sums[item->area], item, view->day);
      sz_rectify_add (&view->sums[SZ_N_RECTIFY_AREAS], item, view->day);
    }
  return view;
}

void
sz_rectify_view_free (SzRectifyView *view)
{
  if (view == NULL)
    return;
  g_array_unref (view->rows);
  g_free (view);
}

guint
sz_rectify_view_get_size (const SzRectifyView *view)
{
  g_return_val_if_fail (view != NULL, 0);
  return view->rows->len;
}

const SzRectifyItem *
sz_rectify_view_get (const SzRectifyView *view, guint index)
{
  g_return_val_if_fail (view != NULL && index < view->rows->len, NULL);
  return &g_array_index (view->rows, SzRectifyRow, index).item;
}

const SzRectifyItem *
sz_rectify_view_find (const SzRectifyView *view, const char *no)
{
  g_return_val_if_fail (view != NULL && no != NULL, NULL);
  for (guint i = 0; i < view->rows->len; i++)
    if (g_str_equal (sz_rectify_view_get (view, i)->no, no))
      return sz_rectify_view_get (view, i);
  return NULL;
}

typedef struct
{
  SzOffice *office;
  const SzRectifyStep *step;
} Job;

static gboolean
refuse (const Job *job, const char *code, const char *column, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, code, "item", job->step->no, "column",
                       column != NULL ? column : "", NULL);
}

static void
take_text (char **field, const char *text)
{
  g_free (*field);
  *field = sz_text_fold (text);
}

static gboolean
has (const char *text)
{
  g_autofree char *plain = sz_text_fold (text);

  return *plain != '\0';
}

static gboolean
move_on (const Job *job, SzAct *act, SzRectifyItem *item, int percent, GError **error)
{
  if (percent < 0 || percent > 100)
    return refuse (job, "number.invalid", "完成率", error);
  if (has (job->step->evidence))
    take_text (&item->evidence, job->step->evidence);
  item->percent = percent;
  if (percent == 100)
    take_text (&item->submitted_by, sz_act_get_who (act));
  return TRUE;
}

static gboolean
close_item (const Job *job, SzAct *act, SzRectifyItem *item, GError **error)
{
  const char *column = NULL;
  const char *fault;

  take_text (&item->closed_by, sz_act_get_who (act));
  fault = sz_rectify_close_fault (item, &column);
  if (fault != NULL)
    return refuse (job, fault, column, error);
  item->closed_on = sz_office_today (job->office);
  return TRUE;
}

static gboolean
give_back (const Job *job, SzAct *act, SzRectifyItem *item, GError **error)
{
  if (sz_rectify_state (item) != SZ_RECTIFY_SUBMITTED)
    return refuse (job, "rectify.not_done", "完成率", error);
  if (!has (job->step->text))
    return refuse (job, "required.missing", "--text", error);
  if (job->step->percent >= 100)
    return refuse (job, "number.invalid", "完成率", error);
  take_text (&item->submitted_by, NULL);
  return move_on (job, act, item, job->step->percent, error);
}

/* RULE aud-5: a later day wants the document that allows it. */
static gboolean
extend (const Job *job, SzRectifyItem *item, GError **error)
{
  if (job->step->deadline > item->deadline && !has (job->step->source))
    return refuse (job, "rectify.extension_unapproved", "延期文号", error);
  item->deadline = job->step->deadline;
  if (has (job->step->source))
    take_text (&item->extension, job->step->source);
  return TRUE;
}

static gboolean
take_step (const Job *job, SzAct *act, SzRectifyItem *item, GError **error)
{
  const char *verb = job->step->verb;

  if (sz_rectify_state (item) == SZ_RECTIFY_CLOSED)
    return refuse (job, "rectify.closed", NULL, error);
  if (g_str_equal (verb, "close"))
    return close_item (job, act, item, error);
  if (g_str_equal (verb, "return"))
    return give_back (job, act, item, error);
  if (g_str_equal (verb, "extend"))
    return extend (job, item, error);
  if (g_str_equal (verb, "progress"))
    return move_on (job, act, item, job->step->percent, error);
  if (!has (job->step->evidence) && !has (item->evidence))
    return refuse (job, "required.missing", "佐证材料", error);
  return move_on (job, act, item, 100, error);
}

static gboolean
write_step (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  g_auto (SzRectifyRow) row = { .item.no = g_strdup (job->step->no) };
  gboolean found = FALSE;

  json_object_set_new (summary, "item", json_string (job->step->no));
  if (has (job->step->text))
    json_object_set_new (summary, "text", json_string (job->step->text));
  if (!sz_store_rectify_find (sz_act_get_store (act), &row, &found, error))
    return FALSE;
  if (!found)
    return refuse (job, "rectify.unknown", NULL, error);
  return take_step (job, act, &row.item, error)
         && sz_store_rectify_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_office_rectify_step (SzOffice *office, const SzRectifyStep *step, GError **error)
{
  Job job = { office, step };
  g_autofree char *kind = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && step != NULL && step->no != NULL, FALSE);
  kind = g_strconcat ("rectify.", step->verb, NULL);
  return sz_office_run (office, &(SzActHead){ .kind = kind }, write_step, &job, NULL, error);
}
