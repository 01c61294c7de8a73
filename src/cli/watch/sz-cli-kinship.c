/* sz-cli-kinship.c — shizictl kinship: related people and what the rules say of them (RULE aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-watch.h"
#include "sz-view-kinship.h"

static json_t *
make_of (gconstpointer data)
{
  return json_string (((const SzKinPair *)data)->of_b ? "b" : "a");
}

static json_t *
make_kinds (gconstpointer data)
{
  const SzKinPair *pair = data;
  json_t *kinds = json_array ();

  for (guint kind = SZ_KIN_KEY_UNIT; kind <= SZ_KIN_SUPERIOR; kind <<= 1)
    if ((pair->kinds & kind) != 0)
      json_array_append_new (kinds, json_string (sz_kin_kind_word ((SzKinKinds)kind)));
  return kinds;
}

static const SzMember pair_fields[] = {
  SZ_SHOW_TEXT (SzKinPair, a, "a", N_ ("Person")),
  SZ_SHOW_TEXT (SzKinPair, a_name, "a_name", N_ ("Name")),
  SZ_SHOW_TEXT (SzKinPair, b, "b", N_ ("Relative")),
  SZ_SHOW_TEXT (SzKinPair, b_name, "b_name", N_ ("Name")),
  SZ_SHOW_TEXT (SzKinPair, relation, "relation", N_ ("Relation")),
  SZ_SHOW_MADE ("of", NULL, make_of),
  SZ_SHOW_TEXT (SzKinPair, group, "group", NULL),
  SZ_SHOW_MADE ("kinds", N_ ("Rules"), make_kinds),
  { NULL },
};

typedef struct
{
  SzDate day;
  GArray *pairs; /* of SzKinPair */
} Kinship;

static const SzMember kinship_fields[] = {
  SZ_SHOW_DATE (Kinship, day, "date", N_ ("Day")),
  SZ_SHOW_LIST (Kinship, pairs, "pairs", "", pair_fields),
  { NULL },
};

typedef struct
{
  SzDate on;
} Asked;

static const SzArg args[] = {
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_kinship (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Kinship shown = { .day = sz_cli_day (office, ((const Asked *)data)->on) };
  g_autoptr (GArray) pairs = sz_view_kinship (office, shown.day, error);

  if (pairs == NULL)
    return SZ_EXIT_REFUSED;
  shown.pairs = pairs;
  sz_cli_show (cli, kinship_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_kinship
    = { "kinship",   N_ ("Related people and what the rules say of them"),
        args,        sizeof (Asked),
        run_kinship, .office = TRUE };
