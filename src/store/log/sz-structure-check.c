/* sz-structure-check.c — structure and references of a whole college, looked at beside other work
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-structure-check.h"

#include "sz-db-open.h"
#include "sz-store-private.h"

struct _SzStructureCheck
{
  SzStore *store;
  GThread *thread; /* NULL: there is none; it is done at the end */
  GError *error;
  gboolean sound;
};

static gpointer
check_cb (gpointer data)
{
  SzStructureCheck *check = data;
  SzDb *db = sz_db_open (check->store->db->path, SZ_DB_READ_ONLY, &check->error);

  if (db == NULL)
    return NULL;
  if (sz_db_begin (db, FALSE, &check->error))
    {
      check->sound = db->klass->check (db, &check->error);
      sz_db_rollback (db);
    }
  sz_db_close (db);
  return NULL;
}

SzStructureCheck *
sz_structure_check_start (SzStore *store)
{
  SzStructureCheck *check = g_new0 (SzStructureCheck, 1);

  g_return_val_if_fail (store != NULL, NULL);

  check->store = store;
  if (store->db->klass->is_file)
    check->thread = g_thread_try_new ("structure", check_cb, check, NULL);
  return check;
}

gboolean
sz_structure_check_end (SzStructureCheck *check, gboolean wanted, GError **error)
{
  gboolean sound;

  g_return_val_if_fail (check != NULL, FALSE);

  if (check->thread != NULL)
    g_thread_join (check->thread);
  else if (wanted)
    check->sound = check->store->db->klass->check (check->store->db, &check->error);
  sound = !wanted || check->sound;
  if (!sound)
    g_propagate_error (error, g_steal_pointer (&check->error));
  g_clear_error (&check->error);
  g_free (check);
  return sound;
}
