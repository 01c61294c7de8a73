/* sz-package-backup.c — encrypted backups (RULE pkg-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "sz-audit.h"
#include "sz-db-open.h"
#include "sz-office-note.h"
#include "sz-office-private.h"
#include "sz-package-key.h"
#include "sz-package-keys.h"
#include "sz-package-diff-private.h"
#include "sz-package-rows.h"
#include "sz-package-writer.h"
#include "sz-safety.h"

typedef struct
{
  SzOffice *office;
  char *file; /* of the college */
  char *id;
  SzPackageWriter *writer;
} Sealing;

static gboolean
fail_unreadable (const char *file, GError **error)
{
  return sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", file, "detail",
                       g_strerror (errno), NULL);
}

static gboolean
each_piece (const char *path, SzPackageBytesFn fn, gpointer user_data, GError **error)
{
  FILE *file = fopen (path, "rbe");
  guint8 piece[65536];
  gsize n;
  gboolean done = file != NULL;

  while (done && (n = fread (piece, 1, sizeof piece, file)) > 0)
    done = fn (piece, n, user_data, error);
  if (file == NULL || ferror (file))
    done = fail_unreadable (path, error);
  if (file != NULL)
    fclose (file);
  return done;
}

static gboolean
sum_piece (const guint8 *bytes, gsize length, gpointer user_data, GError **error)
{
  g_checksum_update (user_data, bytes, (gssize)length);
  return TRUE;
}

static gboolean
seal_piece (const guint8 *bytes, gsize length, gpointer user_data, GError **error)
{
  return sz_package_writer_add_bytes (user_data, bytes, length, error);
}

static json_t *
make_manifest (Sealing *sealing, const SzAuditHead *head, const char *sender)
{
  g_autofree char *origin = sz_store_dup_origin (sz_office_get_store (sealing->office), NULL);
  g_autofree char *college = sz_office_dup_college (sealing->office, NULL);
  g_autofree char *now = sz_office_dup_now (sealing->office);

  return json_pack ("{s:i, s:s, s:s, s:i, s:{s:s, s:s?}, s:{s:n, s:s}, s:s, s:s, s:i, s:{s:I, s:s},"
                    " s:s}",
                    "format", SZ_PACKAGE_FORMAT, "kind", "backup", "package", sealing->id, "number",
                    1, "college", "id", origin, "name", college, "from", "account", "name",
                    sz_office_get_who (sealing->office), "created", now, "program", SHIZI_VERSION,
                    "schema", sz_office_schema (), "head", "seq", (json_int_t)head->seq, "hash",
                    head->hash, "sender_key", sender);
}

/* Inside a read nobody commits, so that the file stays as it is. */
static gboolean
fill (Sealing *sealing, const char *sender, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  SzAuditHead head = { 0 };
  GStatBuf info;

  if (!sz_audit_head (sz_office_get_store (sealing->office), &head, error)
      || !each_piece (sealing->file, sum_piece, sum, error))
    return FALSE;
  if (g_stat (sealing->file, &info) != 0)
    return fail_unreadable (sealing->file, error);
  return sz_package_writer_add_line (sealing->writer, make_manifest (sealing, &head, sender), error)
         && sz_package_writer_add_line (sealing->writer,
                                        json_pack ("{s:I, s:s}", "file_bytes",
                                                   (json_int_t)info.st_size, "sha256",
                                                   g_checksum_get_string (sum)),
                                        error)
         && each_piece (sealing->file, seal_piece, sealing->writer, error);
}

static gboolean
write_sealed (Sealing *sealing, const char *path, const SzPackageSealer *sealer, GError **error)
{
  guint8 seed[32], public_key[32];
  g_autofree char *sender = NULL;
  g_autofree char *now = sz_office_dup_now (sealing->office);
  gboolean done;

  if (!sz_office_key_seed (sealing->office, seed, error))
    return FALSE;
  sz_package_key_public (seed, public_key);
  sender = sz_package_key_dup_hex (public_key);
  now[10] = '\0';
  done = sz_store_begin_read (sz_office_get_store (sealing->office), error);
  if (done)
    {
      done = fill (sealing, sender, error);
      sz_store_end_read (sz_office_get_store (sealing->office));
    }
  done = done && sz_package_writer_finish (sealing->writer, seed, now, sealer, path, error);
  sz_package_key_wipe (seed, sizeof seed);
  return done;
}

/* RULE pkg-10: read back before it counts; who gave only names cannot open it himself. */
static gboolean
check_sealed (const char *path, const char *password, GError **error)
{
  const SzPackageOpener opener = { .password = password };
  g_autoptr (SzPackage) again = password != NULL ? sz_package_open (path, &opener, error) : NULL;

  if (password == NULL || again != NULL)
    return TRUE;
  g_unlink (path);
  return FALSE;
}

gboolean
sz_office_backup_sealed (SzOffice *office,
                         const char *path,
                         const char *password,
                         const char *const *to,
                         SzIssueList *issues,
                         GError **error)
{
  g_autoptr (GByteArray) recipients = g_byte_array_new ();
  g_autoptr (GString) peers = g_string_new (NULL);
  SzVerifyReport report = { 0 };
  SzPackageSealer sealer = { .password = password };
  Sealing sealing = { .office = office };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && path != NULL && issues != NULL, FALSE);

  if (!sz_package_find_recipients (office, to, password, recipients, peers, error)
      || !sz_office_verify (office, issues, &report, NULL, error))
    return FALSE;
  if (sz_issue_list_length (issues) > 0 && !report.accepted)
    return FALSE;
  sealer.recipients = recipients->data;
  sealer.n_recipients = recipients->len / 32;
  sealing.file = sz_db_path_of_uri (sz_office_get_path (office), error);
  sealing.id = g_uuid_string_random ();
  sealing.writer = sz_package_writer_new (SZ_PACKAGE_BACKUP, sealing.id);
  done = sealing.file != NULL && write_sealed (&sealing, path, &sealer, error)
         && check_sealed (path, password, error)
         && sz_office_note_file (office, "backup", path, NULL,
                                 json_pack ("{s:b, s:s, s:s}", "sealed", 1, "package", sealing.id,
                                            "to", peers->str),
                                 error);
  g_free (sealing.file);
  g_free (sealing.id);
  sz_package_writer_free (sealing.writer);
  return done;
}

gboolean
sz_office_backup_is_sealed (const char *path)
{
  char start[8] = { 0 };
  FILE *file;
  gboolean sealed;

  g_return_val_if_fail (path != NULL, FALSE);

  file = fopen (path, "rbe");
  if (file == NULL)
    return FALSE;
  sealed = fread (start, 1, sizeof start, file) == sizeof start
           && memcmp (start, SZ_PACKAGE_MAGIC, sizeof start) == 0;
  fclose (file);
  return sealed;
}

/* With the password, or with any key that this user has. */
static SzPackage *
open_sealed (const char *path, const char *password, GError **error)
{
  SzPackageOpener opener = { .password = password };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "shizi", "keys", NULL);
  g_autoptr (GDir) keys = g_dir_open (folder, 0, NULL);
  g_autoptr (GError) fault = NULL;
  SzPackage *package = sz_package_open (path, &opener, &fault);
  const char *name;

  while (package == NULL && g_str_has_prefix (fault->message, "package.wrong_key") && keys != NULL
         && (name = g_dir_read_name (keys)) != NULL)
    {
      g_autofree char *key = g_build_filename (folder, name, NULL);
      guint8 seed[32], secret[32];

      if (!sz_package_key_load (key, seed, NULL))
        continue;
      sz_package_key_secret (seed, secret);
      opener = (SzPackageOpener){ .secret = secret };
      g_clear_error (&fault);
      package = sz_package_open (path, &opener, &fault);
      sz_package_key_wipe (seed, sizeof seed);
      sz_package_key_wipe (secret, sizeof secret);
    }
  if (package == NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return package;
}

static gboolean
put_piece (const guint8 *bytes, gsize length, gpointer user_data, GError **error)
{
  return fwrite (bytes, 1, length, user_data) == length
         || sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", "", "detail",
                          g_strerror (errno), NULL);
}

static gboolean
extract (SzPackage *package, const char *path, GError **error)
{
  FILE *file = fopen (path, "wbxe");
  gboolean done;

  if (file == NULL)
    return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail",
                         g_strerror (errno), NULL);
  done = sz_package_each_byte (package, put_piece, file, error);
  if (fclose (file) != 0 && done)
    done = sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail",
                         g_strerror (errno), NULL);
  return done;
}

/* (transfer full) (nullable): the plain text, in a new folder whose name begins with @place. */
static char *
open_beside (const char *backup, const char *password, const char *place, GError **error)
{
  g_autoptr (SzPackage) package = open_sealed (backup, password, error);
  g_autofree char *folder = g_strconcat (place, ".opening-XXXXXX", NULL);
  g_autofree char *name = g_path_get_basename (backup);
  g_autofree char *plain = NULL;

  if (package == NULL)
    return NULL;
  if (sz_package_reader_get_kind (package->reader) != SZ_PACKAGE_BACKUP)
    {
      sz_error_set (error, SZ_ERROR_FORMAT, "package.no_backup", "file", backup, NULL);
      return NULL;
    }
  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", folder, "detail",
                    g_strerror (errno), NULL);
      return NULL;
    }
  plain = g_build_filename (folder, name, NULL);
  if (extract (package, plain, error))
    return g_steal_pointer (&plain);
  g_unlink (plain);
  g_rmdir (folder);
  return NULL;
}

gboolean
sz_office_restore_sealed (const char *backup,
                          const char *password,
                          const char *db,
                          const SzRestorer *by,
                          char **replaced,
                          GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *folder = NULL;
  gboolean done;

  g_return_val_if_fail (backup != NULL && db != NULL && by != NULL, FALSE);

  target = sz_db_path_of_uri (db, error);
  plain = target != NULL ? open_beside (backup, password, target, error) : NULL;
  if (plain == NULL)
    return FALSE;
  folder = g_path_get_dirname (plain);
  done = sz_office_restore (plain, db, by, replaced, NULL, error);
  g_unlink (plain);
  g_rmdir (folder);
  return done;
}

/* RULE srv-15, pkg-11 */
gboolean
sz_office_restore_sealed_to_server (const SzSealedSource *source,
                                    const char *to,
                                    const SzRestorer *by,
                                    SzMoved *moved,
                                    GError **error)
{
  g_autofree char *home = g_build_filename (g_get_user_data_dir (), "shizi", NULL);
  g_autofree char *place = g_build_filename (home, "backup", NULL);
  g_autofree char *plain = NULL;
  SzRestoreSource restored = { .fleeting = TRUE };

  g_return_val_if_fail (source != NULL && to != NULL && by != NULL && moved != NULL, FALSE);

  if (g_mkdir_with_parents (home, 0700) != 0)
    return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", home, "detail",
                         g_strerror (errno), NULL);
  plain = open_beside (source->file, source->password, place, error);
  if (plain == NULL)
    return FALSE;
  restored.file = plain;
  restored.name = source->file;
  return sz_office_restore_to_server (&restored, to, by->who, by->password, moved, error);
}
