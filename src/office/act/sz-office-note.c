/* sz-office-note.c — acts that write no rows but leave their trace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-office-note.h"

#include "sz-rights.h"
#include "sz-source-hash.h"

/* Takes @summary. A trace is an act too: who may not, leaves that instead. */
static gboolean
leave_note (SzOffice *office,
            const char *kind,
            const char *source,
            const char *source_hash,
            json_t *summary,
            GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *now = sz_office_dup_now (office);
  g_autofree char *name = source != NULL ? sz_source_dup_name (source) : NULL;
  char *text = json_dumps (summary, JSON_COMPACT);
  SzActInfo info = { .id = id,
                     .kind = kind,
                     .who = sz_office_get_who (office),
                     .at = now,
                     .source = name,
                     .source_hash = source_hash };
  const gboolean done = sz_office_require (office, kind, error)
                        && sz_act_note (sz_office_get_store (office), &info, text, error);

  free (text);
  json_decref (summary);
  return done;
}

gboolean
sz_office_note (
    SzOffice *office, const char *kind, const char *source, json_t *summary, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return leave_note (office, kind, source, NULL, summary, error);
}

/* RULE aud-1 */
gboolean
sz_office_note_file (SzOffice *office,
                     const char *kind,
                     const char *path,
                     const char *file,
                     json_t *summary,
                     GError **error)
{
  g_autofree char *hash = sz_source_hash (file != NULL ? file : path, NULL, error);

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  if (hash != NULL)
    return leave_note (office, kind, path, hash, summary, error);
  json_decref (summary);
  return FALSE;
}
