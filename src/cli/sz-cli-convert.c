/* sz-cli-convert.c — shizictl convert: a year's workload by person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-convert.h"

/* The figures of a line in the order of the contract. */
typedef struct
{
  const char *key;
  gsize offset;
} Figure;

#define FIGURE(field) G_STRUCT_OFFSET (SzLoadYear, field)

static const Figure figures[] = {
  { "teaching_hours", FIGURE (teaching_x100) },
  { "training_hours_raw", FIGURE (training_raw_x100) },
  { "training_hours_converted", FIGURE (training_x100) },
  { "training_credit", FIGURE (training_credit_x100) },
  { "training_over", FIGURE (training_over_x100) },
  { "quota_hours", FIGURE (quota_x100) },
  { "over_hours", FIGURE (over_x100) },
  { "over_pay", FIGURE (over_pay_fen) },
};

#define N_FIGURES G_N_ELEMENTS (figures)

static gint64
get_figure (const SzLoadYear *load, gsize index)
{
  return G_STRUCT_MEMBER (gint64, load, figures[index].offset);
}

static void
set_figures (json_t *object, const SzLoadYear *load)
{
  for (gsize i = 0; i < N_FIGURES; i++)
    json_object_set_new (object, figures[i].key, sz_cli_decimal (get_figure (load, i), 2));
}

static json_t *
make_person (const SzConvertLine *line)
{
  json_t *person = json_object ();

  json_object_set_new (person, "staff_no", json_string (line->staff_no));
  json_object_set_new (person, "name", json_string (line->name));
  set_figures (person, &line->load);
  return person;
}

static void
fill_document (SzCli *cli, const SzConvert *convert)
{
  json_t *people = json_array ();
  json_t *totals = json_object ();

  for (gsize i = 0; i < convert->n_lines; i++)
    json_array_append_new (people, make_person (&convert->lines[i]));
  set_figures (totals, &convert->totals);
  json_object_set_new (cli->document, "year", json_integer (convert->year));
  json_object_set_new (cli->document, "people", people);
  json_object_set_new (cli->document, "totals", totals);
}

static void
add_row (SzCliTable *table, const char *staff_no, const char *name, const SzLoadYear *load)
{
  char *texts[N_FIGURES];

  for (gsize i = 0; i < N_FIGURES; i++)
    texts[i] = sz_decimal_format_grouped (get_figure (load, i), 2);
  sz_cli_table_row (table, staff_no, name, texts[0], texts[1], texts[2], texts[3], texts[4],
                    texts[5], texts[6], texts[7]);
  for (gsize i = 0; i < N_FIGURES; i++)
    g_free (texts[i]);
}

static void
print_table (SzCli *cli, const SzConvert *convert)
{
  const char *headings[] = { _ ("Staff no."),
                             _ ("Name"),
                             _ (">Teaching"),
                             _ (">Training, raw"),
                             _ (">converted"),
                             _ (">credited"),
                             _ (">over the cap"),
                             _ (">Quota"),
                             _ (">Over-hours"),
                             _ (">Over-hours pay"),
                             NULL };
  SzCliTable *table = sz_cli_table_new (headings);

  for (gsize i = 0; i < convert->n_lines; i++)
    add_row (table, convert->lines[i].staff_no, convert->lines[i].name, &convert->lines[i].load);
  add_row (table, _ ("Total"), "", &convert->totals);
  sz_cli_table_print (cli, table);
}

int
sz_cli_convert (SzCli *cli, int argc, char **argv)
{
  int year = 0;
  const GOptionEntry entries[]
      = { { "year", 0, 0, G_OPTION_ARG_INT, &year, N_ ("The year"), N_ ("YEAR") }, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzConvert) convert = NULL;
  SzOffice *office;

  if (!sz_cli_parse (cli, "convert", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (year < 1990 || year > 2100)
    return sz_cli_usage (cli, _ ("%s wants a year such as 2025."), "--year");
  office = sz_cli_office (cli, &error);
  convert = office != NULL ? sz_convert_year (office, year, NULL, &error) : NULL;
  if (convert == NULL)
    return sz_cli_fail (cli, error);
  if (cli->json)
    fill_document (cli, convert);
  else
    print_table (cli, convert);
  return SZ_EXIT_DONE;
}
