/* sz-package-keys.c — one's own key and those of others (RULE pkg-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-keys.h"

#include "sz-office-act.h"
#include "sz-package-key.h"
#include "sz-package-rows.h"
#include "sz-package.h"
#include "sz-session-private.h"

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

  if (sz_office_get_session (office) != NULL)
    return sz_session_open_key (sz_office_get_session (office), seed, error);
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

/* The key that an account signs with now. */
static gboolean
find_account_key (SzOffice *office, const char *name, char **key, GError **error)
{
  g_autoptr (GArray) accounts
      = sz_store_account_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  g_autoptr (GArray) keys
      = accounts != NULL
            ? sz_store_account_key_list (sz_office_get_store (office), SZ_ROWS_ALL, error)
            : NULL;

  for (guint i = 0; keys != NULL && i < accounts->len; i++)
    {
      const SzAccountRow *account = &g_array_index (accounts, SzAccountRow, i);

      if (!g_str_equal (account->name, name) || !g_str_equal (account->state, SZ_ACCOUNT_ACTIVE))
        continue;
      for (guint j = keys->len; j > 0 && *key == NULL; j--)
        if (g_array_index (keys, SzAccountKey, j - 1).account_id == account->id)
          *key = g_strdup (g_array_index (keys, SzAccountKey, j - 1).public_key);
    }
  return keys != NULL;
}

gboolean
sz_package_find_key (SzOffice *office, const char *name, char **key, GError **error)
{
  g_auto (SzTrustedKey) trusted = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && name != NULL && key != NULL, FALSE);

  *key = NULL;
  trusted.name = g_strdup (name);
  if (!sz_store_key_find (sz_office_get_store (office), &trusted, &found, error))
    return FALSE;
  if (!found)
    return find_account_key (office, name, key, error);
  *key = g_strdup (trusted.public_key);
  return TRUE;
}

char *
sz_package_dup_known_name (SzOffice *office, const char *hex, GError **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_auto (SzAccountKey) own = { 0 };
  g_auto (SzAccountRow) account = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && hex != NULL, NULL);

  keys = sz_office_keys (office, error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (g_ascii_strcasecmp (((SzKnownKey *)keys->pdata[i])->public_key, hex) == 0)
      return g_strdup (((SzKnownKey *)keys->pdata[i])->name);
  own.public_key = g_ascii_strdown (hex, -1);
  if (keys == NULL || !sz_store_account_key_find (sz_office_get_store (office), &own, &found, error)
      || !found
      || !sz_store_account_get (sz_office_get_store (office), own.account_id, &account, &found,
                                error)
      || !found)
    return NULL;
  return g_strdup (account.name);
}

char *
sz_package_dup_key_name (SzOffice *office, const char *hex, GError **error)
{
  guint8 bytes[32] = { 0 };
  char *name = sz_package_dup_known_name (office, hex, error);

  if (name != NULL)
    return name;
  sz_package_key_from_hex (hex, bytes);
  return sz_package_dup_fingerprint (bytes);
}
