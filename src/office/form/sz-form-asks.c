/* sz-form-asks.c — what forms are about: the year, a run, a day, a plan …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-form-private.h"
#include "sz-office-private.h"
#include "sz-recruit-act.h"
#include "sz-title-round.h"

#define ASK(need, word, value, help, type, member)                                                 \
  {                                                                                                \
    SZ_FORM_NEEDS_##need, word, value, help, SZ_FORM_ASK_##type,                                   \
        G_STRUCT_OFFSET (SzFormParams, member)                                                     \
  }

static const SzFormAsk asks[] = {
  ASK (YEAR, "year", N_ ("YEAR"), N_ ("The year"), NUMBER, year),
  ASK (RUN, "run", N_ ("RUN"), N_ ("The pay run; the latest at first"), RUN, run),
  ASK (DAY, "on", N_ ("DATE"), N_ ("As of this day"), DAY, on),
  ASK (FROM, "from", N_ ("DATE"), N_ ("From this day on"), DAY, from),
  ASK (TO, "to", N_ ("DATE"), N_ ("To this day"), DAY, to),
  ASK (MONTH, "month", N_ ("MONTH"), N_ ("The month, 1 to 12"), NUMBER, month),
  ASK (PLAN, "plan", N_ ("招聘批次"), N_ ("The recruitment plan"), TEXT, plan),
  ASK (POST, "post", N_ ("岗位代码"), N_ ("The post"), TEXT, post),
  ASK (COMPONENT, "component", N_ ("科目"), N_ ("The part of the examination"), TEXT, component),
  ASK (TICKET, "ticket", N_ ("准考证号"), N_ ("The applicant's ticket"), TEXT, ticket),
  ASK (WHERE, "where", N_ ("时间、地点"), N_ ("Time and place of the examination"), TEXT, where),
  ASK (SHEET, "sheet", "N", N_ ("The kept sheet"), ID, sheet),
  ASK (BATCH, "batch", N_ ("评审批次"), N_ ("The round of titles"), TEXT, batch),
  ASK (TARGET, "target", N_ ("职称"), N_ ("The title applied for"), TEXT, target),
  ASK (PERSON, "person", N_ ("工号"), N_ ("One person only"), TEXT, person),
  ASK (DEPARTMENT, "department", N_ ("部门"), N_ ("One department only"), TEXT, department),
  ASK (PUBLIC, "public", NULL, N_ ("As the public may see it"), FLAG, is_public),
  ASK (NOTICE, "notice", NULL, N_ ("As a notice"), FLAG, is_notice),
  ASK (ALL, "all", NULL, N_ ("Everything, not only what counts"), FLAG, is_all),
  ASK (IDS, "ids", NULL, N_ ("With full ID numbers"), FLAG, with_ids),
  ASK (PROPOSE, "propose", NULL, N_ ("A plan that is only proposed"), FLAG, propose),
  ASK (TOTAL, "total", "N", N_ ("Posts altogether"), NUMBER, total),
  ASK (PROFESSIONAL, "professional", "P", N_ ("Of them professional"), NUMBER, professional),
  ASK (RATIO, "ratio", "3:4:3", N_ ("Senior, intermediate, junior"), TEXT, ratio),
  ASK (SENIOR, "full-senior", "0.2", N_ ("Share of 正高 of the senior ones"), TEXT, senior),
  ASK (POINTS, "points", NULL, N_ ("With the columns of points"), FLAG, with_points),
  ASK (A3, "a3", NULL, N_ ("On A3 paper"), FLAG, is_a3),
  ASK (A5, "a5", NULL, N_ ("One a page of A5 paper"), FLAG, is_a5),
  { 0, NULL, NULL, NULL, SZ_FORM_ASK_NUMBER, 0 },
};

const SzFormAsk *
sz_form_asks (void)
{
  return asks;
}

char *
sz_form_ask_dup (const SzFormAsk *ask, const SzFormParams *params, gboolean people)
{
  const guint8 *at;
  gint64 number;

  g_return_val_if_fail (ask != NULL && params != NULL, NULL);
  at = (const guint8 *)params + ask->offset;
  switch (ask->type)
    {
    case SZ_FORM_ASK_TEXT:
      return g_strdup (*(const char *const *)(gconstpointer)at);
    case SZ_FORM_ASK_FLAG:
      return *(const gboolean *)(gconstpointer)at ? g_strdup ("true") : NULL;
    case SZ_FORM_ASK_DAY:
      number = *(const SzDate *)(gconstpointer)at;
      if (number == SZ_DATE_NONE)
        return NULL;
      return people ? sz_date_format_cn ((SzDate)number) : sz_date_format ((SzDate)number);
    case SZ_FORM_ASK_RUN:
    case SZ_FORM_ASK_ID:
      number = *(const gint64 *)(gconstpointer)at;
      break;
    case SZ_FORM_ASK_NUMBER:
    default:
      number = *(const int *)(gconstpointer)at;
      break;
    }
  return number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

guint
sz_form_needs_given (const SzFormParams *params)
{
  guint given = 0;

  g_return_val_if_fail (params != NULL, 0);
  for (const SzFormAsk *ask = asks; ask->word != NULL; ask++)
    {
      g_autofree char *text = sz_form_ask_dup (ask, params, FALSE);

      given |= text != NULL ? ask->bit : 0;
    }
  return given;
}

/* The round made last; there are few, and the name outlives the question. */
static gboolean
find_latest_round (SzOffice *office, SzFormParams *params, GError **error)
{
  g_autoptr (GArray) rounds = sz_title_round_list (office, error);

  if (rounds != NULL && rounds->len > 0)
    params->batch
        = g_intern_string (g_array_index (rounds, SzTitleRoundBrief, rounds->len - 1).name);
  return rounds != NULL;
}

/* The last plan of recruitment, as on its page. */
static gboolean
find_latest_plan (SzOffice *office, SzFormParams *params, GError **error)
{
  g_auto (GStrv) plans = sz_recruit_plans (office, error);

  if (plans != NULL && plans[0] != NULL)
    params->plan = g_intern_string (plans[g_strv_length (plans) - 1]);
  return plans != NULL;
}

gboolean
sz_form_complete (SzOffice *office, const SzForm *form, SzFormParams *params, GError **error)
{
  guint missing;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && form != NULL && params != NULL, FALSE);
  if ((form->needs & SZ_FORM_NEEDS_DAY) != 0 && params->on == SZ_DATE_NONE)
    params->on = sz_office_today (office);
  if ((form->needs & SZ_FORM_NEEDS_RUN) != 0 && params->run == 0)
    {
      if (!sz_view_pay_latest (office, &params->run, error))
        return FALSE;
      if (params->run == 0)
        return sz_error_set (error, SZ_ERROR_REFUSED, "form.no_data", "form", form->id, NULL);
    }
  if ((form->needs & SZ_FORM_NEEDS_BATCH) != 0 && params->batch == NULL
      && !find_latest_round (office, params, error))
    return FALSE;
  if ((form->needs & SZ_FORM_NEEDS_PLAN) != 0 && params->plan == NULL
      && !find_latest_plan (office, params, error))
    return FALSE;
  if ((form->needs & SZ_FORM_NEEDS_FROM) != 0 && params->from == SZ_DATE_NONE)
    params->from = sz_date_make (sz_date_year (sz_office_today (office)), 1, 1);
  if ((form->needs & SZ_FORM_NEEDS_TO) != 0 && params->to == SZ_DATE_NONE)
    params->to = sz_date_make (sz_date_year (params->from), 12, 31);
  missing = form->needs & ~sz_form_needs_given (params);
  for (const SzFormAsk *ask = asks; ask->word != NULL; ask++)
    if ((missing & ask->bit) != 0)
      return sz_error_set (error, SZ_ERROR_REFUSED, "form.asks", "form", form->id, "ask", ask->word,
                           NULL);
  return TRUE;
}
