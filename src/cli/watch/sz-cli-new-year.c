/* sz-cli-new-year.c — shizictl new-year: what goes on from the year before, and what a year still
 * needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-watch.h"
#include "sz-new-year.h"
#include "sz-scheme-file.h"
#include "sz-scheme-next.h"

typedef struct
{
  int year;
  gboolean list;
  const char *scheme;
} Asked;

static const SzMember need_fields[] = {
  SZ_SHOW_TEXT (SzYearNeed, kind, "kind", N_ ("Kind")),
  SZ_SHOW_TEXT (SzYearNeed, name, "name", N_ ("Register")),
  SZ_SHOW_COUNT (SzYearNeed, rows, "rows", N_ ("Rows")),
  { NULL },
};

static const SzMember param_fields[] = {
  SZ_SHOW_TEXT (SzYearParam, key, "key", N_ ("Parameter")),
  SZ_SHOW_TEXT (SzYearParam, value, "value", N_ ("Value")),
  SZ_SHOW_DATE (SzYearParam, from, "from", N_ ("From")),
  SZ_SHOW_TEXT (SzYearParam, source, "source", N_ ("Document")),
  { NULL },
};

typedef struct
{
  int year;
  SzYearCopied copied;
  char *scheme;   /* (nullable): its name */
  GArray *params; /* of SzYearParam */
  GArray *needs;  /* of SzYearNeed */
} Year;

static const SzMember year_fields[] = {
  SZ_SHOW_COUNT (Year, year, "year", N_ ("Year")),
  SZ_SHOW_COUNT (Year, copied.targets, "copied", N_ ("Targets taken over, to be confirmed")),
  SZ_SHOW_COUNT (Year, copied.quotas, "quotas", N_ ("Nominal hours taken over")),
  SZ_SHOW_COUNT (Year, copied.roles, "roles", N_ ("Roles taken over")),
  SZ_SHOW_TEXT (Year, scheme, "scheme", N_ ("Scheme of the year before, a year later")),
  SZ_SHOW_LIST (Year, params, "confirm", N_ ("Parameters to be confirmed"), param_fields),
  SZ_SHOW_LIST (Year, needs, "needs", "", need_fields),
  { NULL },
};

static const SzArg args[] = {
  SZ_WORD_OF (YEAR, Asked, year, N_ ("YEAR")),
  SZ_OPTION (FLAG, Asked, list, "list", NULL, N_ ("Only say what the year still needs")),
  SZ_OPTION (TEXT,
             Asked,
             scheme,
             "scheme",
             N_ ("FILE.json"),
             N_ ("Write the scheme of the year before there, a year later")),
  { 0 },
};

static int
run_new_year (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (GArray) needs = NULL;
  g_autoptr (GArray) params = NULL;
  g_autoptr (SzScheme) scheme = NULL;
  Year shown = { .year = asked->year };

  if (!asked->list && !sz_office_new_year (office, asked->year, &shown.copied, error))
    return SZ_EXIT_REFUSED;
  needs = sz_view_year_needs (office, asked->year, error);
  params = needs != NULL ? sz_view_year_params (office, asked->year, error) : NULL;
  if (params == NULL || !sz_view_scheme_next (office, asked->year, &scheme, error))
    return SZ_EXIT_REFUSED;
  if (scheme != NULL && asked->scheme != NULL
      && !sz_scheme_file_write (asked->scheme, scheme, error))
    return SZ_EXIT_REFUSED;
  shown.needs = needs;
  shown.params = params;
  shown.scheme = scheme != NULL ? scheme->name : NULL;
  sz_cli_show (cli, year_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_new_year
    = { "new-year",   N_ ("Begin a year: what goes on from the one before, what is still needed"),
        args,         sizeof (Asked),
        run_new_year, .office = TRUE };
