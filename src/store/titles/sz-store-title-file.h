/* sz-store-title-file.h — 附件: files that applicants for a title handed in, kept in the college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-row.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** SzTitleFileRow: a part of a file. Key: round, person, name, part. A file is kept in parts so
 *  that no text of a row is larger than a package lets through (RULE pkg-12); each part says how
 *  many there are and what the whole is. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id; /* 批次 */
  gint64 person_id;
  char *name;    /* as 附件 of 申报材料 names it */
  int part;      /* from 0 */
  int parts;     /* how many there are */
  gint64 bytes;  /* of the whole */
  char *sha256;  /* of the whole, in hex */
  char *content; /* base64 */
} SzTitleFileRow;
SZ_ROW_API (SzTitleFileRow, sz_store_title_file)

/** sz_store_title_file_heads: (transfer full) (element-type SzTitleFileRow): the files of an
 *  applicant by name: their first parts, without what is in them. */
GArray *
sz_store_title_file_heads (SzStore *store, gint64 round_id, gint64 person_id, GError **error);

/** sz_store_title_file_parts: (transfer full) (element-type SzTitleFileRow): all parts of a file in
 *  their order; none when there is no such file. */
GArray *sz_store_title_file_parts (
    SzStore *store, gint64 round_id, gint64 person_id, const char *name, GError **error);

G_END_DECLS
