/* sz-store-department.h — departments 部门
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-row.h"

G_BEGIN_DECLS

/** SzDepartment: 部门: order on forms, parent, coefficient (RULE pay-5). Key: name. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *name;
  int position; /* 序号 */
  char *parent; /* 上级, "" when none */
  gboolean has_coefficient;
  gint64 coefficient_x1e4; /* 系数 */
  char *function;          /* 职能, code; "" when none */
  gint64 batch_id;
  int source_row;
} SzDepartment;
SZ_ROW_API (SzDepartment, sz_store_department)

G_END_DECLS
