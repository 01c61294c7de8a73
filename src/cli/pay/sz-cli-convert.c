/* sz-cli-convert.c — shizictl convert: a year's workload by person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay.h"
#include "sz-convert.h"

static const SzMember load_fields[] = {
  SZ_SHOW_DECIMAL (SzLoadYear, teaching_x100, "teaching_hours", N_ ("Teaching"), 2),
  SZ_SHOW_DECIMAL (SzLoadYear, training_raw_x100, "training_hours_raw", N_ ("Training, raw"), 2),
  SZ_SHOW_DECIMAL (SzLoadYear, training_x100, "training_hours_converted", N_ ("converted"), 2),
  SZ_SHOW_DECIMAL (SzLoadYear, training_credit_x100, "training_credit", N_ ("credited"), 2),
  SZ_SHOW_DECIMAL (SzLoadYear, training_over_x100, "training_over", N_ ("over the cap"), 2),
  SZ_SHOW_DECIMAL (SzLoadYear, quota_x100, "quota_hours", N_ ("Quota"), 2),
  SZ_SHOW_DECIMAL (SzLoadYear, over_x100, "over_hours", N_ ("Over-hours"), 2),
  SZ_SHOW_MONEY (SzLoadYear, over_pay_fen, "over_pay", N_ ("Over-hours pay")),
  { NULL },
};

static const SzMember line_fields[] = {
  SZ_SHOW_TEXT (SzConvertLine, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzConvertLine, name, "name", N_ ("Name")),
  SZ_SHOW_INLINE (SzConvertLine, load, load_fields),
  { NULL },
};

static const SzMember convert_fields[] = {
  SZ_SHOW_COUNT (SzConvert, year, "year", NULL),
  SZ_SHOW_SPAN (SzConvert, lines, n_lines, "people", "", line_fields),
  SZ_SHOW_OBJECT (SzConvert, totals, "totals", N_ ("Total"), load_fields, .flags = SZ_FOOT),
  { NULL },
};

typedef struct
{
  int year;
} Asked;

static const SzArg args[] = {
  SZ_OPTION (YEAR, Asked, year, "year", N_ ("YEAR"), N_ ("The year"), .required = TRUE),
  { 0 },
};

static int
run_convert (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzConvert) convert = sz_convert_year (office, asked->year, NULL, error);

  if (convert == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, convert_fields, convert);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_convert
    = { "convert",   N_ ("Teaching and training of a year as standard hours"),
        args,        sizeof (Asked),
        run_convert, .office = TRUE };
