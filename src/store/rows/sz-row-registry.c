/* sz-row-registry.c — every table that is journalled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-row-registry.h"

#include <string.h>

static GPtrArray *
get_types (void)
{
  static gsize ready = 0;
  static GPtrArray *types = NULL;

  if (g_once_init_enter (&ready))
    {
      types = g_ptr_array_new ();
#define ADD(type) g_ptr_array_add (types, (gpointer)&type);
      SZ_ROW_TYPES (ADD)
#undef ADD
      g_once_init_leave (&ready, 1);
    }
  return types;
}

const GPtrArray *
sz_row_registry (void)
{
  return get_types ();
}

const SzRowType *
sz_row_registry_find (const char *table)
{
  const GPtrArray *types = get_types ();

  g_return_val_if_fail (table != NULL, NULL);

  for (guint i = 0; i < types->len; i++)
    if (strcmp (((const SzRowType *)types->pdata[i])->table, table) == 0)
      return types->pdata[i];
  return NULL;
}

void
sz_row_registry_add (const SzRowType *type)
{
  g_return_if_fail (type != NULL && sz_row_registry_find (type->table) == NULL);

  g_ptr_array_add (get_types (), (gpointer)type);
}
