/* sz-backup-keep.c — the copies that are kept beside a college: whole ones, and what changed since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-backup-keep.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sz-audit.h"
#include "sz-backup.h"
#include "sz-db-open.h"
#include "sz-file.h"
#include "sz-migrate.h"
#include "sz-store-private.h"

#define FOLDER "backups"
#define WHOLE ".db"
#define DELTA SZ_BACKUP_DELTA
#define UNVERIFIED "-unverified"
#define STEM_MAX 160
/* With more changes than this a whole copy is as quick. */
#define DELTA_CHANGES_MAX 50000

/* ---- names ---- */

typedef struct
{
  char *path;
  char *stamp;
  guint number; /* of its second, from 1 */
} Kept;

static void
kept_freed_cb (gpointer data)
{
  Kept *kept = data;

  g_free (kept->path);
  g_free (kept->stamp);
  g_free (kept);
}

static char *
make_folder_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, FOLDER, NULL);
}

/* "college" of "/home/x/college.db". A long name is cut, and its hash keeps it apart from others
 * that begin alike: stamp, reason and the ending must still fit into a name of 255 bytes. */
static char *
make_stem (const char *path)
{
  g_autofree char *stem = g_path_get_basename (path);
  g_autofree char *hash = NULL;
  const char *end;

  if (g_str_has_suffix (stem, WHOLE))
    stem[strlen (stem) - strlen (WHOLE)] = '\0';
  if (strlen (stem) <= STEM_MAX)
    return g_steal_pointer (&stem);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, stem, -1);
  end = g_utf8_find_prev_char (stem, stem + STEM_MAX);
  return g_strdup_printf ("%.*s~%.8s", (int)(end - stem), stem, hash);
}

/* "-2" at the end of the reason, before what says that it is not verified. */
static guint
read_number (const char *reason)
{
  g_autofree char *cut = g_strdup (reason);
  const char *dash;
  char *end;

  end = strrchr (cut, '.');
  if (end != NULL)
    *end = '\0';
  if (g_str_has_suffix (cut, UNVERIFIED))
    cut[strlen (cut) - strlen (UNVERIFIED)] = '\0';
  dash = strrchr (cut, '-');
  return dash != NULL && g_ascii_isdigit (dash[1]) ? (guint)g_ascii_strtoull (dash + 1, NULL, 10)
                                                   : 1;
}

/* `<stem>-<stamp>-<reason>[-N][-unverified].db`, where a stamp begins with a digit: "college-2-…"
 * is no copy of "college" unless it looks like one in all its parts. */
static Kept *
read_name (const char *folder, const char *file, const char *stem)
{
  gsize length = strlen (stem);
  const char *stamp = file + length + 1;
  const char *dash;
  Kept *kept;

  if (strncmp (file, stem, length) != 0 || file[length] != '-'
      || (!g_str_has_suffix (file, WHOLE) && !g_str_has_suffix (file, DELTA)))
    return NULL;
  dash = strchr (stamp, '-');
  if (!g_ascii_isdigit (*stamp) || dash == NULL || dash - stamp < 8
      || strspn (stamp, "0123456789TZ") != (gsize)(dash - stamp))
    return NULL;
  kept = g_new0 (Kept, 1);
  kept->path = g_build_filename (folder, file, NULL);
  kept->stamp = g_strndup (stamp, (gsize)(dash - stamp));
  kept->number = read_number (dash + 1);
  return kept;
}

static int
compare_newest_cb (gconstpointer a, gconstpointer b)
{
  const Kept *one = *(const Kept *const *)a;
  const Kept *other = *(const Kept *const *)b;
  int order = strcmp (other->stamp, one->stamp);

  return order != 0 ? order : (other->number > one->number) - (other->number < one->number);
}

static GPtrArray *
list_kept (const char *path)
{
  g_autofree char *folder = make_folder_name (path);
  g_autofree char *stem = make_stem (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func (kept_freed_cb);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      Kept *kept = read_name (folder, file, stem);

      if (kept != NULL)
        g_ptr_array_add (all, kept);
    }
  g_ptr_array_sort (all, compare_newest_cb);
  return all;
}

GStrv
sz_backup_list (const char *uri)
{
  g_autofree char *path = sz_db_path_of_uri (uri, NULL);
  g_autoptr (GPtrArray) all = path != NULL ? list_kept (path) : NULL;
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    g_strv_builder_add (files, ((const Kept *)all->pdata[i])->path);
  return g_strv_builder_end (files);
}

gboolean
sz_backup_is_verified (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return !g_str_has_suffix (path, UNVERIFIED WHOLE);
}

static gboolean
is_base (const Kept *kept)
{
  return !sz_backup_is_delta (kept->path) && sz_backup_is_verified (kept->path);
}

char *
sz_backup_find_whole (const char *uri, const char *day)
{
  g_autofree char *path = sz_db_path_of_uri (uri, NULL);
  g_autoptr (GPtrArray) all = path != NULL ? list_kept (path) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const Kept *kept = all->pdata[i];

      if (is_base (kept) && (day == NULL || g_str_has_prefix (kept->stamp, day)))
        return g_strdup (kept->path);
    }
  return NULL;
}

/* The newest stay; the newest whole one that verified stays; and what a delta that stays goes on
 * from, which is the next whole one before it. */
static void
rotate_copies (const char *path)
{
  g_autoptr (GPtrArray) all = list_kept (path);
  g_autofree char *folder = make_folder_name (path);
  gboolean wanted = TRUE;

  sz_file_remove_stale (folder, "");
  for (guint i = 0; i < all->len; i++)
    {
      const Kept *kept = all->pdata[i];
      gboolean stays = i < SZ_BACKUPS_KEPT || (wanted && is_base (kept));

      if (stays && is_base (kept))
        wanted = FALSE;
      else if (stays && sz_backup_is_delta (kept->path))
        wanted = TRUE;
      if (!stays)
        g_unlink (kept->path);
    }
}

/* Two copies within one second: the later is numbered behind its stamp. */
static char *
choose_name (const char *path, const char *stamp, const char *reason, const char *ending)
{
  g_autofree char *folder = make_folder_name (path);
  g_autofree char *stem = make_stem (path);
  g_autoptr (GPtrArray) all = list_kept (path);
  guint number = 1;

  for (guint i = 0; i < all->len; i++)
    {
      const Kept *kept = all->pdata[i];

      if (strcmp (kept->stamp, stamp) == 0)
        number = MAX (number, kept->number + 1);
    }
  if (number == 1)
    return g_strdup_printf ("%s/%s-%s-%s%s", folder, stem, stamp, reason, ending);
  return g_strdup_printf ("%s/%s-%s-%s-%u%s", folder, stem, stamp, reason, number, ending);
}

/* ---- what changed since ---- */

typedef struct
{
  char *file;
  char hash[65];
  SzDbBase base;
} Base;

static void
clear_base (Base *base)
{
  g_free (base->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Base, clear_base)

static gboolean
read_text (SzDb *db, const char *sql, gint64 number, char *text, gsize size, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare (db, sql, error);
  gboolean row = FALSE;

  *text = '\0';
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, number);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  if (row)
    g_strlcpy (text, sz_stmt_text (stmt, 0), size);
  return TRUE;
}

/* Where the copy stands; FALSE: it cannot be read, or is of another version of the tables. */
static gboolean
read_base (const char *path, Base *base)
{
  g_autoptr (SzDb) db = sz_db_open (path, SZ_DB_READ_ONLY, NULL);
  gint64 version = 0;

  if (db == NULL
      || !sz_db_query_int (db, "SELECT max (version) FROM schema_versions", 0, &version, NULL)
      || version != sz_migrate_latest ()
      || !sz_db_query_int (db, "SELECT seq FROM act_heads WHERE id = 1", 0, &base->base.seq, NULL)
      || !sz_db_query_int (db, "SELECT last_change FROM act_heads WHERE id = 1", 0,
                           &base->base.last_change, NULL)
      || !read_text (db, "SELECT hash FROM act_heads WHERE id = $1", 1, base->hash,
                     sizeof base->hash, NULL))
    return FALSE;
  base->file = g_path_get_basename (path);
  base->base.file = base->file;
  base->base.hash = base->hash;
  return base->base.seq > 0;
}

/* The copy must be an earlier state of this very log, not too far back, and nothing was blotted out
 * of the log since. */
static gboolean
is_usable (SzStore *store, const Base *base)
{
  g_autoptr (SzStmt) stmt = NULL;
  char hash[65];
  gint64 last = 0;
  gint64 version = 0;
  gboolean erased = TRUE;

  if (!sz_db_query_int (store->db, "SELECT max (version) FROM schema_versions", 0, &version, NULL)
      || version != sz_migrate_latest ()
      || !read_text (store->db, "SELECT hash FROM acts WHERE seq = $1", base->base.seq, hash,
                     sizeof hash, NULL)
      || strcmp (hash, base->hash) != 0
      || !sz_db_query_int (store->db, "SELECT last_change FROM act_heads WHERE id = 1", 0, &last,
                           NULL)
      || last - base->base.last_change > DELTA_CHANGES_MAX)
    return FALSE;
  stmt = sz_db_prepare (store->db, "SELECT seq FROM acts WHERE kind = 'erase' AND seq > $1", NULL);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, base->base.seq);
  return sz_stmt_step (stmt, &erased, NULL) && !erased;
}

/* What the disk gives back is what counts: from the head of the copy before it on. */
static gboolean
check_delta (const char *path, const Base *base, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzDb *db = sz_db_open (path, SZ_DB_READ_ONLY, error);
  g_autoptr (SzStore) store = db != NULL ? sz_store_wrap (db) : NULL;

  if (store == NULL || !sz_audit_verify_since (store, &base->base, issues, cancellable, error))
    return FALSE;
  return sz_issue_list_length (issues) == 0
         || sz_error_set (error, SZ_ERROR_CORRUPT, "backup.damaged", "file", path, "detail",
                          sz_issue_list_get (issues, 0)->code, NULL);
}

static gboolean
keep_delta (
    SzStore *store, const char *stamp, const char *reason, char **name, GCancellable *cancellable)
{
  const char *path = sz_store_get_path (store);
  g_auto (Base) base = { 0 };
  g_autofree char *whole = sz_backup_find_whole (path, NULL);
  g_autofree char *chosen = NULL;
  g_autofree char *making = NULL;

  if (whole == NULL || !read_base (whole, &base) || !is_usable (store, &base))
    return FALSE;
  chosen = choose_name (path, stamp, reason, DELTA);
  making = sz_file_temporary_name (chosen);
  if (store->db->klass->extract (store->db, making, &base.base, NULL)
      && check_delta (making, &base, cancellable, NULL)
      && sz_file_put_in_place (making, chosen, FALSE, NULL))
    {
      *name = g_steal_pointer (&chosen);
      return TRUE;
    }
  g_unlink (making);
  return FALSE;
}

/* ---- whole ---- */

/* Another process may take the chosen name while we still copy, and may have renamed its copy by
 * now: then the next one. */
static gboolean
make_numbered (SzStore *store,
               const char *stamp,
               const char *reason,
               char **name,
               GCancellable *cancellable,
               GError **error)
{
  for (;;)
    {
      g_autofree char *chosen
          = choose_name (sz_store_get_path (store), stamp, reason, UNVERIFIED WHOLE);
      g_autoptr (GError) fault = NULL;
      g_autofree char *code = NULL;

      if (sz_backup_make (store, chosen, cancellable, &fault))
        {
          *name = g_steal_pointer (&chosen);
          return TRUE;
        }
      code = sz_error_dup_code (fault);
      if (!g_str_equal (code, "backup.exists"))
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
    }
}

/* Who took the name meanwhile has a copy of his own; ours takes the next. */
static gboolean
name_verified (SzStore *store,
               const char *stamp,
               const char *reason,
               const char *unverified,
               char **name,
               GError **error)
{
  g_autofree char *wanted = g_strndup (unverified, strlen (unverified) - strlen (UNVERIFIED WHOLE));
  g_autofree char *chosen = g_strconcat (wanted, WHOLE, NULL);
  g_autoptr (GError) fault = NULL;

  while (!sz_file_put_in_place (unverified, chosen, FALSE, &fault))
    {
      if (!g_error_matches (fault, SZ_ERROR, SZ_ERROR_REFUSED))
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      g_clear_error (&fault);
      g_free (chosen);
      chosen = choose_name (sz_store_get_path (store), stamp, reason, WHOLE);
    }
  *name = g_steal_pointer (&chosen);
  return TRUE;
}

/* It counts when it could be restored, and only then is called so. */
static gboolean
keep_whole (SzStore *store,
            const char *stamp,
            const char *reason,
            char **name,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) fault = NULL;
  g_autofree char *unverified = NULL;

  if (!make_numbered (store, stamp, reason, &unverified, cancellable, error))
    return FALSE;
  if (sz_backup_look (unverified, TRUE, issues, cancellable, &fault))
    return name_verified (store, stamp, reason, unverified, name, error);
  if (fault != NULL && !g_error_matches (fault, SZ_ERROR, SZ_ERROR_CORRUPT))
    {
      g_unlink (unverified);
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  *name = g_steal_pointer (&unverified);
  return TRUE;
}

static gboolean
fail_folder (SzStore *store, const char *folder, int number, GError **error)
{
  /* Where no folder can be made, no journal can: the college itself cannot be written either. */
  if (number == EACCES || number == EPERM || number == EROFS)
    return sz_error_set (error, SZ_ERROR_IO, "db.read_only", "file", sz_store_get_path (store),
                         NULL);
  return sz_error_set (error, SZ_ERROR_IO,
                       number == ENOSPC || number == EDQUOT ? "db.disk_full" : "file.unwritable",
                       "file", folder, "detail", g_strerror (number), NULL);
}

gboolean
sz_backup_keep (SzStore *store,
                const char *stamp,
                const char *reason,
                char **path,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (store != NULL && stamp != NULL && reason != NULL, FALSE);

  if (path != NULL)
    *path = NULL;
  /* Copies of a server are its administrator's. */
  if (!store->db->klass->is_file)
    return TRUE;
  folder = make_folder_name (sz_store_get_path (store));
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_folder (store, folder, errno, error);
  if (!(strcmp (reason, "import") == 0 && keep_delta (store, stamp, reason, &name, cancellable))
      && !keep_whole (store, stamp, reason, &name, cancellable, error))
    return FALSE;
  rotate_copies (sz_store_get_path (store));
  if (path != NULL)
    *path = g_steal_pointer (&name);
  return TRUE;
}
