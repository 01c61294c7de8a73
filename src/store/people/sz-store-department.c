/* sz-store-department.c — departments 部门
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-department.h"

#include "sz-pay-ties.h"
#include "sz-row-table.h"

#define DEPARTMENT(field) G_STRUCT_OFFSET (SzDepartment, field)

static const SzColumn department_columns[] = {
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, DEPARTMENT (name), 0 },
  { "position", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, DEPARTMENT (position), 0 },
  { "parent", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, DEPARTMENT (parent), 0 },
  { "has_coefficient", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, DEPARTMENT (has_coefficient), 0 },
  { "coefficient_x1e4", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, DEPARTMENT (coefficient_x1e4), 0 },
  { "function", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, DEPARTMENT (function), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, DEPARTMENT (batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, DEPARTMENT (source_row), 0 },
};

/* Departments are named, not referred to by number. */
#define BY_NAME(table, column)                                                                     \
  "SELECT id FROM " table " WHERE " column " = (SELECT name FROM departments WHERE id = $1)"

const SzRowType sz_department_type
    = { SZ_ROW_TYPE ("departments", SzDepartment, department_columns), .ties = sz_pay_ties,
        .others
        = BY_NAME ("person_records", "field = 'department' AND value") " UNION ALL " BY_NAME (
            "departments", "parent") " UNION ALL " BY_NAME ("contracts", "department") " LIMIT 1" };

SZ_ROW_DEFINE (SzDepartment, sz_store_department, sz_department_type)
