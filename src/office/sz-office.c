/* sz-office.c — who acts, on which college, at what time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-office.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "sz-ledger-book.h"
#include "sz-message.h"
#include "sz-migrate.h"
#include "sz-office-private.h"
#include "sz-source-hash.h"
#include "sz-store-account.h"
#include "sz-store-college.h"
#include "sz-store-open.h"
#include "sz-store-people.h"

/* Of a refused attempt's findings this many go into the log. */
#define LOGGED_FINDINGS_MAX 20
/* What an act may hold back where somebody reads meanwhile. */
#define SPARE_MIB 512

struct _SzOffice
{
  GObject parent_instance;

  SzStore *store;
  char *path;
  char *who;
  char *named;   /* who it was before somebody signed in */
  gpointer held; /* of who did; NULL: nobody */
  GDestroyNotify let_go;
  SzClockFunc clock;
  gpointer clock_data;
  char *last_act;
};

G_DEFINE_FINAL_TYPE (SzOffice, sz_office, G_TYPE_OBJECT)

static gint64
read_system_clock_cb (gpointer user_data)
{
  return g_get_real_time ();
}

static void
sz_office_finalize (GObject *object)
{
  SzOffice *self = SZ_OFFICE (object);

  g_clear_pointer (&self->store, sz_store_free);
  g_free (self->path);
  if (self->held != NULL)
    self->let_go (self->held);
  g_free (self->who);
  g_free (self->named);
  g_free (self->last_act);
  G_OBJECT_CLASS (sz_office_parent_class)->finalize (object);
}

static void
sz_office_class_init (SzOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_office_finalize;
}

static void
sz_office_init (SzOffice *self)
{
  self->clock = read_system_clock_cb;
}

static char *
guess_name (void)
{
  const char *name = g_get_real_name ();

  /* GLib says "Unknown" where the system knows no real name. */
  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  return g_strdup (name);
}

static SzOffice *
make_office (const char *db, const char *who)
{
  SzOffice *self = g_object_new (SZ_TYPE_OFFICE, NULL);

  self->path = g_strdup (db);
  self->who = who != NULL && *who != '\0' ? g_strdup (who) : guess_name ();
  return self;
}

gboolean
sz_office_at_server (const char *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return !sz_store_is_file (db);
}

SzOffice *
sz_office_open (const char *db, const char *who, GError **error)
{
  return sz_office_open_as (db, who, NULL, error);
}

SzOffice *
sz_office_open_as (const char *db, const char *who, const char *password, GError **error)
{
  g_autoptr (SzOffice) self = make_office (db, who);
  g_autofree char *stamp = sz_office_dup_stamp (self);
  const SzLogin by = { who, password };

  self->store = sz_store_open_as (db, &by, SZ_STORE_READ_WRITE, stamp, error);
  return self->store != NULL ? g_steal_pointer (&self) : NULL;
}

SzOffice *
sz_office_create (
    const char *db, const char *who, const char *college, gint64 establishment, GError **error)
{
  return sz_office_create_as (db, who, NULL, college, establishment, error);
}

SzOffice *
sz_office_create_as (const char *db,
                     const char *who,
                     const char *password,
                     const char *college,
                     gint64 establishment,
                     GError **error)
{
  g_autoptr (SzOffice) self = make_office (db, who);
  g_autofree char *folder = g_path_get_dirname (db);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *now = sz_office_dup_now (self);
  SzActInfo info = { .id = id, .kind = "init", .who = self->who, .at = now };

  const SzLogin by = { who, password };

  if (sz_store_is_file (db) && !g_str_has_prefix (db, "sqlite:")
      && g_mkdir_with_parents (folder, 0700) != 0)
    {
      sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", folder, "detail",
                    g_strerror (errno), NULL);
      return NULL;
    }
  self->store = sz_store_create_as (db, &by, &info, college, establishment, error);
  return self->store != NULL ? g_steal_pointer (&self) : NULL;
}

void
sz_office_set_clock (SzOffice *office, SzClockFunc clock, gpointer user_data)
{
  g_return_if_fail (SZ_IS_OFFICE (office));

  office->clock = clock != NULL ? clock : read_system_clock_cb;
  office->clock_data = user_data;
}

const char *
sz_office_get_path (SzOffice *office)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return office->path;
}

const char *
sz_office_get_who (SzOffice *office)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return office->who;
}

gpointer
sz_office_get_held (SzOffice *office)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return office->held;
}

void
sz_office_hold (SzOffice *office, gpointer held, GDestroyNotify let_go, const char *who)
{
  g_return_if_fail (SZ_IS_OFFICE (office) && let_go != NULL);

  if (office->held != NULL)
    office->let_go (office->held);
  office->held = held;
  office->let_go = let_go;
  if (office->named == NULL)
    office->named = g_strdup (office->who);
  g_free (office->who);
  office->who = g_strdup (who != NULL ? who : office->named);
}

int
sz_office_schema (void)
{
  return sz_migrate_latest ();
}

gboolean
sz_office_is_on_network (SzOffice *office)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_store_on_network (office->path);
}

SzStore *
sz_office_get_store (SzOffice *office)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return office->store;
}

static char *
format_now (SzOffice *office, const char *format)
{
  gint64 now = office->clock (office->clock_data);
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);

  return g_date_time_format (seconds, format);
}

char *
sz_office_dup_now (SzOffice *office)
{
  gint64 now = office->clock (office->clock_data);
  g_autofree char *seconds = format_now (office, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%06dZ", seconds, (int)(now % G_USEC_PER_SEC));
}

char *
sz_office_dup_stamp (SzOffice *office)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return format_now (office, "%Y%m%dT%H%M%SZ");
}

SzDate
sz_office_today (SzOffice *office)
{
  gint64 now = office->clock (office->clock_data);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return sz_date_make (g_date_time_get_year (local), g_date_time_get_month (local),
                       g_date_time_get_day_of_month (local));
}

char *
sz_office_dup_college (SzOffice *office, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return sz_store_dup_college (office->store, error);
}

gboolean
sz_office_count_people (SzOffice *office, gint64 *n, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office) && n != NULL, FALSE);
  return sz_store_people_count (office->store, n, error);
}

gboolean
sz_office_establishment (SzOffice *office, SzDate day, gint64 *establishment, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_store_establishment (office->store, day, establishment, error);
}

gboolean
sz_office_spare_readers (SzOffice *office, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_store_set_spill (office->store, SPARE_MIB, error);
}

gboolean
sz_office_data_version (SzOffice *office, gint64 *version, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_store_data_version (office->store, version, error);
}

gboolean
sz_office_listen (SzOffice *office, SzNews *news, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office) && news != NULL, FALSE);

  *news = (SzNews){ .fd = -1 };
  news->told = sz_store_listen (office->store, &news->fd, &news->anew);
  return news->fd < 0 || sz_store_data_version (office->store, &news->version, error);
}

gboolean
sz_office_has_news (SzOffice *office)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_store_has_news (office->store);
}

SzAct *
sz_office_begin (
    SzOffice *office, const char *kind, const char *source, const char *source_hash, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *now = sz_office_dup_now (office);
  g_autofree char *name = source != NULL ? sz_source_dup_name (source) : NULL;
  SzActInfo info = { .id = id,
                     .kind = kind,
                     .who = office->who,
                     .at = now,
                     .source = name,
                     .source_hash = source_hash };

  return sz_act_begin (office->store, &info, error);
}

static json_t *
list_findings (const SzIssueList *issues)
{
  json_t *findings = json_array ();

  for (guint i = 0; i < sz_issue_list_length (issues) && i < LOGGED_FINDINGS_MAX; i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);

      if (issue->severity == SZ_SEVERITY_ERROR)
        json_array_append_new (findings, json_pack ("{s:s, s:i}", "code", issue->code, "row",
                                                    (int)issue->row));
    }
  return findings;
}

/* "asked=2.0000" becomes a member "asked". */
static void
add_arguments (json_t *summary, const GError *reason)
{
  g_auto (GStrv) args = sz_error_dup_args (reason);

  for (gsize i = 0; args != NULL && args[i] != NULL; i++)
    {
      char *equals = strchr (args[i], '=');

      if (equals == NULL)
        continue;
      *equals = '\0';
      json_object_set_new_nocheck (summary, args[i], json_string (equals + 1));
    }
}

void
sz_office_refuse (SzOffice *office,
                  const char *kind,
                  const char *source,
                  const char *source_hash,
                  const GError *reason,
                  const SzIssueList *issues)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *now = sz_office_dup_now (office);
  g_autofree char *name = source != NULL ? sz_source_dup_name (source) : NULL;
  SzActInfo info = { .id = id,
                     .kind = kind,
                     .who = office->who,
                     .at = now,
                     .source = name,
                     .source_hash = source_hash };
  g_autoptr (GError) error = NULL;
  json_t *summary;
  gboolean accounts = FALSE;
  char *text;

  /* Nobody can answer for what is done before anybody signed in. */
  if (!sz_store_has_accounts (office->store, &accounts, &error)
      || (accounts && office->held == NULL))
    return;
  summary = json_object ();
  if (reason != NULL)
    {
      g_autofree char *code = sz_error_dup_code (reason);

      json_object_set_new (summary, "code", json_string (code));
      add_arguments (summary, reason);
    }
  if (issues != NULL)
    {
      json_object_set_new (summary, "errors", json_integer (sz_issue_list_errors (issues)));
      json_object_set_new (summary, "findings", list_findings (issues));
    }
  text = json_dumps (summary, JSON_COMPACT);
  /* Who may only read cannot leave a trace either, and a file that is gone takes none. */
  if (!sz_act_refuse (office->store, &info, text, &error)
      && !g_str_has_prefix (error->message, "db.read_only")
      && !g_str_has_prefix (error->message, "db.replaced")
      && !g_str_has_prefix (error->message, "college.moved"))
    {
      g_autofree char *cause = sz_message_for_error (error);

      g_warning ("the refused attempt could not be logged: %s", cause);
    }
  free (text);
  json_decref (summary);
}

void
sz_office_set_last_act (SzOffice *office, const char *act_id)
{
  g_return_if_fail (SZ_IS_OFFICE (office));
  g_free (office->last_act);
  office->last_act = g_strdup (act_id);
}

const char *
sz_office_get_last_act (SzOffice *office)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  return office->last_act;
}
