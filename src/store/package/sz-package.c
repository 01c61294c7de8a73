/* sz-package.c — what is inside a package: manifest, sections, end, signature (RULE pkg-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package.h"

#include <sodium.h>
#include <string.h>

/* A row of many long texts. */
#define LINE_MAX_BYTES (8 * 1024 * 1024)
/* A manifest of all sections has a few hundred values, a row its columns; each takes forty bytes,
 * so that a line of nothing but values would take half a gigabyte. */
#define LINE_MAX_VALUES 4096

typedef enum
{
  AT_MANIFEST,
  AT_SECTION, /* or the end */
  AT_ROW,
  AT_FILE, /* the line before the bytes of a backup */
  AT_BYTES,
  AT_END,
  AT_SIGNATURE,
  AT_NOTHING,
} Place;

/* One reading of all lines. */
typedef struct
{
  SzPackage *package;
  GString *line;
  Place place;
  guint section;
  gint64 left; /* rows or bytes */
  gint64 lines;
  json_t *columns;
  crypto_hash_sha256_state hash;
  crypto_hash_sha256_state file_hash;
  char file_sha256[65];
  gboolean signature_wrong;
  SzPackageRowFn row_fn;
  SzPackageBytesFn bytes_fn;
  gpointer user_data;
} Reading;

static gboolean
fail_damaged (GError **error)
{
  return sz_error_set (error, SZ_ERROR_FORMAT, "package.damaged", NULL);
}

static gboolean
take_hex (const char *text, guint8 *bytes, gsize n)
{
  gsize length = 0;

  return text != NULL && strlen (text) == 2 * n
         && sodium_hex2bin (bytes, n, text, 2 * n, NULL, &length, NULL) == 0 && length == n;
}

static const char *
get_text (const json_t *object, const char *name)
{
  return json_string_value (json_object_get (object, name));
}

static gboolean
check_sections (const json_t *sections)
{
  if (!json_is_array (sections))
    return FALSE;
  for (gsize i = 0; i < json_array_size (sections); i++)
    {
      const json_t *section = json_array_get (sections, i);
      const json_t *rows = json_object_get (section, "rows");

      if (get_text (section, "table") == NULL || !json_is_integer (rows)
          || json_integer_value (rows) < 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_manifest (Reading *reading, json_t *line, GError **error)
{
  SzPackage *package = reading->package;
  const gboolean backup = sz_package_reader_get_kind (package->reader) == SZ_PACKAGE_BACKUP;
  const char *kind = get_text (line, "kind");

  json_decref (package->manifest);
  package->manifest = json_incref (line);
  package->id = get_text (line, "package");
  package->part = get_text (line, "part");
  package->answers = get_text (line, "answers");
  package->run = get_text (line, "run");
  package->college = get_text (json_object_get (line, "college"), "id");
  package->number = json_integer_value (json_object_get (line, "number"));
  package->schema = json_integer_value (json_object_get (line, "schema"));
  package->year = (int)json_integer_value (json_object_get (line, "year"));
  package->complete = json_is_true (json_object_get (line, "complete"));
  reading->place = backup ? AT_FILE : AT_SECTION;
  return (kind != NULL && g_str_equal (kind, backup ? "backup" : "handover") && package->id != NULL
          && g_str_equal (package->id, sz_package_reader_get_id (package->reader))
          && package->number >= 1 && package->schema >= 1
          && json_integer_value (json_object_get (line, "format")) == SZ_PACKAGE_FORMAT
          && take_hex (get_text (line, "sender_key"), package->sender, sizeof package->sender)
          && (backup
              || (package->part != NULL && package->college != NULL
                  && check_sections (json_object_get (line, "sections")))))
         || fail_damaged (error);
}

static gboolean
take_end (Reading *reading, const json_t *line, GError **error)
{
  guint8 said[crypto_hash_sha256_BYTES], is[crypto_hash_sha256_BYTES];
  crypto_hash_sha256_state so_far = reading->hash;

  crypto_hash_sha256_final (&so_far, is);
  reading->place = AT_SIGNATURE;
  return (json_is_true (json_object_get (line, "end")) && json_object_size (line) == 3
          && json_integer_value (json_object_get (line, "lines")) == reading->lines
          && take_hex (get_text (line, "sha256"), said, sizeof said)
          && memcmp (said, is, sizeof is) == 0)
         || fail_damaged (error);
}

static gboolean
take_section (Reading *reading, json_t *line, GError **error)
{
  SzPackage *package = reading->package;
  gint64 rows = 0;
  const char *table = sz_package_section (package, reading->section, &rows);
  json_t *columns = json_object_get (line, "columns");
  const char *said = get_text (line, "table");

  if (table == NULL)
    return take_end (reading, line, error);
  if (said == NULL || !g_str_equal (said, table)
      || json_integer_value (json_object_get (line, "rows")) != rows || !json_is_array (columns)
      || json_array_size (columns) == 0)
    return fail_damaged (error);
  if (rows > SZ_PACKAGE_ROWS_MAX || json_array_size (columns) > SZ_PACKAGE_COLUMNS_MAX)
    return sz_error_set (error, SZ_ERROR_FORMAT, "package.too_large", NULL);
  for (gsize i = 0; i < json_array_size (columns); i++)
    if (!json_is_string (json_array_get (columns, i)))
      return fail_damaged (error);
  json_decref (reading->columns);
  reading->columns = json_incref (columns);
  reading->left = rows;
  reading->place = AT_ROW;
  if (reading->row_fn != NULL
      && !reading->row_fn (reading->section, columns, NULL, reading->user_data, error))
    return FALSE;
  if (rows == 0)
    {
      reading->section++;
      reading->place = AT_SECTION;
    }
  return TRUE;
}

static gboolean
take_row (Reading *reading, const json_t *line, GError **error)
{
  if (!json_is_array (line) || json_array_size (line) != json_array_size (reading->columns))
    return fail_damaged (error);
  for (gsize i = 0; i < json_array_size (line); i++)
    {
      const json_t *value = json_array_get (line, i);

      if (!json_is_string (value) && !json_is_integer (value))
        return fail_damaged (error);
      if (json_string_length (value) > SZ_PACKAGE_TEXT_MAX)
        return sz_error_set (error, SZ_ERROR_FORMAT, "package.too_large", NULL);
    }
  if (reading->row_fn != NULL
      && !reading->row_fn (reading->section, reading->columns, line, reading->user_data, error))
    return FALSE;
  if (--reading->left == 0)
    {
      reading->section++;
      reading->place = AT_SECTION;
    }
  return TRUE;
}

static gboolean
take_file (Reading *reading, const json_t *line, GError **error)
{
  const char *hash = get_text (line, "sha256");

  reading->left = json_integer_value (json_object_get (line, "file_bytes"));
  if (hash == NULL || strlen (hash) != 64 || reading->left < 1)
    return fail_damaged (error);
  g_strlcpy (reading->file_sha256, hash, sizeof reading->file_sha256);
  crypto_hash_sha256_init (&reading->file_hash);
  reading->place = AT_BYTES;
  return TRUE;
}

/* A wrong signature is told last: what stands behind the stream comes before it. */
static gboolean
take_signature (Reading *reading, const json_t *line, GError **error)
{
  guint8 hash[crypto_hash_sha256_BYTES];
  guint8 text[sizeof SZ_PACKAGE_SIGNED - 1 + sizeof hash];
  const char *said = get_text (line, "signature");
  g_autofree guint8 *signature = NULL;
  gsize length = 0;

  if (said == NULL || json_object_size (line) != 1)
    return fail_damaged (error);
  signature = g_base64_decode (said, &length);
  crypto_hash_sha256_final (&reading->hash, hash);
  memcpy (text, SZ_PACKAGE_SIGNED, sizeof SZ_PACKAGE_SIGNED - 1);
  memcpy (text + sizeof SZ_PACKAGE_SIGNED - 1, hash, sizeof hash);
  reading->signature_wrong
      = length != crypto_sign_BYTES
        || crypto_sign_verify_detached (signature, text, sizeof text, reading->package->sender)
               != 0;
  reading->place = AT_NOTHING;
  return TRUE;
}

static gboolean
take_json (Reading *reading, json_t *line, GError **error)
{
  switch (reading->place)
    {
    case AT_MANIFEST:
      return take_manifest (reading, line, error);
    case AT_SECTION:
      return take_section (reading, line, error);
    case AT_ROW:
      return take_row (reading, line, error);
    case AT_FILE:
      return take_file (reading, line, error);
    case AT_END:
      return take_end (reading, line, error);
    case AT_SIGNATURE:
      return take_signature (reading, line, error);
    case AT_BYTES:
    case AT_NOTHING:
    default:
      return fail_damaged (error);
    }
}

/* Whether a line is small enough to be taken apart: what begins a value is counted, text left out.
 */
static gboolean
has_few_values (const GString *line)
{
  gboolean in_text = FALSE;
  guint n = 0;

  for (gsize i = 0; i < line->len && n <= LINE_MAX_VALUES; i++)
    {
      const char c = line->str[i];

      if (in_text && c == '\\')
        i++;
      else if (c == '"')
        in_text = !in_text;
      else if (!in_text && (c == ',' || c == ':' || c == '[' || c == '{'))
        n++;
    }
  return n <= LINE_MAX_VALUES;
}

static gboolean
take_line (Reading *reading, GError **error)
{
  json_error_t fault;
  json_t *line;
  const gboolean last = reading->place == AT_SIGNATURE;
  gboolean done;

  if (!has_few_values (reading->line))
    return sz_error_set (error, SZ_ERROR_FORMAT, "package.too_large", NULL);
  line = json_loadb (reading->line->str, reading->line->len, JSON_REJECT_DUPLICATES, &fault);
  done = line != NULL ? take_json (reading, line, error) : fail_damaged (error);
  json_decref (line);
  if (!last)
    {
      g_string_append_c (reading->line, '\n');
      crypto_hash_sha256_update (&reading->hash, (const guint8 *)reading->line->str,
                                 reading->line->len);
    }
  g_string_truncate (reading->line, 0);
  reading->lines++;
  return done;
}

static gboolean
take_bytes (Reading *reading, const guint8 *bytes, gsize n, GError **error)
{
  crypto_hash_sha256_update (&reading->hash, bytes, n);
  crypto_hash_sha256_update (&reading->file_hash, bytes, n);
  reading->left -= (gint64)n;
  if (reading->bytes_fn != NULL && !reading->bytes_fn (bytes, n, reading->user_data, error))
    return FALSE;
  if (reading->left == 0)
    {
      guint8 is[crypto_hash_sha256_BYTES], said[crypto_hash_sha256_BYTES];

      crypto_hash_sha256_final (&reading->file_hash, is);
      reading->place = AT_END;
      return (take_hex (reading->file_sha256, said, sizeof said)
              && memcmp (is, said, sizeof is) == 0)
             || fail_damaged (error);
    }
  return TRUE;
}

static gboolean
read_piece (const guint8 *bytes, gsize length, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  while (length > 0)
    {
      const guint8 *end;
      gsize n;

      if (reading->place == AT_BYTES)
        {
          n = MIN (length, (gsize)reading->left);
          if (!take_bytes (reading, bytes, n, error))
            return FALSE;
          bytes += n;
          length -= n;
          continue;
        }
      end = memchr (bytes, '\n', length);
      n = end != NULL ? (gsize)(end - bytes) : length;
      if (reading->line->len + n > LINE_MAX_BYTES)
        return sz_error_set (error, SZ_ERROR_FORMAT, "package.too_large", NULL);
      g_string_append_len (reading->line, (const char *)bytes, (gssize)n);
      if (end != NULL && !take_line (reading, error))
        return FALSE;
      n += end != NULL ? 1 : 0;
      bytes += n;
      length -= n;
    }
  return TRUE;
}

static gboolean
read_all (Reading *reading, GError **error)
{
  gboolean done;

  reading->line = g_string_new (NULL);
  crypto_hash_sha256_init (&reading->hash);
  done = sz_package_reader_each (reading->package->reader, read_piece, reading, error)
         && ((reading->place == AT_NOTHING && reading->line->len == 0) || fail_damaged (error))
         && (!reading->signature_wrong
             || sz_error_set (error, SZ_ERROR_FORMAT, "package.signature", NULL));
  g_string_free (reading->line, TRUE);
  json_decref (reading->columns);
  return done;
}

SzPackage *
sz_package_open (const char *path, const SzPackageOpener *opener, GError **error)
{
  g_autoptr (SzPackage) package = NULL;
  Reading reading = { 0 };

  g_return_val_if_fail (path != NULL && opener != NULL, NULL);

  package = g_new0 (SzPackage, 1);
  package->reader = sz_package_reader_open (path, opener, error);
  reading.package = package;
  return package->reader != NULL && read_all (&reading, error) ? g_steal_pointer (&package) : NULL;
}

void
sz_package_free (SzPackage *package)
{
  if (package == NULL)
    return;
  sz_package_reader_free (package->reader);
  json_decref (package->manifest);
  g_free (package);
}

gboolean
sz_package_each_row (SzPackage *package, SzPackageRowFn fn, gpointer user_data, GError **error)
{
  Reading reading = { .package = package, .row_fn = fn, .user_data = user_data };

  g_return_val_if_fail (package != NULL && fn != NULL, FALSE);

  return read_all (&reading, error);
}

gboolean
sz_package_each_byte (SzPackage *package, SzPackageBytesFn fn, gpointer user_data, GError **error)
{
  Reading reading = { .package = package, .bytes_fn = fn, .user_data = user_data };

  g_return_val_if_fail (package != NULL && fn != NULL, FALSE);

  return read_all (&reading, error);
}

const char *
sz_package_section (const SzPackage *package, guint section, gint64 *rows)
{
  const json_t *of
      = json_array_get (json_object_get (package->manifest, "sections"), (gsize)section);

  if (rows != NULL)
    *rows = json_integer_value (json_object_get (of, "rows"));
  return get_text (of, "table");
}

char *
sz_package_dup_fingerprint (const guint8 *key)
{
  guint8 hash[crypto_hash_sha256_BYTES];
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (key != NULL, NULL);

  crypto_hash_sha256 (hash, key, 32);
  for (guint i = 0; i < 16; i++)
    g_string_append_printf (text, "%s%02X", i > 0 && i % 2 == 0 ? " " : "", hash[i]);
  return g_string_free (text, FALSE);
}
