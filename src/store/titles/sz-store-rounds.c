/* sz-store-rounds.c — rounds of titles with what hangs on them, assessment years, appointments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-rounds.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

#define COLUMN(Row, name, member, kind, flags)                                                     \
  {                                                                                                \
    name, SZ_COLUMN_##kind, SZ_COLUMN_##flags, G_STRUCT_OFFSET (Row, member), 0                    \
  }
#define CODES(Row, name, member, flags, table)                                                     \
  {                                                                                                \
    name, SZ_COLUMN_CODE, SZ_COLUMN_##flags, G_STRUCT_OFFSET (Row, member), SZ_TABLE_##table       \
  }
#define ORIGIN(Row)                                                                                \
  COLUMN (Row, "batch_id", batch_id, REF, ORIGIN),                                                 \
      COLUMN (Row, "source_row", source_row, INT, ORIGIN)

static const SzColumn title_standard_columns[] = {
  COLUMN (SzTitleStandardRow, "standard_id", standard_id, TEXT, KEY),
  COLUMN (SzTitleStandardRow, "body", text, TEXT, PLAIN),
  COLUMN (SzTitleStandardRow, "hash", hash, TEXT, PLAIN),
};

const SzRowType sz_title_standard_type
    = { SZ_ROW_TYPE ("title_standards", SzTitleStandardRow, title_standard_columns) };

SZ_ROW_DEFINE (SzTitleStandardRow, sz_store_title_standard, sz_title_standard_type)

static const SzColumn title_round_columns[] = {
  COLUMN (SzTitleRoundRow, "name", name, TEXT, KEY),
  COLUMN (SzTitleRoundRow, "year", year, INT, PLAIN),
  COLUMN (SzTitleRoundRow, "opens", opens, DATE, PLAIN),
  COLUMN (SzTitleRoundRow, "closes", closes, DATE, PLAIN),
  COLUMN (SzTitleRoundRow, "cutoff", cutoff, DATE, PLAIN),
  COLUMN (SzTitleRoundRow, "assess_to", assess_to, INT, PLAIN),
  COLUMN (SzTitleRoundRow, "hours_to", hours_to, INT, PLAIN),
  COLUMN (SzTitleRoundRow, "wanted", wanted, TEXT, PLAIN),
  COLUMN (SzTitleRoundRow, "standards", standards, TEXT, PLAIN),
  COLUMN (SzTitleRoundRow, "parameters", parameters, TEXT, PLAIN),
  COLUMN (SzTitleRoundRow, "document", document, TEXT, PLAIN),
};

const SzRowType sz_title_round_type
    = { SZ_ROW_TYPE ("title_rounds", SzTitleRoundRow, title_round_columns) };

SZ_ROW_DEFINE (SzTitleRoundRow, sz_store_title_round, sz_title_round_type)

static const SzColumn title_application_columns[] = {
  COLUMN (SzTitleApplicationRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzTitleApplicationRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzTitleApplicationRow, "title", title, TEXT, PLAIN),
  COLUMN (SzTitleApplicationRow, "route", route, TEXT, PLAIN),
  COLUMN (SzTitleApplicationRow, "teaching", teaching, TEXT, PLAIN),
  COLUMN (SzTitleApplicationRow, "claimed_x100", claimed_x100, INT64, PLAIN),
  COLUMN (SzTitleApplicationRow, "approval", approval, TEXT, PLAIN),
  COLUMN (SzTitleApplicationRow, "specialty", specialty, TEXT, PLAIN),
  ORIGIN (SzTitleApplicationRow),
};

const SzRowType sz_title_application_type
    = { SZ_ROW_TYPE ("title_applications", SzTitleApplicationRow, title_application_columns) };

SZ_ROW_DEFINE (SzTitleApplicationRow, sz_store_title_application, sz_title_application_type)

static const SzColumn title_decision_columns[] = {
  COLUMN (SzTitleDecisionRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzTitleDecisionRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzTitleDecisionRow, "recommended", recommended, BOOL, PLAIN),
  COLUMN (SzTitleDecisionRow, "reason", reason, TEXT, PLAIN),
  COLUMN (SzTitleDecisionRow, "verdict", verdict, TEXT, PLAIN),
  COLUMN (SzTitleDecisionRow, "path", path, TEXT, PLAIN),
  COLUMN (SzTitleDecisionRow, "who", who, TEXT, PLAIN),
};

const SzRowType sz_title_decision_type
    = { SZ_ROW_TYPE ("title_decisions", SzTitleDecisionRow, title_decision_columns) };

SZ_ROW_DEFINE (SzTitleDecisionRow, sz_store_title_decision, sz_title_decision_type)

static const SzColumn title_confirmation_columns[] = {
  COLUMN (SzTitleConfirmationRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzTitleConfirmationRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzTitleConfirmationRow, "condition", condition, TEXT, KEY),
  COLUMN (SzTitleConfirmationRow, "evidence", evidence, TEXT, PLAIN),
  COLUMN (SzTitleConfirmationRow, "who", who, TEXT, PLAIN),
};

const SzRowType sz_title_confirmation_type
    = { SZ_ROW_TYPE ("title_confirmations", SzTitleConfirmationRow, title_confirmation_columns) };

SZ_ROW_DEFINE (SzTitleConfirmationRow, sz_store_title_confirmation, sz_title_confirmation_type)

static const SzColumn title_score_columns[] = {
  COLUMN (SzTitleScoreRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzTitleScoreRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzTitleScoreRow, "total_x100", total_x100, INT64, PLAIN),
  COLUMN (SzTitleScoreRow, "ranked", ranked, BOOL, PLAIN),
  COLUMN (SzTitleScoreRow, "who", who, TEXT, PLAIN),
};

const SzRowType sz_title_score_type
    = { SZ_ROW_TYPE ("title_scores", SzTitleScoreRow, title_score_columns) };

SZ_ROW_DEFINE (SzTitleScoreRow, sz_store_title_score, sz_title_score_type)

static const SzColumn title_objection_columns[] = {
  COLUMN (SzTitleObjectionRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzTitleObjectionRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzTitleObjectionRow, "ordinal", ordinal, INT, KEY),
  COLUMN (SzTitleObjectionRow, "body", text, TEXT, PLAIN),
  COLUMN (SzTitleObjectionRow, "raised", raised, DATE, PLAIN),
  COLUMN (SzTitleObjectionRow, "answer", answer, TEXT, PLAIN),
  COLUMN (SzTitleObjectionRow, "answered", answered, DATE, PLAIN),
  COLUMN (SzTitleObjectionRow, "upheld", upheld, BOOL, PLAIN),
};

const SzRowType sz_title_objection_type
    = { SZ_ROW_TYPE ("title_objections", SzTitleObjectionRow, title_objection_columns) };

SZ_ROW_DEFINE (SzTitleObjectionRow, sz_store_title_objection, sz_title_objection_type)

static const SzColumn title_appeal_columns[] = {
  COLUMN (SzTitleAppealRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzTitleAppealRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzTitleAppealRow, "ordinal", ordinal, INT, KEY),
  COLUMN (SzTitleAppealRow, "raised", raised, DATE, PLAIN),
  COLUMN (SzTitleAppealRow, "body", text, TEXT, PLAIN),
  COLUMN (SzTitleAppealRow, "conclusion", conclusion, TEXT, PLAIN),
  COLUMN (SzTitleAppealRow, "concluded", concluded, DATE, PLAIN),
};

const SzRowType sz_title_appeal_type
    = { SZ_ROW_TYPE ("title_appeals", SzTitleAppealRow, title_appeal_columns) };

SZ_ROW_DEFINE (SzTitleAppealRow, sz_store_title_appeal, sz_title_appeal_type)

static const SzColumn title_notice_columns[] = {
  COLUMN (SzTitleNoticeRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzTitleNoticeRow, "stage", stage, TEXT, KEY),
  COLUMN (SzTitleNoticeRow, "ordinal", ordinal, INT, KEY),
  COLUMN (SzTitleNoticeRow, "start_date", start, DATE, PLAIN),
  COLUMN (SzTitleNoticeRow, "days", days, INT, PLAIN),
  COLUMN (SzTitleNoticeRow, "end_date", end, DATE, PLAIN),
};

const SzRowType sz_title_notice_type
    = { SZ_ROW_TYPE ("title_notices", SzTitleNoticeRow, title_notice_columns) };

SZ_ROW_DEFINE (SzTitleNoticeRow, sz_store_title_notice, sz_title_notice_type)

static const SzColumn title_certificate_columns[] = {
  COLUMN (SzTitleCertificateRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzTitleCertificateRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzTitleCertificateRow, "certificate", certificate, TEXT, PLAIN),
};

const SzRowType sz_title_certificate_type
    = { SZ_ROW_TYPE ("title_certificates", SzTitleCertificateRow, title_certificate_columns) };

SZ_ROW_DEFINE (SzTitleCertificateRow, sz_store_title_certificate, sz_title_certificate_type)

static const SzColumn title_evidence_columns[] = {
  COLUMN (SzTitleEvidenceRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzTitleEvidenceRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzTitleEvidenceRow, "condition", condition, TEXT, KEY),
  COLUMN (SzTitleEvidenceRow, "material", material, TEXT, KEY),
  COLUMN (SzTitleEvidenceRow, "page", page, TEXT, PLAIN),
  COLUMN (SzTitleEvidenceRow, "attachment", attachment, TEXT, PLAIN),
  ORIGIN (SzTitleEvidenceRow),
};

const SzRowType sz_title_evidence_type
    = { SZ_ROW_TYPE ("title_evidences", SzTitleEvidenceRow, title_evidence_columns) };

SZ_ROW_DEFINE (SzTitleEvidenceRow, sz_store_title_evidence, sz_title_evidence_type)

static const SzColumn panel_member_columns[] = {
  COLUMN (SzPanelMemberRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzPanelMemberRow, "name", name, TEXT, KEY),
  COLUMN (SzPanelMemberRow, "staff_no", staff_no, TEXT, PLAIN),
  COLUMN (SzPanelMemberRow, "id_number", id_number, TEXT, PLAIN),
  COLUMN (SzPanelMemberRow, "employer", employer, TEXT, PLAIN),
  COLUMN (SzPanelMemberRow, "title", title, TEXT, PLAIN),
  COLUMN (SzPanelMemberRow, "specialty", specialty, TEXT, PLAIN),
  COLUMN (SzPanelMemberRow, "duty", duty, TEXT, PLAIN),
  ORIGIN (SzPanelMemberRow),
};

const SzRowType sz_panel_member_type
    = { SZ_ROW_TYPE ("panel_members", SzPanelMemberRow, panel_member_columns) };

SZ_ROW_DEFINE (SzPanelMemberRow, sz_store_panel_member, sz_panel_member_type)

static const SzColumn recusal_columns[] = {
  COLUMN (SzRecusalRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzRecusalRow, "member", member, TEXT, KEY),
  COLUMN (SzRecusalRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzRecusalRow, "reason", reason, TEXT, PLAIN),
  ORIGIN (SzRecusalRow),
};

const SzRowType sz_recusal_type = { SZ_ROW_TYPE ("recusals", SzRecusalRow, recusal_columns) };

SZ_ROW_DEFINE (SzRecusalRow, sz_store_recusal, sz_recusal_type)

static const SzColumn ballot_columns[] = {
  COLUMN (SzBallotRow, "round_id", round_id, INT64, KEY),
  COLUMN (SzBallotRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzBallotRow, "title", title, TEXT, PLAIN),
  COLUMN (SzBallotRow, "meeting", meeting, DATE, PLAIN),
  COLUMN (SzBallotRow, "panel", panel, INT, PLAIN),
  COLUMN (SzBallotRow, "attending", attending, INT, PLAIN),
  COLUMN (SzBallotRow, "recused", recused, INT, PLAIN),
  COLUMN (SzBallotRow, "in_favour", in_favour, INT, PLAIN),
  COLUMN (SzBallotRow, "against", against, INT, PLAIN),
  COLUMN (SzBallotRow, "abstain", abstain, INT, PLAIN),
  COLUMN (SzBallotRow, "spoilt", spoilt, INT, PLAIN),
  ORIGIN (SzBallotRow),
};

const SzRowType sz_ballot_type = { SZ_ROW_TYPE ("ballots", SzBallotRow, ballot_columns) };

SZ_ROW_DEFINE (SzBallotRow, sz_store_ballot, sz_ballot_type)

static const SzColumn assess_year_columns[] = {
  COLUMN (SzAssessYearRow, "year", year, INT, KEY),
  COLUMN (SzAssessYearRow, "start_date", start, DATE, PLAIN),
  COLUMN (SzAssessYearRow, "days", days, INT, PLAIN),
  COLUMN (SzAssessYearRow, "end_date", end, DATE, PLAIN),
};

const SzRowType sz_assess_year_type
    = { SZ_ROW_TYPE ("assess_years", SzAssessYearRow, assess_year_columns) };

SZ_ROW_DEFINE (SzAssessYearRow, sz_store_assess_year, sz_assess_year_type)

static const SzColumn appointment_columns[] = {
  COLUMN (SzAppointmentRow, "number", number, INT64, KEY),
  COLUMN (SzAppointmentRow, "person_id", person_id, INT64, PLAIN),
  COLUMN (SzAppointmentRow, "from_post", from_post, POST, PLAIN),
  COLUMN (SzAppointmentRow, "to_post", to_post, POST, PLAIN),
  COLUMN (SzAppointmentRow, "day", day, DATE, PLAIN),
  COLUMN (SzAppointmentRow, "opened", opened, DATE, PLAIN),
  COLUMN (SzAppointmentRow, "approval", approval, TEXT, PLAIN),
  COLUMN (SzAppointmentRow, "document", document, TEXT, PLAIN),
};

const SzRowType sz_appointment_type
    = { SZ_ROW_TYPE ("appointment_cases", SzAppointmentRow, appointment_columns) };

SZ_ROW_DEFINE (SzAppointmentRow, sz_store_appointment, sz_appointment_type)
