/* sz-cli.h — what all commands of shizictl share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <jansson.h>

#include "sz-date.h"
#include "sz-decimal.h"
#include "sz-member.h"
#include "sz-issue.h"
#include "sz-office.h"
#include "sz-progress.h"
#include "sz-text-table.h"

G_BEGIN_DECLS

/* Exit codes of the contract. */
enum
{
  SZ_EXIT_DONE = 0,
  SZ_EXIT_REFUSED = 1,
  SZ_EXIT_USAGE = 2,
  SZ_EXIT_INPUT = 3,
  SZ_EXIT_TROUBLE = 4,
};

/** SzCli: one run of the program; made in main, handed to the command. */
typedef struct
{
  char *db;                       /* path or URI */
  char *who;                      /* --as */
  char *password_file;            /* --password-file, of who signs in */
  gboolean signed_in_by_variable; /* SHIZI_PASSWORD was it */
  gboolean json;
  SzOffice *office; /* opened by sz_cli_office() */
  json_t *document; /* what --json prints at the end; commands fill it */
  GPtrArray *kept;  /* what the arguments of the command borrow */
} SzCli;

/** sz_cli_day: @asked, or today where no day was asked for. */
SzDate sz_cli_day (SzOffice *office, SzDate asked);

/** sz_cli_show: the answer of a command: into the document, or as text on stdout. May be called
 *  several times; members follow each other. */
void sz_cli_show (SzCli *cli, const SzMember *fields, gconstpointer data);

/** sz_cli_fill: into the document only: for commands that have a text of their own. */
void sz_cli_fill (SzCli *cli, const SzMember *fields, gconstpointer data);

/** sz_cli_usage: prints a translated sentence about wrong use to stderr; returns SZ_EXIT_USAGE. */
int sz_cli_usage (SzCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** sz_cli_fail: prints the sentence of @error (and "error" into the document); returns the exit
 * code of its remedy. */
int sz_cli_fail (SzCli *cli, const GError *error);

/** sz_cli_findings: sentences to stderr, or "findings" into the document. */
void sz_cli_findings (SzCli *cli, const SzIssueList *issues);

/** sz_cli_print: text for people on stdout; nothing with --json. */
void sz_cli_print (SzCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** sz_cli_print_table: to stdout unless --json; takes @table. */
void sz_cli_print_table (SzCli *cli, SzTextTable *table);

/** sz_cli_progress: on stderr when it is a terminal. */
SzProgress sz_cli_progress (SzCli *cli);

/** sz_cli_keep: (transfer full): until the end of the program. */
gpointer sz_cli_keep (SzCli *cli, gpointer data, GDestroyNotify destroy);

G_END_DECLS
