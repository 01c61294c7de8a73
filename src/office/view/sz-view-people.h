/* sz-view-people.h — people as screens and commands read them, and how they are found (RULE ppl-5,
 * ppl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-namekey.h"
#include "sz-office.h"
#include "sz-person.h"

G_BEGIN_DECLS

/** SzPeopleRow: one person as of the view's day; strings are borrowed from the view. */
typedef struct
{
  gint64 id;
  const char *staff_no;
  const char *name;
  const char *pinyin; /* as people corrected it, "" else */
  SzSex sex;
  SzDate birth_date;
  const char *department; /* "" when not known */
  const char *title;      /* 职称, code, "" when none */
  int employment;         /* SzEmployment, −1 when not known */
  SzPost post;
  gboolean full_time;
  gboolean in_service;
  SzServiceState service_state;
  SzDate service_from;
  SzDate service_to;
} SzPeopleRow;

/** SzPeopleFilter: all that is set must hold; SZ_PEOPLE_ALL sets nothing. */
typedef struct
{
  const char *text; /* as for sz_people_view_find() */
  const char *department;
  int employment;          /* −1 any */
  SzPostCategory category; /* SZ_POST_NONE any */
  int in_service;          /* −1 any, 0, 1 */
  int full_time;           /* −1 any, 0, 1 */
} SzPeopleFilter;

#define SZ_PEOPLE_ALL ((SzPeopleFilter){ NULL, NULL, -1, SZ_POST_NONE, -1, -1 })

typedef enum
{
  SZ_PEOPLE_BY_STAFF_NO,
  SZ_PEOPLE_BY_SURNAME, /* 姓氏笔画 */
  SZ_PEOPLE_BY_STROKES, /* 姓名笔画 */
  SZ_PEOPLE_BY_PINYIN,
  SZ_PEOPLE_BY_DEPARTMENT, /* 部门序 → 岗位等级 → 姓氏笔画: the order of rosters */
  SZ_PEOPLE_BY_TEACHER,    /* 部门序 → 姓氏笔画: the order of workload */
  SZ_PEOPLE_BY_POST,
  SZ_PEOPLE_BY_BIRTH,
  SZ_PEOPLE_BY_ENTRY,
} SzPeopleOrder;

/** SzPeopleView: everybody as of one day, in memory, with search keys. For one thread. */
typedef struct _SzPeopleView SzPeopleView;

SzPeopleView *
sz_view_people_open (SzOffice *office, SzDate day, GCancellable *cancellable, GError **error);
void sz_people_view_free (SzPeopleView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPeopleView, sz_people_view_free)

guint sz_people_view_get_size (const SzPeopleView *view);
/** sz_people_view_get_row: (nullable): by id. */
const SzPeopleRow *sz_people_view_get_row (const SzPeopleView *view, gint64 id);

/**
 * sz_people_view_find: (transfer full) (element-type gint64)
 *
 * Ids of those whose name holds @text, whose pinyin or initials begin with it, or whose staff
 * number does; in bytewise order of the staff number (RULE ppl-6).
 */
GArray *sz_people_view_find (SzPeopleView *view, const char *text);

/** sz_people_view_ids: (transfer full) (element-type gint64): who passes @filter, sorted. */
GArray *sz_people_view_ids (SzPeopleView *view, const SzPeopleFilter *filter, SzPeopleOrder order);

/** sz_people_view_sort: sorts @ids of this view anew. */
void sz_people_view_sort (SzPeopleView *view, GArray *ids, SzPeopleOrder order);

/** sz_people_view_departments: (transfer container): names that somebody has, in the order of
 * forms. */
GPtrArray *sz_people_view_departments (SzPeopleView *view);

/** sz_view_person_open: (transfer full): the whole dated history; REFUSED "person.unknown"
 *  (staff_no). */
SzPersonFile *sz_view_person_open (SzOffice *office, const char *staff_no, GError **error);

G_END_DECLS
