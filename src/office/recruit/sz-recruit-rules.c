/* sz-recruit-rules.c — the parameters of recruitment and of part-time teachers (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-rules.h"

#include <jansson.h>
#include <string.h>

#include "sz-money.h"

typedef struct
{
  const GArray *params;
  SzDate day;
  SzRecruitRules *rules;
  GError **error;
} Reader;

static const SzParam *
find_param (Reader *reader, const char *key)
{
  const SzParam *param = sz_param_at ((const SzParam *)(gconstpointer)reader->params->data,
                                      reader->params->len, key, reader->day);
  g_autofree char *date = sz_date_format (reader->day);

  if (param == NULL)
    sz_error_set (reader->error, SZ_ERROR_FORMAT, "param.missing", "key", key, "date", date, NULL);
  return param;
}

static gboolean
refuse (Reader *reader, const SzParam *param)
{
  return sz_error_set (reader->error, SZ_ERROR_FORMAT, "param.invalid", "key", param->key, "value",
                       param->value, NULL);
}

/* (transfer full): any JSON value; a plain number becomes its text. */
static json_t *
load (const SzParam *param)
{
  return json_loads (param->value, JSON_DECODE_ANY, NULL);
}

static char *
dup_plain (json_t *json)
{
  if (json_is_integer (json))
    return g_strdup_printf ("%lld", (long long)json_integer_value (json));
  return g_strdup (json_string_value (json));
}

static gboolean
read_number (Reader *reader, const char *key, int decimals, gint64 *number)
{
  const SzParam *param = find_param (reader, key);
  json_t *json = param != NULL ? load (param) : NULL;
  g_autofree char *text = dup_plain (json);
  gboolean good = text != NULL && sz_decimal_parse (text, decimals, number, NULL) && *number >= 0;

  json_decref (json);
  return good || (param != NULL && refuse (reader, param));
}

static gboolean
read_int (Reader *reader, const char *key, int *number)
{
  gint64 wide = 0;
  const gboolean good = read_number (reader, key, 0, &wide);

  *number = (int)MIN (wide, G_MAXINT16);
  return good;
}

/* (transfer none): kept by the rules; NULL with an error. */
static const char *
read_text (Reader *reader, const char *key)
{
  const SzParam *param = find_param (reader, key);
  json_t *json = param != NULL ? load (param) : NULL;
  char *text = dup_plain (json);

  json_decref (json);
  if (text != NULL)
    g_ptr_array_add (reader->rules->texts, text);
  else if (param != NULL)
    refuse (reader, param);
  return text;
}

static const char *
keep (Reader *reader, const char *text)
{
  char *copy = g_strdup (text != NULL ? text : "");

  g_ptr_array_add (reader->rules->texts, copy);
  return copy;
}

static gboolean
read_exam_rules (Reader *reader)
{
  static const char *const orders[]
      = { "interview_first", "written_first", "interview_only", "assessment" };
  SzExamRules *exam = &reader->rules->exam;
  const char *order = read_text (reader, "recruit.exam_order");
  const char *trim_by = order != NULL ? read_text (reader, "recruit.trim_by") : NULL;
  const char *thin = trim_by != NULL ? read_text (reader, "recruit.thin_pass") : NULL;
  const char *tie = thin != NULL ? read_text (reader, "recruit.tie") : NULL;
  GStrv ties;

  if (tie == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strcmp (orders[i], order) == 0)
      exam->exam_order = (SzExamOrder)i;
  exam->trim_by_item = strcmp (trim_by, "item") == 0;
  exam->has_thin_pass = *thin != '\0';
  ties = g_regex_split_simple ("[、,> ]+", tie, 0, 0);
  g_ptr_array_add (reader->rules->lists, ties);
  exam->tie = (const char *const *)ties;
  return (!exam->has_thin_pass
          || read_number (reader, "recruit.thin_pass", SZ_HOURS_DECIMALS, &exam->thin_pass_x100))
         && read_number (reader, "recruit.open_ratio", SZ_RATIO_DECIMALS, &exam->open_ratio_x1e4)
         && read_number (reader, "recruit.enter_multiple", SZ_RATIO_DECIMALS,
                         &exam->enter_multiple_x1e4)
         && read_number (reader, "recruit.weight_interview", SZ_RATIO_DECIMALS,
                         &exam->weight_interview_x1e4)
         && read_number (reader, "recruit.written_pass", SZ_HOURS_DECIMALS,
                         &exam->written_pass_x100)
         && read_number (reader, "recruit.interview_pass", SZ_HOURS_DECIMALS,
                         &exam->interview_pass_x100)
         && read_int (reader, "recruit.trim", &exam->trim)
         && read_int (reader, "recruit.substitute_after_publicity", &exam->substitutes_x);
}

static gboolean
read_tables (Reader *reader)
{
  const SzParam *multiple = find_param (reader, "recruit.check_multiple");
  const SzParam *probation = multiple != NULL ? find_param (reader, "recruit.probation") : NULL;
  json_t *check = probation != NULL ? load (multiple) : NULL;
  json_t *months = probation != NULL ? load (probation) : NULL;
  const char *text = json_string_value (json_object_get (check, "multiple"));
  const char *round = json_string_value (json_object_get (check, "round"));
  g_autofree char *first = dup_plain (json_object_get (months, "first"));
  g_autofree char *other = dup_plain (json_object_get (months, "other"));
  gboolean good = TRUE;

  if (probation == NULL)
    return FALSE;
  if (text == NULL || round == NULL
      || !sz_decimal_parse (text, SZ_RATIO_DECIMALS, &reader->rules->exam.check_multiple_x1e4,
                            NULL))
    good = refuse (reader, multiple);
  else if (first == NULL || other == NULL)
    good = refuse (reader, probation);
  if (good)
    {
      reader->rules->exam.check_round = strcmp (round, "floor") == 0 ? SZ_ROUND_DOWN : SZ_ROUND_UP;
      reader->rules->probation_first = (int)g_ascii_strtoll (first, NULL, 10);
      reader->rules->probation_other = (int)g_ascii_strtoll (other, NULL, 10);
    }
  json_decref (check);
  json_decref (months);
  return good;
}

static gboolean
read_equals (Reader *reader)
{
  const SzParam *param = find_param (reader, "recruit.edu_equal");
  json_t *table = param != NULL ? load (param) : NULL;
  const char *word;
  json_t *level;

  if (param == NULL || !json_is_object (table))
    {
      json_decref (table);
      return param != NULL && refuse (reader, param);
    }
  reader->rules->equals = g_new0 (SzEduEqual, json_object_size (table) + 1);
  json_object_foreach (table, word, level)
  {
    reader->rules->equals[reader->rules->n_equals++]
        = (SzEduEqual){ keep (reader, word), keep (reader, json_string_value (level)) };
  }
  json_decref (table);
  return TRUE;
}

/* "1:10、2:7": down to which rank a team of this size counts. */
static void
read_limits (const char *text, SzHonourEntry *entry)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[、,; ]+", text != NULL ? text : "", 0, 0);

  for (char **part = parts; *part != NULL && entry->n_limits < SZ_HONOUR_LIMITS_MAX; part++)
    {
      char *colon = strchr (*part, ':');

      if (colon != NULL)
        entry->limits[entry->n_limits++]
            = (SzHonourLimit){ (int)g_ascii_strtoll (*part, NULL, 10),
                               (int)g_ascii_strtoll (colon + 1, NULL, 10) };
    }
}

static const char *
get_member (Reader *reader, json_t *object, const char *name)
{
  return keep (reader, json_string_value (json_object_get (object, name)));
}

static gboolean
read_honours (Reader *reader)
{
  const SzParam *param = find_param (reader, "recruit.honours");
  json_t *list = param != NULL ? load (param) : NULL;
  json_t *item;
  gsize i;

  if (param == NULL || !json_is_array (list))
    {
      json_decref (list);
      return param != NULL && refuse (reader, param);
    }
  reader->rules->honours = g_new0 (SzHonourEntry, json_array_size (list) + 1);
  json_array_foreach (list, i, item)
  {
    SzHonourEntry *entry = &reader->rules->honours[reader->rules->n_honours++];
    GStrv others = g_regex_split_simple ("[、,;]+", get_member (reader, item, "others"), 0, 0);

    g_ptr_array_add (reader->rules->lists, others);
    entry->code = get_member (reader, item, "code");
    entry->name = get_member (reader, item, "name");
    entry->level = get_member (reader, item, "level");
    entry->source = get_member (reader, item, "source");
    entry->others = (const char *const *)others;
    read_limits (get_member (reader, item, "limits"), entry);
  }
  json_decref (list);
  return TRUE;
}

static gboolean
read_parttime (Reader *reader)
{
  SzRecruitRules *rules = reader->rules;
  const char *month_rule = read_text (reader, "pt.month_rule");
  const char *pay_year = month_rule != NULL ? read_text (reader, "pt.pay_year") : NULL;
  const char *scope = pay_year != NULL ? read_text (reader, "pt.comp_scope") : NULL;

  if (scope == NULL)
    return FALSE;
  rules->by_15th = strcmp (month_rule, "by_15th") == 0;
  rules->previous_year = strcmp (pay_year, "previous") == 0;
  rules->with_employer = strcmp (scope, "gross_with_employer") == 0;
  return read_int (reader, "pt.age_max", &rules->parttime.age_max)
         && read_number (reader, "pt.min_years", SZ_HOURS_DECIMALS, &rules->parttime.min_years_x100)
         && read_int (reader, "pt.term_min_months", &rules->parttime.term_min_months)
         && read_int (reader, "pt.term_max_years", &rules->parttime.term_max_years)
         && read_number (reader, "pt.fee_max", SZ_HOURS_DECIMALS, &rules->parttime.fee_max)
         && read_int (reader, "pt.due_days", &rules->due_days)
         && read_number (reader, "pt.half_day_hours", SZ_HOURS_DECIMALS, &rules->half_day_x100);
}

SzRecruitRules *
sz_recruit_rules (const GArray *params, SzDate day, GError **error)
{
  g_autoptr (SzRecruitRules) rules = NULL;
  Reader reader = { params, day, NULL, error };

  g_return_val_if_fail (params != NULL, NULL);
  rules = g_new0 (SzRecruitRules, 1);
  rules->texts = g_ptr_array_new_with_free_func (g_free);
  rules->lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  reader.rules = rules;
  if (!read_exam_rules (&reader) || !read_tables (&reader) || !read_equals (&reader)
      || !read_honours (&reader) || !read_parttime (&reader)
      || !read_int (&reader, "recruit.notice_wd", &rules->notice_days)
      || !read_int (&reader, "recruit.publicity_wd", &rules->publicity_days)
      || !read_int (&reader, "recruit.judges_min", &rules->judges_min)
      || !read_int (&reader, "recruit.cheat_years", &rules->cheat_years)
      || !read_int (&reader, "recruit.contract_years", &rules->contract_years))
    return NULL;
  return g_steal_pointer (&rules);
}

void
sz_recruit_rules_free (SzRecruitRules *rules)
{
  if (rules == NULL)
    return;
  g_free (rules->equals);
  g_free (rules->honours);
  g_ptr_array_unref (rules->texts);
  g_ptr_array_unref (rules->lists);
  g_free (rules);
}
