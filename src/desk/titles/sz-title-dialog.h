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
  SZ_TITLE_FIELD_CHOICE, /* one of its choices */
} SzTitleFieldKind;

typedef struct
{
  const char *title; /* msgid */
  SzTitleFieldKind kind;
  gboolean required;
  const char *const *choices; /* (nullable): msgids, ended by NULL; the first one is offered */
} SzTitleField;

/** SzTitleInput: what was typed, for the worker: texts owned, days read; and what was known before.
 */
typedef struct
{
  char *texts[SZ_TITLE_FIELDS_MAX];
  SzDate days[SZ_TITLE_FIELDS_MAX];
  guint choices[SZ_TITLE_FIELDS_MAX]; /* which one, from 0 */
  int ask;                            /* what is said about an application, SzTitleAsk */
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

/** SzTitleOffer: what the dialog says and shows at first; all nullable. */
typedef struct
{
  const char *hint;
  const char *const *texts; /* one a field, NULL for none */
  GtkWindow *over;          /* the dialog it is opened from; NULL: the page's window */
} SzTitleOffer;

/** sz_title_plan_present: @known: (transfer full). */
void sz_title_plan_present (SzPage *page,
                            const SzTitlePlan *plan,
                            SzTitleInput *known,
                            const SzTitleOffer *offer);

G_END_DECLS
