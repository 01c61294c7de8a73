/* sz-libpq.c — PostgreSQL's library, opened with the first college on a server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-libpq.h"

#include <gmodule.h>
#include <libpq-fe.h>

#include "sz-error.h"

#define LIBRARY "libpq.so.5"

/* Never closed: what it handed out lives as long as the program. */
static GModule *
open_library (void)
{
  static gsize opened = 0;
  static GModule *library = NULL;

  if (g_once_init_enter (&opened))
    {
      library = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
      g_once_init_leave (&opened, 1);
    }
  return library;
}

gboolean
sz_libpq_open (GError **error)
{
  return open_library () != NULL
         || sz_error_set (error, SZ_ERROR_IO, "db.no_client", "detail", LIBRARY, NULL);
}

static gpointer
find (const char *name)
{
  gpointer function = NULL;

  if (open_library () == NULL || !g_module_symbol (open_library (), name, &function))
    g_error ("%s: %s", LIBRARY, g_module_error ());
  return function;
}

/* The name and the parameters are the header's own; what differs from it does not compile. */
#define PASS(type, name, parameters, arguments)                                                    \
  type name parameters                                                                             \
  {                                                                                                \
    static gpointer function = NULL;                                                               \
                                                                                                   \
    if (g_atomic_pointer_get (&function) == NULL)                                                  \
      g_atomic_pointer_set (&function, find (#name));                                              \
    return ((typeof (&name))function)arguments;                                                    \
  }

PASS (void, PQclear, (PGresult * result), (result))
PASS (char *, PQcmdStatus, (PGresult * result), (result))
PASS (char *, PQcmdTuples, (PGresult * result), (result))
PASS (PostgresPollingStatusType, PQconnectPoll, (PGconn * link), (link))
PASS (PGconn *,
      PQconnectStartParams,
      (const char *const *keywords, const char *const *values, int expand),
      (keywords, values, expand))
PASS (int, PQconsumeInput, (PGconn * link), (link))
PASS (int, PQconnectionNeedsPassword, (const PGconn *link), (link))
PASS (void, PQconninfoFree, (PQconninfoOption * options), (options))
PASS (PQconninfoOption *, PQconninfoParse, (const char *text, char **message), (text, message))
PASS (char *,
      PQencryptPasswordConn,
      (PGconn * link, const char *password, const char *user, const char *algorithm),
      (link, password, user, algorithm))
PASS (int, PQenterPipelineMode, (PGconn * link), (link))
PASS (char *, PQerrorMessage, (const PGconn *link), (link))
PASS (PGresult *, PQexec, (PGconn * link, const char *query), (link, query))
PASS (PGresult *,
      PQexecParams,
      (PGconn * link,
       const char *command,
       int n,
       const Oid *types,
       const char *const *values,
       const int *lengths,
       const int *formats,
       int format),
      (link, command, n, types, values, lengths, formats, format))
PASS (PGresult *,
      PQexecPrepared,
      (PGconn * link,
       const char *name,
       int n,
       const char *const *values,
       const int *lengths,
       const int *formats,
       int format),
      (link, name, n, values, lengths, formats, format))
PASS (int, PQexitPipelineMode, (PGconn * link), (link))
PASS (void, PQfinish, (PGconn * link), (link))
PASS (void, PQfreemem, (void *memory), (memory))
PASS (Oid, PQftype, (const PGresult *result, int column), (result, column))
PASS (int, PQgetisnull, (const PGresult *result, int row, int column), (result, row, column))
PASS (int, PQgetlength, (const PGresult *result, int row, int column), (result, row, column))
PASS (PGresult *, PQgetResult, (PGconn * link), (link))
PASS (char *, PQgetvalue, (const PGresult *result, int row, int column), (result, row, column))
PASS (PGnotify *, PQnotifies, (PGconn * link), (link))
PASS (int, PQntuples, (const PGresult *result), (result))
PASS (const char *, PQparameterStatus, (const PGconn *link, const char *name), (link, name))
PASS (char *, PQpass, (const PGconn *link), (link))
PASS (PGpipelineStatus, PQpipelineStatus, (const PGconn *link), (link))
PASS (int, PQpipelineSync, (PGconn * link), (link))
PASS (PGresult *,
      PQprepare,
      (PGconn * link, const char *name, const char *query, int n, const Oid *types),
      (link, name, query, n, types))
PASS (void, PQreset, (PGconn * link), (link))
PASS (char *, PQresultErrorField, (const PGresult *result, int field), (result, field))
PASS (ExecStatusType, PQresultStatus, (const PGresult *result), (result))
PASS (int, PQsendFlushRequest, (PGconn * link), (link))
PASS (int,
      PQsendPrepare,
      (PGconn * link, const char *name, const char *query, int n, const Oid *types),
      (link, name, query, n, types))
PASS (int,
      PQsendQueryParams,
      (PGconn * link,
       const char *command,
       int n,
       const Oid *types,
       const char *const *values,
       const int *lengths,
       const int *formats,
       int format),
      (link, command, n, types, values, lengths, formats, format))
PASS (int,
      PQsendQueryPrepared,
      (PGconn * link,
       const char *name,
       int n,
       const char *const *values,
       const int *lengths,
       const int *formats,
       int format),
      (link, name, n, values, lengths, formats, format))
PASS (int, PQserverVersion, (const PGconn *link), (link))
PASS (PGVerbosity, PQsetErrorVerbosity, (PGconn * link, PGVerbosity verbosity), (link, verbosity))
PASS (PQnoticeProcessor,
      PQsetNoticeProcessor,
      (PGconn * link, PQnoticeProcessor processor, void *data),
      (link, processor, data))
PASS (int, PQsocket, (const PGconn *link), (link))
PASS (int, PQsslInUse, (PGconn * link), (link))
PASS (ConnStatusType, PQstatus, (const PGconn *link), (link))
PASS (PGTransactionStatusType, PQtransactionStatus, (const PGconn *link), (link))
PASS (char *, PQuser, (const PGconn *link), (link))
