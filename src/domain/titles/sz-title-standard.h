/* sz-title-standard.h — the conditions of titles as data 申报条件 (RULE ttl-2, ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-career.h"
#include "sz-issue.h"

G_BEGIN_DECLS

/** SzTitleConditionKind: as the file spells it, in the comment. */
typedef enum
{
  SZ_TITLE_CONDITION_EDUCATION,    /* "education" */
  SZ_TITLE_CONDITION_DEGREE,       /* "degree" */
  SZ_TITLE_CONDITION_TITLE_YEARS,  /* "title_years" */
  SZ_TITLE_CONDITION_WORK_YEARS,   /* "work_years" */
  SZ_TITLE_CONDITION_ASSESSMENTS,  /* "assessments" */
  SZ_TITLE_CONDITION_HOURS,        /* "hours" */
  SZ_TITLE_CONDITION_SKILL,        /* "skill" */
  SZ_TITLE_CONDITION_CERTIFICATE,  /* "certificate" */
  SZ_TITLE_CONDITION_ADVISER,      /* "adviser" */
  SZ_TITLE_CONDITION_FURTHER,      /* "further_education" */
  SZ_TITLE_CONDITION_PRACTICE,     /* "practice" */
  SZ_TITLE_CONDITION_ACHIEVEMENTS, /* "achievements" */
  SZ_TITLE_CONDITION_HONOUR,       /* "honour" */
  SZ_TITLE_CONDITION_ALL,          /* a group "all" */
  SZ_TITLE_CONDITION_ANY,          /* a group "any" */
  SZ_TITLE_CONDITION_N_OF,         /* a group "n_of" */
  SZ_N_TITLE_CONDITION_KINDS
} SzTitleConditionKind;

/** sz_title_condition_kind_word: borrowed; sz_title_condition_kind_find: −1 for any other word. */
const char *sz_title_condition_kind_word (SzTitleConditionKind kind);
int sz_title_condition_kind_find (const char *word);

/** SzTeachKind: 任教类别, bits of `for`. */
typedef enum
{
  SZ_TEACHING_NONE = 0,
  SZ_TEACHING_GENERAL = 1 << 0,   /* 文化课 */
  SZ_TEACHING_SPECIAL = 1 << 1,   /* 专业课 */
  SZ_TEACHING_PRACTICAL = 1 << 2, /* 实习指导 */
} SzTeachKind;

SzTeachKind sz_teaching_parse (const char *name);
/** sz_teaching_name: of one bit; "" for none. */
const char *sz_teaching_name (SzTeachKind teaching);

/** SzSince: from when achievements and adviser years count. */
typedef enum
{
  SZ_SINCE_EVER,
  SZ_SINCE_TITLE,
  SZ_SINCE_YEARS,
} SzSince;

/** SzItem: one of an achievements condition. */
typedef struct
{
  char *name;
  guint kinds; /* bits by SzAchievementKind */
  SzAchievementLevel level;
  SzPrize prize; /* the least, SZ_PRIZE_NONE: any */
  int rank;      /* at most, 0: any */
  int count;
} SzItem;

typedef struct _SzTitleCondition SzTitleCondition;
struct _SzTitleCondition
{
  SzTitleConditionKind kind;
  char *id;
  guint teaching; /* `for` as bits, 0: everybody */
  int at_least;   /* education 0 … 5, degree 3 … 5, skill 0 … 7, SzGrade */
  int level;      /* of title_years, rank 1 … 5 */
  gboolean own;   /* of the series alone */
  int years;      /* title, work, skill (0: none asked) */
  int last;
  int excellent_at_least; /* 0: none asked */
  gint64 full_time_x100;
  gint64 others_x100;
  SzCertificateClass certificate;
  int half_years; /* of adviser */
  char **roles;
  SzSince since;
  int since_years;
  gint64 hours_x100;
  gint64 professional_x100;
  int months;
  int n; /* of achievements, and k of n_of */
  SzItem *items;
  guint n_items;
  char **names; /* of honour; NULL: the honours list */
  SzTitleCondition **members;
  guint n_members;
};

typedef enum
{
  SZ_PATH_NORMAL,      /* "normal" 正常 */
  SZ_PATH_SKILL,       /* "skill" 贯通 */
  SZ_PATH_DIRECT,      /* "direct" 直接申报 */
  SZ_PATH_EXCEPTIONAL, /* "exceptional" 破格 */
  SZ_N_PATH_KINDS
} SzPathKind;

const char *sz_path_kind_word (SzPathKind kind);
/** sz_path_kind_find: −1 for any other word. */
int sz_path_kind_find (const char *word);

typedef struct
{
  char *id;
  char *name;
  SzPathKind kind;
  SzTitleCondition **all;
  guint n_all;
  char **waive; /* NULL-ended, never NULL itself */
} SzPath;

/** SzTarget: the conditions of one title. */
typedef struct
{
  char *title;      /* as the file spells it */
  const char *code; /* of the standard's list; NULL: passed over */
  int level;        /* rank of the code */
  SzTitleCondition **common;
  guint n_common;
  SzPath *paths;
  guint n_paths;
} SzTarget;

typedef struct
{
  char *id;
  char *name;
  char *series;
  char **codes;
  char *source;
  SzDate from;
  SzDate to;
  char *switch_key; /* a parameter; NULL: always on */
  SzTeachKind teaching;
  SzTarget *targets; /* in the order of the file */
  guint n_targets;
} SzStandard;

SzStandard *sz_standard_new (void);
void sz_standard_free (SzStandard *standard);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzStandard, sz_standard_free)
SzTitleCondition *sz_title_condition_new (SzTitleConditionKind kind, const char *id);
void sz_title_condition_free (SzTitleCondition *condition);

/** sz_standard_holds: whether @code is one of its codes. */
gboolean sz_standard_holds (const SzStandard *standard, const char *code);
/** sz_standard_find: (nullable): the target for a title's code. */
const SzTarget *sz_standard_find (const SzStandard *standard, const char *code);
/** sz_standard_compare: by their first code, then their id. */
int sz_standard_compare (const SzStandard *a, const SzStandard *b);
/** sz_path_waives: whether the path drops this common condition. */
gboolean sz_path_waives (const SzPath *path, const char *id);

/** SzStandardPlace: where in the files a finding lies; places order findings as the files stand. */
typedef struct
{
  int standard;
  int target; /* −1: of the standard as a whole */
  int path;   /* −1: of the target as a whole */
} SzStandardPlace;

/** SzStandardFault: a finding of the checker. */
typedef struct
{
  SzSeverity severity;
  const char *code; /* static */
  SzStandardPlace place;
  char *where;  /* ID, ID/职称, ID/职称/PATH */
  char *detail; /* (nullable): the condition or key that is meant */
} SzStandardFault;

/** SzStandardFaults: a list of them. */
GArray *sz_standard_faults_new (void);
/** sz_standard_faults_add: @where is taken from the standard. */
void sz_standard_faults_add (GArray *faults,
                             SzSeverity severity,
                             const char *code,
                             const SzStandard *standard,
                             const SzStandardPlace *place,
                             const char *detail);
/** sz_standard_faults_sort: into file order. */
void sz_standard_faults_sort (GArray *faults);
guint sz_standard_faults_errors (const GArray *faults);

/** sz_standards_check: everything that RULE ttl-12 asks of what could be read; appends. */
void sz_standards_check (SzStandard *const *standards, guint n, GArray *faults);

/** SzHonours: the honours list: official names with their synonyms. */
typedef struct
{
  char **names;     /* NULL-ended */
  char ***synonyms; /* by name, each NULL-ended */
} SzHonours;

/** sz_honour_official: (nullable): the official name for what a row says: of @names (NULL: of the
 *  list as a whole) or their synonyms. Borrowed. */
const char *sz_honour_official (const SzHonours *honours, char *const *names, const char *text);
void sz_honours_free (SzHonours *honours);

G_END_DECLS
