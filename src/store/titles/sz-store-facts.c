/* sz-store-facts.c — what is known of people for titles and posts, one row a fact
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-facts.h"

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

static const SzColumn paper_columns[] = {
  COLUMN (SzPaperRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzPaperRow, "field", field, TEXT, KEY),
  COLUMN (SzPaperRow, "from_date", from, DATE, KEY),
  COLUMN (SzPaperRow, "term_to", term_to, DATE, PLAIN),
  COLUMN (SzPaperRow, "approval", approval, TEXT, PLAIN),
  COLUMN (SzPaperRow, "document", document, TEXT, PLAIN),
  COLUMN (SzPaperRow, "certificate", certificate, TEXT, PLAIN),
  ORIGIN (SzPaperRow),
};

const SzRowType sz_record_paper_type = { SZ_ROW_TYPE ("record_papers", SzPaperRow, paper_columns) };

SZ_ROW_DEFINE (SzPaperRow, sz_store_paper, sz_record_paper_type)

static const SzColumn schooling_columns[] = {
  COLUMN (SzSchoolingRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzSchoolingRow, "education", education, TEXT, KEY),
  COLUMN (SzSchoolingRow, "degree", degree, TEXT, KEY),
  CODES (SzSchoolingRow, "school_level", school_level, KEY, SCHOOL_LEVEL),
  COLUMN (SzSchoolingRow, "graduated", graduated, DATE, KEY),
  COLUMN (SzSchoolingRow, "school", school, TEXT, PLAIN),
  COLUMN (SzSchoolingRow, "major", major, TEXT, PLAIN),
  COLUMN (SzSchoolingRow, "study_mode", study_mode, TEXT, PLAIN),
  ORIGIN (SzSchoolingRow),
};

const SzRowType sz_schooling_type
    = { SZ_ROW_TYPE ("schoolings", SzSchoolingRow, schooling_columns) };

SZ_ROW_DEFINE (SzSchoolingRow, sz_store_schooling, sz_schooling_type)

static const SzColumn certificate_columns[] = {
  COLUMN (SzCertificateRow, "person_id", person_id, INT64, KEY),
  CODES (SzCertificateRow, "class", class, KEY, CERTIFICATE),
  COLUMN (SzCertificateRow, "name", name, TEXT, KEY),
  COLUMN (SzCertificateRow, "level", level, TEXT, KEY),
  COLUMN (SzCertificateRow, "from_date", from, DATE, KEY),
  COLUMN (SzCertificateRow, "number", number, TEXT, PLAIN),
  COLUMN (SzCertificateRow, "to_date", to, DATE, PLAIN),
  ORIGIN (SzCertificateRow),
};

const SzRowType sz_certificate_type
    = { SZ_ROW_TYPE ("certificates", SzCertificateRow, certificate_columns) };

SZ_ROW_DEFINE (SzCertificateRow, sz_store_certificate, sz_certificate_type)

static const SzColumn yearly_hours_columns[] = {
  COLUMN (SzYearlyHoursRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzYearlyHoursRow, "year", year, INT, KEY),
  COLUMN (SzYearlyHoursRow, "hours_x100", hours_x100, INT64, PLAIN),
  ORIGIN (SzYearlyHoursRow),
};

const SzRowType sz_yearly_hours_type
    = { SZ_ROW_TYPE ("yearly_hours", SzYearlyHoursRow, yearly_hours_columns) };

SZ_ROW_DEFINE (SzYearlyHoursRow, sz_store_yearly_hours, sz_yearly_hours_type)

static const SzColumn further_columns[] = {
  COLUMN (SzFurtherRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzFurtherRow, "year", year, INT, KEY),
  COLUMN (SzFurtherRow, "common_x100", common_x100, INT64, PLAIN),
  COLUMN (SzFurtherRow, "professional_x100", professional_x100, INT64, PLAIN),
  ORIGIN (SzFurtherRow),
};

const SzRowType sz_further_type
    = { SZ_ROW_TYPE ("further_educations", SzFurtherRow, further_columns) };

SZ_ROW_DEFINE (SzFurtherRow, sz_store_further, sz_further_type)

static const SzColumn practice_columns[] = {
  COLUMN (SzPracticeRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzPracticeRow, "company", company, TEXT, KEY),
  COLUMN (SzPracticeRow, "from_date", from, DATE, KEY),
  COLUMN (SzPracticeRow, "to_date", to, DATE, PLAIN),
  COLUMN (SzPracticeRow, "days", days, INT, PLAIN),
  ORIGIN (SzPracticeRow),
};

const SzRowType sz_practice_type = { SZ_ROW_TYPE ("practices", SzPracticeRow, practice_columns) };

SZ_ROW_DEFINE (SzPracticeRow, sz_store_practice, sz_practice_type)

static const SzColumn achievement_columns[] = {
  COLUMN (SzAchievementRow, "person_id", person_id, INT64, KEY),
  CODES (SzAchievementRow, "kind", kind, KEY, ACHIEVEMENT),
  COLUMN (SzAchievementRow, "name", name, TEXT, KEY),
  COLUMN (SzAchievementRow, "date", date, DATE, KEY),
  COLUMN (SzAchievementRow, "ordinal", ordinal, INT, KEY),
  CODES (SzAchievementRow, "level", level, PLAIN, ACHIEVEMENT_LEVEL),
  CODES (SzAchievementRow, "prize", prize, PLAIN, PRIZE),
  COLUMN (SzAchievementRow, "place", rank, INT, PLAIN),
  COLUMN (SzAchievementRow, "page", page, TEXT, PLAIN),
  ORIGIN (SzAchievementRow),
};

const SzRowType sz_achievement_type
    = { SZ_ROW_TYPE ("achievements", SzAchievementRow, achievement_columns) };

SZ_ROW_DEFINE (SzAchievementRow, sz_store_achievement, sz_achievement_type)

static const SzColumn discipline_columns[] = {
  COLUMN (SzDisciplineRow, "person_id", person_id, INT64, KEY),
  CODES (SzDisciplineRow, "kind", kind, KEY, DISCIPLINE),
  COLUMN (SzDisciplineRow, "from_date", from, DATE, KEY),
  COLUMN (SzDisciplineRow, "to_date", to, DATE, PLAIN),
  COLUMN (SzDisciplineRow, "document", document, TEXT, PLAIN),
  ORIGIN (SzDisciplineRow),
};

const SzRowType sz_discipline_type
    = { SZ_ROW_TYPE ("disciplines", SzDisciplineRow, discipline_columns) };

SZ_ROW_DEFINE (SzDisciplineRow, sz_store_discipline, sz_discipline_type)

static const SzColumn dual_post_columns[] = {
  COLUMN (SzDualPostRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzDualPostRow, "from_date", from, DATE, KEY),
  COLUMN (SzDualPostRow, "post", post, POST, PLAIN),
  COLUMN (SzDualPostRow, "approval", approval, TEXT, PLAIN),
  COLUMN (SzDualPostRow, "to_date", to, DATE, PLAIN),
  ORIGIN (SzDualPostRow),
};

const SzRowType sz_dual_post_type
    = { SZ_ROW_TYPE ("dual_posts", SzDualPostRow, dual_post_columns) };

SZ_ROW_DEFINE (SzDualPostRow, sz_store_dual_post, sz_dual_post_type)

static const SzColumn special_post_columns[] = {
  COLUMN (SzSpecialPostRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzSpecialPostRow, "from_date", from, DATE, KEY),
  COLUMN (SzSpecialPostRow, "post", post, POST, PLAIN),
  COLUMN (SzSpecialPostRow, "approval", approval, TEXT, PLAIN),
  COLUMN (SzSpecialPostRow, "to_date", to, DATE, PLAIN),
  COLUMN (SzSpecialPostRow, "reason", reason, TEXT, PLAIN),
  ORIGIN (SzSpecialPostRow),
};

const SzRowType sz_special_post_type
    = { SZ_ROW_TYPE ("special_posts", SzSpecialPostRow, special_post_columns) };

SZ_ROW_DEFINE (SzSpecialPostRow, sz_store_special_post, sz_special_post_type)

static const SzColumn student_affairs_columns[] = {
  COLUMN (SzStudentAffairsRow, "person_id", person_id, INT64, KEY),
  COLUMN (SzStudentAffairsRow, "from_date", from, DATE, KEY),
  COLUMN (SzStudentAffairsRow, "to_date", to, DATE, PLAIN),
  ORIGIN (SzStudentAffairsRow),
};

const SzRowType sz_student_affairs_type
    = { SZ_ROW_TYPE ("student_affairs", SzStudentAffairsRow, student_affairs_columns) };

SZ_ROW_DEFINE (SzStudentAffairsRow, sz_store_student_affairs, sz_student_affairs_type)
