/* sz-package-part.h — what can be handed over: parts and their tables (RULE pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "sz-natural.h"

G_BEGIN_DECLS

/** SzPackageOf: what a part wants to be told. */
typedef enum
{
  SZ_PACKAGE_OF_ALL,
  SZ_PACKAGE_OF_YEAR,
  SZ_PACKAGE_OF_RUN,
  SZ_PACKAGE_OF_PLAN,
  SZ_PACKAGE_OF_BATCH,
} SzPackageOf;

/**
 * SzPackageTable: a row belongs to a part when its @column, named as it travels, holds what was
 * asked for, or, with @by, what the rows of that table that belong to the part are named by, or
 * hold in their column @by_column. No @column: every row does.
 */
typedef struct
{
  const char *table;
  const char *column;
  const char *by;
  const char *by_column;
} SzPackageTable;

typedef struct
{
  const char *name;
  SzPackageOf of;
  const SzPackageTable *tables; /* what others refer to stands first; ended by one without a name */
} SzPackagePart;

/** sz_package_parts: ended by one without a name. */
const SzPackagePart *sz_package_parts (void);

/** sz_package_part_find: (nullable): by its name. */
const SzPackagePart *sz_package_part_find (const char *name);

/** sz_package_part_table: (nullable): its line about @table. */
const SzPackageTable *sz_package_part_table (const SzPackagePart *part, const char *table);

/** sz_package_part_dup_names: (transfer full): "people, workload, …". */
char *sz_package_part_dup_names (void);

/** sz_package_of_word: "year", "run", "plan", "batch"; "" of all. */
const char *sz_package_of_word (SzPackageOf of);

/** sz_package_table_stays: (nullable): why rows of @table never travel: every table of the journal
 *  is in a part or has its reason here. */
const char *sz_package_table_stays (const char *table);

/** SzPackageScope: which rows of a college a part holds, table by table in the part's order. */
typedef struct _SzPackageScope SzPackageScope;

/** sz_package_scope_new: @asked: (nullable): the act of the run, the code of the plan, the name of
 *  the batch. */
SzPackageScope *sz_package_scope_new (const SzPackagePart *part, int year, const char *asked);
void sz_package_scope_free (SzPackageScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPackageScope, sz_package_scope_free)

/** sz_package_scope_list: (transfer full) (element-type SzNaturalRow): those of @table. */
GPtrArray *sz_package_scope_list (SzPackageScope *scope,
                                  SzNatural *natural,
                                  const char *table,
                                  GError **error);

G_END_DECLS
