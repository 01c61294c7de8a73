/* sz-cli-demo.c — shizictl demo: a made-up college and a full year of everything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-cli-open.h"
#include "sz-demo.h"

/* An existing college is filled when it is empty; else one is made. */
static SzOffice *
open_or_create (SzCli *cli, guint people, GError **error)
{
  if (sz_cli_is_there (cli))
    return sz_cli_office (cli, error);
  cli->office = sz_office_create (cli->db, cli->who, "示例技师学院", people, error);
  return cli->office;
}

/* Seeds beyond 32 bits are other seeds than their lower halves. */
static guint32
fold_seed (gint64 seed)
{
  guint32 high = (guint32)((guint64)seed >> 32);

  return (guint32)seed ^ high * 0x9e3779b9u;
}

typedef struct
{
  int people;
  int year;
  gint64 seed;
  gboolean runs;
} Asked;

static const SzArg args[] = {
  SZ_OPTION (COUNT,
             Asked,
             people,
             "people",
             "N",
             N_ ("How many people, 1 to 1,000,000"),
             .required = TRUE,
             .least = 1,
             .most = SZ_DEMO_PEOPLE_MAX),
  SZ_OPTION (YEAR, Asked, year, "year", "Y", N_ ("The year to fill"), .required = TRUE),
  SZ_OPTION (COUNT,
             Asked,
             seed,
             "seed",
             "S",
             N_ ("The same seed gives the same data"),
             .otherwise = SZ_DEMO_SEED,
             .least = G_MININT64),
  SZ_OPTION (FLAG, Asked, runs, "runs", NULL, N_ ("Pay runs in every state as well")),
  { 0 },
};

typedef struct
{
  SzDemoReport report;
  int year;
  gint64 seed;
} Made;

static const SzMember fields[] = {
  SZ_SHOW_COUNT (Made, report.people, "people", NULL),
  SZ_SHOW_COUNT (Made, year, "year", NULL),
  SZ_SHOW_COUNT (Made, seed, "seed", NULL),
  SZ_SHOW_COUNT (Made, report.teaching, "teaching", NULL),
  SZ_SHOW_COUNT (Made, report.training, "training", NULL),
  SZ_SHOW_COUNT (Made, report.contracts, "parttime", NULL),
  SZ_SHOW_SAY (N_ ("A made-up college of {people} people in {year}: {teaching} lessons, {training} "
                   "training records, {parttime} part-time contracts")),
  { NULL },
};

static int
run_demo (SzCli *cli, SzOffice *none, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  SzDemoRequest request
      = { .people = (guint)asked->people, .year = asked->year, .seed = fold_seed (asked->seed) };
  Made made = { .year = asked->year, .seed = asked->seed };
  SzOffice *office = open_or_create (cli, request.people, error);

  if (office == NULL
      || !sz_office_demo (office, &request, &made.report, sz_cli_progress (cli), NULL, error)
      || (asked->runs && !sz_office_demo_runs (office, asked->year, error)))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, fields, &made);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_demo
    = { "demo", N_ ("Fill an empty college with made-up people and a year of everything"), args,
        sizeof (Asked), run_demo };
