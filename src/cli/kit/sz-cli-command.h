/* sz-cli-command.h — a command and its arguments, declared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli.h"

G_BEGIN_DECLS

/**
 * SzArg: one argument: a word by its place, or an option. They go into a struct of the command:
 *
 *   typedef struct { const char *plan, *post; SzDate on; gint64 fte_x1e4; gboolean keep; } Asked;
 *   static const SzArg args[] = {
 *     SZ_WORD_OF (TEXT, Asked, plan, N_ ("PLAN")),
 *     SZ_WORD_OF (TEXT, Asked, post, N_ ("POST"), .optional = TRUE),
 *     SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),
 *     SZ_OPTION (DECIMAL, Asked, fte_x1e4, "fte", "X", N_ ("Share of a post"), .decimals = 4,
 *                .otherwise = SZ_RATIO_ONE, .least = 1),
 *     SZ_OPTION (FLAG, Asked, keep, "keep", NULL, N_ ("Keep the sheet")),
 *     { 0 } };
 *   const SzCliCommand sz_cli_fees = { "fees compute", N_ ("…"), args, sizeof (Asked), run_fees,
 *                                      .office = TRUE };
 *
 * Usage and help come from the same lines. Texts are borrowed and live as long as the program.
 * A word that looks like a negative number is a word; "--" ends the options.
 */
typedef enum
{
  SZ_ARG_TEXT = 1, /* const char *, never empty */
  SZ_ARG_TEXTS, /* const char *const *, ended by NULL: an option again and again, or all words left
                 */
  SZ_ARG_FLAG,  /* gboolean; takes no value */
  SZ_ARG_DATE,  /* SzDate */
  SZ_ARG_MONTH, /* SzMonth, written 2026-01 */
  SZ_ARG_YEAR,  /* int, 1990 to 2100 */
  SZ_ARG_COUNT, /* int, guint or gint64 between @least and @most */
  SZ_ARG_DECIMAL, /* gint64 × 10^decimals, likewise; money with 2 */
  SZ_ARG_READ,    /* by @read */
} SzArgType;

typedef struct _SzArg SzArg;
struct _SzArg
{
  SzArgType type;
  const char *option; /* without its dashes; NULL: a word */
  char letter;        /* "-o" beside "--output" */
  const char *value;  /* N_(): what stands for it in the usage: DATE, 工号 */
  const char *help;   /* N_(): of options */
  gsize offset;
  gsize size;
  gboolean required; /* of options */
  gboolean optional; /* of words: the last ones */
  gboolean hidden;   /* another word for an option: not in usage and help */
  int decimals;
  gint64 least;
  gint64 most;      /* 0: no bound */
  gint64 otherwise; /* of numbers and dates: when it is not given */
  gsize given;      /* SZ_HAS(): a gboolean that says whether it was */
  /* Reads @text into the member; FALSE behind sz_cli_usage(). Keeps nothing but by sz_cli_keep().
   */
  gboolean (*read) (SzCli *cli, const char *text, gpointer member);
};

#define SZ_ARG_(kind, Struct, member)                                                              \
  .type = SZ_ARG_##kind, .offset = G_STRUCT_OFFSET (Struct, member),                               \
  .size = sizeof (((Struct *)0)->member)
#define SZ_WORD_OF(kind, Struct, member, shown, ...)                                               \
  {                                                                                                \
    SZ_ARG_ (kind, Struct, member), .value = shown, ##__VA_ARGS__                                  \
  }
#define SZ_OPTION(kind, Struct, member, name, shown, text, ...)                                    \
  {                                                                                                \
    SZ_ARG_ (kind, Struct, member), .option = name, .value = shown, .help = text, ##__VA_ARGS__    \
  }

/** SzCliCommand: @run returns the exit code; an @error it sets is printed, with the code of its
 *  remedy. @office is handed in when the command has one. */
typedef struct
{
  const char *words;   /* "pay compute"; the longest that fit win */
  const char *summary; /* N_() */
  const SzArg *args;   /* (nullable) ended by { 0 } */
  gsize size;          /* of the struct of arguments */
  int (*run) (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error);
  gboolean office; /* opens the college first */
} SzCliCommand;

/** SzCliDuty: the commands of a duty, in the order of a year's work. */
typedef struct
{
  const char *title;                   /* N_() */
  const SzCliCommand *const *commands; /* ended by NULL */
} SzCliDuty;

/** sz_cli_ask_right: whether who asks may use @command at all (RULE acc-3); the runner asks it of
 * every command that has it open the college, others ask it themselves. */
gboolean sz_cli_ask_right (const SzCliCommand *command, SzOffice *office, GError **error);

/** sz_cli_run: @argv are the words behind the command's own. Returns the exit code. */
int sz_cli_run (SzCli *cli, const SzCliCommand *command, int argc, char **argv);

/** sz_cli_dup_usage: (transfer full): "form ID [--year Y] -o FILE". */
char *sz_cli_dup_usage (const SzCliCommand *command);

/** sz_cli_take_shared: --db, --as, --json, --help at @argv[*i], which moves on over a value. FALSE:
 * it is none of them; a fault is told by *@result ≥ 0. */
gboolean
sz_cli_take_shared (SzCli *cli, int argc, char **argv, int *i, gboolean *help, int *result);

G_END_DECLS
