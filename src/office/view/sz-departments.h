/* sz-departments.h — the order of departments on forms 部门序
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzDepartmentOrder: by the 序号 of `departments`; those without one come last, bytewise. */
typedef struct _SzDepartmentOrder SzDepartmentOrder;

SzDepartmentOrder *sz_department_order_new (SzOffice *office, GError **error);
void sz_department_order_free (SzDepartmentOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzDepartmentOrder, sz_department_order_free)

/** sz_department_order_compare: as strcmp(); "" and NULL come last of all. */
int sz_department_order_compare (const SzDepartmentOrder *order, const char *a, const char *b);

G_END_DECLS
