/* sz-cli-server.c — server prepare, status, move: a college on a server (RULE srv-2, srv-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-account.h"
#include "sz-cli-server.h"

#include <glib/gi18n.h>

#include "sz-cli-password.h"
#include "sz-move.h"
#include "sz-server.h"

static const SzMember line_fields[] = { SZ_SHOW_ITSELF_TEXT, { NULL } };

/* ---- prepare ---- */

typedef struct
{
  const char *database;
  GPtrArray *lines;
} Prepared;

static const SzArg prepare_args[] = {
  SZ_OPTION (TEXT,
             Prepared,
             database,
             "database",
             N_ ("NAME"),
             N_ ("The database to make"),
             .required = TRUE),
  { 0 },
};

static const SzMember prepared_fields[] = {
  SZ_SHOW_TEXT (Prepared, database, "database", NULL),
  SZ_SHOW_SAY (
      N_ ("The database {database} is ready for “init … --administrator LOGIN”. For others "
          "to reach it over the network its administrator sees to these lines:")),
  SZ_SHOW_LIST (Prepared, lines, "lines", NULL, line_fields, .holds = SZ_HOLDS_TEXTS),
  { NULL },
};

static int
run_prepare (SzCli *cli, SzOffice *none, gconstpointer data, GError **error)
{
  Prepared prepared = *(const Prepared *)data;
  const char *password = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  if (!sz_cli_server_password (cli, FALSE, &password, error)
      || !sz_server_prepare (cli->db, cli->who, password, prepared.database, error))
    return SZ_EXIT_REFUSED;
  lines = sz_server_dup_lines (prepared.database);
  for (char **line = lines; *line != NULL; line++)
    g_ptr_array_add (shown, *line);
  prepared.lines = shown;
  sz_cli_show (cli, prepared_fields, &prepared);
  for (char **line = lines; *line != NULL; line++)
    sz_cli_print (cli, "  %s\n", *line);
  return SZ_EXIT_DONE;
}

static const SzCliCommand server_prepare
    = { "server prepare", N_ ("Make an empty database for a college, and the roles it needs"),
        prepare_args, sizeof (Prepared), run_prepare };

/* ---- status ---- */

static const SzMember presence_fields[] = {
  SZ_SHOW_TEXT (SzPresence, who, "name", N_ ("Name")),
  SZ_SHOW_TEXT (SzPresence, host, "host", N_ ("Computer")),
  SZ_SHOW_TEXT (SzPresence, since, "since", N_ ("Since")),
  { NULL },
};

static const SzMember status_fields[] = {
  SZ_SHOW_TEXT (SzServerStatus, version, "version", N_ ("PostgreSQL")),
  SZ_SHOW_FLAG (SzServerStatus, tls, "tls", N_ ("TLS")),
  SZ_SHOW_LIST (SzServerStatus,
                online,
                "online",
                N_ ("Connected"),
                presence_fields,
                .holds = SZ_HOLDS_POINTERS),
  SZ_SHOW_OBJECT (SzServerStatus,
                  writing,
                  "writing",
                  N_ ("Writing"),
                  presence_fields,
                  .flags = SZ_POINTER),
  SZ_SHOW_COUNT (SzServerStatus, schema, "schema", N_ ("Schema")),
  { NULL },
};

static int
run_status (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  g_auto (SzServerStatus) status = { 0 };

  if (!sz_office_server_status (office, &status, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, status_fields, &status);
  return SZ_EXIT_DONE;
}

static const SzCliCommand server_status
    = { "server status", N_ ("Which server it is, and who is there"), NULL, 0, run_status,
        .office = TRUE };

/* ---- move ---- */

typedef struct
{
  const char *to;
} MoveAsked;

static const SzArg move_args[] = {
  SZ_OPTION (TEXT,
             MoveAsked,
             to,
             "to",
             N_ ("URI|FILE"),
             N_ ("Where the college goes on: an empty database, or a file that is not there yet"),
             .required = TRUE),
  { 0 },
};

static const SzMember account_fields[] = {
  SZ_SHOW_TEXT (SzMovedAccount, login, "login", N_ ("Login")),
  SZ_SHOW_TEXT (SzMovedAccount, password, "password", N_ ("New password")),
  { NULL },
};

#define ARRIVED                                                                                    \
  SZ_SHOW_TEXT (SzMoved, from, "from", NULL), SZ_SHOW_TEXT (SzMoved, to, "to", NULL),              \
      SZ_SHOW_COUNT (SzMoved, tables, "tables", NULL),                                             \
      SZ_SHOW_COUNT (SzMoved, rows, "rows", NULL),                                                 \
      SZ_SHOW_TEXT (SzMoved, head, "head", NULL, .flags = SZ_INPLACE)
#define NEW_PASSWORDS                                                                              \
  SZ_SHOW_LIST (SzMoved, accounts, "accounts", N_ ("Passwords did not travel; hand these out"),    \
                account_fields, .holds = SZ_HOLDS_POINTERS)

static const SzMember moved_fields[] = {
  ARRIVED,
  SZ_SHOW_SAY (N_ ("The college lives at {to} from now on: {rows} rows of {tables} tables arrived "
                   "and were verified. {from} stays as it was and takes no more acts.")),
  NEW_PASSWORDS,
  { NULL },
};

static const SzMember restored_fields[] = {
  ARRIVED,
  SZ_SHOW_SAY (N_ ("The college of {from} is at {to} now: {rows} rows of {tables} tables arrived "
                   "and were verified.")),
  NEW_PASSWORDS,
  { NULL },
};

void
sz_cli_show_restored (SzCli *cli, const SzMoved *moved)
{
  g_return_if_fail (cli != NULL && moved != NULL);

  sz_cli_show (cli, restored_fields, moved);
}

static int
run_move (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const MoveAsked *asked = data;
  g_auto (SzMoved) moved = { 0 };

  if (!sz_office_move (office, asked->to, &moved, NULL, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, moved_fields, &moved);
  return SZ_EXIT_DONE;
}

static const SzCliCommand move_college
    = { "move",    N_ ("Move the college to a server, or from it to a file"),
        move_args, sizeof (MoveAsked),
        run_move,  .office = TRUE };

static const SzCliCommand *const commands[]
    = { &server_prepare, &server_status, &move_college, NULL };

const SzCliDuty sz_cli_server = { N_ ("Server"), commands };
