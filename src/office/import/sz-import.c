/* sz-import.c — reading a sheet into the college's database: all of it or nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import.h"

#include <string.h>

#include "sz-audit.h"
#include "sz-backup-keep.h"
#include "sz-import-doubt.h"
#include "sz-import-head.h"
#include "sz-import-whole.h"
#include "sz-import-table.h"
#include "sz-import-written.h"
#include "sz-office-act.h"
#include "sz-rights.h"
#include "sz-source-hash.h"
#include "sz-store-import.h"

/* Rows between two words about how far it is. */
#define PROGRESS_ROWS 256
#define THOUSANDTHS 1000
/* So often a file is checked again because somebody else wrote meanwhile. */
#define TRIES_MAX 30

/* Where in the file, for {place} of a sentence: readers give a cell, a line or a part. */
static const char *
find_place (const char *const *args)
{
  for (gsize i = 0; args != NULL && args[i] != NULL; i++)
    {
      if (g_str_has_prefix (args[i], "cell="))
        return "place=cell";
      if (g_str_has_prefix (args[i], "line="))
        return "place=line";
    }
  return NULL;
}

/* What lies in the file is a finding; that it cannot be read at all, or a cancelled reading, is an
   error of the import. TRUE: a finding was made of @error, which is cleared. */
static gboolean
take_as_finding (SzImportRun *run, GError **error)
{
  g_autofree char *code = NULL;
  g_auto (GStrv) args = NULL;
  const char *place;
  SzIssue *issue;

  if ((*error)->domain != SZ_ERROR || (*error)->code != SZ_ERROR_FORMAT)
    return FALSE;
  code = sz_error_dup_code (*error);
  args = sz_error_dup_args (*error);
  issue = sz_issue_list_add (run->result->issues, SZ_SEVERITY_ERROR, code, 0, NULL, NULL, NULL);
  place = find_place ((const char *const *)args);
  if (place != NULL)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

      g_strv_builder_addv (builder, (const char **)args);
      g_strv_builder_add (builder, place);
      issue->args = g_strv_builder_end (builder);
    }
  else
    issue->args = g_steal_pointer (&args);
  run->n_errors++;
  g_clear_error (error);
  return TRUE;
}

static gboolean
take_row (SzImportRun *run, const SzTableRow *row, GError **error)
{
  const SzImportHandler *handler = run->handler;
  SzImportResult *result = run->result;
  SzPutResult put = SZ_PUT_UNCHANGED;
  gint64 n_changes = result->n_changes;

  run->row = row;
  run->row_errors = 0;
  if (run->act == NULL)
    {
      result->rows++;
      run->n_hidden += row->hidden ? 1 : 0;
      sz_import_check_width (run, row);
      sz_import_add_figures (run);
      sz_import_doubt_merged (run);
      if (!handler->check (run, error))
        return FALSE;
      result->rejected += run->row_errors > 0 ? 1 : 0;
      if (run->row_errors > 0 && run->faulty != NULL)
        g_hash_table_add (run->faulty, GUINT_TO_POINTER (row->number));
      return TRUE;
    }
  if (run->faulty != NULL && g_hash_table_contains (run->faulty, GUINT_TO_POINTER (row->number)))
    return TRUE;
  if (!handler->write (run, &put, error))
    return FALSE;
  result->inserted += put == SZ_PUT_INSERTED ? 1 : 0;
  result->updated += put == SZ_PUT_UPDATED ? 1 : 0;
  result->unchanged += put == SZ_PUT_UNCHANGED ? 1 : 0;
  if (put != SZ_PUT_UNCHANGED && result->n_changes == n_changes)
    sz_import_keep_written (run, put == SZ_PUT_INSERTED);
  return TRUE;
}

/* Full rows below a signature are likelier a second list than a remark: they are not lost unsaid.
 */
static void
note_behind_end (SzImportRun *run, const SzTableRow *row, SzRowKind kind)
{
  if (run->act != NULL || kind != SZ_ROW_DATA)
    return;
  for (guint i = 0; i < run->kind->n_fields; i++)
    if (run->kind->fields[i].required && *sz_columns_cell (run->columns, row, i)->text == '\0')
      return;
  if (run->n_behind++ == 0)
    run->first_behind = row->number;
}

static gboolean
pass_rows (SzImportRun *run,
           SzTable *table,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  const char *what = run->act == NULL ? "check" : "write";
  g_autoptr (GError) fault = NULL;
  guint last = run->columns->heading_row;
  gboolean behind_end = FALSE;
  gint64 skipped = 0;
  guint64 n = 0;
  const SzTableRow *row;

  if (run->handler->begin != NULL && !run->handler->begin (run, error))
    return FALSE;
  while ((row = sz_table_next (table, cancellable, &fault)) != NULL)
    {
      SzRowKind kind = sz_columns_classify (run->columns, row);

      /* A blank row need not stand in the file. */
      if (row->number > last + 1)
        skipped += row->number - last - 1;
      last = row->number;
      behind_end = sz_columns_ends (kind, behind_end);
      if (kind != SZ_ROW_DATA || behind_end)
        {
          skipped++;
          sz_import_check_skipped (run, row, kind);
          note_behind_end (run, row, kind);
        }
      else if (!take_row (run, row, error))
        return FALSE;
      if (++n % PROGRESS_ROWS == 0)
        sz_progress_report (progress, what, sz_table_progress (table), THOUSANDTHS);
    }
  run->row = NULL;
  run->result->skipped = skipped;
  sz_progress_report (progress, what, THOUSANDTHS, THOUSANDTHS);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static void
report_rest (SzImportRun *run)
{
  g_autofree char *dropped = g_strdup_printf ("%" G_GUINT64_FORMAT, run->n_dropped);
  g_autofree char *hidden = g_strdup_printf ("%" G_GUINT64_FORMAT, run->n_hidden);

  g_autofree char *behind = g_strdup_printf ("%" G_GUINT64_FORMAT, run->n_behind);

  sz_issue_list_sort (run->result->issues);
  if (run->n_behind > 0)
    sz_issue_list_add (run->result->issues, SZ_SEVERITY_WARNING, "rows.behind_end",
                       run->first_behind, NULL, NULL, "count", behind, NULL);
  if (run->n_hidden > 0)
    sz_issue_list_add (run->result->issues, SZ_SEVERITY_WARNING, "rows.hidden", 0, NULL, NULL,
                       "count", hidden, NULL);
  if (run->n_dropped > 0)
    sz_issue_list_add (run->result->issues,
                       run->n_errors > 0 ? SZ_SEVERITY_ERROR : SZ_SEVERITY_WARNING, "findings.more",
                       0, NULL, NULL, "count", dropped, NULL);
}

/* ---- one act ---- */

static gboolean
remember_map (SzImportRun *run, GError **error)
{
  GHashTableIter iter;
  gpointer heading;
  gpointer field;

  if (run->request->map == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, run->request->map);
  while (g_hash_table_iter_next (&iter, &heading, &field))
    {
      g_auto (SzMapping) row = { .kind = g_strdup (run->kind->word),
                                 .heading = sz_columns_fold (heading),
                                 .field = g_strdup (field) };
      SzPutResult result;

      if (!sz_store_mapping_put (run->act, &row, SZ_PUT_UPDATE, &result, error))
        return FALSE;
    }
  return TRUE;
}

static void
count_batch (SzBatch *batch, const SzImportResult *result)
{
  batch->n_rows = result->rows;
  batch->n_inserted = result->inserted;
  batch->n_updated = result->updated;
  batch->n_unchanged = result->unchanged;
  batch->n_skipped = result->skipped;
}

static void
summarise (SzImportRun *run)
{
  const SzImportResult *result = run->result;
  json_t *summary
      = json_pack ("{s:I, s:I, s:I, s:I, s:I}", "batch", (json_int_t)run->batch_id, "rows",
                   (json_int_t)result->rows, "inserted", (json_int_t)result->inserted, "updated",
                   (json_int_t)result->updated, "unchanged", (json_int_t)result->unchanged);
  char *text = json_dumps (summary, JSON_COMPACT);

  sz_act_set_summary (run->act, text);
  free (text);
  json_decref (summary);
}

static gboolean
write_rows (SzImportRun *run,
            SzTableFile *file,
            const char *sha256,
            SzProgress progress,
            GCancellable *cancellable,
            GError **error)
{
  g_auto (SzBatch) batch = { .act_id = g_strdup (sz_act_get_id (run->act)),
                             .kind = g_strdup (run->kind->word),
                             .file = g_strdup (run->result->file),
                             .sha256 = g_strdup (sha256),
                             .sheet = g_strdup (run->result->sheet) };
  g_autoptr (SzTable) table = sz_table_open (file, run->result->sheet, error);
  SzPutResult result;

  if (table == NULL)
    return FALSE;
  g_clear_pointer (&run->columns, sz_columns_free);
  run->columns = sz_import_find_columns (run, table, cancellable, error);
  if (run->columns == NULL)
    return FALSE;
  if (!sz_store_batch_put (run->act, &batch, SZ_PUT_INSERT, &result, error))
    return FALSE;
  run->batch_id = batch.id;
  if (!pass_rows (run, table, progress, cancellable, error) || !remember_map (run, error))
    return FALSE;
  count_batch (&batch, run->result);
  if (!sz_store_batch_put (run->act, &batch, SZ_PUT_UPDATE, &result, error))
    return FALSE;
  summarise (run);
  return TRUE;
}

static gboolean
keep_backup (SzImportRun *run, SzProgress progress, GCancellable *cancellable, GError **error)
{
  g_autofree char *stamp = sz_office_dup_stamp (run->office);

  /* Where the college cannot be written no copy is needed either. */
  if (sz_store_is_read_only (run->store))
    return sz_error_set (error, SZ_ERROR_IO, "db.read_only", "file",
                         sz_office_get_path (run->office), NULL);
  sz_progress_report (progress, "backup", 0, 0);
  return sz_backup_keep (run->store, stamp, "import", NULL, cancellable, error);
}

typedef struct
{
  SzImportRun *run;
  SzTableFile *file;
  const char *sha256;
  SzProgress progress;
  GCancellable *cancellable;
} Writing;

static gboolean
write_in_act (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Writing *writing = user_data;
  SzAuditHead head;
  gboolean written;

  if (!sz_audit_head (writing->run->store, &head, error))
    return FALSE;
  /* What was checked must be what is written over: with others at work it may be theirs by now. */
  writing->run->moved = head.seq != writing->run->checked_seq;
  if (writing->run->moved)
    return sz_error_set (error, SZ_ERROR_BUSY, "db.busy", "file",
                         sz_office_get_path (writing->run->office), NULL);
  writing->run->act = act;
  sz_act_queue_rows (act);
  written = write_rows (writing->run, writing->file, writing->sha256, writing->progress,
                        writing->cancellable, error);
  writing->run->act = NULL;
  return written;
}

static gboolean
carry_out (SzImportRun *run,
           SzTableFile *file,
           const char *kind,
           const char *sha256,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  const SzActHead head = { .kind = kind,
                           .source = run->request->path,
                           .source_hash = sha256,
                           .trial = run->request->dry_run };
  Writing writing = { run, file, sha256, progress, cancellable };

  if (!run->request->dry_run && !run->copied && !keep_backup (run, progress, cancellable, error))
    return FALSE;
  run->copied = TRUE;
  if (!sz_office_run (run->office, &head, write_in_act, &writing, NULL, error))
    return FALSE;
  if (!run->request->dry_run)
    run->result->batch = run->batch_id;
  return TRUE;
}

/* The sound rows of a faulty file, as if the others were not there. Where they do not stand without
   them nothing is counted. */
static gboolean
count_sound (SzImportRun *run,
             SzTableFile *file,
             const char *kind,
             const char *sha256,
             SzProgress progress,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (run->columns == NULL || run->result->rows == 0
      || carry_out (run, file, kind, sha256, progress, cancellable, &fault))
    return TRUE;
  if (fault->domain != SZ_ERROR || fault->code == SZ_ERROR_CANCELLED || fault->code == SZ_ERROR_BUSY
      || fault->code == SZ_ERROR_IO)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  run->result->inserted = run->result->updated = run->result->unchanged = 0;
  run->result->n_changes = run->result->n_written = 0;
  g_ptr_array_set_size (run->result->changes, 0);
  g_ptr_array_set_size (run->result->written, 0);
  return TRUE;
}

/* ---- all of it ---- */

static gboolean
check_file (SzImportRun *run,
            SzTableFile *file,
            const char *sha256,
            SzProgress progress,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *others = NULL;
  g_autofree char *sheet = sz_import_choose_sheet (run, file, &others, cancellable, error);
  g_autoptr (SzTable) table = sheet != NULL ? sz_table_open (file, sheet, error) : NULL;
  SzAuditHead head;

  if (table == NULL || !sz_audit_head (run->store, &head, error))
    return FALSE;
  run->checked_seq = head.seq;
  g_free (run->result->sheet);
  run->result->sheet = g_steal_pointer (&sheet);
  sz_issue_list_set_place (run->result->issues, run->result->file, run->result->sheet);
  run->is_text = sz_table_file_encoding (file) != NULL;
  if (!sz_import_check_repeated (run, sha256, error))
    return FALSE;
  if (run->n_errors > 0)
    return TRUE;
  run->columns = sz_import_find_columns (run, table, cancellable, error);
  if (run->columns == NULL)
    return FALSE;
  if (!sz_import_report_headings (run, file, error))
    return FALSE;
  if (others != NULL && run->n_errors == 0)
    sz_issue_list_add (run->result->issues, SZ_SEVERITY_WARNING, "sheets.other", 0, NULL, NULL,
                       "sheet", run->result->sheet, "sheets", others, NULL);
  if (run->n_errors > 0)
    return TRUE;
  return sz_import_load_knowledge (run, error)
         && pass_rows (run, table, progress, cancellable, error)
         && (run->handler->finish == NULL || run->handler->finish (run, error));
}

static gboolean
import_file (SzImportRun *run, SzProgress progress, GCancellable *cancellable, GError **error)
{
  g_autofree char *kind = g_strconcat ("import.", run->kind->word, NULL);
  g_autofree char *sha256 = NULL;
  g_autoptr (SzTableFile) file = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean checked = FALSE;

  sha256 = sz_source_hash (run->request->path, cancellable, error);
  if (sha256 == NULL || !sz_store_begin_read (run->store, error))
    return FALSE;
  file = sz_table_file_open (run->request->path, run->request->encoding, NULL, cancellable, &fault);
  if (file != NULL)
    checked = check_file (run, file, sha256, progress, cancellable, &fault);
  sz_store_end_read (run->store);
  if (!checked && !take_as_finding (run, &fault))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  report_rest (run);
  if (run->n_errors == 0)
    return carry_out (run, file, kind, sha256, progress, cancellable, error);
  if (run->faulty != NULL)
    return count_sound (run, file, kind, sha256, progress, cancellable, error);
  sz_office_refuse (run->office, kind, run->request->path, sha256, NULL, run->result->issues);
  return TRUE;
}

/* Checked and written once; *moved: somebody else wrote in between, and nothing was done. */
static SzImportResult *
import_once (SzOffice *office,
             const SzImportRequest *request,
             gboolean *moved,
             SzProgress progress,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (SzImportResult) result = sz_import_result_new (request->path);
  g_auto (SzImportRun) run = { .copied = *moved };
  g_autoptr (GError) fault = NULL;

  run.office = office;
  run.store = sz_office_get_store (office);
  run.kind = request->kind;
  run.request = request;
  run.result = result;
  run.today = sz_office_today (office);
  run.handler = run.kind->handler != NULL ? run.kind->handler : &sz_import_table_handler;
  run.wants = run.handler->wants;
  if (run.kind->hooks != NULL)
    run.wants |= run.kind->hooks->wants;
  sz_import_take_set (&run);
  if (request->dry_run && request->count_sound)
    run.faulty = g_hash_table_new (NULL, NULL);
  sz_issue_list_set_place (result->issues, result->file, NULL);
  run.synonyms = sz_synonyms_new (run.store, &fault);
  if (run.synonyms != NULL && import_file (&run, progress, cancellable, &fault))
    return g_steal_pointer (&result);
  *moved = run.moved;
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

SzImportResult *
sz_office_import (SzOffice *office,
                  const SzImportRequest *request,
                  SzProgress progress,
                  GCancellable *cancellable,
                  GError **error)
{
  gboolean moved = FALSE;
  g_autofree char *right = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  g_return_val_if_fail (request != NULL && request->kind != NULL && request->path != NULL, NULL);

  right = g_strconcat ("import.", request->kind->word, NULL);
  if (!sz_office_require (office, right, error))
    return NULL;
  for (guint i = 0;; i++)
    {
      g_autoptr (GError) fault = NULL;
      SzImportResult *result = import_once (office, request, &moved, progress, cancellable, &fault);

      if (result != NULL)
        return result;
      if (!moved || i == TRIES_MAX)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
    }
}
