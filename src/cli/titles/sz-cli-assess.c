/* sz-cli-assess.c — shizictl assess, assess step (RULE asm-1 … asm-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-assess-grade.h"
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
                               json_pack ("{s:s, s:s, s:o}", "staff_no", person->staff_no, "reason",
                                          sz_undetermined_word (person->assessed.reason), "grade",
                                          sz_cli_make_text (name_grade (person->assessed.grade))));
    }
  return undetermined;
}

static json_t *
make_shares (SzCli *cli, const SzAssessYear *year)
{
  const char *headings[]
      = { _ ("Department"), _ (">Due"), _ (">Taken"), _ (">优秀"), _ (">Cap"), NULL };
  SzTextTable *table = sz_text_table_new (headings);
  json_t *shares = json_array ();

  for (guint i = 0; i < year->shares->len; i++)
    {
      const SzAssessShare *share = &g_array_index (year->shares, SzAssessShare, i);
      g_autofree char *due = g_strdup_printf ("%d", share->due);
      g_autofree char *taken = g_strdup_printf ("%d", share->taken);
      g_autofree char *excellent = g_strdup_printf ("%d", share->excellent);
      g_autofree char *cap = g_strdup_printf ("%" G_GINT64_FORMAT, share->cap);

      json_array_append_new (shares, json_pack ("{s:s, s:i, s:i, s:i, s:I}", "department",
                                                share->department, "due", share->due, "taken",
                                                share->taken, "excellent", share->excellent, "cap",
                                                (json_int_t)share->cap));
      sz_text_table_row (table, share->department, due, taken, excellent, cap);
    }
  sz_cli_print_table (cli, table);
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
      json_t *object
          = json_pack ("{s:s, s:s, s:o}", "severity", is_error ? "error" : "warning", "code",
                       finding->code, "staff_no", sz_cli_make_text (finding->staff_no));

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
print_year (SzCli *cli, SzOffice *office, int number, GError **error)
{
  g_autoptr (SzAssessYear) year = sz_assess_year (office, number, error);
  json_t *missing = json_array ();
  json_t *grades = json_object ();
  json_t *document = cli->document;
  json_t *undetermined;

  if (year == NULL)
    {
      json_decref (missing);
      json_decref (grades);
      return SZ_EXIT_REFUSED;
    }
  undetermined = make_people (year, missing);
  for (int grade = 0; grade < SZ_GRADE_NONE; grade++)
    json_object_set_new (grades, name_grade ((SzGrade)grade), json_integer (year->grades[grade]));
  sz_cli_print (cli, _ ("%d %s: due %d, taken %d, 优秀 %d of %d\n"), number, year->state,
                (int)year->due, (int)year->taken, (int)year->grades[SZ_GRADE_EXCELLENT],
                (int)year->cap);
  json_object_set_new (document, "year", json_integer (number));
  json_object_set_new (document, "state", json_string (year->state));
  json_object_set_new (document, "due", json_integer (year->due));
  json_object_set_new (document, "taken", json_integer (year->taken));
  json_object_set_new (document, "missing", missing);
  json_object_set_new (document, "cap_ratio",
                       sz_cli_make_decimal (year->cap_ratio_x1e4, SZ_RATIO_DECIMALS));
  json_object_set_new (document, "approval", sz_cli_make_text (year->approval));
  json_object_set_new (document, "cap", json_integer (year->cap));
  json_object_set_new (document, "over", json_integer (year->over));
  json_object_set_new (document, "grades", grades);
  json_object_set_new (document, "caps", make_shares (cli, year));
  json_object_set_new (document, "undetermined_expected", undetermined);
  json_object_set_new (document, "findings", make_findings (cli, year));
  return SZ_EXIT_DONE;
}

typedef struct
{
  int year;
} YearAsked;

static const SzArg year_args[] = {
  SZ_OPTION (YEAR, YearAsked, year, "year", "Y", N_ ("The year"), .required = TRUE),
  { 0 },
};

static int
run_assess (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return print_year (cli, office, ((const YearAsked *)data)->year, error);
}

const SzCliCommand sz_cli_assess
    = { "assess",   N_ ("The annual assessment of a year, its cap and what does not fit"),
        year_args,  sizeof (YearAsked),
        run_assess, .office = TRUE };

typedef struct
{
  int year;
  const char *step;
  SzDate on;
  SzDate from;
  const char *reason;
} StepAsked;

static const SzArg step_args[] = {
  SZ_WORD_OF (YEAR, StepAsked, year, N_ ("YEAR")),
  SZ_WORD_OF (TEXT, StepAsked, step, "announced|confirmed|draft"),
  SZ_OPTION (DATE, StepAsked, on, "on", N_ ("DATE"), N_ ("The day of the step")),
  SZ_OPTION (DATE, StepAsked, from, "from", N_ ("DATE"), N_ ("First day of the notice")),
  SZ_OPTION (TEXT, StepAsked, reason, "reason", N_ ("TEXT"), N_ ("Why")),
  { 0 },
};

static int
run_step (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const StepAsked *asked = data;
  const SzAssessStep step
      = { asked->year, asked->step, sz_cli_day (office, asked->on), asked->from, asked->reason };

  if (!g_str_equal (asked->step, "announced") && !g_str_equal (asked->step, "confirmed")
      && !g_str_equal (asked->step, "draft"))
    return sz_cli_usage (cli, _ ("“%s” is no step. There are: %s."), asked->step,
                         "announced, confirmed, draft");
  if (!sz_assess_step (office, &step, error))
    return SZ_EXIT_REFUSED;
  return print_year (cli, office, asked->year, error);
}

const SzCliCommand sz_cli_assess_step
    = { "assess step", N_ ("Announce or confirm the grades of a year, or take them back"),
        step_args,     sizeof (StepAsked),
        run_step,      .office = TRUE };

typedef struct
{
  int year;
  const char *grade;
  const char *const *people;
  const char *reason;
} GradeAsked;

static const SzArg grade_args[] = {
  SZ_WORD_OF (YEAR, GradeAsked, year, N_ ("YEAR")),
  SZ_WORD_OF (TEXT, GradeAsked, grade, N_ ("档次")),
  SZ_WORD_OF (TEXTS, GradeAsked, people, N_ ("工号")),
  SZ_OPTION (TEXT, GradeAsked, reason, "reason", N_ ("TEXT"), N_ ("Of a correction")),
  { 0 },
};

static int
run_grade (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const GradeAsked *asked = data;
  const SzCode *grade = sz_codes_by_name (SZ_TABLE_GRADE, asked->grade);
  g_autoptr (GError) fault = NULL;
  SzAssessGrades grades
      = { .year = asked->year, .staff_nos = asked->people, .reason = asked->reason };

  if (grade == NULL)
    return sz_cli_usage (cli, _ ("“%s” is no grade."), asked->grade);
  grades.grade = (SzGrade)grade->value;
  if (!sz_assess_grade (office, &grades, &fault))
    return sz_cli_titles_fail (cli, fault);
  return print_year (cli, office, asked->year, error);
}

const SzCliCommand sz_cli_assess_grade
    = { "assess grade", N_ ("Give people a grade, or correct it with a reason"),
        grade_args,     sizeof (GradeAsked),
        run_grade,      .office = TRUE };
