/* career.h — a made-up person for the tests of titles: facts are added one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-result.h"

/** Career: room for what a test says of a person, and the rules of the defaults. */
typedef struct
{
  SzPerson person;
  SzRecord records[32];
  SzService services[4];
  SzGradeFact grades[16];
  SzDisciplineFact discipline[8];
  SzPostFact duals[4];
  SzLeaveFact leaves[8];
  SzHoursFact hours[8];
  SzCertificate certificates[8];
  SzRoleFact roles[8];
  SzFactorFact factors[8];
  SzPostFact specials[4];
  SzCareer career;
  SzTitleRules rules;
} Career;

/** career_init: in service since 2010, 在编, the defaults of section 3. */
void career_init (Career *career);
void career_record (Career *career, SzRecordField field, SzDate from, const char *value);
void career_post (Career *career, SzDate from, const char *post);
void career_grade (Career *career, int year, SzGrade grade);
void career_discipline (Career *career, SzDisciplineKind kind, SzDate from, SzDate to);
