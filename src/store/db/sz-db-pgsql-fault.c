/* sz-db-pgsql-fault.c — what PostgreSQL says went wrong, in our codes (RULE srv-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-db.h"

#include <string.h>

#define FOREIGN_KEY "23503"

typedef struct
{
  const char *state; /* SQLSTATE, or the class that is its beginning */
  SzErrorRemedy remedy;
  const char *code;
} StateWord;

/* The first that fits; whole states before their classes. */
static const StateWord state_words[] = {
  { "23505", SZ_ERROR_CONSTRAINT, "db.unique" },
  { FOREIGN_KEY, SZ_ERROR_CONSTRAINT, "db.foreign_key" },
  { "23", SZ_ERROR_CONSTRAINT, "db.constraint" },
  { "55P03", SZ_ERROR_BUSY, "db.busy" },
  { "40P01", SZ_ERROR_BUSY, "db.busy" },
  { "53100", SZ_ERROR_IO, "db.disk_full" },
  { "53200", SZ_ERROR_IO, "db.memory" },
  { "53300", SZ_ERROR_BUSY, "db.too_many" },
  { "54", SZ_ERROR_CONSTRAINT, "db.too_big" },
  { "42501", SZ_ERROR_REFUSED, "role.denied" },
  { "25006", SZ_ERROR_IO, "db.read_only" },
  { "25P02", SZ_ERROR_IO, "db.rolled_back" },
  { "57014", SZ_ERROR_CANCELLED, "cancelled" },
  { "57P01", SZ_ERROR_IO, "db.server_stopped" },
  { "57P02", SZ_ERROR_IO, "db.server_stopped" },
  { "57P03", SZ_ERROR_IO, "db.server_stopped" },
  { "08", SZ_ERROR_IO, "db.connection_lost" },
  { "28", SZ_ERROR_REFUSED, "db.sign_in" },
  { "3D000", SZ_ERROR_IO, "db.missing" },
  { "XX001", SZ_ERROR_CORRUPT, "db.corrupt" },
  { "XX002", SZ_ERROR_CORRUPT, "db.corrupt" },
};

static const StateWord *
find_word (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    if (g_str_has_prefix (state, state_words[i].state))
      return &state_words[i];
  return NULL;
}

/* Our own guards in the database put the code in the first word: "row.journal: people 17". */
static gboolean
fail_guarded (const char *message, GError **error)
{
  const char *colon = strchr (message, ':');
  g_autofree char *code = colon != NULL ? g_strndup (message, (gsize)(colon - message)) : NULL;
  const char *detail = colon != NULL ? colon + 1 : "";

  return sz_error_set (error, SZ_ERROR_REFUSED, code != NULL ? code : message, "detail",
                       *detail == ' ' ? detail + 1 : detail, NULL);
}

gboolean
sz_db_pgsql_fail (SzDbPgsql *db, const PGresult *result, GError **error)
{
  const char *state = result != NULL ? PQresultErrorField (result, PG_DIAG_SQLSTATE) : NULL;
  const char *message
      = result != NULL ? PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
  const StateWord *word = state != NULL ? find_word (state) : NULL;
  g_autofree char *detail = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  if (state == NULL || PQstatus (db->link) == CONNECTION_BAD)
    {
      const gboolean stopped = word != NULL && strcmp (word->code, "db.server_stopped") == 0;

      return sz_error_set (error, SZ_ERROR_IO, stopped ? word->code : "db.connection_lost", "file",
                           db->parent.path, NULL);
    }
  if (g_str_has_prefix (state, "SZ"))
    return fail_guarded (message != NULL ? message : "db.failed", error);
  if (word != NULL)
    return sz_error_set (error, word->remedy, word->code, "file", db->parent.path, "detail",
                         message, strcmp (state, FOREIGN_KEY) == 0 ? "by_table" : NULL,
                         PQresultErrorField (result, PG_DIAG_TABLE_NAME), NULL);
  detail = g_strdup_printf ("%s (%s)", message != NULL ? message : "", state);
  return sz_error_set (error, SZ_ERROR_IO, "db.failed", "file", db->parent.path, "detail", detail,
                       NULL);
}
