/* sz-password.c — what is kept of a password, and what is sealed by it (RULE acc-4, acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-password.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define KIB 1024
/* A seal that asks for more or less than this was not made by us. */
#define PASSES_MAX 10
#define KIB_MIN (8 * KIB)
#define KIB_MAX (1024 * KIB)
#define BOX_BYTES (SZ_SEED_BYTES + crypto_secretbox_MACBYTES)
/* passes, memory, salt, nonce, box */
#define SEAL_PARTS 5

static guint cost_passes = 3;
static guint cost_kib = 256 * KIB;

void
sz_password_set_cost (guint passes, guint kibibytes)
{
  cost_passes = passes;
  cost_kib = kibibytes;
}

static void
start_sodium (void)
{
  g_assert (sodium_init () >= 0);
}

void
sz_seed_fill (guint8 *seed)
{
  g_return_if_fail (seed != NULL);

  start_sodium ();
  randombytes_buf (seed, SZ_SEED_BYTES);
}

char *
sz_secret_dup (const char *text)
{
  gsize size = text != NULL ? strlen (text) + 1 : 0;
  char *secret;

  start_sodium ();
  secret = size > 0 ? sodium_malloc (size) : NULL;
  if (secret != NULL)
    memcpy (secret, text, size);
  return secret;
}

void
sz_secret_free (gpointer secret)
{
  sodium_free (secret);
}

/* The same password is the same however the keyboard composes its letters. */
static char *
dup_normal (const char *password)
{
  g_autofree char *normal = g_utf8_normalize (password, -1, G_NORMALIZE_NFC);
  char *secret = sz_secret_dup (normal != NULL ? normal : password);

  if (normal != NULL)
    sodium_memzero (normal, strlen (normal));
  return secret;
}

char *
sz_password_dup_hash (const char *password, GError **error)
{
  char hash[crypto_pwhash_STRBYTES];
  char *normal;
  int failed;

  g_return_val_if_fail (password != NULL, NULL);

  normal = dup_normal (password);
  failed = normal == NULL
           || crypto_pwhash_str (hash, normal, strlen (normal), cost_passes, (gsize)cost_kib * KIB);
  sz_secret_free (normal);
  if (failed)
    sz_error_set (error, SZ_ERROR_IO, "account.memory", NULL);
  return failed ? NULL : g_strdup (hash);
}

gboolean
sz_password_fits (const char *hash, const char *password)
{
  char *normal;
  gboolean fits;

  g_return_val_if_fail (hash != NULL && password != NULL, FALSE);

  normal = dup_normal (password);
  fits = normal != NULL && strlen (hash) < crypto_pwhash_STRBYTES
         && crypto_pwhash_str_verify (hash, normal, strlen (normal)) == 0;
  sz_secret_free (normal);
  return fits;
}

/* (nullable): the key that a password gives; free it with sodium_free(). */
static guint8 *
stretch (const char *password, const guint8 *salt, guint passes, guint kib)
{
  guint8 *key = sodium_malloc (crypto_secretbox_KEYBYTES);
  char *normal = dup_normal (password);

  if (key != NULL && normal != NULL
      && crypto_pwhash (key, crypto_secretbox_KEYBYTES, normal, strlen (normal), salt, passes,
                        (gsize)kib * KIB, crypto_pwhash_ALG_ARGON2ID13)
             == 0)
    {
      sz_secret_free (normal);
      return key;
    }
  sz_secret_free (normal);
  sodium_free (key);
  return NULL;
}

static char *
dup_hex (const guint8 *bytes, gsize length)
{
  char *hex = g_malloc (length * 2 + 1);

  return sodium_bin2hex (hex, length * 2 + 1, bytes, length);
}

static gboolean
read_hex (const char *hex, guint8 *bytes, gsize length)
{
  gsize read = 0;

  return sodium_hex2bin (bytes, length, hex, strlen (hex), NULL, &read, NULL) == 0
         && read == length;
}

char *
sz_password_dup_sealed (const guint8 *seed, const char *password, GError **error)
{
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 nonce[crypto_secretbox_NONCEBYTES];
  guint8 box[BOX_BYTES];
  g_autofree char *salt_hex = NULL;
  g_autofree char *nonce_hex = NULL;
  g_autofree char *box_hex = NULL;
  guint8 *key;

  g_return_val_if_fail (seed != NULL && password != NULL, NULL);

  start_sodium ();
  randombytes_buf (salt, sizeof salt);
  randombytes_buf (nonce, sizeof nonce);
  key = stretch (password, salt, cost_passes, cost_kib);
  if (key == NULL)
    {
      sz_error_set (error, SZ_ERROR_IO, "account.memory", NULL);
      return NULL;
    }
  crypto_secretbox_easy (box, seed, SZ_SEED_BYTES, nonce, key);
  sodium_free (key);
  salt_hex = dup_hex (salt, sizeof salt);
  nonce_hex = dup_hex (nonce, sizeof nonce);
  box_hex = dup_hex (box, sizeof box);
  return g_strdup_printf ("%u$%u$%s$%s$%s", cost_passes, cost_kib, salt_hex, nonce_hex, box_hex);
}

gboolean
sz_password_unseal (const char *sealed, const char *password, guint8 *seed, GError **error)
{
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 nonce[crypto_secretbox_NONCEBYTES];
  guint8 box[BOX_BYTES];
  g_auto (GStrv) parts = NULL;
  guint64 passes, kib;
  guint8 *key = NULL;
  gboolean opened;

  g_return_val_if_fail (sealed != NULL && password != NULL && seed != NULL, FALSE);

  start_sodium ();
  parts = g_strsplit (sealed, "$", SEAL_PARTS);
  if (g_strv_length (parts) == SEAL_PARTS
      && g_ascii_string_to_unsigned (parts[0], 10, 1, PASSES_MAX, &passes, NULL)
      && g_ascii_string_to_unsigned (parts[1], 10, KIB_MIN, KIB_MAX, &kib, NULL)
      && read_hex (parts[2], salt, sizeof salt) && read_hex (parts[3], nonce, sizeof nonce)
      && read_hex (parts[4], box, sizeof box))
    key = stretch (password, salt, (guint)passes, (guint)kib);
  opened = key != NULL && crypto_secretbox_open_easy (seed, box, sizeof box, nonce, key) == 0;
  sodium_free (key);
  return opened || sz_error_set (error, SZ_ERROR_REFUSED, "account.key_lost", NULL);
}

char *
sz_recovery_dup_code (void)
{
  /* Without I and O: on paper they are 1 and 0. */
  static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  char *code = g_malloc0 (SZ_RECOVERY_LETTERS + 1);

  start_sodium ();
  for (guint i = 0; i < SZ_RECOVERY_LETTERS; i++)
    code[i] = letters[randombytes_uniform (sizeof letters - 1)];
  return code;
}

/* With 119 bits of chance in it there is nothing to stretch. */
char *
sz_recovery_dup_hash (const char *code)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  char *hash;

  g_return_val_if_fail (code != NULL, NULL);

  for (const char *p = code; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_c (plain, g_ascii_toupper (*p));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, plain->str, (gssize)plain->len);
  sodium_memzero (plain->str, plain->len);
  return hash;
}
