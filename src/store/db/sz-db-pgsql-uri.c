/* sz-db-pgsql-uri.c — the address of a college on a PostgreSQL server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-uri.h"

#include <gio/gio.h>
#include <libpq-fe.h>
#include <string.h>

#include "sz-libpq.h"

/* What an address may say; the rest of libpq's words is a matter of whoever set the computer up. */
static const struct
{
  const char *word;
  gsize offset;
} options[] = {
  { "host", G_STRUCT_OFFSET (SzPgsqlUri, host) },
  { "port", G_STRUCT_OFFSET (SzPgsqlUri, port) },
  { "dbname", G_STRUCT_OFFSET (SzPgsqlUri, database) },
  { "user", G_STRUCT_OFFSET (SzPgsqlUri, login) },
  { "sslmode", G_STRUCT_OFFSET (SzPgsqlUri, ssl_mode) },
  { "sslrootcert", G_STRUCT_OFFSET (SzPgsqlUri, ssl_root) },
};

static char **
find_field (SzPgsqlUri *uri, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (strcmp (options[i].word, word) == 0)
      return (char **)(gpointer)((guint8 *)uri + options[i].offset);
  return NULL;
}

void
sz_pgsql_uri_free (SzPgsqlUri *uri)
{
  if (uri == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_free (*find_field (uri, options[i].word));
  g_free (uri);
}

gboolean
sz_pgsql_uri_known (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return g_str_has_prefix (text, "postgresql://") || g_str_has_prefix (text, "postgres://");
}

static gboolean
refuse (const char *text, const char *detail, GError **error)
{
  return sz_error_set (error, SZ_ERROR_FORMAT, "db.unknown_uri", "uri", text, "detail", detail,
                       NULL);
}

/* Nothing of a text that may hold a password is repeated. */
static gboolean
take_options (SzPgsqlUri *uri, const PQconninfoOption *given, GError **error)
{
  for (const PQconninfoOption *option = given; option->keyword != NULL; option++)
    if (option->val != NULL && strstr (option->keyword, "password") != NULL)
      return sz_error_set (error, SZ_ERROR_REFUSED, "db.password_in_uri", NULL);
  for (const PQconninfoOption *option = given; option->keyword != NULL; option++)
    {
      char **field = find_field (uri, option->keyword);

      if (option->val == NULL || *option->val == '\0')
        continue;
      if (field == NULL)
        return refuse (option->keyword, "option", error);
      *field = g_strdup (option->val);
    }
  return TRUE;
}

/* Several hosts would be several servers, and a college lives on one. */
static gboolean
check_options (const SzPgsqlUri *uri, const char *text, GError **error)
{
  if (uri->database == NULL)
    return refuse (text, "database", error);
  if (uri->host != NULL && strchr (uri->host, ',') != NULL)
    return refuse (text, "host", error);
  if (!sz_pgsql_uri_is_near (uri) && g_strcmp0 (uri->ssl_mode, "verify-full") != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "db.tls_required", "host", uri->host, NULL);
  return TRUE;
}

SzPgsqlUri *
sz_pgsql_uri_parse (const char *text, GError **error)
{
  g_autoptr (SzPgsqlUri) uri = g_new0 (SzPgsqlUri, 1);
  PQconninfoOption *given;
  char *message = NULL;
  gboolean good;

  g_return_val_if_fail (text != NULL, NULL);

  if (!sz_libpq_open (error))
    return NULL;
  given = PQconninfoParse (text, &message);
  if (given == NULL)
    {
      /* libpq repeats the address in its own words. */
      PQfreemem (message);
      refuse (strchr (text, '@') != NULL ? "postgresql://…" : text, "syntax", error);
      return NULL;
    }
  good = take_options (uri, given, error);
  PQconninfoFree (given);
  /* libpq would look there too, but after we have judged how far the way is. */
  if (good && uri->host == NULL)
    uri->host = g_strdup (g_getenv ("PGHOST"));
  good = good && check_options (uri, text, error);
  return good ? g_steal_pointer (&uri) : NULL;
}

/* A name other than localhost may be resolved to anything by the time it is connected. */
gboolean
sz_pgsql_uri_is_near (const SzPgsqlUri *uri)
{
  g_autoptr (GInetAddress) address = NULL;

  g_return_val_if_fail (uri != NULL, FALSE);

  if (uri->host == NULL || *uri->host == '/' || *uri->host == '@')
    return TRUE;
  address = g_inet_address_new_from_string (uri->host);
  return strcmp (uri->host, "localhost") == 0
         || (address != NULL && g_inet_address_get_is_loopback (address));
}
