/* sz-watch-book.h — all that targets and supervision look at, from one state of the database; for
 * files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office-private.h"
#include "sz-store-coverage.h"
#include "sz-store-parttime.h"
#include "sz-store-people.h"
#include "sz-store-supervision.h"
#include "sz-store-targets.h"
#include "sz-watch-rules.h"

G_BEGIN_DECLS

/** SzWatchPerson: somebody as of the book's day; all strings are the book's. */
typedef struct
{
  gint64 id;
  const char *staff_no;
  const char *name;
  const char *id_number;
  const char *education; /* code, "" */
  SzSex sex;
  SzDate birth_date;
  int original_age; /* 原退休年龄, 0 when not known */
  SzPersonState state;
  guint first_service; /* in services of the book */
  guint n_services;
  guint first_employment; /* in employments of the book */
  guint n_employments;
} SzWatchPerson;

typedef enum
{
  SZ_BOOK_PEOPLE = 1 << 0,
  SZ_BOOK_TARGETS = 1 << 1,     /* targets, entries, the registers of coverage */
  SZ_BOOK_SUPERVISION = 1 << 2, /* leaders, rectification */
  SZ_BOOK_CONTRACTS = 1 << 3,   /* part-time teachers */
  SZ_BOOK_ALL = 0xf,
} SzBookParts;

/** SzWatchBook: what was not asked for is %NULL. */
typedef struct _SzWatchBook SzWatchBook;
struct _SzWatchBook
{
  SzOffice *office;
  SzStore *store;
  SzDate day;
  GArray *params;
  SzWatchRules *rules;
  GArray *departments; /* of SzDepartment */
  GArray *people;      /* of SzWatchPerson, bytewise by staff number */
  GArray *services;    /* of SzService */
  GArray *employments; /* of SzRecord: 人员类别, whose values are the book's */
  GArray *targets;     /* of SzTargetRow */
  GArray *entries;     /* of SzEntryRow */
  GArray *trainees;    /* of SzTraineeRow */
  GArray *majors;      /* of SzMajorRow */
  GArray *graduates;   /* of SzGraduateRow */
  GArray *skill_due;   /* of SzSkillDueRow */
  GArray *skill_results;
  GArray *roster;    /* of SzRosterRow */
  GArray *rotations; /* of SzRotationRow */
  GArray *contests;  /* of SzContestRow */
  GArray *leaders;   /* of SzLeaderRow */
  GArray *rectify;   /* of SzRectifyRow */
  GArray *contracts; /* of SzContractRow */
  /* private */
  GStringChunk *strings;
  GHashTable *by_id;        /* id → index + 1 in people */
  GHashTable *by_id_number; /* made when first asked */
};

/** sz_watch_book_open: (transfer full): as of @day. */
SzWatchBook *sz_watch_book_open (SzOffice *office, SzDate day, guint parts, GError **error);
void sz_watch_book_free (SzWatchBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWatchBook, sz_watch_book_free)

/** sz_watch_book_person: (nullable): by id. */
const SzWatchPerson *sz_watch_book_person (const SzWatchBook *book, gint64 id);
/** sz_watch_book_by_id_number: (nullable). */
const SzWatchPerson *sz_watch_book_by_id_number (SzWatchBook *book, const char *id_number);
/** sz_watch_book_by_staff_no: (nullable). */
const SzWatchPerson *sz_watch_book_by_staff_no (const SzWatchBook *book, const char *staff_no);
/** sz_watch_book_serves: whether the person was in service on a day of @from … @to. */
gboolean
sz_watch_book_serves (const SzWatchBook *book, const SzWatchPerson *person, SzDate from, SzDate to);
/** sz_watch_book_is_own: in service on @day as 在编 or 人事代理, whatever the day of the book. */
gboolean sz_watch_book_is_own (const SzWatchBook *book, const SzWatchPerson *person, SzDate day);
/** sz_watch_book_function: 职能 of a department: code, "" when none. */
const char *sz_watch_book_function (const SzWatchBook *book, const char *department);
/** sz_watch_book_office_of: (nullable): the first department with that 职能. */
const char *sz_watch_book_office_of (const SzWatchBook *book, const char *function);

/** sz_watch_pointers: (transfer full): to @offset in each of @rows, for the functions of domain. */
GPtrArray *sz_watch_pointers (const GArray *rows, gsize offset);
#define SZ_WATCH_POINTERS(rows, Row, member)                                                       \
  sz_watch_pointers ((rows), G_STRUCT_OFFSET (Row, member))

G_END_DECLS
