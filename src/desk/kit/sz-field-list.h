/* sz-field-list.h — titles and values under headings, as details panes show them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  SZ_SHOW_HEADING, /* @title */
  SZ_SHOW_VALUE,   /* @title and @value */
  SZ_SHOW_FIGURE,  /* the same, the value right-aligned under the others */
  SZ_SHOW_CODE,    /* @value is masked; a click emits "reveal" with @name */
  SZ_SHOW_NOTE,    /* @value over the whole width */
} SzFieldShow;

/** SzField: one line. Strings are owned; made in any thread. */
typedef struct
{
  SzFieldShow kind;
  char *title;
  char *value;
  char *name;   /* (nullable) of a code */
  char *action; /* (nullable) detailed action of a button at the end: "people.correct(int64 12)" */
  const char *icon;  /* of that button, static */
  char *tooltip;     /* (nullable) of that button */
  const char *style; /* (nullable) css class of the value, static */
} SzField;

void sz_field_free (SzField *field);
/** sz_fields_new: (transfer full): of SzField. */
GPtrArray *sz_fields_new (void);
SzField *sz_fields_add_heading (GPtrArray *fields, const char *title);
/** sz_fields_add: @value nullable; an empty one is left out and gives %NULL. */
SzField *sz_fields_add (GPtrArray *fields, const char *title, const char *value);
/** sz_fields_take: the same with a @value that is taken. */
SzField *sz_fields_take (GPtrArray *fields, const char *title, char *value);
/** sz_fields_take_figure: the same of a number, as wide columns of numbers stand. */
SzField *sz_fields_take_figure (GPtrArray *fields, const char *title, char *value);
/** sz_fields_add_code: @number is masked at once; the list never has the whole of it. */
SzField *
sz_fields_add_code (GPtrArray *fields, const char *title, const char *number, const char *name);
SzField *sz_fields_add_note (GPtrArray *fields, const char *text);
/** sz_field_set_button: @action (transfer full). */
void sz_field_set_button (SzField *field, char *action, const char *icon, const char *tooltip);
/** sz_field_set_place: a button that shows what the field is about; @place as of sz_page_go(). */
void sz_field_set_place (SzField *field, const char *place);

/** SzFieldList: signal "reveal" (name): a masked number was clicked. */
#define SZ_TYPE_FIELD_LIST (sz_field_list_get_type ())
G_DECLARE_FINAL_TYPE (SzFieldList, sz_field_list, SZ, FIELD_LIST, GtkWidget)

GtkWidget *sz_field_list_new (void);
void sz_field_list_show (SzFieldList *self, const GPtrArray *fields);
/** sz_field_list_reveal: shows the number itself in place of the masked one. */
void sz_field_list_reveal (SzFieldList *self, const char *name, const char *number);

G_END_DECLS
