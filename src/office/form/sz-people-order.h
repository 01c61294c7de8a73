/* sz-people-order.h — the order in which people stand on forms: 部门序 → 岗位等级 → 姓氏笔画
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-posts.h"

G_BEGIN_DECLS

/** SzFormPlace: where somebody stands; texts are borrowed. */
typedef struct
{
  const char *department; /* nullable */
  SzPost post;            /* 0: not known, last of all */
  const char *key;        /* of sz_people_order_key() */
  const char *staff_no;   /* decides the rest */
} SzFormPlace;

typedef struct _SzPeopleOrder SzPeopleOrder;

/** sz_people_order_new: (transfer full): with the order of departments as it is now. */
SzPeopleOrder *sz_people_order_new (SzOffice *office, GError **error);
void sz_people_order_free (SzPeopleOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPeopleOrder, sz_people_order_free)

/** sz_people_order_key: (transfer none): by 姓氏笔画; lives as long as @order. */
const char *sz_people_order_key (SzPeopleOrder *order, const char *name);

/** sz_people_order_compare: as strcmp(). */
int
sz_people_order_compare (const SzPeopleOrder *order, const SzFormPlace *a, const SzFormPlace *b);

/** sz_people_order_compare_cb: a #GCompareDataFunc of structs that begin with an SzFormPlace; by
 * 部门 first, as is sz_people_order_compare(). */
int sz_people_order_compare_cb (gconstpointer a, gconstpointer b, gpointer order);

/** sz_people_order_by_strokes_cb: likewise, by 姓氏笔画 alone. */
int sz_people_order_by_strokes_cb (gconstpointer a, gconstpointer b, gpointer order);

G_END_DECLS
