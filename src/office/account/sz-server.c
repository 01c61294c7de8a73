/* sz-server.c — a college on a server: set up, and who is there (RULE srv-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-server.h"

#include "sz-office-private.h"
#include "sz-store-server.h"

void
sz_presence_free (SzPresence *presence)
{
  if (presence == NULL)
    return;
  g_free (presence->who);
  g_free (presence->host);
  g_free (presence->since);
  g_free (presence);
}

void
sz_server_status_clear (SzServerStatus *status)
{
  g_return_if_fail (status != NULL);

  g_clear_pointer (&status->version, g_free);
  g_clear_pointer (&status->online, g_ptr_array_unref);
  g_clear_pointer (&status->writing, sz_presence_free);
}

static SzPresence *
copy_presence (const SzDbPresence *of)
{
  SzPresence *presence = g_new0 (SzPresence, 1);

  presence->who = g_strdup (of->who);
  presence->host = g_strdup (of->host);
  presence->since = g_strdup (of->since);
  return presence;
}

gboolean
sz_office_server_status (SzOffice *office, SzServerStatus *status, GError **error)
{
  g_auto (SzDbStatus) found = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && status != NULL, FALSE);

  if (!sz_store_status (sz_office_get_store (office), &found, error))
    return FALSE;
  status->version = g_steal_pointer (&found.version);
  status->tls = found.tls;
  status->online = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_presence_free);
  for (guint i = 0; i < found.online->len; i++)
    g_ptr_array_add (status->online, copy_presence (found.online->pdata[i]));
  status->writing = found.writing != NULL ? copy_presence (found.writing) : NULL;
  status->schema = sz_office_schema ();
  return TRUE;
}

gboolean
sz_office_who_writes (SzOffice *office, SzPresence **presence, GError **error)
{
  g_autoptr (GPtrArray) writing = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && presence != NULL, FALSE);

  *presence = NULL;
  writing = sz_store_who_writes (sz_office_get_store (office), error);
  for (guint i = 0; writing != NULL && i < writing->len && *presence == NULL; i++)
    {
      const SzDbPresence *one = writing->pdata[i];

      if (g_strcmp0 (one->who, sz_office_get_who (office)) != 0
          || g_strcmp0 (one->host, g_get_host_name ()) != 0)
        *presence = copy_presence (one);
    }
  return writing != NULL;
}

gboolean
sz_server_prepare (
    const char *uri, const char *login, const char *password, const char *name, GError **error)
{
  const SzLogin by = { login, password };

  g_return_val_if_fail (uri != NULL && name != NULL, FALSE);

  return sz_store_prepare_place (uri, &by, name, error);
}

GStrv
sz_server_dup_lines (const char *name)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *hba = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  hba = g_strdup_printf ("pg_hba.conf: hostssl %s all samenet scram-sha-256", name);
  g_strv_builder_add (lines, "postgresql.conf: listen_addresses = '*'");
  g_strv_builder_add (lines, "postgresql.conf: ssl = on");
  g_strv_builder_add (lines, hba);
  return g_strv_builder_end (lines);
}
