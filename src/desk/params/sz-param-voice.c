/* sz-param-voice.c — the value of a parameter as people write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param-voice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-param-table.h"

#define SHARE "%"
#define YUAN NC_ ("unit", "yuan")
#define HOURS NC_ ("unit", "hours")
#define DAYS NC_ ("unit", "days")
#define WORKDAYS NC_ ("unit", "working days")
#define MONTHS NC_ ("unit", "months")
#define YEARS NC_ ("unit", "years")
#define MARKS NC_ ("unit", "marks")
#define TIMES NC_ ("unit", "times")

static const struct
{
  const char *key;
  const char *unit;
} units[] = {
  { "load.quota_year", HOURS },
  { "load.over_rate", NC_ ("unit", "yuan an hour") },
  { "load.train_ratio", SHARE },
  { "load.train_cap", SHARE },
  { "load.student_hours", NC_ ("unit", "person-hours") },
  { "load.weeks", NC_ ("unit", "weeks") },
  { "load.week_max", HOURS },
  { "pt.quota_rate", SHARE },
  { "pt.share_cap", SHARE },
  { "pt.age_max", NC_ ("unit", "years of age") },
  { "pt.min_years", YEARS },
  { "pt.term_min_months", MONTHS },
  { "pt.term_max_years", YEARS },
  { "pt.due_days", DAYS },
  { "pt.fee_max", YUAN },
  { "pt.half_day_hours", HOURS },
  { "pay.L", YUAN },
  { "pay.ctrl", TIMES },
  { "pay.limit", TIMES },
  { "pay.base_ratio", SHARE },
  { "pay.train_ratio", SHARE },
  { "pay.conv_ratio", SHARE },
  { "pay.conv_min", SHARE },
  { "pay.conv_max", SHARE },
  { "pay.conv_main_share", SHARE },
  { "pay.tilt_training", SHARE },
  { "pay.tilt_outstanding", SHARE },
  { "pay.publicity_wd", WORKDAYS },
  { "account.idle_minutes", NC_ ("unit", "minutes") },
  { "assess.excellent_cap", SHARE },
  { "people.retire_flex", MONTHS },
  { "people.retire_warn", MONTHS },
  { "post.prof_min", SHARE },
  { "post.zhenggao_share", SHARE },
  { "post.worker_123", SHARE },
  { "post.worker_12", SHARE },
  { "recruit.open_ratio", NC_ ("unit", "for one place") },
  { "recruit.publicity_wd", WORKDAYS },
  { "recruit.enter_multiple", TIMES },
  { "recruit.weight_interview", SHARE },
  { "recruit.written_pass", MARKS },
  { "recruit.interview_pass", MARKS },
  { "recruit.thin_pass", MARKS },
  { "recruit.notice_wd", WORKDAYS },
  { "recruit.judges_min", NC_ ("unit", "people") },
  { "recruit.cheat_years", YEARS },
  { "recruit.contract_years", YEARS },
  { "recruit.probation", MONTHS },
  { "title.publicity_wd", WORKDAYS },
  { "title.deduct", MONTHS },
  { "title.falsification_years", YEARS },
  { "title.panel_min", NC_ ("unit", "people") },
  { "appoint.term_years", YEARS },
  { "appoint.warn_months", MONTHS },
  { "leave.day_base", DAYS },
  { "tax.labour_flat", YUAN },
  { "tax.labour_edge", YUAN },
  { "tax.labour_share", SHARE },
  { "tax.deduction", YUAN },
  { "target.goal", SHARE },
  { "target.warn_share", SHARE },
  { "training.complete_share", SHARE },
  { "skill.pass", MARKS },
  { "rotation.months", MONTHS },
  { "rotation.min_hours", HOURS },
  { "watch.horizon_days", DAYS },
  { "watch.students_tolerance", SHARE },
  { "watch.warn_days", DAYS },
  { "watch.answer_days", DAYS },
  { "watch.backup_days", DAYS },
};

/* Codes in values and names in tables. @key: NULL for any parameter. Those of one key stand
 * together: they are what may be chosen. */
static const struct
{
  const char *key;
  const char *code;
  const char *word; /* msgid */
} words[] = {
  { "pay.train_mode", "within_cap", N_ ("within the approved total") },
  { "pay.train_mode", "approved_addon", N_ ("on top of it, as approved") },
  { "pay.entry_month_rule", "count", N_ ("counts from the month of entry") },
  { "pay.entry_month_rule", "from_next", N_ ("counts from the month after") },
  { "pay.four_eyes", "refuse", N_ ("must be others") },
  { "pay.four_eyes", "warn", N_ ("is only told") },
  { "leave.sick_mode", "continuous", N_ ("by one unbroken leave") },
  { "leave.sick_mode", "yearly", N_ ("by all leave of the year") },
  { "tax.rejoin", "continue", N_ ("go on from before") },
  { "tax.rejoin", "restart", N_ ("begin anew") },
  { "recruit.exam_order", "interview_first", N_ ("interview, then written test") },
  { "recruit.exam_order", "written_first", N_ ("written test, then interview") },
  { "recruit.exam_order", "interview_only", N_ ("interview alone") },
  { "recruit.exam_order", "assessment", N_ ("assessment and inspection") },
  { "recruit.trim_by", "total", N_ ("of totals") },
  { "recruit.trim_by", "item", N_ ("of each item") },
  { "pt.month_rule", "count", N_ ("every month begun") },
  { "pt.month_rule", "by_15th", N_ ("by the 15th") },
  { "pt.pay_year", "same", N_ ("the year itself") },
  { "pt.pay_year", "previous", N_ ("the year before") },
  { "pt.comp_scope", "gross", N_ ("gross pay") },
  { "pt.comp_scope", "gross_with_employer", N_ ("gross pay and what the employer pays in") },
  { "post.rounding", "cumulative_floor", N_ ("down, what is left goes on") },
  { "post.rounding", "largest_remainder", N_ ("largest remainder first") },
  { "post.rounding", "floor_each", N_ ("each one down") },
  { "post.dual_counts", "main", N_ ("the main post") },
  { "post.dual_counts", "both", N_ ("both posts") },
  { "assess.cap_by", "college", N_ ("for the college") },
  { "assess.cap_by", "department", N_ ("for each department") },
  { "title.years_from", "appointment", N_ ("the appointment") },
  { "title.years_from", "title", N_ ("the title") },
  { "title.years_from", "later", N_ ("the later of both") },
  { "title.years_mode", "complete", N_ ("complete years") },
  { "title.years_mode", "inclusive", N_ ("calendar years, both counted") },
  { "title.missing_assessment", "unknown", N_ ("not known yet") },
  { "title.missing_assessment", "qualified", N_ ("counts as 合格") },
  { "title.recusal_denominator", "exclude", N_ ("not counted") },
  { "title.recusal_denominator", "include", N_ ("counted") },
  { "watch.refused_codes", "quota.exceeded", N_ ("beyond the establishment") },
  { "watch.refused_codes", "role.denied", N_ ("not allowed to the role") },
  { "watch.refused_codes", "maker.checker", N_ ("checked by who made it") },
  { "watch.refused_codes", "package.other_college", N_ ("package of another college") },
  { NULL, "true", N_ ("yes") },
  { NULL, "false", N_ ("no") },
  { NULL, "ceil", N_ ("rounded up") },
  { NULL, "floor", N_ ("rounded down") },
  { NULL, "multiple", N_ ("times the places") },
  { NULL, "round", N_ ("fractions") },
  { NULL, "first", N_ ("first job") },
  { NULL, "other", N_ ("otherwise") },
  { NULL, "default", N_ ("all others") },
  { NULL, "employment", N_ ("employment of graduates") },
  { NULL, "joint", N_ ("majors built with enterprises") },
  { NULL, "integrated", N_ ("integrated majors") },
  { NULL, "assessed", N_ ("skill assessment") },
  { NULL, "rotation", N_ ("rotation of teachers") },
  { NULL, "training", N_ ("vocational training") },
  { NULL, "sex", N_ ("sex") },
  { NULL, "age", N_ ("age before") },
  { NULL, "from", N_ ("born from") },
  { NULL, "step", N_ ("months a step") },
  { NULL, "max", N_ ("most months") },
  { NULL, "code", N_ ("number") },
  { NULL, "name", N_ ("name") },
  { NULL, "level", N_ ("level") },
  { NULL, "others", N_ ("also called") },
  { NULL, "limits", N_ ("limits") },
  { NULL, "source", N_ ("document") },
};

static const struct
{
  const char *key;
  const char *headings[3]; /* msgids */
} tables[] = {
  { "load.size", { N_ ("Up to (students)"), N_ ("Factor of the size") } },
  { "leave.sick_table",
    { N_ ("Up to (months)"), N_ ("Under ten years of work"), N_ ("Ten years and more") } },
  { "tax.year_table", { N_ ("Up to (yuan)"), N_ ("Rate (%)"), N_ ("Quick deduction (yuan)") } },
  { "tax.month_table", { N_ ("Up to (yuan)"), N_ ("Rate (%)"), N_ ("Quick deduction (yuan)") } },
  { "tax.labour_table", { N_ ("Up to (yuan)"), N_ ("Rate (%)"), N_ ("Quick deduction (yuan)") } },
};

/* (nullable) */
static const char *
find_unit (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].key, key))
      return units[i].unit;
  return NULL;
}

static gboolean
is_share (const char *key)
{
  const char *unit = find_unit (key);

  return unit != NULL && g_str_equal (unit, SHARE);
}

const char *
sz_param_unit (const char *key)
{
  const char *unit;

  g_return_val_if_fail (key != NULL, NULL);

  unit = find_unit (key);
  return unit != NULL && !g_str_equal (unit, SHARE) ? g_dpgettext2 (GETTEXT_PACKAGE, "unit", unit)
                                                    : NULL;
}

char *
sz_param_heading (const char *key, guint column)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].key, key) && column < G_N_ELEMENTS (tables[i].headings)
        && tables[i].headings[column] != NULL)
      return g_strdup (_ (tables[i].headings[column]));
  return NULL;
}

/* (nullable): what a code is called. */
static const char *
find_word (const char *key, const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if ((words[i].key == NULL || g_str_equal (words[i].key, key))
        && g_str_equal (words[i].code, code))
      return _ (words[i].word);
  return NULL;
}

/* (transfer full) (nullable): "0.125" is 12.5%; "1/3" is no decimal and stays. */
static char *
write_percent (const char *text)
{
  g_autofree char *figure = NULL;
  gint64 share_x1e4 = 0;

  if (!sz_decimal_parse (text, SZ_RATIO_DECIMALS, &share_x1e4, NULL))
    return NULL;
  figure = sz_decimal_format (share_x1e4, 2);
  while (strchr (figure, '.') != NULL
         && (g_str_has_suffix (figure, "0") || g_str_has_suffix (figure, ".")))
    figure[strlen (figure) - 1] = '\0';
  return g_strconcat (figure, SHARE, NULL);
}

char *
sz_param_say_name (const char *key, const char *text)
{
  const char *word;

  g_return_val_if_fail (key != NULL && text != NULL, NULL);

  word = find_word (key, text);
  return g_strdup (word != NULL ? word : text);
}

char *
sz_param_say_cell (const char *key, const char *text)
{
  g_auto (GStrv) parts = NULL;
  char *percent;

  g_return_val_if_fail (key != NULL && text != NULL, NULL);

  percent = is_share (key) ? write_percent (text) : NULL;
  if (percent != NULL)
    return percent;
  /* A list in a cell is a word beside a word. */
  parts = g_strsplit (text, ", ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *word = find_word (key, parts[i]);

      if (word == NULL)
        continue;
      g_free (parts[i]);
      parts[i] = g_strdup (word);
    }
  return g_strjoinv (", ", parts);
}

/* (transfer full) (nullable): "12.5%" and "12.5％" are 0.125. */
static char *
read_percent (const char *text)
{
  g_autofree char *bare = NULL;
  gint64 share_x1e4 = 0;

  if (!g_str_has_suffix (text, "%") && !g_str_has_suffix (text, "％"))
    return NULL;
  bare = g_strndup (text, strlen (text) - strlen (g_str_has_suffix (text, "%") ? "%" : "％"));
  if (!sz_decimal_parse (g_strstrip (bare), 2, &share_x1e4, NULL))
    return NULL;
  return share_x1e4 % 100 == 0 ? sz_decimal_format (share_x1e4 / 100, 2)
                               : sz_decimal_format (share_x1e4, SZ_RATIO_DECIMALS);
}

char *
sz_param_hear_cell (const char *key, const char *text)
{
  g_autofree char *trimmed = NULL;
  char *share;

  g_return_val_if_fail (key != NULL && text != NULL, NULL);

  trimmed = g_strstrip (g_strdup (text));
  share = is_share (key) ? read_percent (trimmed) : NULL;
  if (share != NULL)
    return share;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].key, key) == 0 && g_str_equal (_ (words[i].word), trimmed))
      return g_strdup (words[i].code);
  return g_steal_pointer (&trimmed);
}

static void
append_row (GString *line, const char *key, const SzParamTable *table, char **row)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *cell = table->shape == SZ_PARAM_MAP && i == 0
                                  ? sz_param_say_name (key, row[i])
                                  : sz_param_say_cell (key, row[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "",
                              *cell != '\0' || table->n_columns == 1 ? cell : "—");
    }
}

/* What is deeper than a table: the names in it. */
static char *
say_names (const char *key, const char *json)
{
  g_auto (GStrv) names = sz_param_names (json);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const char *word = find_word (key, names[i]);

      if (word == NULL)
        continue;
      g_free (names[i]);
      names[i] = g_strdup (word);
    }
  return names != NULL ? g_strjoinv (" · ", names) : g_strdup (json);
}

char *
sz_param_say (const char *key, const char *json)
{
  g_autoptr (SzParamTable) table = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  const char *unit;

  g_return_val_if_fail (key != NULL && json != NULL, NULL);

  table = sz_param_table_new (json);
  if (table == NULL || table->deep)
    return say_names (key, json);
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_string_append (line, i > 0 ? " · " : "");
      append_row (line, key, table, g_ptr_array_index (table->rows, i));
    }
  unit = sz_param_unit (key);
  if (unit != NULL && line->len > 0)
    g_string_append_printf (line, " %s", unit);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

GStrv
sz_param_choices (const char *key, const char *json)
{
  g_autoptr (SzParamTable) table = NULL;
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  const char *now;
  const char *of = key;

  g_return_val_if_fail (key != NULL && json != NULL, NULL);

  table = sz_param_table_new (json);
  if (table == NULL || table->shape != SZ_PARAM_PLAIN || table->rows->len == 0)
    return NULL;
  now = ((char **)g_ptr_array_index (table->rows, 0))[0];
  if (find_word (key, now) == NULL)
    return NULL;
  if (g_str_equal (now, "true") || g_str_equal (now, "false"))
    of = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (of != NULL ? g_strcmp0 (words[i].key, of) == 0
                   : g_str_equal (words[i].code, "true") || g_str_equal (words[i].code, "false"))
      g_strv_builder_add (codes, words[i].code);
  return g_strv_builder_end (codes);
}
