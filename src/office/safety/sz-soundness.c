/* sz-soundness.c — a college that does not verify says so, and is not written to until somebody
 * accepts that or restores (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-soundness.h"

#include <string.h>

#include "sz-audit.h"
#include "sz-backup-keep.h"
#include "sz-office-note.h"
#include "sz-office-private.h"

#define DAY_LENGTH 8

void
sz_soundness_clear (SzSoundness *soundness)
{
  g_clear_pointer (&soundness->since, g_free);
  g_clear_pointer (&soundness->who, g_free);
  g_clear_pointer (&soundness->reason, g_free);
}

#define WRITTEN "has-written"

void
sz_office_note_written (SzOffice *office)
{
  g_return_if_fail (SZ_IS_OFFICE (office));

  g_object_set_data (G_OBJECT (office), WRITTEN, GINT_TO_POINTER (TRUE));
}

gboolean
sz_office_has_written (SzOffice *office)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return g_object_get_data (G_OBJECT (office), WRITTEN) != NULL;
}

static char *
dup_member (const SzAuditLast *last, const char *name)
{
  json_t *summary = last->summary != NULL ? json_loads (last->summary, 0, NULL) : NULL;
  char *text = g_strdup (json_string_value (json_object_get (summary, name)));

  json_decref (summary);
  return text;
}

static gint64
get_count (const SzAuditLast *last)
{
  json_t *summary = last->summary != NULL ? json_loads (last->summary, 0, NULL) : NULL;
  gint64 count = json_integer_value (json_object_get (summary, "faults"));

  json_decref (summary);
  return count;
}

gboolean
sz_office_soundness (SzOffice *office, SzSoundness *soundness, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_auto (SzAuditLast) faulty = { 0 };
  g_auto (SzAuditLast) sound = { 0 };
  g_auto (SzAuditLast) accepted = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && soundness != NULL, FALSE);

  sz_soundness_clear (soundness);
  *soundness = (SzSoundness){ 0 };
  if (!sz_audit_last (store, SZ_AUDIT_FAULTY, &faulty, error))
    return FALSE;
  if (faulty.seq == 0)
    return TRUE;
  if (!sz_audit_last (store, SZ_AUDIT_SOUND, &sound, error)
      || !sz_audit_last (store, SZ_AUDIT_ACCEPTED, &accepted, error))
    return FALSE;
  if (sound.seq > faulty.seq)
    return TRUE;
  soundness->accepted = accepted.seq > faulty.seq;
  soundness->faulty = !soundness->accepted;
  soundness->faults = get_count (&faulty);
  soundness->since = g_strdup (faulty.at);
  if (soundness->accepted)
    {
      soundness->who = g_strdup (accepted.who);
      soundness->reason = dup_member (&accepted, "reason");
    }
  return TRUE;
}

/* As the clock on the wall has it. */
static char *
dup_local (const char *since)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (since, NULL);
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (since);
}

gboolean
sz_office_require_sound (SzOffice *office, GError **error)
{
  g_auto (SzSoundness) soundness = { 0 };
  g_autofree char *faults = NULL;
  g_autofree char *since = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  if (!sz_office_soundness (office, &soundness, error))
    return FALSE;
  if (!soundness.faulty)
    return TRUE;
  faults = g_strdup_printf ("%" G_GINT64_FORMAT, soundness.faults);
  since = dup_local (soundness.since);
  return sz_error_set (error, SZ_ERROR_REFUSED, "college.unsound", "file",
                       sz_office_get_path (office), "since", since, "faults", faults, NULL);
}

static gboolean
note (SzOffice *office,
      const char *kind,
      const SzIssueList *issues,
      const char *reason,
      GError **error)
{
  g_autofree char *digest = sz_audit_dup_digest (issues);
  json_t *summary
      = json_pack ("{s:I, s:s, s:s*}", "faults", (json_int_t)sz_issue_list_errors (issues),
                   "digest", digest, "reason", reason);

  return sz_office_note (office, kind, NULL, summary, error);
}

/* Found anew each time, it is news only once. */
gboolean
sz_office_note_soundness (SzOffice *office, const SzIssueList *issues, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_auto (SzSoundness) known = { 0 };
  g_auto (SzAuditLast) last = { 0 };
  g_autofree char *digest = NULL;
  gboolean news;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && issues != NULL, FALSE);

  if (sz_store_is_read_only (store))
    return TRUE;
  if (!sz_office_soundness (office, &known, error)
      || !sz_audit_last (store, SZ_AUDIT_FAULTY, &last, error))
    return FALSE;
  if (sz_issue_list_errors (issues) == 0)
    return (!known.faulty && !known.accepted) || note (office, SZ_AUDIT_SOUND, issues, NULL, error);
  digest = sz_audit_dup_digest (issues);
  news = (!known.faulty && !known.accepted) || strstr (last.summary, digest) == NULL;
  return !news || note (office, SZ_AUDIT_FAULTY, issues, NULL, error);
}

gboolean
sz_office_accept_faults (SzOffice *office,
                         const char *reason,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autofree char *given = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && reason != NULL, FALSE);

  given = g_strstrip (g_strdup (reason));
  if (*given == '\0')
    return sz_error_set (error, SZ_ERROR_REFUSED, "verify.reason_missing", NULL);
  if (!sz_audit_verify (sz_office_get_store (office), issues, NULL, cancellable, error)
      || !sz_office_note_soundness (office, issues, error))
    return FALSE;
  if (sz_issue_list_errors (issues) == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "verify.nothing", NULL);
  return note (office, SZ_AUDIT_ACCEPTED, issues, given, error);
}

char *
sz_office_dup_verified (SzOffice *office)
{
  g_autofree char *whole = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  whole = sz_backup_find_whole (sz_office_get_path (office), NULL);
  regex = g_regex_new ("-([0-9]{8}T[0-9]{6}Z)-", 0, 0, NULL);
  if (whole == NULL || !g_regex_match (regex, whole, 0, &match))
    return NULL;
  stamp = g_match_info_fetch (match, 1);
  at = g_date_time_new_from_iso8601 (stamp, NULL);
  local = at != NULL ? g_date_time_to_local (at) : NULL;
  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : NULL;
}

gboolean
sz_office_daily (SzOffice *office, gboolean *made, GCancellable *cancellable, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autofree char *stamp = NULL;
  g_autofree char *day = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  if (made != NULL)
    *made = FALSE;
  stamp = sz_office_dup_stamp (office);
  day = g_strndup (stamp, DAY_LENGTH);
  if (sz_office_at_server (sz_office_get_path (office)))
    return TRUE;
  whole = sz_backup_find_whole (sz_office_get_path (office), day);
  if (whole != NULL || sz_store_is_read_only (store))
    return TRUE;
  if (!sz_backup_keep (store, stamp, "daily", &kept, cancellable, error))
    return FALSE;
  if (made != NULL)
    *made = TRUE;
  /* Only where something is wrong it must be told what, and that costs a second look. */
  return sz_backup_is_verified (kept)
         || (sz_audit_verify (store, issues, NULL, cancellable, error)
             && sz_office_note_soundness (office, issues, error));
}
