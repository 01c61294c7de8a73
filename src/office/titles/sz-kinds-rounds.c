/* sz-kinds-rounds.c — kinds of import of a round of titles: title-batch 职称申报, title-evidence
 * 申报材料, panel 评委名单, recusals 回避, ballots 评审表决 (RULE ttl-6, ttl-14, ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-ballot.h"
#include "sz-case-tables.h"
#include "sz-import-cell.h"
#include "sz-kinds-titles.h"
#include "sz-row-type.h"
#include "sz-store-case.h"
#include "sz-store-rounds.h"
#include "sz-text.h"

/* clang-format off */
#define BATCH \
  { "批次", SZ_FIELD_TEXT, .required = TRUE, .example = "2025年度职称评审", .note = N_ ("The round's name") }
#define WHO(Row, heading) \
  { heading, SZ_FIELD_PERSON, SZ_FIELD_AT (Row, person_id), .required = TRUE, .example = "1001" }
#define NAME \
  { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三", .note = N_ ("Only compared with the register") }
#define COUNT(heading, member, ...) \
  { heading, SZ_FIELD_COUNT, SZ_FIELD_AT (SzBallotRow, member), ##__VA_ARGS__ }

static const SzImportField applications[] = {
  BATCH,
  WHO (SzTitleApplicationRow, "工号"),
  NAME,
  { "申报职称", SZ_FIELD_CODE, SZ_FIELD_AT (SzTitleApplicationRow, title), .required = TRUE, .table = SZ_TABLE_TITLE, .example = "高级讲师" },
  { "途径", SZ_FIELD_CHOICE, SZ_FIELD_AT (SzTitleApplicationRow, route), .choices = "正常/破格/贯通/直接申报", .example = "正常" },
  { "任教类别", SZ_FIELD_CHOICE, SZ_FIELD_AT (SzTitleApplicationRow, teaching), .choices = "文化课/专业课/实习指导", .example = "专业课" },
  { "任职年限", SZ_FIELD_HOURS, SZ_FIELD_AT (SzTitleApplicationRow, claimed_x100), .example = "5" },
  { "批文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTitleApplicationRow, approval), .example = "" },
  { "申报专业", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTitleApplicationRow, specialty), .example = "" },
};

static const SzImportField evidence[] = {
  BATCH,
  WHO (SzTitleEvidenceRow, "工号"),
  NAME,
  { "条件", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTitleEvidenceRow, condition), .required = TRUE, .example = "业绩" },
  { "材料名称", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTitleEvidenceRow, material), .required = TRUE, .example = "论文复印件" },
  { "页码", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTitleEvidenceRow, page), .example = "12" },
  { "附件", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTitleEvidenceRow, attachment), .example = "" },
};

static const SzImportField panel[] = {
  BATCH,
  { "姓名", SZ_FIELD_NAME, SZ_FIELD_AT (SzPanelMemberRow, name), .required = TRUE, .example = "李四" },
  { "工号", SZ_FIELD_STAFF_NO, SZ_FIELD_AT (SzPanelMemberRow, staff_no), .example = "" },
  { "身份证号", SZ_FIELD_ID_NUMBER, SZ_FIELD_AT (SzPanelMemberRow, id_number), .example = "" },
  { "单位", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPanelMemberRow, employer), .example = "某技师学院" },
  { "职称", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPanelMemberRow, title), .example = "高级讲师" },
  { "专业", SZ_FIELD_TEXT, SZ_FIELD_AT (SzPanelMemberRow, specialty), .example = "机械" },
  { "职务", SZ_FIELD_CHOICE, SZ_FIELD_AT (SzPanelMemberRow, duty), .choices = "主任委员/副主任委员/委员", .example = "委员" },
};

static const SzImportField recusals[] = {
  BATCH,
  { "评委姓名", SZ_FIELD_NAME, SZ_FIELD_AT (SzRecusalRow, member), .required = TRUE, .example = "李四" },
  WHO (SzRecusalRow, "申报人工号"),
  { "原因", SZ_FIELD_TEXT, SZ_FIELD_AT (SzRecusalRow, reason), .example = "亲属" },
};

static const SzImportField ballots[] = {
  BATCH,
  WHO (SzBallotRow, "工号"),
  NAME,
  { "申报职称", SZ_FIELD_CODE, SZ_FIELD_AT (SzBallotRow, title), .table = SZ_TABLE_TITLE, .example = "高级讲师" },
  { "会议日期", SZ_FIELD_DATE, SZ_FIELD_AT (SzBallotRow, meeting), .required = TRUE, .example = "2025-12-01" },
  COUNT ("评委会人数", panel, .required = TRUE, .example = "25"),
  COUNT ("出席", attending, .required = TRUE, .example = "19"),
  COUNT ("回避", recused, .example = "0"),
  COUNT ("同意", in_favour, .required = TRUE, .example = "13"),
  COUNT ("反对", against, .required = TRUE, .example = "4"),
  COUNT ("弃权", abstain, .example = "2"),
  COUNT ("废票", spoilt, .example = "0"),
};
/* clang-format on */

/* What all rows of a round begin with. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 round_id;
} RoundHead;

/* The round that 批次 names. */
static gboolean
resolve_round (SzImportRun *run, gpointer row, GError **error)
{
  const guint field = (guint)sz_import_field (run, "批次");
  g_auto (SzTitleRoundRow) round = { 0 };
  gboolean found = FALSE;

  if (!sz_import_read_text (run, field, &round.name) || round.name == NULL)
    return TRUE;
  if (!sz_store_title_round_find (run->store, &round, &found, error))
    return FALSE;
  if (!found)
    sz_import_fail (run, "batch.unknown", field, sz_import_get_cell (run, field)->text);
  else
    ((RoundHead *)row)->round_id = round.id;
  return TRUE;
}

/* RULE ttl-14: from the closing on applications do not change. */
static gboolean
check_application (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzTitleApplicationRow *row = data;
  const guint field = (guint)sz_import_field (run, "批次");
  g_autoptr (SzCaseFile) file
      = sz_store_case_load (run->store, sz_case_title_round.kind, row->round_id, error);

  if (file == NULL)
    return FALSE;
  if (!g_str_equal (file->head.state, "draft") && !g_str_equal (file->head.state, "open"))
    sz_import_fail (run, "batch.frozen", field, sz_import_get_cell (run, field)->text);
  return TRUE;
}

static gboolean
check_applicant (
    SzImportRun *run, gint64 round_id, gint64 person_id, const char *heading, GError **error)
{
  g_auto (SzTitleApplicationRow) application = { .round_id = round_id, .person_id = person_id };
  const guint field = (guint)sz_import_field (run, heading);
  gboolean found = FALSE;

  if (!sz_store_title_application_find (run->store, &application, &found, error))
    return FALSE;
  if (!found)
    sz_import_fail (run, "batch.no_application", field, sz_import_get_cell (run, field)->text);
  return TRUE;
}

static gboolean
check_evidence (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzTitleEvidenceRow *row = data;

  return check_applicant (run, row->round_id, row->person_id, "工号", error);
}

static gboolean
check_recusal (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzRecusalRow *row = data;
  g_auto (SzPanelMemberRow) member = { .round_id = row->round_id, .name = g_strdup (row->member) };
  const guint field = (guint)sz_import_field (run, "评委姓名");
  gboolean found = FALSE;

  if (!sz_store_panel_member_find (run->store, &member, &found, error))
    return FALSE;
  if (!found)
    sz_import_fail (run, "panel.unknown", field, sz_import_get_cell (run, field)->text);
  return check_applicant (run, row->round_id, row->person_id, "申报人工号", error);
}

/* A meeting without quorum is kept, and is not valid. */
static gboolean
check_ballot (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzBallotRow *row = data;
  const SzTally tally = { row->panel,   row->attending, row->recused, row->in_favour,
                          row->against, row->abstain,   row->spoilt };
  const guint field = (guint)sz_import_field (run, "同意");
  SzBallot ballot;

  sz_ballot_count (&tally, FALSE, &ballot);
  if (ballot.error != NULL && !g_str_equal (ballot.error, "ballot.no_quorum"))
    sz_import_fail (run, ballot.error, field, sz_import_get_cell (run, field)->text);
  return check_applicant (run, row->round_id, row->person_id, "工号", error);
}

static const SzImportHooks application_hooks
    = { .resolve = resolve_round, .check_row = check_application };
static const SzImportHooks evidence_hooks
    = { .resolve = resolve_round, .check_row = check_evidence };
static const SzImportHooks panel_hooks = { .resolve = resolve_round };
static const SzImportHooks recusal_hooks = { .resolve = resolve_round, .check_row = check_recusal };
static const SzImportHooks ballot_hooks = { .resolve = resolve_round, .check_row = check_ballot };

const SzImportKind sz_import_kind_title_batch
    = { "title-batch", "职称申报", SZ_IMPORT_FIELDS (applications),
        .type = &sz_title_application_type, .hooks = &application_hooks };
const SzImportKind sz_import_kind_title_evidence
    = { "title-evidence", "申报材料", SZ_IMPORT_FIELDS (evidence), .type = &sz_title_evidence_type,
        .hooks = &evidence_hooks };
const SzImportKind sz_import_kind_panel = { "panel", "评委名单", SZ_IMPORT_FIELDS (panel),
                                            .type = &sz_panel_member_type, .hooks = &panel_hooks };
const SzImportKind sz_import_kind_recusals = { "recusals", "回避", SZ_IMPORT_FIELDS (recusals),
                                               .type = &sz_recusal_type, .hooks = &recusal_hooks };
const SzImportKind sz_import_kind_ballots = { "ballots", "评审表决", SZ_IMPORT_FIELDS (ballots),
                                              .type = &sz_ballot_type, .hooks = &ballot_hooks };
