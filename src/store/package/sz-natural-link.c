/* sz-natural-link.c — which columns name rows of other tables, and what rows are named by (RULE
 * pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-natural-link.h"

#include <stdlib.h>
#include <string.h>

/* Which table a column refers to; subject_id of a case goes by the kind of the case. */
static const struct
{
  const char *column;
  const char *target;
} links[] = {
  { "person_id", "people" },
  { "person_a", "people" },
  { "person_b", "people" },
  { "applicant_id", "applicants" },
  { "position_id", "recruit_positions" },
  { "contract_id", "contracts" },
  { "sheet_id", "fee_sheets" },
  { "round_id", "title_rounds" },
  { "case_id", "cases" },
  { "run_id", "pay_runs" },
  { "correction_id", "pay_runs" },
  { "corrects", "pay_runs" },
};

static const struct
{
  const char *kind;
  const char *target;
} subjects[] = {
  { "engagement", "parttime_cases" },
  { "pay.run", "pay_runs" },
  { "recruit.post", "recruit_positions" },
  { "title.round", "title_rounds" },
};

/* What tells rows apart whose table has no key of its own. */
static const struct
{
  const char *table;
  const char *columns[5];
} keys[] = {
  { "pay_runs", { "act_id", NULL } },
  { "fee_sheets", { "from_date", "to_date", "paid_on", NULL } },
  { "parttime_cases", { "name", "id_number", "course", "from_date", NULL } },
  { "recruit_objections", { "position_id", "applicant_id", "day", "text", NULL } },
};

gboolean
sz_natural_is_subject (const char *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return strcmp (column, "subject_id") == 0;
}

const char *
sz_natural_target (const char *column, const char *kind)
{
  g_return_val_if_fail (column != NULL, NULL);

  for (gsize i = 0; sz_natural_is_subject (column) && kind != NULL && i < G_N_ELEMENTS (subjects);
       i++)
    if (strcmp (subjects[i].kind, kind) == 0)
      return subjects[i].target;
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    if (strcmp (links[i].column, column) == 0)
      return links[i].target;
  return NULL;
}

/* Only rows of our own columns; a text that ends in _id, as act_id, refers to nothing. */
gboolean
sz_natural_is_link (const SzColumn *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return (column->kind == SZ_COLUMN_REF || column->kind == SZ_COLUMN_INT64)
         && (sz_natural_is_subject (column->name)
             || sz_natural_target (column->name, NULL) != NULL);
}

void
sz_natural_append_part (GString *key, const json_t *value)
{
  g_return_if_fail (key != NULL);

  if (key->len > 0)
    g_string_append_c (key, '|');
  if (json_is_string (value))
    g_string_append (key, json_string_value (value));
  else
    g_string_append_printf (key, "%" JSON_INTEGER_FORMAT, json_integer_value (value));
}

static const char *const *
find_own_key (const SzRowType *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].table, type->table) == 0)
      return keys[i].columns;
  return NULL;
}

char *
sz_natural_make_key (const SzRowType *type, const json_t *values)
{
  const char *const *own;
  GString *key;
  gsize at = 0;

  g_return_val_if_fail (type != NULL && values != NULL, NULL);

  own = find_own_key (type);
  key = g_string_new (NULL);
  for (guint i = 0; i < type->n_columns; i++)
    {
      const SzColumn *column = &type->columns[i];

      if (column->flags & SZ_COLUMN_ORIGIN)
        continue;
      if (own != NULL ? g_strv_contains (own, column->name) : (column->flags & SZ_COLUMN_KEY) != 0)
        sz_natural_append_part (key, json_array_get (values, at));
      at++;
    }
  return g_string_free (key, FALSE);
}

char *
sz_natural_tell_apart (const SzRowType *type, GHashTable *seen, char *key)
{
  char *other = key;

  g_return_val_if_fail (type != NULL && seen != NULL && key != NULL, key);

  for (guint n = 2; find_own_key (type) != NULL && g_hash_table_contains (seen, other); n++)
    {
      if (other != key)
        g_free (other);
      other = g_strdup_printf ("%s#%u", key, n);
    }
  if (other != key)
    g_free (key);
  return other;
}

char *
sz_natural_dump (const json_t *values)
{
  char *text;
  char *own;

  g_return_val_if_fail (values != NULL, NULL);

  text = json_dumps (values, JSON_COMPACT);
  own = g_strdup (text);
  free (text);
  return own;
}
