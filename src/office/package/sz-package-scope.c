/* sz-package-scope.c — which rows of a college a part holds (RULE pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-frozen-rows.h"
#include "sz-package-part.h"
#include "sz-row-registry.h"

struct _SzPackageScope
{
  const SzPackagePart *part;
  int year;
  char *asked;
  GHashTable *belongs; /* "table\tcolumn\tvalue"; a row is what it is named by in the column "" */
};

SzPackageScope *
sz_package_scope_new (const SzPackagePart *part, int year, const char *asked)
{
  SzPackageScope *scope;

  g_return_val_if_fail (part != NULL, NULL);

  scope = g_new0 (SzPackageScope, 1);
  scope->part = part;
  scope->year = year;
  scope->asked = g_strdup (asked);
  scope->belongs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return scope;
}

void
sz_package_scope_free (SzPackageScope *scope)
{
  if (scope == NULL)
    return;
  g_free (scope->asked);
  g_hash_table_unref (scope->belongs);
  g_free (scope);
}

static char *
name_value (const char *table, const char *column, const char *value)
{
  return g_strjoin ("\t", table, column != NULL ? column : "", value, NULL);
}

/* A case is about a row of the table that its kind says: others may be named alike. */
static gboolean
is_about (const SzPackageTable *line, const json_t *values)
{
  return !sz_natural_is_subject (line->column)
         || g_strcmp0 (sz_natural_target (line->column,
                                          json_string_value (json_array_get (values, 0))),
                       line->by)
                == 0;
}

static gboolean
is_in (const SzPackageScope *scope,
       const SzPackageTable *line,
       const json_t *columns,
       const json_t *values)
{
  const gssize at = sz_natural_find_column (columns, line->column);
  const char *value = at >= 0 ? json_string_value (json_array_get (values, (gsize)at)) : NULL;
  g_autofree char *name = NULL;

  if (value == NULL || !is_about (line, values))
    return FALSE;
  if (line->by == NULL)
    return g_strcmp0 (value, scope->asked) == 0;
  name = name_value (line->by, line->by_column, value);
  return g_hash_table_contains (scope->belongs, name);
}

/* What later tables of the part go by. */
static void
learn_row (SzPackageScope *scope, const char *table, const SzNaturalRow *row, const json_t *columns)
{
  json_t *values = json_loads (row->values, 0, NULL);

  g_hash_table_add (scope->belongs, name_value (table, NULL, row->key));
  for (const SzPackageTable *line = scope->part->tables; line->table != NULL; line++)
    {
      gssize at;

      if (line->by_column == NULL || strcmp (line->by, table) != 0)
        continue;
      at = sz_natural_find_column (columns, line->by_column);
      g_hash_table_add (scope->belongs,
                        name_value (table, line->by_column,
                                    json_string_value (json_array_get (values, (gsize)at))));
    }
  json_decref (values);
}

static gboolean
is_gone_by (const SzPackagePart *part, const char *table)
{
  for (const SzPackageTable *line = part->tables; line->table != NULL; line++)
    if (g_strcmp0 (line->by, table) == 0)
      return TRUE;
  return FALSE;
}

static GPtrArray *
filter_rows (SzPackageScope *scope,
             const SzPackageTable *line,
             const json_t *columns,
             GPtrArray *rows)
{
  GPtrArray *kept;

  if (line->column == NULL && !is_gone_by (scope->part, line->table))
    return rows;
  kept = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_natural_row_free);
  for (guint i = 0; i < rows->len; i++)
    {
      SzNaturalRow *row = rows->pdata[i];
      json_t *values = json_loads (row->values, 0, NULL);

      if (line->column == NULL || is_in (scope, line, columns, values))
        {
          learn_row (scope, line->table, row, columns);
          g_ptr_array_add (kept, row);
        }
      else
        sz_natural_row_free (row);
      json_decref (values);
    }
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_unref (rows);
  return kept;
}

GPtrArray *
sz_package_scope_list (SzPackageScope *scope, SzNatural *natural, const char *table, GError **error)
{
  const SzFrozenTable *frozen;
  const SzPackageTable *line;
  const SzRowType *type;
  GPtrArray *rows;
  json_t *columns;

  g_return_val_if_fail (scope != NULL && natural != NULL && table != NULL, NULL);

  frozen = sz_frozen_table_find (table);
  if (frozen != NULL)
    return sz_frozen_list (natural, frozen, sz_natural_id_of (natural, "pay_runs", scope->asked),
                           error);
  line = sz_package_part_table (scope->part, table);
  type = sz_row_registry_find (table);
  g_return_val_if_fail (line != NULL && type != NULL, NULL);
  rows = sz_natural_list (natural, type, scope->year, error);
  if (rows == NULL)
    return NULL;
  columns = sz_natural_columns (type);
  rows = filter_rows (scope, line, columns, rows);
  json_decref (columns);
  for (guint i = 0; scope->part->of == SZ_PACKAGE_OF_RUN && i < rows->len; i++)
    if (!sz_frozen_name_hashes (natural, type, sz_natural_id_of (natural, "pay_runs", scope->asked),
                                rows->pdata[i], error))
      {
        g_ptr_array_unref (rows);
        return NULL;
      }
  return rows;
}
