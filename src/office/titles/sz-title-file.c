/* sz-title-file.c — 附件 of 申报材料: files that applicants hand in, kept in the college and opened
 * from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-file.h"

#include <errno.h>
#include <string.h>

#include "sz-office-act.h"
#include "sz-office-note.h"
#include "sz-rights.h"
#include "sz-outfile.h"
#include "sz-source-hash.h"
#include "sz-store-title-file.h"
#include "sz-title-life-private.h"

#define PART_BYTES (256 * 1024)
#define NAME_BYTES 200

/* What is done with a file of an applicant. */
typedef struct
{
  SzTitleRound *round;
  gint64 person_id;
  const char *staff_no;
  char *name;
  GBytes *bytes;
  const SzTitleAttachment *attachment;
} Job;

static void
clear_job (Job *job)
{
  sz_title_round_free (job->round);
  g_free (job->name);
  g_bytes_unref (job->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static gboolean
load_job (SzOffice *office, const char *batch, const char *staff_no, Job *job, GError **error)
{
  job->staff_no = staff_no;
  job->round = sz_title_round_load (office, batch, error);
  return job->round != NULL
         && sz_title_person_id (sz_office_get_store (office), staff_no, &job->person_id, error);
}

static gboolean
refuse (const Job *job, const char *code, const char *value, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, code, "batch", job->round->row.name, "staff_no",
                       job->staff_no, "value", value, NULL);
}

static gboolean
names (const char *text, const char *name)
{
  return g_strcmp0 (text, name) == 0;
}

/* ---- what there is ---- */

static void
clear_material (gpointer data)
{
  SzTitleMaterial *material = data;

  g_free (material->condition);
  g_free (material->material);
  g_free (material->page);
  g_free (material->name);
}

/* (transfer full): rows of 申报材料 of the applicant. */
static GArray *
list_evidence (SzStore *store, const Job *job, GError **error)
{
  return sz_title_rows_of_round (sz_store_title_evidence_list (store,
                                                               (SzRowFilter){ .person_id
                                                                              = job->person_id },
                                                               error),
                                 job->round->row.id);
}

/* 0: no file of this name is kept. */
static gint64
find_bytes (const GArray *files, const char *name)
{
  for (guint i = 0; i < files->len; i++)
    if (names (g_array_index (files, SzTitleFileRow, i).name, name))
      return g_array_index (files, SzTitleFileRow, i).bytes;
  return 0;
}

static gboolean
is_named (const GArray *evidence, const char *name)
{
  for (guint i = 0; i < evidence->len; i++)
    if (names (g_array_index (evidence, SzTitleEvidenceRow, i).attachment, name))
      return TRUE;
  return FALSE;
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

GArray *
sz_title_materials (SzOffice *office, const char *batch, const char *staff_no, GError **error)
{
  g_auto (Job) job = { 0 };
  g_autoptr (GArray) evidence = NULL;
  g_autoptr (GArray) files = NULL;
  GArray *materials;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL && staff_no != NULL, NULL);

  if (!load_job (office, batch, staff_no, &job, error))
    return NULL;
  evidence = list_evidence (sz_office_get_store (office), &job, error);
  files = evidence != NULL ? sz_store_title_file_heads (sz_office_get_store (office),
                                                        job.round->row.id, job.person_id, error)
                           : NULL;
  if (files == NULL)
    return NULL;
  materials = g_array_new (FALSE, FALSE, sizeof (SzTitleMaterial));
  g_array_set_clear_func (materials, clear_material);
  for (guint i = 0; i < evidence->len; i++)
    {
      const SzTitleEvidenceRow *row = &g_array_index (evidence, SzTitleEvidenceRow, i);
      const SzTitleMaterial line
          = { dup_text (row->condition), dup_text (row->material), dup_text (row->page),
              dup_text (row->attachment), find_bytes (files, row->attachment) };

      g_array_append_val (materials, line);
    }
  for (guint i = 0; i < files->len; i++)
    {
      const SzTitleFileRow *row = &g_array_index (files, SzTitleFileRow, i);
      const SzTitleMaterial line
          = { dup_text (""), dup_text (""), dup_text (""), g_strdup (row->name), row->bytes };

      if (!is_named (evidence, row->name))
        g_array_append_val (materials, line);
      else
        clear_material ((gpointer)&line);
    }
  return materials;
}

/* ---- keeping one ---- */

static gboolean
check_size (const char *path, gsize bytes, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *max = g_format_size_full (SZ_TITLE_FILE_MAX, G_FORMAT_SIZE_IEC_UNITS);

  if (bytes == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "attachment.empty", "file", name, NULL);
  if (bytes > SZ_TITLE_FILE_MAX)
    return sz_error_set (error, SZ_ERROR_REFUSED, "attachment.too_large", "file", name, "max", max,
                         NULL);
  return TRUE;
}

/* Its size is asked first: nobody waits for a film to be read. */
static gboolean
load_file (const char *path, Job *job, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *base = g_path_get_basename (path);

  if (!sz_source_check (path, error))
    return FALSE;
  job->name = g_utf8_normalize (base, -1, G_NORMALIZE_NFC);
  if (job->name == NULL || strlen (job->name) > NAME_BYTES)
    return sz_error_set (error, SZ_ERROR_REFUSED, "attachment.name", "file", path, NULL);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                            &reason);
  if (info != NULL && !check_size (path, (gsize)g_file_info_get_size (info), error))
    return FALSE;
  job->bytes = info != NULL ? g_file_load_bytes (file, NULL, NULL, &reason) : NULL;
  if (job->bytes == NULL)
    return sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", path, "detail",
                         reason->message, NULL);
  return check_size (path, g_bytes_get_size (job->bytes), error);
}

static gboolean
delete_parts (SzAct *act, const GArray *parts, GError **error)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const SzTitleFileRow *row = &g_array_index (parts, SzTitleFileRow, i);

      if (!sz_store_title_file_delete (act, row->id, row->row_version, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_parts (SzAct *act, const Job *job, char *sha256, GError **error)
{
  gsize bytes = 0;
  const guchar *content = g_bytes_get_data (job->bytes, &bytes);
  const int parts = (int)((bytes + PART_BYTES - 1) / PART_BYTES);

  for (int part = 0; part < parts; part++)
    {
      const gsize from = (gsize)part * PART_BYTES;
      g_autofree char *text = g_base64_encode (content + from, MIN (bytes - from, PART_BYTES));
      SzTitleFileRow row = { .round_id = job->round->row.id,
                             .person_id = job->person_id,
                             .name = job->name,
                             .part = part,
                             .parts = parts,
                             .bytes = (gint64)bytes,
                             .sha256 = sha256,
                             .content = text };
      SzPutResult result;

      if (!sz_store_title_file_put (act, &row, SZ_PUT_INSERT, &result, error))
        return FALSE;
    }
  return TRUE;
}

/* The line that the file is for, NULL when it stands alone or is not there yet. */
static SzTitleEvidenceRow *
find_line (const GArray *evidence, const SzTitleAttachment *attachment)
{
  for (guint i = 0; attachment->condition != NULL && i < evidence->len; i++)
    {
      SzTitleEvidenceRow *row = &g_array_index (evidence, SzTitleEvidenceRow, i);

      if (names (row->condition, attachment->condition)
          && names (row->material, attachment->material))
        return row;
    }
  return NULL;
}

/* The line names the file from now on; one that is typed in here comes from no sheet. */
static gboolean
put_line (SzAct *act, const Job *job, const SzTitleEvidenceRow *line, GError **error)
{
  const SzTitleAttachment *attachment = job->attachment;
  SzTitleEvidenceRow row = line != NULL ? *line
                                        : (SzTitleEvidenceRow){
                                            .round_id = job->round->row.id,
                                            .person_id = job->person_id,
                                            .condition = (char *)attachment->condition,
                                            .material = (char *)attachment->material,
                                            .page = (char *)"",
                                          };
  SzPutResult result;

  row.attachment = job->name;
  if (attachment->page != NULL)
    row.page = (char *)attachment->page;
  return sz_store_title_evidence_put (act, &row, SZ_PUT_UPDATE, &result, error);
}

/* Whether a line other than @line names a file so. */
static gboolean
is_named_elsewhere (const GArray *evidence, const SzTitleEvidenceRow *line, const char *name)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const SzTitleEvidenceRow *row = &g_array_index (evidence, SzTitleEvidenceRow, i);

      if (row != line && names (row->attachment, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_round (const Job *job, GError **error)
{
  if (sz_title_round_application (job->round, job->person_id) == NULL)
    return refuse (job, "batch.no_application", NULL, error);
  return !g_str_equal (job->round->state, "done")
         || refuse (job, "batch.state", job->round->state, error);
}

static gboolean
attach (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  SzStore *store = sz_act_get_store (act);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, job->bytes);
  g_autoptr (GArray) evidence = NULL;
  g_autoptr (GArray) kept = NULL;
  const SzTitleEvidenceRow *line;
  gboolean same;

  json_object_set_new (summary, "batch", json_string (job->round->row.name));
  json_object_set_new (summary, "staff_no", json_string (job->staff_no));
  json_object_set_new (summary, "file", json_string (job->name));
  json_object_set_new (summary, "sha256", json_string (sha256));
  if (!check_round (job, error))
    return FALSE;
  evidence = list_evidence (store, job, error);
  kept = evidence != NULL ? sz_store_title_file_parts (store, job->round->row.id, job->person_id,
                                                       job->name, error)
                          : NULL;
  if (kept == NULL)
    return FALSE;
  line = find_line (evidence, job->attachment);
  same = kept->len > 0 && names (g_array_index (kept, SzTitleFileRow, 0).sha256, sha256);
  if (kept->len > 0 && !same && is_named_elsewhere (evidence, line, job->name))
    return refuse (job, "attachment.in_use", job->name, error);
  if (!same && (!delete_parts (act, kept, error) || !put_parts (act, job, sha256, error)))
    return FALSE;
  return job->attachment->condition == NULL || put_line (act, job, line, error);
}

gboolean
sz_title_attach (SzOffice *office, const SzTitleAttachment *attachment, GError **error)
{
  g_auto (Job) job = { .attachment = attachment };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && attachment != NULL, FALSE);
  g_return_val_if_fail (attachment->path != NULL
                            && (attachment->condition == NULL) == (attachment->material == NULL),
                        FALSE);

  return load_job (office, attachment->batch, attachment->staff_no, &job, error)
         && load_file (attachment->path, &job, error)
         && sz_office_run (office, &(SzActHead){ .kind = "title.attach" }, attach, &job, NULL,
                           error);
}

/* ---- forgetting one ---- */

static gboolean
detach (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  g_autoptr (GArray) kept = NULL;

  json_object_set_new (summary, "batch", json_string (job->round->row.name));
  json_object_set_new (summary, "staff_no", json_string (job->staff_no));
  json_object_set_new (summary, "file", json_string (job->name));
  if (!check_round (job, error))
    return FALSE;
  kept = sz_store_title_file_parts (sz_act_get_store (act), job->round->row.id, job->person_id,
                                    job->name, error);
  if (kept == NULL)
    return FALSE;
  return kept->len > 0 ? delete_parts (act, kept, error)
                       : refuse (job, "attachment.unknown", job->name, error);
}

gboolean
sz_title_detach (
    SzOffice *office, const char *batch, const char *staff_no, const char *name, GError **error)
{
  g_auto (Job) job = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL && staff_no != NULL && name != NULL,
                        FALSE);

  job.name = g_strdup (name);
  return load_job (office, batch, staff_no, &job, error)
         && sz_office_run (office, &(SzActHead){ .kind = "title.detach" }, detach, &job, NULL,
                           error);
}

/* ---- reading one ---- */

/* NULL when the parts are not what their heads say. */
static GBytes *
join_parts (const GArray *parts)
{
  const SzTitleFileRow *first = &g_array_index (parts, SzTitleFileRow, 0);
  GByteArray *whole = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      gsize length = 0;
      g_autofree guchar *part
          = g_base64_decode (g_array_index (parts, SzTitleFileRow, i).content, &length);

      g_byte_array_append (whole, part, (guint)length);
    }
  bytes = g_byte_array_free_to_bytes (whole);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return names (sha256, first->sha256) ? g_steal_pointer (&bytes) : NULL;
}

GBytes *
sz_title_file_read (
    SzOffice *office, const char *batch, const char *staff_no, const char *name, GError **error)
{
  g_auto (Job) job = { 0 };
  g_autoptr (GArray) parts = NULL;
  GBytes *bytes;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL && staff_no != NULL && name != NULL,
                        NULL);

  if (!sz_office_require (office, "title.file.export", error)
      || !load_job (office, batch, staff_no, &job, error))
    return NULL;
  parts = sz_store_title_file_parts (sz_office_get_store (office), job.round->row.id, job.person_id,
                                     name, error);
  if (parts == NULL)
    return NULL;
  if (parts->len == 0)
    {
      refuse (&job, "attachment.unknown", name, error);
      return NULL;
    }
  bytes = join_parts (parts);
  if (bytes == NULL)
    sz_error_set (error, SZ_ERROR_CORRUPT, "attachment.damaged", "staff_no", staff_no, "value",
                  name, NULL);
  return bytes;
}

gboolean
sz_title_file_save (SzOffice *office,
                    const char *batch,
                    const char *staff_no,
                    const char *name,
                    const char *path,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SzOutfile) out = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = sz_title_file_read (office, batch, staff_no, name, error);
  out = bytes != NULL ? sz_outfile_new (path, error) : NULL;
  if (out == NULL)
    return FALSE;
  sz_outfile_set_private (out);
  if (!g_file_set_contents (sz_outfile_path (out), g_bytes_get_data (bytes, NULL),
                            (gssize)g_bytes_get_size (bytes), &reason))
    return sz_outfile_fail (out, errno, error);
  return sz_office_note_file (office, "title.file.export", path, sz_outfile_path (out),
                              json_pack ("{s:s, s:s, s:s}", "batch", batch, "staff_no", staff_no,
                                         "file", name),
                              error)
         && sz_outfile_commit (out, error);
}
