/* sz-param-words.c — what the parameters mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param-words.h"

#include <glib/gi18n.h>

#define BLANK "\"\""

static const SzParamWord words[] = {
  { "load.size", N_ ("Class size: up to so many students, factor K1 (0: all above)"), BLANK },
  { "load.repeat", N_ ("Repeated class, factor K2"), BLANK },
  { "load.type", N_ ("Type of course, factor K3"), BLANK },
  { "load.new", N_ ("New course, factor K4"), BLANK },
  { "load.quota_year", N_ ("Hours a full-time teacher owes in a year"), BLANK },
  { "load.teaching_months", N_ ("Months that count as teaching months"), "[1]" },
  { "load.weeks", N_ ("Teaching weeks of a term"), BLANK },
  { "load.week_max", N_ ("Most hours in a week"), BLANK },
  { "load.dual_share", N_ ("Share of the quota owed by those who also administer"), BLANK },
  { "load.over_rate", N_ ("Pay of an over-hour, by band of the post"), BLANK },
  { "load.category", N_ ("Training: factor of the kind of project"), "{\"\": \"\"}" },
  { "load.time", N_ ("Training: factor of the time of day"), BLANK },
  { "load.role", N_ ("Training: factor of the role"), BLANK },
  { "load.train_ratio", N_ ("Training hours counted as workload, ratio r"), BLANK },
  { "load.train_cap", N_ ("Most training credited, as a share of the quota"), BLANK },
  { "load.student_hours", N_ ("Person-hours of training that make one student"), BLANK },
  { "load.student_ratio", N_ ("Equivalent students, ratio"), BLANK },
  { "load.term_start", N_ ("First day of each term"), "{\"2026春\": \"2026-02-23\"}" },
  { "load.periods", N_ ("Names of periods of the day, as lessons"), BLANK },
  { "pt.quota_rate", N_ ("Part-time teachers: share of the establishment"), BLANK },
  { "pt.share_cap", N_ ("Part-time teachers: most of all full-time teachers"), BLANK },
  { "pay.L", N_ ("Performance pay: baseline L"), BLANK },
  { "pay.ctrl", N_ ("Performance pay: control line, times L"), BLANK },
  { "pay.limit", N_ ("Performance pay: ceiling, times L"), BLANK },
  { "pay.base_ratio", N_ ("Performance pay: share of the basic part"), BLANK },
  { "pay.train_ratio", N_ ("Training income that may raise the total, share"), BLANK },
  { "pay.train_mode", N_ ("Training income: within the cap or on top of it"), BLANK },
  { "pay.conv_ratio", N_ ("Technology transfer: share for those who did it"), BLANK },
  { "pay.conv_min", N_ ("Technology transfer: least share"), BLANK },
  { "pay.conv_max", N_ ("Technology transfer: most"), BLANK },
  { "pay.conv_main_share", N_ ("Technology transfer: least for the main contributors"), BLANK },
  { "pay.tilt_training", N_ ("Incentive pay set aside for training"), BLANK },
  { "pay.tilt_outstanding", N_ ("Incentive pay set aside for outstanding work"), BLANK },
  { "pay.entry_month_rule", N_ ("Whether the month of entry counts"), BLANK },
  { "assess.excellent_cap", N_ ("Assessment: most with 优秀, share"), BLANK },
  { "people.retire_delay", N_ ("Retirement: born from, months a step, most months"), BLANK },
  { "people.retire_flex", N_ ("Retirement: months it may be moved"), BLANK },
  { "people.retire_warn", N_ ("Retirement: months ahead to warn"), BLANK },
  { "post.split", N_ ("Posts: how levels divide within a band"), BLANK },
  { "post.rounding", N_ ("Posts: how fractions are rounded"), BLANK },
  { "recruit.open_ratio", N_ ("Recruitment: applicants wanted for a post"), BLANK },
  { "recruit.publicity_wd", N_ ("Recruitment: working days of the notice"), BLANK },
  { "title.publicity_wd", N_ ("Titles: working days of the notice"), BLANK },
  { NULL, NULL, NULL },
};

const SzParamWord *
sz_param_words (void)
{
  return words;
}

const char *
sz_param_meaning (const char *key)
{
  for (const SzParamWord *word = words; word->key != NULL; word++)
    if (g_str_equal (word->key, key))
      return _ (word->meaning);
  return key;
}
