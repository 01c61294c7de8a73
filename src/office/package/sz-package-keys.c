/* sz-package-keys.c — one's own key and those of others (RULE pkg-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-keys.h"

#include "sz-office-act.h"
#include "sz-package-key.h"
#include "sz-package-rows.h"
#include "sz-package.h"

void
sz_known_key_free (SzKnownKey *key)
{
  g_free (key->name);
  g_free (key->public_key);
  g_free (key->fingerprint);
  g_free (key->at);
  g_free (key->who);
  g_free (key);
}

gboolean
sz_office_key_seed (SzOffice *office, guint8 *seed, GError **error)
{
  g_autofree char *origin = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && seed != NULL, FALSE);

  origin = sz_store_dup_origin (sz_office_get_store (office), error);
  if (origin == NULL)
    return FALSE;
  name = g_strconcat (origin, ".key", NULL);
  path = g_build_filename (g_get_user_data_dir (), "shizi", "keys", name, NULL);
  return sz_package_key_load (path, seed, error);
}

static SzKnownKey *
make_known (const guint8 *public_key)
{
  SzKnownKey *known = g_new0 (SzKnownKey, 1);

  known->public_key = sz_package_key_dup_hex (public_key);
  known->fingerprint = sz_package_dup_fingerprint (public_key);
  return known;
}

SzKnownKey *
sz_office_key_own (SzOffice *office, GError **error)
{
  guint8 seed[32], public_key[32];

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  if (!sz_office_key_seed (office, seed, error))
    return NULL;
  sz_package_key_public (seed, public_key);
  sz_package_key_wipe (seed, sizeof seed);
  return make_known (public_key);
}

typedef struct
{
  const char *name;
  const char *key;
} Trust;

static gboolean
trust (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Trust *asked = user_data;
  guint8 bytes[32], recipient[32];
  g_autofree char *hex = NULL;
  g_autofree char *fingerprint = NULL;
  g_auto (SzTrustedKey) row = { 0 };
  g_autoptr (GError) fault = NULL;

  if (!sz_package_key_from_hex (asked->key, bytes) || !sz_package_key_recipient (bytes, recipient))
    return sz_error_set (error, SZ_ERROR_REFUSED, "key.invalid", "key", asked->key, NULL);
  hex = sz_package_key_dup_hex (bytes);
  row.name = g_strdup (asked->name);
  row.public_key = g_strdup (hex);
  row.at = g_strdup (sz_act_get_at (act));
  row.who = g_strdup (sz_act_get_who (act));
  if (!sz_store_key_put (act, &row, SZ_PUT_INSERT, NULL, &fault))
    {
      if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_CONSTRAINT))
        return sz_error_set (error, SZ_ERROR_REFUSED, "key.known", "name", asked->name, NULL);
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  fingerprint = sz_package_dup_fingerprint (bytes);
  json_object_set_new (summary, "name", json_string (asked->name));
  json_object_set_new (summary, "fingerprint", json_string (fingerprint));
  return TRUE;
}

gboolean
sz_office_key_trust (SzOffice *office, const char *name, const char *key, GError **error)
{
  Trust asked = { name, key };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && name != NULL && key != NULL, FALSE);

  return sz_office_run (office, &(SzActHead){ .kind = "key.trust" }, trust, &asked, NULL, error);
}

GPtrArray *
sz_office_keys (SzOffice *office, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) keys = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  rows = sz_store_key_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  if (rows == NULL)
    return NULL;
  keys = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_known_key_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzTrustedKey *row = &g_array_index (rows, SzTrustedKey, i);
      guint8 bytes[32] = { 0 };
      SzKnownKey *known;

      sz_package_key_from_hex (row->public_key, bytes);
      known = make_known (bytes);
      known->name = g_strdup (row->name);
      known->at = g_strdup (row->at);
      known->who = g_strdup (row->who);
      g_ptr_array_add (keys, known);
    }
  return g_steal_pointer (&keys);
}
