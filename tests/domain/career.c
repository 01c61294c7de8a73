/* career.c — a made-up person for the tests of titles: facts are added one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "career.h"

#include <string.h>

void
career_init (Career *career)
{
  static char *leave_types[] = { (char *)"产假", (char *)"病假", NULL };

  memset (career, 0, sizeof *career);
  career->person.staff_no = (char *)"1001";
  career->person.sex = SZ_SEX_MALE;
  career->services[0] = (SzService){ .from = 20100701 };
  career->career.person = &career->person;
  career->career.records = career->records;
  career->career.services = career->services;
  career->career.n_services = 1;
  career->career.grades = career->grades;
  career->career.discipline = career->discipline;
  career->career.duals = career->duals;
  career->career.specials = career->specials;
  career->career.leaves = career->leaves;
  career->career.yearly_hours = career->hours;
  career->career.certificates = career->certificates;
  career->career.roles = career->roles;
  career->career.factors = career->factors;
  career->rules.post_employment = career->rules.title_employment = 3;
  career->rules.dual_counts = TRUE;
  career->rules.deduct_months[SZ_GRADE_BASIC] = 12;
  career->rules.deduct_months[SZ_GRADE_UNQUALIFIED] = 12;
  career->rules.deduct_months[SZ_GRADE_UNDETERMINED] = 12;
  career->rules.leave_adjust = TRUE;
  memcpy (career->rules.leave_types, leave_types, sizeof leave_types);
  career->rules.bar_discipline = 1u << SZ_DISCIPLINE_DEMERIT | 1u << SZ_DISCIPLINE_DEMOTION;
  career->rules.appoint_bar_discipline = career->rules.bar_discipline | 1u << SZ_DISCIPLINE_WARNING;
  career->rules.falsification_years = 3;
  career->rules.appoint_term_years = 3;
  career->rules.ladder_item = (char *)"聘任量化";
  career->rules.ladders[0] = (SzLadder){ 0, { { 3, -1, -1 } }, 1 };
  career->rules.n_ladders = 1;
  career_record (career, SZ_RECORD_EMPLOYMENT, 20100701, "established");
}

void
career_record (Career *career, SzRecordField field, SzDate from, const char *value)
{
  SzRecord *record = &career->records[career->career.n_records++];

  g_assert_cmpuint (career->career.n_records, <=, G_N_ELEMENTS (career->records));
  *record = (SzRecord){ .field = field, .from = from, .value = (char *)value };
}

void
career_post (Career *career, SzDate from, const char *post)
{
  career_record (career, SZ_RECORD_POST, from, post);
}

void
career_grade (Career *career, int year, SzGrade grade)
{
  career->grades[career->career.n_grades++] = (SzGradeFact){ year, grade, { 0 } };
}

void
career_discipline (Career *career, SzDisciplineKind kind, SzDate from, SzDate to)
{
  career->discipline[career->career.n_discipline++] = (SzDisciplineFact){ kind, from, to };
}
