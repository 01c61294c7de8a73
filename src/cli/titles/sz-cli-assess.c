/* sz-cli-assess.c — shizictl assess, assess step (RULE asm-1 … asm-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-assess-year.h"
#include "sz-cli-titles.h"

static const char *
name_grade (SzGrade grade)
{
  const SzCode *code = sz_codes_by_value (SZ_TABLE_GRADE, (int)grade);

  return code != NULL ? code->name : NULL;
}

static json_t *
make_people (const SzAssessYear *year, json_t *missing)
{
  json_t *undetermined = json_array ();

  for (guint i = 0; i < year->people->len; i++)
    {
      const SzAssessPerson *person = &g_array_index (year->people, SzAssessPerson, i);

      if (person->assessed.flags & SZ_ASSESS_MISSING)
        json_array_append_new (missing, json_string (person->staff_no));
      if (person->assessed.reason != SZ_UNDETERMINED_NOT)
        json_array_append_new (undetermined,
                               json_pack ("{s:s, s:s, s:o}", "staff_no", person->staff_no,
                                          "reason", sz_undetermined_word (person->assessed.reason),
                                          "grade",
                                          sz_cli_string (name_grade (person->assessed.grade))));
    }
  return undetermined;
}

static json_t *
make_shares (SzCli *cli, const SzAssessYear *year)
{
  const char *headings[]
      = { _ ("Department"), _ (">Due"), _ (">Taken"), _ (">优秀"), _ (">Cap"), NULL };
  SzCliTable *table = sz_cli_table_new (headings);
  json_t *shares = json_array ();

  for (guint i = 0; i < year->shares->len; i++)
    {
      const SzAssessShare *share = &g_array_index (year->shares, SzAssessShare, i);
      g_autofree char *due = g_strdup_printf ("%d", share->due);
      g_autofree char *taken = g_strdup_printf ("%d", share->taken);
      g_autofree char *excellent = g_strdup_printf ("%d", share->excellent);
      g_autofree char *cap = g_strdup_printf ("%" G_GINT64_FORMAT, share->cap);

      json_array_append_new (shares,
                             json_pack ("{s:s, s:i, s:i, s:i, s:I}", "department",
                                        share->department, "due", share->due, "taken",
                                        share->taken, "excellent", share->excellent, "cap",
                                        (json_int_t)share->cap));
      sz_cli_table_row (table, share->department, due, taken, excellent, cap);
    }
  sz_cli_table_print (cli, table);
  return shares;
}

static json_t *
make_findings (SzCli *cli, const SzAssessYear *year)
{
  g_autoptr (GArray) findings = sz_assess_findings (year);
  json_t *list = json_array ();

  for (guint i = 0; i < findings->len; i++)
    {
      const SzAssessFinding *finding = &g_array_index (findings, SzAssessFinding, i);
      const gboolean is_error = finding->severity == SZ_SEVERITY_ERROR;
      json_t *object = json_pack ("{s:s, s:s, s:o}", "severity", is_error ? "error" : "warning",
                                  "code", finding->code, "staff_no",
                                  sz_cli_string (finding->staff_no));

      if (finding->department != NULL)
        json_object_set_new (object, "department", json_string (finding->department));
      json_array_append_new (list, object);
      sz_cli_print (cli, "%s: %s %s\n", is_error ? _ ("error") : _ ("warning"), finding->code,
                    finding->staff_no != NULL     ? finding->staff_no
                    : finding->department != NULL ? finding->department
                                                  : "");
    }
  return list;
}

static int
print_year (SzCli *cli, int number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzAssessYear) year = sz_assess_year (cli->office, number, &error);
  json_t *missing = json_array ();
  json_t *grades = json_object ();
  json_t *document = cli->document;
  json_t *undetermined;

  if (year == NULL)
    {
      json_decref (missing);
      json_decref (grades);
      return sz_cli_titles_fail (cli, error);
    }
  undetermined = make_people (year, missing);
  for (int grade = 0; grade < SZ_GRADE_NONE; grade++)
    json_object_set_new (grades, name_grade ((SzGrade)grade), json_integer (year->grades[grade]));
  sz_cli_print (cli,
                _ ("%d %s: due %" G_GINT64_FORMAT ", taken %" G_GINT64_FORMAT
                   ", 优秀 %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT "\n"),
                number, year->state, year->due, year->taken, year->grades[SZ_GRADE_EXCELLENT],
                year->cap);
  json_object_set_new (document, "year", json_integer (number));
  json_object_set_new (document, "state", json_string (year->state));
  json_object_set_new (document, "due", json_integer (year->due));
  json_object_set_new (document, "taken", json_integer (year->taken));
  json_object_set_new (document, "missing", missing);
  json_object_set_new (document, "cap_ratio",
                       sz_cli_decimal (year->cap_ratio_x1e4, SZ_RATIO_DECIMALS));
  json_object_set_new (document, "approval", sz_cli_string (year->approval));
  json_object_set_new (document, "cap", json_integer (year->cap));
  json_object_set_new (document, "over", json_integer (year->over));
  json_object_set_new (document, "grades", grades);
  json_object_set_new (document, "caps", make_shares (cli, year));
  json_object_set_new (document, "undetermined_expected", undetermined);
  json_object_set_new (document, "findings", make_findings (cli, year));
  return SZ_EXIT_DONE;
}

int
sz_cli_assess (SzCli *cli, int argc, char **argv)
{
  gint year = 0;
  const GOptionEntry entries[] = { { "year", 0, 0, G_OPTION_ARG_INT, &year, N_ ("The year"), "Y" },
                                   { NULL } };
  int result;

  if (!sz_cli_parse (cli, "assess", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (year < 1900 || year > 9998)
    return sz_cli_usage (cli, "%s", _ ("assess wants --year Y."));
  if (sz_cli_open (cli, &result) == NULL)
    return result;
  return print_year (cli, year);
}

int
sz_cli_assess_step (SzCli *cli, int argc, char **argv)
{
  g_autofree char *on = NULL, *from = NULL, *reason = NULL;
  const GOptionEntry entries[]
      = { { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("The day of the step"), N_ ("DATE") },
          { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("First day of the notice"),
            N_ ("DATE") },
          { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why"), N_ ("TEXT") },
          { NULL } };
  g_autoptr (GError) error = NULL;
  SzAssessStep step = { .reason = reason };
  gint64 year = 0;
  int result;

  if (!sz_cli_parse (cli, "assess step YEAR announced|confirmed|draft", entries, &argc, &argv, 2,
                     2))
    return SZ_EXIT_USAGE;
  if (!sz_decimal_parse (argv[1], 0, &year, NULL) || year < 1900 || year > 9998)
    return sz_cli_usage (cli, _ ("“%s” is no year."), argv[1]);
  step.year = (int)year;
  step.step = argv[2];
  step.reason = reason;
  if (!g_str_equal (step.step, "announced") && !g_str_equal (step.step, "confirmed")
      && !g_str_equal (step.step, "draft"))
    return sz_cli_usage (cli, _ ("“%s” is no step. There are: %s."), step.step,
                         "announced, confirmed, draft");
  if (!sz_cli_read_day (cli, on, &step.on, &result))
    return result;
  if (!sz_cli_read_date (cli, "--from", from, SZ_DATE_NONE, &step.from))
    return SZ_EXIT_USAGE;
  if (!sz_assess_step (cli->office, &step, &error))
    return sz_cli_titles_fail (cli, error);
  return print_year (cli, step.year);
}
