/* sz-person-fields.h — the fields of a person's form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-person.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_FIELD_TEXT,
  SZ_FIELD_DATE,
  SZ_FIELD_AGE,  /* 60, 55, 50 or nothing */
  SZ_FIELD_CODE, /* one of a code table */
  SZ_FIELD_SEX,
} SzFieldKind;

/**
 * SzPersonField: one row of the form. @heading is the official heading, which findings name; @title
 * is a msgid. @offset: of the member of SzPerson.
 */
typedef struct
{
  const char *heading;
  const char *title;
  SzFieldKind kind;
  SzCodeTable table;
  gsize offset;
  gboolean more; /* in the second group */
  const char
      *code; /* (nullable): a number that is masked: its name for sz_office_person_reveal() */
} SzPersonField;

/** sz_person_fields: ended by a NULL heading. */
const SzPersonField *sz_person_fields (void);

/** sz_person_field_by_name: (nullable): the row for a field by its name in the journal. */
const SzPersonField *sz_person_field_by_name (const char *name);
/** sz_person_field_dup_shown: (transfer full): @value, as the journal writes it, as people read it:
 * codes by their word, numbers of people masked. @field nullable. */
char *sz_person_field_dup_shown (const SzPersonField *field, const char *value);

/** sz_field_row_new: an entry or combo row for @field. */
GtkWidget *sz_field_row_new (const SzPersonField *field);
/** sz_field_row_show: puts the member of @person into the row. */
void sz_field_row_show (GtkWidget *row, const SzPersonField *field, const SzPerson *person);
/** sz_field_row_mask: blots out the number the row shows; until sz_field_row_unmask() it can be
 * neither read nor written, and sz_field_row_read() leaves @person's number alone. */
void sz_field_row_mask (GtkWidget *row);
void sz_field_row_unmask (GtkWidget *row, const char *number);
gboolean sz_field_row_is_masked (GtkWidget *row);
/** sz_field_row_read: the row's content into @person; FALSE when it is no date. */
gboolean sz_field_row_read (GtkWidget *row, const SzPersonField *field, SzPerson *person);

/** sz_code_row_new: a combo row of a code table, its first choice nothing. */
GtkWidget *sz_code_row_new (const char *title, SzCodeTable table);
void sz_code_row_show (GtkWidget *row, SzCodeTable table, const char *code);
/** sz_code_row_read: "" for nothing; static. */
const char *sz_code_row_read (GtkWidget *row, SzCodeTable table);

G_END_DECLS
