/* sz-import-draft.c — an import as it is put together, and what came of trying it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-draft.h"

#include <glib/gi18n.h>

#include "sz-decimal.h"

static GHashTable *
make_map (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

SzImportDraft *
sz_import_draft_new (const char *path)
{
  SzImportDraft *draft = g_atomic_rc_box_new0 (SzImportDraft);

  draft->path = g_strdup (path);
  draft->map = make_map ();
  draft->set = make_map ();
  draft->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  draft->permille = -1;
  return draft;
}

SzImportDraft *
sz_import_draft_ref (SzImportDraft *draft)
{
  return g_atomic_rc_box_acquire (draft);
}

static void
clear_draft (gpointer data)
{
  SzImportDraft *draft = data;

  g_free (draft->path);
  g_free (draft->sheet);
  g_hash_table_unref (draft->map);
  g_hash_table_unref (draft->set);
  g_hash_table_unref (draft->left_out);
}

void
sz_import_draft_unref (SzImportDraft *draft)
{
  if (draft != NULL)
    g_atomic_rc_box_release_full (draft, clear_draft);
}

static void
copy_map (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer heading;
  gpointer field;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &heading, &field))
    g_hash_table_insert (to, g_strdup (heading), g_strdup (field));
}

SzImportDraft *
sz_import_draft_copy (const SzImportDraft *draft)
{
  SzImportDraft *copy = sz_import_draft_new (draft->path);

  copy->sheet = g_strdup (draft->sheet);
  copy->encoding = draft->encoding;
  copy->kind = draft->kind;
  copy->update = draft->update;
  copy->from = draft->from;
  copy_map (draft->map, copy->map);
  copy_map (draft->set, copy->set);
  return copy;
}

SzImportRequest
sz_import_draft_request (const SzImportDraft *draft)
{
  g_return_val_if_fail (draft != NULL, ((SzImportRequest){ 0 }));

  return (SzImportRequest){ .kind = draft->kind,
                            .path = draft->path,
                            .sheet = draft->sheet,
                            .encoding = draft->encoding,
                            .map = draft->map,
                            .set = g_hash_table_size (draft->set) > 0 ? draft->set : NULL,
                            .update = draft->update,
                            .from = draft->update ? draft->from : SZ_DATE_NONE };
}

static void
reported_cb (const char *what, guint64 done, guint64 total, gpointer user_data)
{
  SzImportDraft *draft = user_data;

  g_atomic_pointer_set (&draft->what, (gpointer)what);
  g_atomic_int_set (&draft->permille, total > 0 ? (int)(done * 1000 / total) : -1);
}

SzProgress
sz_import_draft_progress (SzImportDraft *draft)
{
  return (SzProgress){ reported_cb, draft };
}

int
sz_import_draft_measure (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

SzImportOutcome *
sz_import_outcome_new (SzImportDraft *draft, SzImportResult *result)
{
  SzImportOutcome *outcome = g_atomic_rc_box_new0 (SzImportOutcome);

  outcome->draft = sz_import_draft_ref (draft);
  outcome->result = result;
  return outcome;
}

SzImportOutcome *
sz_import_outcome_ref (SzImportOutcome *outcome)
{
  return g_atomic_rc_box_acquire (outcome);
}

static void
clear_outcome (gpointer data)
{
  SzImportOutcome *outcome = data;

  sz_import_draft_unref (outcome->draft);
  sz_import_result_free (outcome->result);
}

void
sz_import_outcome_unref (SzImportOutcome *outcome)
{
  if (outcome != NULL)
    g_atomic_rc_box_release_full (outcome, clear_outcome);
}

char *
sz_import_outcome_dup_counts (const SzImportOutcome *outcome)
{
  const SzImportResult *result = outcome->result;
  g_autofree char *rows = sz_decimal_format_grouped (result->rows + result->skipped, 0);
  g_autofree char *inserted = sz_decimal_format_grouped (result->inserted, 0);
  g_autofree char *updated = sz_decimal_format_grouped (result->updated, 0);
  g_autofree char *unchanged = sz_decimal_format_grouped (result->unchanged, 0);
  g_autofree char *rejected = sz_decimal_format_grouped (result->rejected, 0);
  g_autofree char *skipped = sz_decimal_format_grouped (result->skipped, 0);

  /* Translators: every row of the sheet is one of these. */
  return g_strdup_printf (_ ("%s rows = %s new + %s changed + %s unchanged + %s with errors + %s "
                             "skipped"),
                          rows, inserted, updated, unchanged, rejected, skipped);
}

gboolean
sz_import_outcome_wants_date (const SzImportOutcome *outcome)
{
  const SzIssueList *issues = outcome->result->issues;

  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    if (g_str_equal (sz_issue_list_get (issues, i)->code, "date.required"))
      return TRUE;
  return FALSE;
}

gboolean
sz_import_outcome_is_sound (const SzImportOutcome *outcome)
{
  g_return_val_if_fail (outcome != NULL, FALSE);

  return sz_issue_list_errors (outcome->result->issues) == 0;
}
