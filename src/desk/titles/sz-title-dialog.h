/* sz-title-dialog.h — one dialog for all that is asked about titles: fields in a row, saved by one
 * act; for the files of titles/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-page.h"

G_BEGIN_DECLS

#define SZ_TITLE_FIELDS_MAX 6

/** SzTitleField: of the dialog; an array of them is ended by a NULL title. */
typedef enum
{
  SZ_TITLE_FIELD_TEXT,
  SZ_TITLE_FIELD_DAY,
  SZ_TITLE_FIELD_YEAR,
  SZ_TITLE_FIELD_POST,
} SzTitleFieldKind;

typedef struct
{
  const char *title; /* msgid */
  SzTitleFieldKind kind;
  gboolean required;
} SzTitleField;

/** SzTitleInput: what was typed, for the worker: texts owned, days read; and what was known before.
 */
typedef struct
{
  char *texts[SZ_TITLE_FIELDS_MAX];
  SzDate days[SZ_TITLE_FIELDS_MAX];
  int ask; /* what is said about an application, SzTitleAsk */
  char *round;
  char *staff_no;
  char *path; /* of a file that is handed in */
  GArray *numbers;
  GStrv people;
  int year;
  SzGrade grade;
} SzTitleInput;

void sz_title_input_free (gpointer input);

/** SzTitlePlan: what one of the dialogs is. @act gives what undo wants, a text. */
typedef struct
{
  const char *title; /* msgid */
  const char *verb;  /* msgid */
  const char *done;  /* msgid */
  const SzTitleField *fields;
  SzTaskFunc act;
  SzTaskFunc preview; /* (nullable) */
} SzTitlePlan;

/** sz_title_plan_present: @known: (transfer full); @offered: (nullable): texts for the fields, in
 * their order. */
void sz_title_plan_present (SzPage *page,
                            const SzTitlePlan *plan,
                            const char *hint,
                            SzTitleInput *known,
                            const char *const *offered);

G_END_DECLS
