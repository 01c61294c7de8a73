/* sz-zip.c — a zip container made by strangers, behind caps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-zip-private.h"

#include <string.h>
#include <unzip.h>

#define WINDOW_BYTES 16384
#define NAME_BYTES 512
#define RATIO_JUDGED_FROM (1024 * 1024)
#define FLAG_ENCRYPTED 1u

typedef struct
{
  guint64 packed;
  guint64 size;
  guint64 start; /* of its bytes in the file */
  unz64_file_pos where;
} Entry;

struct _SzZip
{
  SzInput *input;
  GHashTable *entries; /* folded name → Entry */
};

struct _SzZipPart
{
  SzInput *input;
  unzFile handle;
  char *name;
  guint64 size;
  guint64 done;
  gboolean closed;
};

/* What minizip reads through: it asks byte by byte, so a window stands between. */
typedef struct
{
  SzInput *input;
  guint64 position;
  guint64 window_start;
  gsize window_filled;
  gboolean failed;
  guint8 window[WINDOW_BYTES];
} Stream;

static voidpf
stream_opened_cb (voidpf opaque, const void *filename, int mode)
{
  Stream *stream = g_new0 (Stream, 1);

  stream->input = sz_input_ref (opaque);
  return stream;
}

static gsize
read_window (Stream *stream, guint8 *buffer, gsize n)
{
  gssize got;

  if (stream->position < stream->window_start
      || stream->position >= stream->window_start + stream->window_filled)
    {
      got = sz_input_read_at (stream->input, stream->position, stream->window, WINDOW_BYTES, NULL);
      stream->failed = stream->failed || got < 0;
      stream->window_start = stream->position;
      stream->window_filled = got > 0 ? (gsize)got : 0;
    }
  n = MIN (n, stream->window_start + stream->window_filled - stream->position);
  memcpy (buffer, stream->window + (stream->position - stream->window_start), n);
  return n;
}

static uLong
stream_read_cb (voidpf opaque, voidpf data, void *buffer, uLong size)
{
  Stream *stream = data;
  uLong done = 0;

  while (done < size)
    {
      gsize got = read_window (stream, (guint8 *)buffer + done, size - done);

      if (got == 0)
        break;
      done += got;
      stream->position += got;
    }
  /* minizip takes the end of the file for a zero unless it is told of an error. */
  stream->failed = stream->failed || done < size;
  return done;
}

static ZPOS64_T
stream_tell_cb (voidpf opaque, voidpf data)
{
  return ((Stream *)data)->position;
}

static long
stream_seek_cb (voidpf opaque, voidpf data, ZPOS64_T offset, int origin)
{
  Stream *stream = data;

  if (origin == ZLIB_FILEFUNC_SEEK_SET)
    stream->position = offset;
  else if (origin == ZLIB_FILEFUNC_SEEK_CUR)
    stream->position += offset;
  else
    stream->position = stream->input->size + offset;
  return stream->position <= stream->input->size ? 0 : -1;
}

static int
stream_closed_cb (voidpf opaque, voidpf data)
{
  Stream *stream = data;

  sz_input_unref (stream->input);
  g_free (stream);
  return 0;
}

static int
stream_error_cb (voidpf opaque, voidpf data)
{
  return ((Stream *)data)->failed ? 1 : 0;
}

static unzFile
open_handle (SzInput *input)
{
  zlib_filefunc64_def functions = {
    .zopen64_file = stream_opened_cb,
    .zread_file = stream_read_cb,
    .ztell64_file = stream_tell_cb,
    .zseek64_file = stream_seek_cb,
    .zclose_file = stream_closed_cb,
    .zerror_file = stream_error_cb,
    .opaque = input,
  };

  return unzOpen2_64 (input->name, &functions);
}

static void
close_handle (unzFile handle)
{
  unzClose (handle);
}

typedef void Handle;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Handle, close_handle)

/* Strangers use either slash; part names do not know case. */
static char *
fold_name (const char *name)
{
  char *folded = g_ascii_strdown (name, -1);

  g_strdelimit (folded, "\\", '/');
  return folded;
}

static gboolean
is_safe_name (const char *folded)
{
  g_auto (GStrv) pieces = g_strsplit (folded, "/", -1);

  return folded[0] != '/' && folded[0] != '\0' && strchr (folded, ':') == NULL
         && !g_strv_contains ((const char *const *)pieces, "..")
         && g_utf8_validate (folded, -1, NULL);
}

static gboolean
judge_sizes (SzInput *input, const unz_file_info64 *info, guint64 *total, GError **error)
{
  const SzTableLimits *limits = &input->limits;

  if ((info->flag & FLAG_ENCRYPTED) != 0)
    return sz_input_encrypted (input, error);
  /* minizip opens what it cannot unpack, and hands it out as it is */
  if (info->compression_method != 0 && info->compression_method != Z_DEFLATED)
    return sz_input_refuse (input, error, "zip_method", NULL, NULL);
  if (info->compressed_size > input->size)
    return sz_input_refuse (input, error, "zip", NULL, NULL);
  if (info->uncompressed_size > limits->entry_bytes)
    return sz_input_exceed (input, error, "entry_bytes", limits->entry_bytes, NULL, NULL);
  if (info->uncompressed_size > RATIO_JUDGED_FROM
      && info->uncompressed_size / limits->ratio >= MAX (info->compressed_size, 1))
    return sz_input_exceed (input, error, "ratio", limits->ratio, NULL, NULL);
  *total += info->uncompressed_size;
  if (*total > limits->total_bytes)
    return sz_input_exceed (input, error, "total_bytes", limits->total_bytes, NULL, NULL);
  return TRUE;
}

/* Opens the entry raw: its local header must agree, and we learn where its bytes lie. */
static gboolean
locate_bytes (SzInput *input, unzFile handle, Entry *entry, GError **error)
{
  int method, level;

  if (unzGetFilePos64 (handle, &entry->where) != UNZ_OK
      || unzOpenCurrentFile2 (handle, &method, &level, 1) != UNZ_OK)
    return sz_input_refuse (input, error, "zip", NULL, NULL);
  entry->start = unzGetCurrentFileZStreamPos64 (handle);
  unzCloseCurrentFile (handle);
  if (entry->start > input->size || entry->packed > input->size - entry->start)
    return sz_input_refuse (input, error, "zip", NULL, NULL);
  return TRUE;
}

static gboolean
take_entry (SzZip *zip, unzFile handle, guint64 *total, GError **error)
{
  g_autofree Entry *entry = g_new0 (Entry, 1);
  g_autofree char *folded = NULL;
  char name[NAME_BYTES];
  unz_file_info64 info;

  if (unzGetCurrentFileInfo64 (handle, &info, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK)
    return sz_input_refuse (zip->input, error, "zip", NULL, NULL);
  if (info.size_filename >= sizeof name || strlen (name) != info.size_filename)
    return sz_input_refuse (zip->input, error, "zip_name", NULL, NULL);
  folded = fold_name (name);
  if (!is_safe_name (folded))
    return sz_input_refuse (zip->input, error, "zip_name", NULL, NULL);
  if (!judge_sizes (zip->input, &info, total, error))
    return FALSE;

  entry->packed = info.compressed_size;
  entry->size = info.uncompressed_size;
  if (!locate_bytes (zip->input, handle, entry, error))
    return FALSE;
  if (g_hash_table_contains (zip->entries, folded))
    return sz_input_refuse (zip->input, error, "zip_duplicate", "part", name);
  g_hash_table_insert (zip->entries, g_steal_pointer (&folded), g_steal_pointer (&entry));
  return TRUE;
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *)a;
  const Entry *second = *(const Entry *const *)b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Entries that share bytes are how a small file hides petabytes. */
static gboolean
judge_overlap (SzZip *zip, GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, zip->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_ptr_array_add (sorted, entry);
  g_ptr_array_sort (sorted, compare_starts);
  for (guint i = 1; i < sorted->len; i++)
    {
      const Entry *before = g_ptr_array_index (sorted, i - 1);
      const Entry *after = g_ptr_array_index (sorted, i);

      if (before->start + before->packed > after->start || before->start == after->start)
        return sz_input_refuse (zip->input, error, "zip_overlap", NULL, NULL);
    }
  return TRUE;
}

static gboolean
list_entries (SzZip *zip, unzFile handle, GError **error)
{
  unz_global_info64 info;
  guint64 total = 0;

  if (unzGetGlobalInfo64 (handle, &info) != UNZ_OK || info.number_entry == 0)
    return sz_input_refuse (zip->input, error, "zip", NULL, NULL);
  if (info.number_entry > zip->input->limits.entries)
    return sz_input_exceed (zip->input, error, "entries", zip->input->limits.entries, NULL, NULL);
  if (unzGoToFirstFile (handle) != UNZ_OK)
    return sz_input_refuse (zip->input, error, "zip", NULL, NULL);
  for (guint64 i = 0; i < info.number_entry; i++)
    {
      if (i > 0 && unzGoToNextFile (handle) != UNZ_OK)
        return sz_input_refuse (zip->input, error, "zip", NULL, NULL);
      if (!take_entry (zip, handle, &total, error))
        return FALSE;
    }
  return judge_overlap (zip, error);
}

SzZip *
sz_zip_open (SzInput *input, GError **error)
{
  g_autoptr (SzZip) zip = g_new0 (SzZip, 1);
  g_autoptr (Handle) handle = NULL;

  zip->input = sz_input_ref (input);
  zip->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  handle = open_handle (input);
  if (handle == NULL)
    {
      sz_input_refuse (input, error, "zip", NULL, NULL);
      return NULL;
    }
  if (!list_entries (zip, handle, error))
    return NULL;
  return g_steal_pointer (&zip);
}

void
sz_zip_free (SzZip *zip)
{
  if (zip == NULL)
    return;
  g_hash_table_unref (zip->entries);
  sz_input_unref (zip->input);
  g_free (zip);
}

static const Entry *
find_entry (SzZip *zip, const char *name)
{
  g_autofree char *folded = fold_name (name);

  return g_hash_table_lookup (zip->entries, folded);
}

gboolean
sz_zip_has (SzZip *zip, const char *name)
{
  return find_entry (zip, name) != NULL;
}

SzZipPart *
sz_zip_part_open (SzZip *zip, const char *name, GError **error)
{
  g_autoptr (SzZipPart) part = g_new0 (SzZipPart, 1);
  const Entry *entry = find_entry (zip, name);
  unz64_file_pos where;
  int outcome;

  part->input = sz_input_ref (zip->input);
  part->name = g_strdup (name);
  part->closed = TRUE;
  if (entry == NULL)
    {
      sz_input_refuse (zip->input, error, "part_missing", "part", name);
      return NULL;
    }
  part->size = entry->size;
  part->handle = open_handle (zip->input);
  where = entry->where;
  outcome = part->handle != NULL ? unzGoToFilePos64 (part->handle, &where) : UNZ_BADZIPFILE;
  if (outcome == UNZ_OK)
    outcome = unzOpenCurrentFile (part->handle);
  if (outcome != UNZ_OK)
    {
      sz_input_refuse (zip->input, error, "zip", "part", name);
      return NULL;
    }
  part->closed = FALSE;
  return g_steal_pointer (&part);
}

void
sz_zip_part_free (SzZipPart *part)
{
  if (part == NULL)
    return;
  if (!part->closed)
    unzCloseCurrentFile (part->handle);
  if (part->handle != NULL)
    unzClose (part->handle);
  sz_input_unref (part->input);
  g_free (part->name);
  g_free (part);
}

static gssize
finish_part (SzZipPart *part, GError **error)
{
  gboolean whole = part->done == part->size;

  if (part->closed)
    return 0;
  part->closed = TRUE;
  if (unzCloseCurrentFile (part->handle) == UNZ_OK && whole)
    return 0;
  sz_input_refuse (part->input, error, whole ? "zip_checksum" : "zip", "part", part->name);
  return -1;
}

gssize
sz_zip_part_read (SzZipPart *part, void *buffer, gsize n, GError **error)
{
  int got;

  g_return_val_if_fail (part != NULL, 0);

  if (part->closed || part->done >= part->size)
    return finish_part (part, error);
  got = unzReadCurrentFile (part->handle, buffer, (unsigned)MIN (n, G_MAXINT));
  if (got > 0)
    {
      part->done += (guint64)got;
      return got;
    }
  if (got == 0)
    return finish_part (part, error);
  sz_input_refuse (part->input, error, "zip", "part", part->name);
  return -1;
}

const char *
sz_zip_part_name (const SzZipPart *part)
{
  g_return_val_if_fail (part != NULL, NULL);

  return part->name;
}

guint64
sz_zip_part_size (const SzZipPart *part)
{
  g_return_val_if_fail (part != NULL, 0);

  return part->size;
}
