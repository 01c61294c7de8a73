/* sz-csv-private.h — text files of cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-input-private.h"
#include "sz-reader-private.h"
#include "sz-row-arena-private.h"

G_BEGIN_DECLS

/** SzCsvEncoding: what the bytes are, told by a mark or by reading all of them. */
typedef enum
{
  SZ_CSV_UTF8,
  SZ_CSV_GB18030,
  SZ_CSV_UTF16LE,
  SZ_CSV_UTF16BE,
} SzCsvEncoding;

/** SzCsv: an opened text file: encoding and separator are known. */
typedef struct
{
  SzInput *input;
  SzCsvEncoding encoding;
  guint mark_bytes; /* of the byte order mark */
  char separator;
} SzCsv;

/**
 * sz_csv_open: reads the file once to its end.
 *
 * "file.format" with line: nul, encoding (bytes of no encoding we know, or not of the one asked
 * for), encoding_mixed (a line in another encoding than the ones before it).
 */
SzCsv *sz_csv_open (SzInput *input, SzEncoding encoding, GCancellable *cancellable, GError **error);
void sz_csv_free (SzCsv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCsv, sz_csv_free)
const char *sz_csv_encoding (const SzCsv *csv);

/** sz_csv_detect: fills encoding and mark. */
gboolean sz_csv_detect (SzCsv *csv, SzEncoding wanted, GCancellable *cancellable, GError **error);

/** SzCsvDecoder: the file as strict UTF-8, block by block, whole characters only. */
typedef struct _SzCsvDecoder SzCsvDecoder;
SzCsvDecoder *sz_csv_decoder_new (const SzCsv *csv);
void sz_csv_decoder_free (SzCsvDecoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCsvDecoder, sz_csv_decoder_free)

/**
 * sz_csv_decoder_next: the next block; faults name the line.
 *
 * Returns: (nullable): bytes owned by the decoder, %NULL at the end (n is 0) or with @error.
 */
const char *sz_csv_decoder_next (SzCsvDecoder *decoder, gsize *n, GError **error);
/** sz_csv_decoder_read: bytes of the file read so far. */
guint64 sz_csv_decoder_read (const SzCsvDecoder *decoder);

/** sz_csv_table_new: a table over the file. */
SzTable *sz_csv_table_new (SzCsv *csv);

G_END_DECLS
