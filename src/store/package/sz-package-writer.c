/* sz-package-writer.c — a hand-over package or an encrypted backup, made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sz-file.h"
#include "sz-package.h"

struct _SzPackageWriter
{
  SzPackageKind kind;
  char *id;
  GConverter *deflate;
  GByteArray *packed;
  gint64 total;
  gint64 lines;
  crypto_hash_sha256_state hash;
};

SzPackageWriter *
sz_package_writer_new (SzPackageKind kind, const char *id)
{
  SzPackageWriter *self = g_new0 (SzPackageWriter, 1);

  g_assert (sodium_init () >= 0);
  self->kind = kind;
  self->id = g_strdup (id);
  self->deflate = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6));
  self->packed = g_byte_array_new ();
  crypto_hash_sha256_init (&self->hash);
  return self;
}

void
sz_package_writer_free (SzPackageWriter *writer)
{
  if (writer == NULL)
    return;
  g_object_unref (writer->deflate);
  g_byte_array_unref (writer->packed);
  g_free (writer->id);
  g_free (writer);
}

static gboolean
pack (SzPackageWriter *self, const guint8 *bytes, gsize length, gboolean last, GError **error)
{
  guint8 out[65536];
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (length > 0 || (last && result != G_CONVERTER_FINISHED))
    {
      gsize used = 0, written = 0;

      result = g_converter_convert (self->deflate, bytes, length, out, sizeof out,
                                    last ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &used,
                                    &written, error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      g_byte_array_append (self->packed, out, (guint)written);
      bytes += used;
      length -= used;
    }
  return TRUE;
}

gboolean
sz_package_writer_add_bytes (SzPackageWriter *writer,
                             const guint8 *bytes,
                             gsize length,
                             GError **error)
{
  g_return_val_if_fail (writer != NULL && bytes != NULL, FALSE);

  writer->total += (gint64)length;
  if (writer->total > SZ_PACKAGE_INNER_MAX || writer->packed->len > G_MAXUINT / 2)
    return sz_error_set (error, SZ_ERROR_FORMAT, "package.too_large", NULL);
  crypto_hash_sha256_update (&writer->hash, bytes, length);
  return pack (writer, bytes, length, FALSE, error);
}

gboolean
sz_package_writer_add_line (SzPackageWriter *writer, json_t *line, GError **error)
{
  g_autofree char *text = NULL;
  char *dumped;

  g_return_val_if_fail (writer != NULL && line != NULL, FALSE);

  dumped = json_dumps (line, JSON_COMPACT);
  json_decref (line);
  g_assert (dumped != NULL);
  text = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  writer->lines++;
  return sz_package_writer_add_bytes (writer, (const guint8 *)text, strlen (text), error);
}

static gboolean
add_end (SzPackageWriter *self, const guint8 *seed, GError **error)
{
  guint8 hash[crypto_hash_sha256_BYTES];
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 *secret = sodium_malloc (crypto_sign_SECRETKEYBYTES);
  guint8 signature[crypto_sign_BYTES];
  guint8 signed_text[sizeof SZ_PACKAGE_SIGNED - 1 + sizeof hash];
  char hex[2 * sizeof hash + 1];
  g_autofree char *text = NULL;
  crypto_hash_sha256_state so_far = self->hash;

  crypto_hash_sha256_final (&so_far, hash);
  sodium_bin2hex (hex, sizeof hex, hash, sizeof hash);
  if (!sz_package_writer_add_line (self,
                                   json_pack ("{s:b, s:I, s:s}", "end", 1, "lines",
                                              (json_int_t)self->lines, "sha256", hex),
                                   error))
    {
      sodium_free (secret);
      return FALSE;
    }
  so_far = self->hash;
  crypto_hash_sha256_final (&so_far, hash);
  memcpy (signed_text, SZ_PACKAGE_SIGNED, sizeof SZ_PACKAGE_SIGNED - 1);
  memcpy (signed_text + sizeof SZ_PACKAGE_SIGNED - 1, hash, sizeof hash);
  crypto_sign_seed_keypair (public_key, secret, seed);
  crypto_sign_detached (signature, NULL, signed_text, sizeof signed_text, secret);
  sodium_free (secret);
  text = g_base64_encode (signature, sizeof signature);
  return sz_package_writer_add_line (self, json_pack ("{s:s}", "signature", text), error)
         && pack (self, (const guint8 *)"", 0, TRUE, error);
}

/* All before the stream. */
static GByteArray *
make_front (SzPackageWriter *self,
            const char *created,
            const SzPackageSealer *sealer,
            const guint8 *key,
            GError **error)
{
  g_autoptr (GByteArray) front = g_byte_array_new ();
  const guint n = sz_package_slots_count (sealer);
  json_t *header = json_pack ("{s:i, s:s, s:s, s:s, s:I}", "format", SZ_PACKAGE_FORMAT, "kind",
                              self->kind == SZ_PACKAGE_BACKUP ? "backup" : "handover", "package",
                              self->id, "created", created, "inner_bytes", (json_int_t)self->total);
  char *text = json_dumps (header, JSON_COMPACT);
  const guint32 length = GUINT32_TO_LE ((guint32)strlen (text));
  const guint16 slots = GUINT16_TO_LE ((guint16)n);
  const guint8 kinds[2] = { SZ_PACKAGE_FORMAT, (guint8)self->kind };

  g_byte_array_append (front, (const guint8 *)SZ_PACKAGE_MAGIC, 8);
  g_byte_array_append (front, kinds, sizeof kinds);
  g_byte_array_append (front, (const guint8 *)&slots, sizeof slots);
  g_byte_array_append (front, (const guint8 *)&length, sizeof length);
  g_byte_array_set_size (front, SZ_PACKAGE_PREFIX_BYTES + n * SZ_PACKAGE_SLOT_BYTES);
  g_byte_array_append (front, (const guint8 *)text, (guint)strlen (text));
  json_decref (header);
  free (text);
  return sz_package_slots_seal (sealer, front->data, key, front->data + SZ_PACKAGE_PREFIX_BYTES,
                                error)
             ? g_steal_pointer (&front)
             : NULL;
}

static gboolean
write_chunks (SzPackageWriter *self, FILE *file, const GByteArray *front, const guint8 *key)
{
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
  guint8 before[crypto_hash_sha256_BYTES];
  g_autofree guint8 *sealed
      = g_malloc (SZ_PACKAGE_MESSAGE_MAX + crypto_secretstream_xchacha20poly1305_ABYTES);
  gsize at = 0;
  gboolean done;

  crypto_hash_sha256 (before, front->data, front->len);
  crypto_secretstream_xchacha20poly1305_init_push (&state, header, key);
  done = fwrite (front->data, front->len, 1, file) == 1
         && fwrite (header, sizeof header, 1, file) == 1;
  while (done && at < self->packed->len)
    {
      const gsize n = MIN (self->packed->len - at, SZ_PACKAGE_MESSAGE_MAX);
      const gboolean last = at + n == self->packed->len;
      unsigned long long length = 0;
      guint32 word;

      crypto_secretstream_xchacha20poly1305_push (
          &state, sealed, &length, self->packed->data + at, n, at == 0 ? before : NULL,
          at == 0 ? sizeof before : 0,
          last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
               : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
      word = GUINT32_TO_LE ((guint32)length);
      done = fwrite (&word, 4, 1, file) == 1 && fwrite (sealed, (gsize)length, 1, file) == 1;
      at += n;
    }
  sodium_memzero (&state, sizeof state);
  return done && fflush (file) == 0;
}

/* RULE pkg-10: what the disk gives back is what counts. */
static gboolean
check_again (const char *making, const guint8 *key, GError **error)
{
  const SzPackageOpener opener = { .key = key };
  g_autoptr (SzPackage) again = sz_package_open (making, &opener, error);

  return again != NULL;
}

static gboolean
write_file (SzPackageWriter *self,
            const char *path,
            const GByteArray *front,
            const guint8 *key,
            GError **error)
{
  g_autofree char *making = sz_file_temporary_name (path);
  const int fd = g_open (making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  FILE *file = fd >= 0 ? fdopen (fd, "wb") : NULL;
  gboolean done = file != NULL && write_chunks (self, file, front, key);
  int cause = errno;

  if (file != NULL && fclose (file) != 0)
    {
      cause = errno;
      done = FALSE;
    }
  if (!done)
    sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail", g_strerror (cause),
                  NULL);
  else if (check_again (making, key, error) && sz_file_put_in_place (making, path, FALSE, error))
    return TRUE;
  g_unlink (making);
  return FALSE;
}

gboolean
sz_package_writer_finish (SzPackageWriter *writer,
                          const guint8 *seed,
                          const char *created,
                          const SzPackageSealer *sealer,
                          const char *path,
                          GError **error)
{
  g_autoptr (GByteArray) front = NULL;
  guint8 *key;
  gboolean done;

  g_return_val_if_fail (writer != NULL && seed != NULL && created != NULL, FALSE);
  g_return_val_if_fail (sealer != NULL && path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.exists", "file", path, NULL);
  if (!add_end (writer, seed, error))
    return FALSE;
  key = sodium_malloc (SZ_PACKAGE_KEY_BYTES);
  g_assert (key != NULL);
  crypto_secretstream_xchacha20poly1305_keygen (key);
  front = make_front (writer, created, sealer, key, error);
  done = front != NULL && write_file (writer, path, front, key, error);
  sodium_free (key);
  return done;
}
