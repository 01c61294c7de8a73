/* sz-package-slot.c — who may open a package: key slots (RULE pkg-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-slot.h"

#include <sodium.h>
#include <string.h>

enum
{
  SLOT_PASSWORD = 1,
  SLOT_RECIPIENT = 2,
};

/* Places in a slot */
#define OPS_AT 4
#define MEMORY_AT 8
#define SALT_AT 12
#define NONCE_AT 28
#define BOX_AT 52
#define BOX_BYTES (SZ_PACKAGE_KEY_BYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define PUBLIC_AT 4
#define SEAL_AT 36
#define SEAL_BYTES (SZ_PACKAGE_KEY_BYTES + crypto_box_SEALBYTES)

#define OPS_WRITTEN 3
#define MEMORY_KIB_WRITTEN (256 * 1024)
#define OPS_MAX 10
#define MEMORY_KIB_MIN (8 * 1024)
#define MEMORY_KIB_MAX (1024 * 1024)

static guint32
get_u32 (const guint8 *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_LE (value);
}

static void
put_u32 (guint8 *bytes, guint32 value)
{
  value = GUINT32_TO_LE (value);
  memcpy (bytes, &value, sizeof value);
}

guint
sz_package_slots_count (const SzPackageSealer *sealer)
{
  g_return_val_if_fail (sealer != NULL, 0);

  return (sealer->password != NULL ? 1 : 0) + sealer->n_recipients;
}

/* The key that a password gives, in memory that is neither swapped out nor left behind. */
static guint8 *
stretch_password (const char *password, const guint8 *slot, GError **error)
{
  g_autofree char *normal = g_utf8_normalize (password, -1, G_NORMALIZE_NFC);
  guint8 *kek = sodium_malloc (SZ_PACKAGE_KEY_BYTES);
  const char *text = normal != NULL ? normal : password;

  if (kek != NULL
      && crypto_pwhash (kek, SZ_PACKAGE_KEY_BYTES, text, strlen (text), slot + SALT_AT,
                        get_u32 (slot + OPS_AT), (gsize)get_u32 (slot + MEMORY_AT) * 1024,
                        crypto_pwhash_ALG_ARGON2ID13)
             == 0)
    {
      if (normal != NULL)
        sodium_memzero (normal, strlen (normal));
      return kek;
    }
  sodium_free (kek);
  sz_error_set (error, SZ_ERROR_IO, "package.memory", NULL);
  return NULL;
}

static gboolean
seal_password (
    const char *password, const guint8 *prefix, const guint8 *key, guint8 *slot, GError **error)
{
  guint8 *kek;

  slot[0] = SLOT_PASSWORD;
  put_u32 (slot + OPS_AT, OPS_WRITTEN);
  put_u32 (slot + MEMORY_AT, MEMORY_KIB_WRITTEN);
  randombytes_buf (slot + SALT_AT, crypto_pwhash_SALTBYTES);
  randombytes_buf (slot + NONCE_AT, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  kek = stretch_password (password, slot, error);
  if (kek == NULL)
    return FALSE;
  crypto_aead_xchacha20poly1305_ietf_encrypt (slot + BOX_AT, NULL, key, SZ_PACKAGE_KEY_BYTES,
                                              prefix, SZ_PACKAGE_PREFIX_BYTES, NULL,
                                              slot + NONCE_AT, kek);
  sodium_free (kek);
  return TRUE;
}

gboolean
sz_package_slots_seal (const SzPackageSealer *sealer,
                       const guint8 *prefix,
                       const guint8 *key,
                       guint8 *slots,
                       GError **error)
{
  guint8 *slot = slots;

  g_return_val_if_fail (sealer != NULL && slots != NULL, FALSE);

  memset (slots, 0, (gsize)sz_package_slots_count (sealer) * SZ_PACKAGE_SLOT_BYTES);
  if (sealer->password != NULL)
    {
      if (!seal_password (sealer->password, prefix, key, slot, error))
        return FALSE;
      slot += SZ_PACKAGE_SLOT_BYTES;
    }
  for (guint i = 0; i < sealer->n_recipients; i++, slot += SZ_PACKAGE_SLOT_BYTES)
    {
      slot[0] = SLOT_RECIPIENT;
      memcpy (slot + PUBLIC_AT, sealer->recipients + i * 32, 32);
      if (crypto_box_seal (slot + SEAL_AT, key, SZ_PACKAGE_KEY_BYTES, slot + PUBLIC_AT) != 0)
        return sz_error_set (error, SZ_ERROR_REFUSED, "key.invalid", NULL);
    }
  return TRUE;
}

gboolean
sz_package_slots_check (const guint8 *slots, guint n, GError **error)
{
  g_return_val_if_fail (slots != NULL, FALSE);

  for (guint i = 0; i < n; i++)
    {
      const guint8 *slot = slots + (gsize)i * SZ_PACKAGE_SLOT_BYTES;
      const guint32 ops = get_u32 (slot + OPS_AT);
      const guint32 memory = get_u32 (slot + MEMORY_AT);

      if (slot[0] == SLOT_PASSWORD
          && (ops < 1 || ops > OPS_MAX || memory < MEMORY_KIB_MIN || memory > MEMORY_KIB_MAX))
        return sz_error_set (error, SZ_ERROR_FORMAT, "package.kdf_limit", NULL);
    }
  return TRUE;
}

static gboolean
open_with_password (
    const char *password, const guint8 *prefix, const guint8 *slot, guint8 *key, GError **error)
{
  guint8 *kek = stretch_password (password, slot, error);
  gboolean opened;

  if (kek == NULL)
    return FALSE;
  opened = crypto_aead_xchacha20poly1305_ietf_decrypt (key, NULL, NULL, slot + BOX_AT, BOX_BYTES,
                                                       prefix, SZ_PACKAGE_PREFIX_BYTES,
                                                       slot + NONCE_AT, kek)
           == 0;
  sodium_free (kek);
  return opened;
}

static gboolean
open_with_secret (const guint8 *secret, const guint8 *slot, guint8 *key)
{
  guint8 mine[crypto_box_PUBLICKEYBYTES];

  crypto_scalarmult_base (mine, secret);
  return memcmp (mine, slot + PUBLIC_AT, sizeof mine) == 0
         && crypto_box_seal_open (key, slot + SEAL_AT, SEAL_BYTES, mine, secret) == 0;
}

gboolean
sz_package_slots_open (const guint8 *prefix,
                       const guint8 *slots,
                       guint n,
                       const SzPackageOpener *opener,
                       guint8 *key,
                       GError **error)
{
  g_return_val_if_fail (slots != NULL && opener != NULL && key != NULL, FALSE);

  if (opener->key != NULL)
    {
      memcpy (key, opener->key, SZ_PACKAGE_KEY_BYTES);
      return TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      const guint8 *slot = slots + (gsize)i * SZ_PACKAGE_SLOT_BYTES;
      g_autoptr (GError) fault = NULL;

      if (slot[0] == SLOT_RECIPIENT && opener->secret != NULL
          && open_with_secret (opener->secret, slot, key))
        return TRUE;
      if (slot[0] == SLOT_PASSWORD && opener->password != NULL
          && open_with_password (opener->password, prefix, slot, key, &fault))
        return TRUE;
      if (fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
    }
  return sz_error_set (error, SZ_ERROR_REFUSED, "package.wrong_key", NULL);
}
