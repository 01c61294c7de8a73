/* sz-title-file.h — 附件 of 申报材料: files that applicants hand in, kept in the college and opened
 * from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SZ_TITLE_FILE_MAX: bytes of a file at most: 10 MiB, a scanned paper of a hundred pages. */
#define SZ_TITLE_FILE_MAX (10 * 1024 * 1024)

/** SzTitleMaterial: a line of 申报材料, or a file that none of them names (@condition and @material
 *  are then ""). Texts are owned. */
typedef struct
{
  char *condition;
  char *material;
  char *page;
  char *name;   /* 附件, "" for none */
  gint64 bytes; /* of the file; 0: it is not kept here */
} SzTitleMaterial;

/** sz_title_materials: (transfer full) (element-type SzTitleMaterial): of an applicant, as the
 * sheet has them, then files that no line names. "batch.unknown", "staff_no.unknown" (value). */
GArray *
sz_title_materials (SzOffice *office, const char *batch, const char *staff_no, GError **error);

/** SzTitleAttachment: a file to be kept. With @condition and @material it is what that line of
 *  申报材料 names (the line is made if there is none); without them it stands alone. */
typedef struct
{
  const char *batch;
  const char *staff_no;
  const char *path;
  const char *condition; /* (nullable) */
  const char *material;  /* (nullable) */
  const char *page;      /* (nullable): as it was */
} SzTitleAttachment;

/** sz_title_attach: keeps a copy under the file's own name; one of that name that the same line
 *  named before is replaced. REFUSED "batch.no_application", "batch.state" (the round is done),
 *  "attachment.in_use" (value: another line names another file so), "attachment.empty",
 *  "attachment.too_large" (file, max), "attachment.name" (file); "file.missing", "file.unreadable".
 */
gboolean sz_title_attach (SzOffice *office, const SzTitleAttachment *attachment, GError **error);

/** sz_title_detach: forgets a file; the line that names it stays. "attachment.unknown" (value). */
gboolean sz_title_detach (
    SzOffice *office, const char *batch, const char *staff_no, const char *name, GError **error);

/** sz_title_file_read: (transfer full): what is in it, compared with its SHA-256:
 *  "attachment.unknown" (value), CORRUPT "attachment.damaged" (value). */
GBytes *sz_title_file_read (
    SzOffice *office, const char *batch, const char *staff_no, const char *name, GError **error);

/** sz_title_file_save: to @path, for the owner alone, and into the log (RULE aud-1). */
gboolean sz_title_file_save (SzOffice *office,
                             const char *batch,
                             const char *staff_no,
                             const char *name,
                             const char *path,
                             GError **error);

G_END_DECLS
