/* sz-server-address.c — where a college on a server is, as people write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-server-address.h"

#include <gio/gio.h>
#include <string.h>

void
sz_server_address_clear (SzServerAddress *address)
{
  g_return_if_fail (address != NULL);

  g_clear_pointer (&address->place, g_free);
  g_clear_pointer (&address->server, g_free);
  g_clear_pointer (&address->database, g_free);
  g_clear_pointer (&address->login, g_free);
  g_clear_pointer (&address->certificate, g_free);
}

gboolean
sz_server_is_near (const char *server)
{
  g_return_val_if_fail (server != NULL, FALSE);

  return g_str_equal (server, "localhost") || g_str_has_prefix (server, "localhost:")
         || g_str_has_prefix (server, "127.");
}

char *
sz_server_dup_address (const char *server,
                       const char *database,
                       const char *login,
                       const char *certificate)
{
  g_autofree char *name = NULL;
  g_autofree char *who = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *trust = NULL;

  g_return_val_if_fail (server != NULL && database != NULL && login != NULL, NULL);
  g_return_val_if_fail (certificate != NULL, NULL);

  if (strstr (server, "://") != NULL)
    return g_strdup (server);
  name = g_uri_escape_string (database, NULL, TRUE);
  who = g_uri_escape_string (login, NULL, TRUE);
  if (*server == '/')
    {
      folder = g_uri_escape_string (server, "/", TRUE);
      return g_strdup_printf ("postgresql://%s@/%s?host=%s", who, name, folder);
    }
  if (sz_server_is_near (server))
    return g_strdup_printf ("postgresql://%s@%s/%s", who, server, name);
  folder = g_uri_escape_string (certificate, "/", TRUE);
  trust = *certificate != '\0' ? g_strconcat ("&sslrootcert=", folder, NULL) : g_strdup ("");
  return g_strdup_printf ("postgresql://%s@%s/%s?sslmode=verify-full%s", who, server, name, trust);
}

static char *
dup_option (GHashTable *options, const char *name)
{
  const char *value = options != NULL ? g_hash_table_lookup (options, name) : NULL;

  return g_strdup (value != NULL ? value : "");
}

gboolean
sz_server_address_read (const char *text, SzServerAddress *address)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GHashTable) options = NULL;
  g_autofree char *again = NULL;
  g_autofree char *folder = NULL;
  const char *query, *host;

  g_return_val_if_fail (text != NULL && address != NULL, FALSE);

  uri = g_uri_parse (text, G_URI_FLAGS_HAS_PASSWORD, NULL);
  if (uri == NULL || g_uri_get_password (uri) != NULL || g_uri_get_user (uri) == NULL)
    return FALSE;
  query = g_uri_get_query (uri);
  options = query != NULL ? g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL) : NULL;
  if (options != NULL && g_hash_table_contains (options, "password"))
    return FALSE;
  folder = dup_option (options, "host");
  host = *folder != '\0' || g_uri_get_host (uri) == NULL ? folder : g_uri_get_host (uri);
  address->place = g_uri_get_port (uri) > 0 ? g_strdup_printf ("%s:%d", host, g_uri_get_port (uri))
                                            : g_strdup (host);
  address->server = g_strdup (address->place);
  address->database
      = g_strdup (*g_uri_get_path (uri) == '/' ? g_uri_get_path (uri) + 1 : g_uri_get_path (uri));
  address->login = g_strdup (g_uri_get_user (uri));
  address->certificate = dup_option (options, "sslrootcert");
  again = sz_server_dup_address (address->server, address->database, address->login,
                                 address->certificate);
  if (!g_str_equal (again, text))
    {
      g_free (address->server);
      address->server = g_strdup (text);
    }
  return TRUE;
}
