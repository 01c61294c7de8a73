/* sz-cli.h — what all commands of shizictl share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <jansson.h>

#include "sz-date.h"
#include "sz-decimal.h"
#include "sz-issue.h"
#include "sz-office.h"
#include "sz-progress.h"

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
  char *db;  /* path or URI */
  char *who; /* --as */
  gboolean json;
  SzOffice *office; /* opened by sz_cli_office() */
  json_t *document; /* what --json prints at the end; commands fill it */
} SzCli;

/** SzCliCommand: one line of the table in main.c. @words "pay compute"; @run gets what follows. */
typedef struct
{
  const char *words;
  const char *arguments;
  const char *summary; /* N_() */
  int (*run) (SzCli *cli, int argc, char **argv);
} SzCliCommand;

/**
 * sz_cli_parse:
 * @words: the command, for its help
 * @entries: (nullable): its options
 * @argc, @argv: (inout): as run() got them (argv[0] is the command); options are taken out
 * @min, @max: positional arguments allowed; max −1: any number
 *
 * --db, --as and --json are understood here too. FALSE: usage was printed to stderr, return
 * SZ_EXIT_USAGE (for --help the text goes to stdout and the program exits with 0).
 */
gboolean sz_cli_parse (SzCli *cli,
                       const char *words,
                       const GOptionEntry *entries,
                       int *argc,
                       char ***argv,
                       int min,
                       int max);

/** sz_cli_office: the college opened; (transfer none). */
SzOffice *sz_cli_office (SzCli *cli, GError **error);

/** sz_cli_usage: prints a translated sentence about wrong use to stderr; returns SZ_EXIT_USAGE. */
int sz_cli_usage (SzCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** sz_cli_option_fault: says in our words what GLib found wrong with the options. */
int sz_cli_option_fault (SzCli *cli, const GError *error);

/** sz_cli_fail: prints the sentence of @error (and "error" into the document); returns the exit
 * code of its remedy. */
int sz_cli_fail (SzCli *cli, const GError *error);

/** sz_cli_findings: sentences to stderr, or "findings" into the document. */
void sz_cli_findings (SzCli *cli, const SzIssueList *issues);
/** sz_cli_findings_json: (transfer full): the array of the contract. */
json_t *sz_cli_findings_json (const SzIssueList *issues);

/** sz_cli_print: text for people on stdout; nothing with --json. */
void sz_cli_print (SzCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** SzCliTable: a plain text table with columns aligned by display width (Chinese counts two). */
typedef struct _SzCliTable SzCliTable;
/** @headings ended by NULL (translated); a heading that begins with '>' is right-aligned. */
SzCliTable *sz_cli_table_new (const char *const *headings);
/** sz_cli_table_row: as many strings as headings; copied; NULL prints "—". */
void sz_cli_table_row (SzCliTable *table, ...);
/** sz_cli_table_print: prints to stdout unless --json, and frees the table. */
void sz_cli_table_print (SzCli *cli, SzCliTable *table);

/* Values of the contract: quantities are decimal strings, missing is null. */
json_t *sz_cli_decimal (gint64 value, int decimals);
json_t *sz_cli_date (SzDate date);
json_t *sz_cli_string (const char *text);

/** sz_cli_progress: on stderr when it is a terminal. */
SzProgress sz_cli_progress (SzCli *cli);

/** sz_cli_read_date: for options; NULL text gives @otherwise; FALSE after a usage message. */
gboolean
sz_cli_read_date (SzCli *cli, const char *option, const char *text, SzDate otherwise, SzDate *date);

G_END_DECLS
