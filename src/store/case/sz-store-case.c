/* sz-store-case.c — cases and the steps that were taken in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-case.h"

#include "sz-act-private.h"
#include "sz-row-table.h"

static const SzColumn case_columns[] = {
  { "kind", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzCase, kind), 0 },
  { "subject_id", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzCase, subject_id), 0 },
  { "state", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCase, state), 0 },
  { "opened", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCase, opened), 0 },
  { "since", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCase, since), 0 },
};

const SzRowType sz_case_type = { SZ_ROW_TYPE ("cases", SzCase, case_columns) };

SZ_ROW_DEFINE (SzCase, sz_store_case, sz_case_type)

static const SzColumn step_columns[] = {
  { "case_id", SZ_COLUMN_REF, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzCaseStep, case_id), 0 },
  { "seq", SZ_COLUMN_INT64, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzCaseStep, seq), 0 },
  { "verb", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, verb), 0 },
  { "from_state", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, from), 0 },
  { "to_state", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, to), 0 },
  { "who", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, who), 0 },
  { "at", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, at), 0 },
  { "day", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, day), 0 },
  { "reason", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, reason), 0 },
  { "document", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, document), 0 },
  { "approval", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, approval), 0 },
  { "detail", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCaseStep, detail), 0 },
};

const SzRowType sz_case_step_type = { SZ_ROW_TYPE ("case_steps", SzCaseStep, step_columns) };

static void
clear_step_cb (gpointer data)
{
  sz_row_type_clear (&sz_case_step_type, data);
}

void
sz_case_file_free (SzCaseFile *file)
{
  if (file == NULL)
    return;
  sz_store_case_clear (&file->head);
  g_array_unref (file->steps);
  g_free (file);
}

const SzCaseStep *
sz_case_file_steps (const SzCaseFile *file, guint *n_steps)
{
  g_return_val_if_fail (file != NULL && n_steps != NULL, NULL);

  *n_steps = file->steps->len;
  return (const SzCaseStep *)(gconstpointer)file->steps->data;
}

static gboolean
read_steps (SzStore *store, SzCaseFile *file, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (store->db, "SELECT id FROM case_steps WHERE case_id = $1 ORDER BY seq",
                       error);
  gboolean more = TRUE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, file->head.id);
  for (;;)
    {
      gboolean found = FALSE;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      g_array_set_size (file->steps, file->steps->len + 1);
      if (!sz_row_get (store, &sz_case_step_type, sz_stmt_int (stmt, 0),
                       &g_array_index (file->steps, SzCaseStep, file->steps->len - 1), &found,
                       error))
        return FALSE;
    }
}

SzCaseFile *
sz_store_case_load (SzStore *store, const char *kind, gint64 subject_id, GError **error)
{
  g_autoptr (SzCaseFile) file = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (store != NULL && kind != NULL && subject_id != 0, NULL);

  file = g_new0 (SzCaseFile, 1);
  file->steps = g_array_new (FALSE, TRUE, sizeof (SzCaseStep));
  g_array_set_clear_func (file->steps, clear_step_cb);
  file->head.kind = g_strdup (kind);
  file->head.subject_id = subject_id;
  if (!sz_store_case_find (store, &file->head, &found, error)
      || (found && !read_steps (store, file, error)))
    return NULL;
  if (!found)
    file->head.state = g_strdup ("");
  return g_steal_pointer (&file);
}

gboolean
sz_store_case_step (
    SzAct *act, SzCaseFile *file, const SzCaseAsk *ask, const SzCaseEntry *entry, GError **error)
{
  SzCaseStep step = { 0 };

  g_return_val_if_fail (act != NULL && file != NULL && ask != NULL && entry != NULL, FALSE);

  step = (SzCaseStep){ .seq = file->steps->len + 1,
                       .verb = g_strdup (ask->verb),
                       .from = g_steal_pointer (&file->head.state),
                       .to = g_strdup (entry->to),
                       .who = g_strdup (entry->who != NULL ? entry->who : act->who),
                       .at = g_strdup (entry->at != NULL ? entry->at : act->at),
                       .day = ask->day,
                       .reason = g_strdup (ask->reason),
                       .document = g_strdup (ask->document),
                       .approval = g_strdup (ask->approval),
                       .detail = g_strdup (entry->detail) };
  file->head.state = g_strdup (entry->to);
  if (file->steps->len == 0)
    file->head.opened = ask->day;
  file->head.since = ask->day;
  if (sz_store_case_put (act, &file->head, SZ_PUT_UPDATE, NULL, error))
    {
      step.case_id = file->head.id;
      if (sz_row_put (act, &sz_case_step_type, &step, SZ_PUT_INSERT, NULL, error))
        {
          g_array_append_val (file->steps, step);
          return TRUE;
        }
    }
  clear_step_cb (&step);
  return FALSE;
}

const char *
sz_case_file_who (const SzCaseFile *file, const SzCaseTable *table, const char *verbs)
{
  const SzCaseStep *steps;
  const SzCaseStep *step;
  guint n = 0;

  g_return_val_if_fail (file != NULL && table != NULL && verbs != NULL, NULL);
  steps = sz_case_file_steps (file, &n);
  step = sz_case_last_step (table, steps, n, verbs);
  return step != NULL ? step->who : NULL;
}

gboolean
sz_store_case_begin (
    SzAct *act, const SzCaseTable *table, gint64 subject_id, const SzCaseAsk *ask, GError **error)
{
  g_autoptr (SzCaseFile) file = NULL;
  g_autofree char *to = NULL;
  const SzCaseMove *move;

  g_return_val_if_fail (act != NULL && table != NULL && ask != NULL, FALSE);

  file = sz_store_case_load (act->store, table->kind, subject_id, error);
  move = file == NULL ? NULL : sz_case_judge (table, file->head.state, NULL, 0, ask, error);
  if (move == NULL)
    return FALSE;
  to = sz_case_dup_usual (move);
  return sz_store_case_step (act, file, ask, &(SzCaseEntry){ .to = to }, error);
}

gboolean
sz_store_case_drop (SzAct *act, const char *kind, gint64 subject_id, GError **error)
{
  g_autoptr (SzCaseFile) file = NULL;

  g_return_val_if_fail (act != NULL && kind != NULL, FALSE);

  file = sz_store_case_load (act->store, kind, subject_id, error);
  if (file == NULL)
    return FALSE;
  for (guint i = file->steps->len; i-- > 0;)
    {
      const SzCaseStep *step = &g_array_index (file->steps, SzCaseStep, i);

      if (!sz_row_delete (act, &sz_case_step_type, step->id, step->row_version, error))
        return FALSE;
    }
  return file->head.id == 0
         || sz_store_case_delete (act, file->head.id, file->head.row_version, error);
}

GHashTable *
sz_store_case_states (SzStore *store, const char *kind, GError **error)
{
  g_autoptr (GHashTable) states = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL && kind != NULL, NULL);

  stmt = sz_db_prepare (store->db, "SELECT subject_id, state FROM cases WHERE kind = $1", error);
  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_text (stmt, 1, kind);
  states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (;;)
    {
      gint64 *subject;

      if (!sz_stmt_step (stmt, &more, error))
        return NULL;
      if (!more)
        return g_steal_pointer (&states);
      subject = g_new (gint64, 1);
      *subject = sz_stmt_int (stmt, 0);
      g_hash_table_insert (states, subject, g_strdup (sz_stmt_text (stmt, 1)));
    }
}
