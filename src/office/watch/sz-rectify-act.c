/* sz-rectify-act.c — walking the 整改台账 on, and what it says (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rectify-act.h"

#include <string.h>

#include "sz-case-act.h"
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

gint64
sz_rectify_view_get_id (const SzRectifyView *view, guint index)
{
  g_return_val_if_fail (view != NULL && index < view->rows->len, 0);
  return g_array_index (view->rows, SzRectifyRow, index).id;
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

/* ---- a step ---- */

typedef struct
{
  SzOffice *office;
  const SzRectifyStep *step;
  SzRectifyRow row;
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

/* What the percent comes to, and who says so: a hundred puts the item up for closing. */
static const char *
find_verb (const SzRectifyStep *step)
{
  return g_str_equal (step->verb, "progress") && step->percent == 100 ? "submit" : step->verb;
}

/* RULE aud-5: in the order of the rule, before the table is asked. */
static gboolean
check_step (const Job *job, const SzCaseFile *file, const char *who, GError **error)
{
  const SzRectifyStep *step = job->step;
  SzRectifyItem item = job->row.item;
  const char *column = NULL;
  const char *fault;

  if (item.closed_on != SZ_DATE_NONE)
    return refuse (job, "rectify.closed", NULL, error);
  if (step->percent < 0 || step->percent > 100
      || (g_str_equal (step->verb, "return") && step->percent == 100))
    return refuse (job, "number.invalid", "完成率", error);
  if (g_str_equal (step->verb, "submit") && !has (step->evidence) && !has (item.evidence))
    return refuse (job, "required.missing", "佐证材料", error);
  if (g_str_equal (step->verb, "extend") && step->deadline > item.deadline && !has (step->source))
    return refuse (job, "rectify.extension_unapproved", "延期文号", error);
  if (!g_str_equal (step->verb, "close"))
    return TRUE;
  item.closed_by = (char *)who;
  fault = sz_rectify_close_fault (&item, sz_case_file_who (file, &sz_case_rectify, "submit"),
                                  &column);
  return fault == NULL || refuse (job, fault, column, error);
}

/* The table allowed it: the row says what was done. */
static gboolean
take_step (SzCaseWalk *walk, GError **error)
{
  Job *job = walk->user_data;
  const SzRectifyStep *step = job->step;
  SzRectifyItem *item = &job->row.item;

  if (has (step->evidence))
    take_text (&item->evidence, step->evidence);
  if (g_str_equal (step->verb, "close"))
    {
      take_text (&item->closed_by, sz_act_get_who (walk->act));
      item->closed_on = sz_office_today (job->office);
    }
  else if (g_str_equal (step->verb, "extend"))
    {
      item->deadline = step->deadline;
      if (has (step->source))
        take_text (&item->extension, step->source);
    }
  else
    item->percent = g_str_equal (walk->move->verb, "submit") ? 100 : step->percent;
  walk->to = sz_rectify_state_word (sz_rectify_state (item));
  return sz_store_rectify_put (walk->act, &job->row, SZ_PUT_UPDATE, NULL, error);
}

static gboolean
walk_item (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  static const SzCaseWay way = { &sz_case_rectify, "rectify", take_step };
  Job *job = user_data;
  const SzRectifyStep *step = job->step;
  const SzDate today = sz_office_today (job->office);
  const SzCaseAsk ask = { .verb = find_verb (step),
                          .subject = step->no,
                          .who = sz_act_get_who (act),
                          .day = today,
                          .reason = step->text,
                          .document = step->evidence != NULL ? step->evidence : step->source };
  g_autoptr (SzCaseFile) file = NULL;
  gboolean found = FALSE;

  json_object_set_new (summary, "item", json_string (step->no));
  job->row.item.no = g_strdup (step->no);
  if (!sz_store_rectify_find (sz_act_get_store (act), &job->row, &found, error))
    return FALSE;
  if (!found)
    return refuse (job, "rectify.unknown", NULL, error);
  file = sz_office_case_record (act, &sz_case_rectify, job->row.id,
                                sz_rectify_state_word (sz_rectify_state (&job->row.item)), today,
                                error);
  return file != NULL && check_step (job, file, ask.who, error)
         && sz_office_case_step (act, summary, &way, file, &ask, job, error);
}

gboolean
sz_office_rectify_step (SzOffice *office, const SzRectifyStep *step, GError **error)
{
  Job job = { .office = office, .step = step };
  g_autofree char *kind = NULL;
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && step != NULL && step->no != NULL, FALSE);
  g_return_val_if_fail (step->verb != NULL, FALSE);
  kind = g_strconcat ("rectify.", step->verb, NULL);
  done = sz_office_run (office, &(SzActHead){ .kind = kind }, walk_item, &job, NULL, error);
  sz_store_rectify_clear (&job.row);
  return done;
}

SzCaseView *
sz_view_rectify_case (SzOffice *office, const SzRectifyView *view, const char *no, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office) && view != NULL && no != NULL, NULL);
  for (guint i = 0; i < view->rows->len; i++)
    {
      const SzRectifyRow *row = &g_array_index (view->rows, SzRectifyRow, i);

      if (g_str_equal (row->item.no, no))
        return sz_view_case_at (office, &sz_case_rectify, row->id,
                                sz_rectify_state_word (sz_rectify_state (&row->item)), error);
    }
  sz_error_set (error, SZ_ERROR_REFUSED, "rectify.unknown", "item", no, NULL);
  return NULL;
}
