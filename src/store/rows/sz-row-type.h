/* sz-row-type.h — how the fields of a row struct lie in the columns of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-date.h"
#include "sz-db.h"
#include "sz-posts.h"

G_BEGIN_DECLS

#define SZ_COLUMNS_MAX 40

typedef enum
{
  SZ_COLUMN_INT64, /* gint64 */
  SZ_COLUMN_INT,   /* int */
  SZ_COLUMN_BOOL,  /* gboolean */
  SZ_COLUMN_TEXT,  /* char *, NULL is stored as "" */
  SZ_COLUMN_DATE,  /* SzDate as ISO text, "" for none */
  SZ_COLUMN_CODE,  /* an enum as its stored code; a value without one is a fault of the program */
  SZ_COLUMN_POST,  /* SzPost as its stored code */
  SZ_COLUMN_REF,   /* gint64, 0 is NULL */
} SzColumnKind;

typedef enum
{
  SZ_COLUMN_PLAIN = 0,
  SZ_COLUMN_KEY = 1 << 0,    /* part of the natural key */
  SZ_COLUMN_ORIGIN = 1 << 1, /* where it came from: alone no change */
} SzColumnFlags;

typedef struct
{
  const char *name;
  SzColumnKind kind;
  SzColumnFlags flags;
  guint16 offset;
  SzCodeTable codes; /* of SZ_COLUMN_CODE */
} SzColumn;

/* A column whose name is that of the member, as { "person_id", SZ_COLUMN_INT64, … } in short:
   SZ_COLUMN (SzLeaveRow, person_id, INT64, KEY). */
#define SZ_COLUMN(Row, member, kind, flags)                                                        \
  {                                                                                                \
#member, SZ_COLUMN_##kind, SZ_COLUMN_##flags, G_STRUCT_OFFSET(Row, member), 0                  \
  }
/* Of an enum whose stored codes are those of @table. */
#define SZ_COLUMN_OF_CODES(Row, member, flags, table)                                              \
  {                                                                                                \
#member, SZ_COLUMN_CODE, SZ_COLUMN_##flags, G_STRUCT_OFFSET(Row, member), SZ_TABLE_##table     \
  }
/* Where a row came from: import batch and row of the sheet. */
#define SZ_COLUMNS_OF_ORIGIN(Row)                                                                  \
  SZ_COLUMN (Row, batch_id, REF, ORIGIN), SZ_COLUMN (Row, source_row, INT, ORIGIN)

/**
 * SzRowTie: what holds a row back from undo, beside rows that refer to it. @user is a SELECT of who
 * uses it: $1 the number of the act that is undone, $2 the year of the row (0 without @column), or
 * its id when @of_row, and then only for a row that the act made. The first id it gives is the
 * argument @noun of REFUSED @code.
 */
typedef struct
{
  const char *code;
  const char *noun;
  const char *user;
  const char *column; /* (nullable): year, or a date */
  gboolean of_row;
} SzRowTie;

/**
 * SzRowType: a table. One is made like this, and gets a line in SZ_ROW_TYPES below:
 *
 *   const SzRowType sz_award_type
 *       = { SZ_ROW_TYPE ("awards", SzAward, award_columns), .ties = sz_pay_ties_of_year };
 */
typedef struct _SzRowType
{
  const char *table;
  gsize size;
  const SzColumn *columns;
  guint n_columns;
  const SzRowTie *const *ties; /* (nullable): ended by NULL */
  gboolean stays;              /* undo leaves its rows alone */
  const char *others;          /* (nullable): a SELECT of who else uses row $1: while there is
                                  somebody undo leaves the row alone, though the act made it */
  gboolean for_good;           /* an act that wrote one cannot be taken back */
} SzRowType;

#define SZ_ROW_TYPE(name, Row, array)                                                              \
  .table = (name), .size = sizeof (Row), .columns = (array), .n_columns = G_N_ELEMENTS (array)

/** SzValue: a value as it is stored: a number, or text with its length, or NULL. */
typedef enum
{
  SZ_VALUE_NULL,
  SZ_VALUE_INT,
  SZ_VALUE_TEXT,
} SzValueKind;

typedef struct
{
  SzValueKind kind;
  gint64 number;
  const char *text;
  gsize length;
  char buffer[16]; /* holds the text of dates and posts */
} SzValue;

/** sz_row_type_column: index of the column, −1 when there is none. */
int sz_row_type_column (const SzRowType *type, const char *name);

/** sz_row_type_values: from a struct; texts borrowed from it. */
void sz_row_type_values (const SzRowType *type, gconstpointer row, SzValue *values);
/** sz_row_type_fetch: from columns @first … of a statement; texts borrowed until the next step. */
void sz_row_type_fetch (const SzRowType *type, SzStmt *stmt, int first, SzValue *values);
/** sz_row_type_fill: into a zeroed struct; strings are copied when @copy, else borrowed. Unknown
 *  codes are CORRUPT "db.bad_value" (table, column, value). */
gboolean sz_row_type_fill (
    const SzRowType *type, const SzValue *values, gboolean copy, gpointer row, GError **error);
void sz_row_type_clear (const SzRowType *type, gpointer row);
/** sz_value_equal: of one column. */
gboolean sz_value_equal (const SzValue *a, const SzValue *b);
/** sz_row_type_equal: but for columns of origin. */
gboolean sz_row_type_equal (const SzRowType *type, const SzValue *a, const SzValue *b);

/** sz_values_bind: to the parameters of @stmt from @first (1 is the first) on. */
void sz_values_bind (const SzRowType *type, const SzValue *values, SzStmt *stmt, int first);

/** sz_values_append_json: an object of all columns that are not empty: "", 0 and NULL are left out.
 */
void sz_values_append_json (const SzRowType *type, const SzValue *values, GString *json);
/** sz_values_parse_json: the way back; texts are kept in @strings. */
gboolean sz_values_parse_json (const SzRowType *type,
                               const char *json,
                               GStringChunk *strings,
                               SzValue *values,
                               GError **error);

/** sz_date_to_text: ISO, "2019-09" for a month, "" for none; @text of 16 bytes. Returns the length.
 */
gsize sz_date_to_text (SzDate date, char *text);
/** sz_date_from_text: the way back, for what the store wrote itself; 0 for anything else. */
SzDate sz_date_from_text (const char *text);

/* clang-format off */
/** SZ_ROW_TYPES: every table that is journalled: one line each, and nothing else. */
#define SZ_ROW_TYPES(X) \
  X (sz_setting_type) \
  X (sz_batch_type) \
  X (sz_mapping_type) \
  X (sz_synonym_type) \
  X (sz_person_type) \
  X (sz_record_type) \
  X (sz_service_type) \
  X (sz_department_type) \
  X (sz_teaching_type) \
  X (sz_training_type) \
  X (sz_training_income_type) \
  X (sz_quota_type) \
  X (sz_role_type) \
  X (sz_award_type) \
  X (sz_factor_type) \
  X (sz_assessment_type) \
  X (sz_annual_pay_type) \
  X (sz_post_plan_type) \
  X (sz_contract_type) \
  X (sz_param_type) \
  X (sz_calendar_day_type) \
  X (sz_pay_run_type) \
  X (sz_ledger_type) \
  X (sz_advance_type) \
  X (sz_withholding_type) \
  X (sz_transfer_type) \
  X (sz_talent_type) \
  X (sz_timetable_type) \
  X (sz_kinship_type) \
  X (sz_leave_type) \
  X (sz_salary_type) \
  X (sz_tax_status_type) \
  X (sz_bank_account_type) \
  X (sz_pay_life_type) \
  X (sz_pay_split_type) \
  X (sz_pay_adjustment_type) \
  X (sz_pay_objection_type) \
  X (sz_pay_collection_type) \
  X (sz_case_type) \
  X (sz_case_step_type) \
  X (sz_target_type) \
  X (sz_entry_type) \
  X (sz_trainee_type) \
  X (sz_major_type) \
  X (sz_graduate_type) \
  X (sz_skill_due_type) \
  X (sz_skill_result_type) \
  X (sz_roster_type) \
  X (sz_rotation_type) \
  X (sz_contest_type) \
  X (sz_leader_type) \
  X (sz_rectify_type) \
  X (sz_tolerance_type) \
  X (sz_finding_type) \
  X (sz_finding_scan_type) \
  X (sz_establishment_type) \
  X (sz_plan_type) \
  X (sz_position_type) \
  X (sz_relaxation_type) \
  X (sz_applicant_type) \
  X (sz_honour_type) \
  X (sz_judge_type) \
  X (sz_score_type) \
  X (sz_score_lock_type) \
  X (sz_check_type) \
  X (sz_decision_type) \
  X (sz_objection_type) \
  X (sz_hire_type) \
  X (sz_stretch_type) \
  X (sz_parttime_case_type) \
  X (sz_lecture_type) \
  X (sz_fee_sheet_type) \
  X (sz_fee_line_type) \
  X (sz_parttime_fund_type) \
  X (sz_staff_contract_type) \
  X (sz_record_paper_type) \
  X (sz_schooling_type) \
  X (sz_certificate_type) \
  X (sz_yearly_hours_type) \
  X (sz_further_type) \
  X (sz_practice_type) \
  X (sz_achievement_type) \
  X (sz_discipline_type) \
  X (sz_dual_post_type) \
  X (sz_special_post_type) \
  X (sz_student_affairs_type) \
  X (sz_title_standard_type) \
  X (sz_title_round_type) \
  X (sz_title_application_type) \
  X (sz_title_decision_type) \
  X (sz_title_confirmation_type) \
  X (sz_title_score_type) \
  X (sz_title_objection_type) \
  X (sz_title_appeal_type) \
  X (sz_title_notice_type) \
  X (sz_title_certificate_type) \
  X (sz_title_evidence_type) \
  X (sz_title_file_type) \
  X (sz_panel_member_type) \
  X (sz_recusal_type) \
  X (sz_ballot_type) \
  X (sz_assess_year_type) \
  X (sz_appointment_type) \
  X (sz_erasure_type) \
  X (sz_package_row_type) \
  X (sz_handover_row_type) \
  X (sz_trusted_key_type) \
  X (sz_account_type) \
  X (sz_account_key_type)
/* clang-format on */

#define SZ_ROW_TYPE_DECLARE(type) extern const SzRowType type;
SZ_ROW_TYPES (SZ_ROW_TYPE_DECLARE)
#undef SZ_ROW_TYPE_DECLARE

G_END_DECLS
