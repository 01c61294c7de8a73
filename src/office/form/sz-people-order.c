/* sz-people-order.c — the order in which people stand on forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-order.h"

#include <string.h>

#include "sz-departments.h"
#include "sz-namekey.h"

struct _SzPeopleOrder
{
  SzDepartmentOrder *departments;
  SzNameKeys *keys;
  GStringChunk *texts;
};

SzPeopleOrder *
sz_people_order_new (SzOffice *office, GError **error)
{
  SzDepartmentOrder *departments;
  SzPeopleOrder *order;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  departments = sz_department_order_new (office, error);
  if (departments == NULL)
    return NULL;
  order = g_new0 (SzPeopleOrder, 1);
  order->departments = departments;
  order->keys = sz_name_keys_new ();
  order->texts = g_string_chunk_new (4096);
  return order;
}

void
sz_people_order_free (SzPeopleOrder *order)
{
  if (order == NULL)
    return;
  sz_department_order_free (order->departments);
  sz_name_keys_free (order->keys);
  g_string_chunk_free (order->texts);
  g_free (order);
}

const char *
sz_people_order_key (SzPeopleOrder *order, const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (order != NULL && name != NULL, "");
  key = sz_name_keys_sort_key (order->keys, SZ_NAME_ORDER_SURNAME_STROKES, name, NULL);
  return g_string_chunk_insert_const (order->texts, key);
}

static int
compare_names (const SzFormPlace *a, const SzFormPlace *b)
{
  int result = strcmp (a->key, b->key);

  return result != 0 ? result : strcmp (a->staff_no, b->staff_no);
}

int
sz_people_order_compare (const SzPeopleOrder *order, const SzFormPlace *a, const SzFormPlace *b)
{
  int result;

  g_return_val_if_fail (order != NULL && a != NULL && b != NULL, 0);
  result = sz_department_order_compare (order->departments, a->department, b->department);
  if (result == 0)
    result = sz_post_order (a->post) - sz_post_order (b->post);
  return result != 0 ? result : compare_names (a, b);
}

int
sz_people_order_compare_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  return sz_people_order_compare (order, a, b);
}

int
sz_people_order_by_strokes_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  return compare_names (a, b);
}
