/* sz-package-key.c — the key of who hands over (RULE pkg-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-key.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

char *
sz_package_key_dup_hex (const guint8 *key)
{
  char hex[65];

  sodium_bin2hex (hex, sizeof hex, key, 32);
  return g_strdup (hex);
}

gboolean
sz_package_key_from_hex (const char *hex, guint8 *key)
{
  gsize length = 0;

  g_return_val_if_fail (hex != NULL && key != NULL, FALSE);

  return strlen (hex) == 64 && sodium_hex2bin (key, 32, hex, 64, NULL, &length, NULL) == 0
         && length == 32;
}

void
sz_package_key_wipe (gpointer bytes, gsize length)
{
  if (bytes != NULL)
    sodium_memzero (bytes, length);
}

static gboolean
make_key (const char *path, guint8 *seed, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *hex = NULL;
  g_autoptr (GError) fault = NULL;

  randombytes_buf (seed, 32);
  hex = sz_package_key_dup_hex (seed);
  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_set_contents_full (path, hex, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, &fault))
    {
      sodium_memzero (hex, strlen (hex));
      return TRUE;
    }
  return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail",
                       fault != NULL ? fault->message : g_strerror (errno), NULL);
}

gboolean
sz_package_key_load (const char *path, guint8 *seed, GError **error)
{
  g_autofree char *hex = NULL;
  gsize length = 0;
  gboolean done;

  g_return_val_if_fail (path != NULL && seed != NULL, FALSE);
  g_assert (sodium_init () >= 0);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return make_key (path, seed, error);
  done = g_file_get_contents (path, &hex, &length, NULL)
         && sz_package_key_from_hex (g_strchomp (hex), seed);
  sz_package_key_wipe (hex, length);
  return done || sz_error_set (error, SZ_ERROR_FORMAT, "key.damaged", "file", path, NULL);
}

void
sz_package_key_public (const guint8 *seed, guint8 *public_key)
{
  guint8 secret[crypto_sign_SECRETKEYBYTES];

  crypto_sign_seed_keypair (public_key, secret, seed);
  sodium_memzero (secret, sizeof secret);
}

void
sz_package_key_secret (const guint8 *seed, guint8 *secret)
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 whole[crypto_sign_SECRETKEYBYTES];

  crypto_sign_seed_keypair (public_key, whole, seed);
  g_assert (crypto_sign_ed25519_sk_to_curve25519 (secret, whole) == 0);
  sodium_memzero (whole, sizeof whole);
}

gboolean
sz_package_key_recipient (const guint8 *public_key, guint8 *recipient)
{
  return crypto_sign_ed25519_pk_to_curve25519 (recipient, public_key) == 0;
}
