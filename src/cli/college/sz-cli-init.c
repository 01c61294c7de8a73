/* sz-cli-init.c — shizictl init: an empty college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"

typedef struct
{
  const char *name;
  gint64 establishment;
  const char *db;
} Asked;

static const SzArg args[] = {
  SZ_OPTION (
      TEXT, Asked, name, "name", N_ ("院校名"), N_ ("Name of the college"), .required = TRUE),
  SZ_OPTION (COUNT,
             Asked,
             establishment,
             "establishment",
             "N",
             N_ ("Posts of the establishment (编制员额)"),
             .required = TRUE),
  { 0 },
};

static const SzMember fields[] = {
  SZ_SHOW_TEXT (Asked, name, "college", NULL),
  SZ_SHOW_COUNT (Asked, establishment, "establishment", NULL),
  SZ_SHOW_TEXT (Asked, db, "db", NULL),
  SZ_SHOW_SAY (N_ ("{college}: an empty college with {establishment} posts, in {db}")),
  { NULL },
};

static int
run_init (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Asked asked = *(const Asked *)data;

  cli->office = sz_office_create (cli->db, cli->who, asked.name, asked.establishment, error);
  if (cli->office == NULL)
    return SZ_EXIT_REFUSED;
  asked.db = cli->db;
  sz_cli_show (cli, fields, &asked);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_init
    = { "init", N_ ("Make an empty college"), args, sizeof (Asked), run_init };
