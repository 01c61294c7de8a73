/* sz-form-f13.c — F13 评审表决结果汇总表 (RULE ttl-6): counts alone, never a member's name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-ballot.h"
#include "sz-form-round.h"
#include "sz-forms-titles.h"
#include "sz-office-private.h"
#include "sz-title-round-private.h"

typedef struct
{
  const char *name;
  const char *department;
  const char *target;
  const char *code;
  int level;
  guint place;
  SzTally tally;
  SzBallot ballot;
  const char *result;
  const char *group;
  const char *note;
} Row;

#define VOTES(member, heading, wide) SZ_FORM_COL_NUMBER (Row, member, SZ_COL (heading, COUNT, wide))

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("申报人", TEXT, 9)),
  SZ_FORM_COL_TEXT (Row, department, SZ_COL ("部门", TEXT, 13, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row, target, SZ_COL ("申报职称", TEXT, 15)),
  VOTES (tally.panel, "评委会人数", 7),
  VOTES (ballot.quorum, "法定出席", 7),
  VOTES (tally.attending, "出席", 6),
  VOTES (tally.recused, "回避", 6),
  VOTES (ballot.denominator, "计票基数", 7),
  VOTES (ballot.needed, "通过线", 6),
  VOTES (tally.in_favour, "同意", 6),
  VOTES (tally.against, "反对", 6),
  VOTES (tally.abstain, "弃权", 6),
  VOTES (tally.spoilt, "废票", 6),
  SZ_FORM_COL_TEXT (Row, result, SZ_COL ("结果", TEXT, 18)),
  SZ_FORM_COL_END,
};

static const char *
get_result (const SzBallot *ballot)
{
  if (ballot->valid)
    return ballot->passed ? "通过" : "未通过";
  return g_strcmp0 (ballot->error, "ballot.no_quorum") == 0 ? "无效：未达法定出席" : "无效";
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer none)
{
  const Row *left = a;
  const Row *right = b;
  int order;

  (void)none;
  if (left->level != right->level)
    return left->level > right->level ? -1 : 1;
  order = strcmp (left->code, right->code);
  if (order != 0)
    return order;
  if (left->tally.in_favour != right->tally.in_favour)
    return left->tally.in_favour > right->tally.in_favour ? -1 : 1;
  return (left->place > right->place) - (left->place < right->place);
}

static void
add_row (SzFormSheet *sheet, const SzFormRound *about, const SzBallotRow *vote)
{
  const SzFormApplicant *applicant = sz_form_round_find (about, vote->person_id);
  const gboolean includes = sz_title_round_question (about->round)->rules->recusal_includes;
  Row *row;

  if (applicant == NULL)
    return;
  row = sz_form_sheet_add (sheet);
  *row = (Row){ .name = applicant->person->name,
                .department = applicant->person->department,
                .target = applicant->target,
                .code = applicant->application->title,
                .level = applicant->level,
                .place = applicant->place,
                .tally = { vote->panel, vote->attending, vote->recused, vote->in_favour,
                           vote->against, vote->abstain, vote->spoilt } };
  sz_ballot_count (&row->tally, includes, &row->ballot);
  row->result = get_result (&row->ballot);
  row->group = row->target;
}

/* 参评 n 通过 a 未通过 b */
static void
add_counts (SzFormSheet *sheet)
{
  const guint n = sz_form_sheet_count (sheet);

  for (guint i = 0; i < n; i++)
    {
      Row *row = sz_form_sheet_row (sheet, i);
      guint all = 0, passed = 0;
      g_autofree char *note = NULL;

      for (guint j = 0; j < n; j++)
        {
          const Row *other = sz_form_sheet_row (sheet, j);

          if (!g_str_equal (other->code, row->code))
            continue;
          all++;
          passed += other->ballot.passed;
        }
      note = g_strdup_printf ("%s：参评 %u　通过 %u　未通过 %u", row->target, all, passed,
                              all - passed);
      row->note = sz_form_sheet_keep (sheet, note);
    }
}

static void
add_meetings (SzFormSheet *sheet, const GArray *votes)
{
  g_autoptr (GString) days = g_string_new (NULL);
  SzDate last = SZ_DATE_NONE;

  for (guint i = 0; i < votes->len; i++)
    {
      const SzDate day = g_array_index (votes, SzBallotRow, i).meeting;
      g_autofree char *text = sz_date_format_cn (day);

      if (day != last && strstr (days->str, text) == NULL)
        g_string_append_printf (days, "%s%s", days->len > 0 ? "、" : "", text);
      last = day;
    }
  sz_form_sheet_below (sheet, g_strconcat ("会议日期：", days->str, NULL));
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzFormRound *about = sz_form_round_open (office, params, cancellable, error);
  g_autoptr (GArray) votes = NULL;

  if (about == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, about, (GDestroyNotify)sz_form_round_free);
  sz_form_sheet_above (sheet, g_strconcat ("批次：", params->batch, NULL));
  votes = sz_title_rows_of_round (sz_store_ballot_list (sz_office_get_store (office), SZ_ROWS_ALL,
                                                        error),
                                  about->round->row.id);
  if (votes == NULL)
    return FALSE;
  for (guint i = 0; i < votes->len; i++)
    add_row (sheet, about, &g_array_index (votes, SzBallotRow, i));
  sz_form_sheet_sort (sheet, compare_rows_cb, NULL);
  add_counts (sheet);
  sz_form_sheet_below (sheet, g_strdup_printf ("计票口径：回避人%s基数；弃权、废票计入基数。",
                                               sz_title_round_question (about->round)
                                                       ->rules->recusal_includes
                                                   ? "计入"
                                                   : "不计入"));
  add_meetings (sheet, votes);
  return TRUE;
}

static const char *const signatures[]
    = { "记录人", "计票人", "监票人", "主任委员", "（印章）", NULL };

const SzFormTable sz_form_f13 = {
  .orientation = SZ_ORIENTATION_LANDSCAPE,
  .unit = "单位：票",
  .row_size = sizeof (Row),
  .columns = columns,
  .group = SZ_FORM_HAS (Row, group),
  .note = SZ_FORM_HAS (Row, note),
  .signatures = signatures,
  .gather = gather,
};
