/* sz-cli-new-year.c — shizictl new-year: what goes on from the year before, and what a year still
 * needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-watch.h"
#include "sz-new-year.h"

typedef struct
{
  int year;
  gboolean list;
} Asked;

static const SzMember need_fields[] = {
  SZ_SHOW_TEXT (SzYearNeed, kind, "kind", N_ ("Kind")),
  SZ_SHOW_TEXT (SzYearNeed, name, "name", N_ ("Register")),
  SZ_SHOW_COUNT (SzYearNeed, rows, "rows", N_ ("Rows")),
  { NULL },
};

typedef struct
{
  int year;
  guint copied;
  GArray *needs; /* of SzYearNeed */
} Year;

static const SzMember year_fields[] = {
  SZ_SHOW_COUNT (Year, year, "year", N_ ("Year")),
  SZ_SHOW_COUNT (Year, copied, "copied", N_ ("Targets taken over, to be confirmed")),
  SZ_SHOW_LIST (Year, needs, "needs", "", need_fields),
  { NULL },
};

static const SzArg args[] = {
  SZ_WORD_OF (YEAR, Asked, year, N_ ("YEAR")),
  SZ_OPTION (FLAG, Asked, list, "list", NULL, N_ ("Only say what the year still needs")),
  { 0 },
};

static int
run_new_year (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (GArray) needs = NULL;
  Year shown = { .year = asked->year };

  if (!asked->list && !sz_office_new_year (office, asked->year, &shown.copied, error))
    return SZ_EXIT_REFUSED;
  needs = sz_view_year_needs (office, asked->year, error);
  if (needs == NULL)
    return SZ_EXIT_REFUSED;
  shown.needs = needs;
  sz_cli_show (cli, year_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_new_year
    = { "new-year",   N_ ("Begin a year: what goes on from the one before, what is still needed"),
        args,         sizeof (Asked),
        run_new_year, .office = TRUE };
