/* sz-view-people-list.h — a list of people of any size: filtered, searched and sorted as one types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-namekey.h"
#include "sz-office.h"
#include "sz-people-names.h"
#include "sz-person.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_PEOPLE_COLUMN_STAFF_NO,
  SZ_PEOPLE_COLUMN_NAME,
  SZ_PEOPLE_COLUMN_SEX,
  SZ_PEOPLE_COLUMN_DEPARTMENT,
  SZ_PEOPLE_COLUMN_POST,
  SZ_PEOPLE_COLUMN_TITLE,
  SZ_PEOPLE_COLUMN_EMPLOYMENT,
  SZ_PEOPLE_COLUMN_FULL_TIME,
  SZ_PEOPLE_COLUMN_PAY_REGIME,
  SZ_PEOPLE_COLUMN_BIRTH,
  SZ_PEOPLE_COLUMN_ENTRY,
  SZ_PEOPLE_COLUMN_STATE,
  SZ_PEOPLE_COLUMN_EDUCATION,
  SZ_PEOPLE_COLUMN_DEGREE,
  SZ_PEOPLE_COLUMN_POLITICAL,
  SZ_PEOPLE_COLUMN_ETHNICITY,
  SZ_PEOPLE_COLUMN_SKILL,
  SZ_PEOPLE_COLUMN_ID_NUMBER,
  SZ_PEOPLE_COLUMN_PHONE,
  SZ_N_PEOPLE_COLUMNS
} SzPeopleColumn;

/** SzPeopleQuery: who is shown and in what order: all that is set must hold. Strings are owned. */
typedef struct
{
  char *text;              /* (nullable): part of the name, beginning of pinyin, initials, number */
  char *department;        /* (nullable) */
  char *title;             /* (nullable): code */
  int employment;          /* SzEmployment, −1 any */
  SzPostCategory category; /* SZ_POST_NONE any */
  SzBand band;             /* SZ_BAND_NONE any */
  int in_service;          /* −1 any, 0, 1 */
  int full_time;           /* −1 any, 0, 1 */
  SzPeopleColumn sort;
  gboolean descending;
  SzNameOrder name_order; /* of SZ_PEOPLE_COLUMN_NAME */
} SzPeopleQuery;

/** sz_people_query_new: everybody in service by staff number. */
SzPeopleQuery *sz_people_query_new (void);
SzPeopleQuery *sz_people_query_copy (const SzPeopleQuery *query);
void sz_people_query_free (SzPeopleQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPeopleQuery, sz_people_query_free)

/**
 * SzPeopleList: everybody as of one day, counted but only from one thread at a time: the one that
 * has the office. It is filled in steps, so that other work comes in between, and lends the names
 * to whoever makes their keys meanwhile.
 */
typedef struct _SzPeopleList SzPeopleList;

SzPeopleList *sz_people_list_new (SzDate day);
SzPeopleList *sz_people_list_ref (SzPeopleList *list);
void sz_people_list_unref (SzPeopleList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPeopleList, sz_people_list_unref)

/** sz_people_list_read: reads on for about @budget_us; @complete when all is read. */
gboolean sz_people_list_read (
    SzPeopleList *list, SzOffice *office, gint64 budget_us, gboolean *complete, GError **error);

/** sz_people_list_make_names: (transfer full): of a complete list; in any thread, takes the
 * longest.
 */
SzPeopleNames *sz_people_list_make_names (SzPeopleList *list);
/** sz_people_list_take_names: (transfer full): from now on names are sorted and found. */
void sz_people_list_take_names (SzPeopleList *list, SzPeopleNames *names);

guint sz_people_list_get_size (const SzPeopleList *list);

/**
 * sz_people_list_find: (transfer full) (element-type gint64)
 *
 * The ids. Of a complete list only; without names a text finds staff numbers, and names sort as
 * staff numbers do.
 */
GArray *sz_people_list_find (SzPeopleList *list,
                             SzOffice *office,
                             const SzPeopleQuery *query,
                             GError **error);

/** sz_people_list_departments, _titles: (transfer full): of names, of codes: those that somebody
 * has, in the order of forms; of a complete list. */
GPtrArray *sz_people_list_departments (const SzPeopleList *list);
GPtrArray *sz_people_list_titles (const SzPeopleList *list);

/**
 * sz_view_people_first: (transfer full) (element-type gint64)
 * @limit: at most so many, which costs next to nothing; 0: all of them
 *
 * What can be answered at once, before any list is read: those in service on @day by staff number.
 */
GArray *sz_view_people_first (SzOffice *office, SzDate day, guint limit, GError **error);

G_END_DECLS
