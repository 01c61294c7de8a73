/* sz-departments.c — the order of departments on forms 部门序
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-departments.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-store-people.h"

struct _SzDepartmentOrder
{
  GHashTable *positions; /* name → 序号 + 1 */
};

SzDepartmentOrder *
sz_department_order_new (SzOffice *office, GError **error)
{
  g_autoptr (GArray) rows
      = sz_store_department_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  SzDepartmentOrder *order;

  if (rows == NULL)
    return NULL;
  order = g_new0 (SzDepartmentOrder, 1);
  order->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzDepartment *row = &g_array_index (rows, SzDepartment, i);

      /* The roster names departments too, without a place. */
      if (row->position <= 0)
        continue;
      g_hash_table_replace (order->positions, g_strdup (row->name),
                            GINT_TO_POINTER (row->position));
    }
  return order;
}

void
sz_department_order_free (SzDepartmentOrder *order)
{
  if (order == NULL)
    return;
  g_hash_table_unref (order->positions);
  g_free (order);
}

static gint64
get_position (const SzDepartmentOrder *order, const char *name)
{
  gpointer position;

  if (name == NULL || *name == '\0')
    return G_MAXINT64;
  if (!g_hash_table_lookup_extended (order->positions, name, NULL, &position))
    return (gint64)G_MAXINT + 1;
  return GPOINTER_TO_INT (position);
}

int
sz_department_order_compare (const SzDepartmentOrder *order, const char *a, const char *b)
{
  gint64 left = get_position (order, a);
  gint64 right = get_position (order, b);

  if (left != right)
    return left < right ? -1 : 1;
  return strcmp (a != NULL ? a : "", b != NULL ? b : "");
}
