/* sz-package-reader.c — the sealed file of a hand-over package or an encrypted backup, read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-reader.h"

#include <errno.h>
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#define CHUNK_MIN crypto_secretstream_xchacha20poly1305_ABYTES
#define CHUNK_MAX (SZ_PACKAGE_MESSAGE_MAX + crypto_secretstream_xchacha20poly1305_ABYTES)

struct _SzPackageReader
{
  char *path;
  FILE *file;
  SzPackageKind kind;
  guint8 *key; /* sodium_malloc */
  gint64 body; /* where the stream begins */
  gint64 size;
  gint64 inner_bytes;
  char *id;
  char *sha256;
  guint8 before[crypto_hash_sha256_BYTES]; /* of all before the stream */
};

static gboolean
fail_format (const SzPackageReader *self, const char *code, GError **error)
{
  return sz_error_set (error, SZ_ERROR_FORMAT, code, "file", self->path, NULL);
}

static gboolean
open_file (SzPackageReader *self, GError **error)
{
  guint8 piece[65536];
  gsize n;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  self->file = fopen (self->path, "rbe");
  if (self->file == NULL)
    return sz_error_set (error, SZ_ERROR_IO, errno == ENOENT ? "file.missing" : "file.unreadable",
                         "file", self->path, "detail", g_strerror (errno), NULL);
  while ((n = fread (piece, 1, sizeof piece, self->file)) > 0)
    {
      g_checksum_update (sum, piece, (gssize)n);
      self->size += (gint64)n;
    }
  if (ferror (self->file))
    return sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", self->path, "detail",
                         g_strerror (errno), NULL);
  self->sha256 = g_strdup (g_checksum_get_string (sum));
  rewind (self->file);
  return TRUE;
}

/* What says of itself what it is, before any key. */
static gboolean
check_prefix (SzPackageReader *self, guint8 *prefix, guint *n_slots, guint *length, GError **error)
{
  const gsize got = fread (prefix, 1, SZ_PACKAGE_PREFIX_BYTES, self->file);
  guint16 slots;
  guint32 header;

  if (got == 0 || memcmp (prefix, SZ_PACKAGE_MAGIC, MIN (got, strlen (SZ_PACKAGE_MAGIC))) != 0)
    return fail_format (self, "package.format", error);
  if (got > 8 && prefix[8] != SZ_PACKAGE_FORMAT)
    return fail_format (self, "package.version", error);
  if (got < SZ_PACKAGE_PREFIX_BYTES)
    return fail_format (self, "package.truncated", error);
  memcpy (&slots, prefix + 10, sizeof slots);
  memcpy (&header, prefix + 12, sizeof header);
  *n_slots = GUINT16_FROM_LE (slots);
  *length = GUINT32_FROM_LE (header);
  self->kind = prefix[9];
  if ((self->kind != SZ_PACKAGE_HANDOVER && self->kind != SZ_PACKAGE_BACKUP) || *n_slots < 1
      || *n_slots > SZ_PACKAGE_SLOTS_MAX || *length < 2 || *length > SZ_PACKAGE_HEADER_MAX)
    return fail_format (self, "package.damaged", error);
  self->body = SZ_PACKAGE_PREFIX_BYTES + (gint64)*n_slots * SZ_PACKAGE_SLOT_BYTES + *length;
  /* At least one chunk follows. */
  if (self->size
      < self->body + crypto_secretstream_xchacha20poly1305_HEADERBYTES + 4 + (gint64)CHUNK_MIN)
    return fail_format (self, "package.truncated", error);
  return TRUE;
}

/* Whether the last chunk that begins is cut short: what stands behind a whole one is looked at when
   the chunks can be read. */
static gboolean
check_whole (SzPackageReader *self, GError **error)
{
  gint64 at = self->body + crypto_secretstream_xchacha20poly1305_HEADERBYTES;
  guint32 length = 0;

  if (fseeko (self->file, at, SEEK_SET) != 0 || fread (&length, 4, 1, self->file) != 1)
    return fail_format (self, "package.truncated", error);
  length = GUINT32_FROM_LE (length);
  if (length >= CHUNK_MIN && length <= CHUNK_MAX && at + 4 + length > self->size)
    return fail_format (self, "package.truncated", error);
  return TRUE;
}

static gboolean
read_header (SzPackageReader *self, const char *text, gsize length, GError **error)
{
  json_error_t fault;
  json_t *header = json_loadb (text, length, JSON_REJECT_DUPLICATES, &fault);
  const char *kind = "", *id = NULL, *created = NULL;
  json_int_t format = 0, inner = -1;
  gboolean whole
      = json_is_object (header)
        && json_unpack (header, "{s:I, s:s, s:s, s:s, s:I !}", "format", &format, "kind", &kind,
                        "package", &id, "created", &created, "inner_bytes", &inner)
               == 0
        && format == SZ_PACKAGE_FORMAT && inner >= 0
        && g_str_equal (kind, self->kind == SZ_PACKAGE_BACKUP ? "backup" : "handover");

  if (whole)
    {
      self->id = g_strdup (id);
      self->inner_bytes = inner;
    }
  json_decref (header);
  if (!whole)
    return fail_format (self, "package.damaged", error);
  return inner <= SZ_PACKAGE_INNER_MAX || fail_format (self, "package.too_large", error);
}

static gboolean
open_sealed (SzPackageReader *self, const SzPackageOpener *opener, GError **error)
{
  guint8 prefix[SZ_PACKAGE_PREFIX_BYTES];
  guint n_slots = 0, length = 0;
  g_autofree guint8 *before = NULL;
  const guint8 *slots;

  if (!check_prefix (self, prefix, &n_slots, &length, error))
    return FALSE;
  before = g_malloc ((gsize)self->body);
  rewind (self->file);
  if (fread (before, (gsize)self->body, 1, self->file) != 1)
    return fail_format (self, "package.truncated", error);
  if (!check_whole (self, error))
    return FALSE;
  crypto_hash_sha256 (self->before, before, (gsize)self->body);
  slots = before + SZ_PACKAGE_PREFIX_BYTES;
  return read_header (self, (const char *)slots + (gsize)n_slots * SZ_PACKAGE_SLOT_BYTES, length,
                      error)
         && sz_package_slots_check (slots, n_slots, error)
         && sz_package_slots_open (prefix, slots, n_slots, opener, self->key, error);
}

SzPackageReader *
sz_package_reader_open (const char *path, const SzPackageOpener *opener, GError **error)
{
  g_autoptr (SzPackageReader) self = NULL;

  g_return_val_if_fail (path != NULL && opener != NULL, NULL);
  g_assert (sodium_init () >= 0);

  self = g_new0 (SzPackageReader, 1);
  self->path = g_strdup (path);
  self->key = sodium_malloc (SZ_PACKAGE_KEY_BYTES);
  g_assert (self->key != NULL);
  return open_file (self, error) && open_sealed (self, opener, error) ? g_steal_pointer (&self)
                                                                      : NULL;
}

void
sz_package_reader_free (SzPackageReader *reader)
{
  if (reader == NULL)
    return;
  if (reader->file != NULL)
    fclose (reader->file);
  sodium_free (reader->key);
  g_free (reader->path);
  g_free (reader->id);
  g_free (reader->sha256);
  g_free (reader);
}

SzPackageKind
sz_package_reader_get_kind (const SzPackageReader *reader)
{
  return reader->kind;
}

const char *
sz_package_reader_get_id (const SzPackageReader *reader)
{
  return reader->id;
}

const char *
sz_package_reader_get_sha256 (const SzPackageReader *reader)
{
  return reader->sha256;
}

/* One walk through the chunks. */
typedef struct
{
  SzPackageReader *reader;
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 sealed[CHUNK_MAX];
  guint8 message[SZ_PACKAGE_MESSAGE_MAX];
  guint8 out[SZ_PACKAGE_MESSAGE_MAX];
  GConverter *inflate;
  gboolean ended; /* the zlib stream */
  gint64 total;
  SzPackageBytesFn fn;
  gpointer user_data;
} Walk;

static gboolean
read_chunk (Walk *walk, gboolean first, unsigned long long *length, guint8 *tag, GError **error)
{
  SzPackageReader *self = walk->reader;
  guint32 sealed = 0;

  if (fread (&sealed, 4, 1, self->file) != 1)
    return fail_format (self, "package.truncated", error);
  sealed = GUINT32_FROM_LE (sealed);
  if (sealed < CHUNK_MIN || sealed > CHUNK_MAX)
    return fail_format (self, "package.damaged", error);
  if (fread (walk->sealed, 1, sealed, self->file) != sealed)
    return fail_format (self, "package.truncated", error);
  if (crypto_secretstream_xchacha20poly1305_pull (&walk->state, walk->message, length, tag,
                                                  walk->sealed, sealed, first ? self->before : NULL,
                                                  first ? sizeof self->before : 0)
          != 0
      || (*tag != crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
          && *tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL))
    return fail_format (self, "package.damaged", error);
  return TRUE;
}

static gboolean
give_out (Walk *walk, gsize written, GError **error)
{
  walk->total += (gint64)written;
  if (walk->total > walk->reader->inner_bytes)
    return fail_format (walk->reader, "package.too_large", error);
  return written == 0 || walk->fn (walk->out, written, walk->user_data, error);
}

static gboolean
inflate_message (Walk *walk, gsize length, GError **error)
{
  const guint8 *at = walk->message;

  for (;;)
    {
      g_autoptr (GError) fault = NULL;
      gsize used = 0, written = 0;
      GConverterResult result;

      if (walk->ended)
        return length == 0 || fail_format (walk->reader, "package.damaged", error);
      result = g_converter_convert (walk->inflate, at, length, walk->out, sizeof walk->out,
                                    G_CONVERTER_NO_FLAGS, &used, &written, &fault);
      if (result == G_CONVERTER_ERROR)
        return g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
               || fail_format (walk->reader, "package.damaged", error);
      at += used;
      length -= used;
      walk->ended = result == G_CONVERTER_FINISHED;
      if (!give_out (walk, written, error))
        return FALSE;
      if (length == 0 && written < sizeof walk->out)
        return TRUE;
    }
}

static gboolean
walk_chunks (Walk *walk, GError **error)
{
  SzPackageReader *self = walk->reader;
  guint8 header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
  guint8 tag = 0;

  if (fseeko (self->file, self->body, SEEK_SET) != 0
      || fread (header, sizeof header, 1, self->file) != 1)
    return fail_format (self, "package.truncated", error);
  if (crypto_secretstream_xchacha20poly1305_init_pull (&walk->state, header, self->key) != 0)
    return fail_format (self, "package.damaged", error);
  for (gboolean first = TRUE; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL; first = FALSE)
    {
      unsigned long long length = 0;

      if (!read_chunk (walk, first, &length, &tag, error)
          || !inflate_message (walk, (gsize)length, error))
        return FALSE;
    }
  if (!walk->ended || walk->total != self->inner_bytes)
    return fail_format (self, "package.damaged", error);
  return fgetc (self->file) == EOF || fail_format (self, "package.trailing", error);
}

gboolean
sz_package_reader_each (SzPackageReader *reader,
                        SzPackageBytesFn fn,
                        gpointer user_data,
                        GError **error)
{
  Walk *walk;
  gboolean done;

  g_return_val_if_fail (reader != NULL && fn != NULL, FALSE);

  walk = g_new0 (Walk, 1);
  walk->reader = reader;
  walk->fn = fn;
  walk->user_data = user_data;
  walk->inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  done = walk_chunks (walk, error);
  g_object_unref (walk->inflate);
  sodium_memzero (walk, sizeof *walk);
  g_free (walk);
  return done;
}
