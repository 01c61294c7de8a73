/* sz-cli-key.c — key show, key trust, keys: whose packages are taken over (RULE pkg-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-package-keys.h"

static const SzMember own_fields[] = {
  SZ_SHOW_TEXT (SzKnownKey, public_key, "public", N_ ("Key")),
  SZ_SHOW_TEXT (SzKnownKey, fingerprint, "fingerprint", N_ ("Fingerprint")),
  { NULL },
};

static int
run_show (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  SzKnownKey *own = sz_office_key_own (office, error);

  if (own == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, own_fields, own);
  sz_known_key_free (own);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_key_show
    = { "key show", N_ ("One's own key and its fingerprint"), NULL, 0, run_show, .office = TRUE };

typedef struct
{
  const char *name;
  const char *key;
} Trust;

static const SzArg trust_args[] = {
  SZ_WORD_OF (TEXT, Trust, name, N_ ("NAME")),
  SZ_WORD_OF (TEXT, Trust, key, N_ ("KEY")),
  { 0 },
};

static const SzMember trust_fields[] = {
  SZ_SHOW_TEXT (Trust, name, "name", NULL),
  SZ_SHOW_TEXT (Trust, key, "public", NULL),
  SZ_SHOW_SAY (N_ ("Packages of {name} are taken over from now on.")),
  { NULL },
};

static int
run_trust (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Trust *asked = data;

  if (!sz_office_key_trust (office, asked->name, asked->key, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, trust_fields, asked);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_key_trust
    = { "key trust", N_ ("Take somebody's key in, after the fingerprint was compared"),
        trust_args,  sizeof (Trust),
        run_trust,   .office = TRUE };

static const SzMember key_fields[] = {
  SZ_SHOW_TEXT (SzKnownKey, name, "name", N_ ("Name")),
  SZ_SHOW_TEXT (SzKnownKey, public_key, "public", NULL),
  SZ_SHOW_TEXT (SzKnownKey, fingerprint, "fingerprint", N_ ("Fingerprint")),
  SZ_SHOW_TIME (SzKnownKey, at, "trusted_at", N_ ("When")),
  SZ_SHOW_TEXT (SzKnownKey, who, "by", N_ ("Who"), .flags = SZ_EMPTY_TEXT),
  { NULL },
};

typedef struct
{
  GPtrArray *keys;
} Keys;

static const SzMember keys_fields[] = {
  SZ_SHOW_LIST (Keys, keys, "keys", "", key_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static int
run_keys (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  g_autoptr (GPtrArray) known = sz_office_keys (office, error);
  const Keys keys = { known };

  if (known == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, keys_fields, &keys);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_keys
    = { "keys", N_ ("Keys whose packages are taken over"), NULL, 0, run_keys, .office = TRUE };
