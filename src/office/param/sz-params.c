/* sz-params.c — the parameters of a college: looking them up and setting them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-params.h"

#include <stdlib.h>
#include <string.h>

#include "sz-office-private.h"
#include "sz-rules.h"
#include "sz-store-param.h"

#define KIND "param.set"

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
  return sz_params_put (office, key, value, from, source, NULL, error);
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
  g_autofree char *json = make_json_value (value);
  g_autoptr (SzAct) act = NULL;
  g_autoptr (GError) reason = NULL;
  SzParam param = { .key = (char *)key, .value = json, .source = (char *)source, .from = from };

  if (source == NULL || *source == '\0')
    sz_error_set (&reason, SZ_ERROR_FORMAT, "param.no_source", "key", key, NULL);
  else
    sz_rules_check (key, json, &reason);
  if (reason != NULL)
    {
      sz_office_refuse (office, KIND, NULL, NULL, reason, NULL);
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  act = sz_office_begin (office, KIND, NULL, NULL, error);
  if (act == NULL || !sz_store_param_put (act, &param, NULL, error))
    return FALSE;
  if (!sz_act_commit (act, error))
    return FALSE;
  if (act_id != NULL)
    *act_id = g_strdup (sz_act_get_id (act));
  return TRUE;
}
