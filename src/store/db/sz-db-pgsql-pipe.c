/* sz-db-pgsql-pipe.c — statements sent on without waiting, and their answers (RULE srv-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-pipe.h"

#include <string.h>

/* So many go out before the server is asked to let go of their answers, and twice as many may wait:
 * while the second half is written the first is done. */
#define HALF 512

/* A statement on its way. */
typedef struct
{
  SzRowTag tag;
  char *key;
  gboolean tagged;
  gboolean mute;
} Waiting;

static void
free_waiting (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->key);
  g_free (waiting);
}

gboolean
sz_pgsql_pipe_is_open (const SzDbPgsql *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return PQpipelineStatus (db->link) != PQ_PIPELINE_OFF;
}

gboolean
sz_pgsql_pipe_open (SzDbPgsql *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return PQstatus (db->link) == CONNECTION_OK && PQenterPipelineMode (db->link) != 0;
}

void
sz_pgsql_pipe_expect (SzDbPgsql *db, const SzRowTag *tag, gboolean mute)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  g_return_if_fail (db != NULL);

  if (tag != NULL)
    {
      waiting->tag = *tag;
      waiting->key = g_strdup (tag->key);
      waiting->tag.key = waiting->key;
      waiting->tagged = TRUE;
    }
  waiting->mute = mute;
  g_queue_push_tail (&db->waiting, waiting);
  db->unflushed++;
}

gboolean
sz_pgsql_pipe_lead (SzDbPgsql *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return db->send_heap == NULL || db->send_heap (db);
}

gboolean
sz_pgsql_pipe_send (SzDbPgsql *db, const char *sql)
{
  g_return_val_if_fail (db != NULL && sql != NULL, FALSE);

  return sz_pgsql_pipe_lead (db)
         && PQsendQueryParams (db->link, sql, 0, NULL, NULL, NULL, NULL, 1) != 0;
}

/* Of one statement, with the end behind it; NULL: the connection is lost and said so before. */
static PGresult *
take_result (SzDbPgsql *db)
{
  PGresult *result = PQgetResult (db->link);
  PGresult *more;

  if (result == NULL || PQresultStatus (result) == PGRES_PIPELINE_SYNC)
    return result;
  while (PQstatus (db->link) == CONNECTION_OK && (more = PQgetResult (db->link)) != NULL)
    PQclear (more);
  return result;
}

static void
judge (SzDbPgsql *db, const Waiting *waiting, const PGresult *result)
{
  const ExecStatusType status = result != NULL ? PQresultStatus (result) : PGRES_FATAL_ERROR;
  GError *fault = NULL;

  if (status == PGRES_FATAL_ERROR || status == PGRES_PIPELINE_ABORTED)
    db->plans++;
  if (db->fault != NULL || db->failed || waiting->mute || status == PGRES_PIPELINE_ABORTED)
    return;
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
    {
      sz_db_pgsql_fail (db, result, &fault);
      if (waiting->tagged)
        sz_row_tell_fault (&waiting->tag, fault, &db->fault);
      else
        db->fault = fault;
    }
  else if (waiting->tagged && waiting->tag.one
           && strcmp (PQcmdTuples ((PGresult *)result), "0") == 0)
    sz_row_tell_stale (&waiting->tag, &db->fault);
}

static void
take_answers (SzDbPgsql *db, guint left)
{
  while (db->waiting.length > left)
    {
      Waiting *waiting = g_queue_pop_head (&db->waiting);
      PGresult *result = PQstatus (db->link) == CONNECTION_OK ? take_result (db) : NULL;

      judge (db, waiting, result);
      PQclear (result);
      free_waiting (waiting);
    }
}

void
sz_pgsql_pipe_ebb (SzDbPgsql *db)
{
  g_return_if_fail (db != NULL);

  if (db->unflushed < HALF)
    return;
  db->unflushed = 0;
  if (PQsendFlushRequest (db->link) == 0)
    take_answers (db, 0);
  else if (db->waiting.length > HALF)
    {
      take_answers (db, HALF);
      db->trips++;
    }
}

/* The server answers everything up to here. */
static void
send_sync (SzDbPgsql *db)
{
  db->unflushed = 0;
  db->trips++;
  if (PQpipelineSync (db->link) == 0 && db->fault == NULL && !db->failed && db->waiting.length > 0)
    sz_db_pgsql_fail (db, NULL, &db->fault);
}

static void
take_sync (SzDbPgsql *db)
{
  PGresult *result = PQstatus (db->link) == CONNECTION_OK ? PQgetResult (db->link) : NULL;

  g_warn_if_fail (result == NULL || PQresultStatus (result) == PGRES_PIPELINE_SYNC
                  || PQstatus (db->link) == CONNECTION_BAD);
  PQclear (result);
}

PGresult *
sz_pgsql_pipe_answer (SzDbPgsql *db)
{
  PGresult *result;

  g_return_val_if_fail (db != NULL, NULL);

  send_sync (db);
  take_answers (db, 0);
  result = PQstatus (db->link) == CONNECTION_OK ? take_result (db) : NULL;
  if (result == NULL || PQresultStatus (result) == PGRES_FATAL_ERROR
      || PQresultStatus (result) == PGRES_PIPELINE_ABORTED)
    db->plans++;
  take_sync (db);
  return result;
}

gboolean
sz_pgsql_pipe_tell (SzDbPgsql *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  if (db->failed)
    return sz_error_set (error, SZ_ERROR_IO, "db.rolled_back", "file", db->parent.path, NULL);
  if (db->fault == NULL)
    return TRUE;
  db->failed = db->in_transaction;
  g_propagate_error (error, g_steal_pointer (&db->fault));
  return FALSE;
}

void
sz_pgsql_pipe_close (SzDbPgsql *db)
{
  g_return_if_fail (db != NULL);

  if (!sz_pgsql_pipe_is_open (db))
    return;
  if (!sz_pgsql_pipe_lead (db) && db->fault == NULL)
    sz_db_pgsql_fail (db, NULL, &db->fault);
  if (db->waiting.length > 0)
    {
      send_sync (db);
      take_answers (db, 0);
      take_sync (db);
    }
  if (PQstatus (db->link) == CONNECTION_OK && PQexitPipelineMode (db->link) == 0)
    g_warning ("%s", PQerrorMessage (db->link));
}

gboolean
sz_pgsql_pipe_writes_one (const SzDbPgsql *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  for (const GList *l = db->waiting.head; l != NULL; l = l->next)
    if (((const Waiting *)l->data)->tag.one)
      return TRUE;
  return FALSE;
}

void
sz_pgsql_pipe_clear (SzDbPgsql *db)
{
  g_return_if_fail (db != NULL);

  g_queue_clear_full (&db->waiting, free_waiting);
  db->heaps++;
  db->unflushed = 0;
  db->failed = FALSE;
  g_clear_error (&db->fault);
}
