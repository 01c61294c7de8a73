/* sz-params.c — the parameters of a college: looking them up and setting them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-params.h"

#include <stdlib.h>
#include <string.h>

#include "sz-office-act.h"
#include "sz-rules.h"
#include "sz-store-param.h"

GArray *
sz_params_gather (SzOffice *office, GError **error)
{
  g_autoptr (GArray) own = sz_store_param_list (sz_office_get_store (office), error);
  GArray *all;

  if (own == NULL)
    return NULL;
  all = sz_rules_presets ();
  g_array_append_vals (all, own->data, own->len);
  /* The rows are moved, not copied: their strings belong to the longer list now. */
  g_array_set_clear_func (own, NULL);
  return all;
}

static int
compare_keys_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzParam *)a)->key, ((const SzParam *)b)->key);
}

static void
copy_param (const SzParam *from, SzParam *to)
{
  *to = *from;
  to->key = g_strdup (from->key);
  to->value = g_strdup (from->value);
  to->source = g_strdup (from->source);
}

GArray *
sz_params_in_force (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (GArray) all = sz_params_gather (office, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *rows;

  if (all == NULL)
    return NULL;
  rows = g_array_new (FALSE, FALSE, sizeof (SzParam));
  g_array_set_clear_func (rows, (GDestroyNotify)sz_param_clear);
  for (guint i = 0; i < all->len; i++)
    {
      const char *key = g_array_index (all, SzParam, i).key;
      const SzParam *found = sz_param_at ((const SzParam *)all->data, all->len, key, day);
      SzParam copy;

      if (found == NULL || !g_hash_table_add (seen, (gpointer)key))
        continue;
      copy_param (found, &copy);
      g_array_append_val (rows, copy);
    }
  g_array_sort (rows, compare_keys_cb);
  return rows;
}

/* "0.75" is typed by people, "\"0.75\"" is kept: a JSON number would be a binary fraction. */
static char *
make_json_value (const char *value)
{
  json_t *text;
  char *dumped;
  char *result;

  if (strchr ("{[\"", *value) != NULL && *value != '\0')
    return g_strdup (value);
  text = json_string (value);
  dumped = json_dumps (text, JSON_ENCODE_ANY);
  result = g_strdup (dumped);
  free (dumped);
  json_decref (text);
  return result;
}

gboolean
sz_params_set (SzOffice *office,
               const char *key,
               const char *value,
               SzDate from,
               const char *source,
               GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_params_put (office, key, value, from, source, NULL, error);
}

static gboolean
put_param (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  SzParam *param = user_data;

  if (param->source == NULL || *param->source == '\0')
    return sz_error_set (error, SZ_ERROR_FORMAT, "param.no_source", "key", param->key, NULL);
  return sz_rules_check (param->key, param->value, error)
         && sz_store_param_put (act, param, NULL, error);
}

gboolean
sz_params_put (SzOffice *office,
               const char *key,
               const char *value,
               SzDate from,
               const char *source,
               char **act_id,
               GError **error)
{
  /* Finance sets what is its own: pay, tax, bank (RULE acc-3). */
  const gboolean of_pay = key != NULL
                          && (g_str_has_prefix (key, "pay.") || g_str_has_prefix (key, "tax.")
                              || g_str_has_prefix (key, "bank."));
  const SzActHead head = { .kind = "param.set", .right = of_pay ? "param.set.pay" : NULL };
  g_autofree char *json = NULL;
  SzParam param = { .key = (char *)key, .source = (char *)source, .from = from };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && key != NULL && value != NULL, FALSE);

  param.value = json = make_json_value (value);
  return sz_office_run (office, &head, put_param, &param, act_id, error);
}
