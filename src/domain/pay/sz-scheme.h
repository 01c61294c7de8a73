/* sz-scheme.h — the scheme of a pay run 分配方案 (RULE pay-4, pay-5, pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-date.h"
#include "sz-decimal.h"
#include "sz-issue.h"
#include "sz-money.h"
#include "sz-posts.h"

G_BEGIN_DECLS

/** SzFactorKind: what a component's points are the product of (RULE pay-5); the word as schemes
 * spell it. */
typedef enum
{
  SZ_FACTOR_POST,       /* "post" */
  SZ_FACTOR_ASSESSMENT, /* "assessment" */
  SZ_FACTOR_WORKLOAD,   /* "workload" */
  SZ_FACTOR_MONTHS,     /* "months" */
  SZ_FACTOR_TRAINING,   /* "training" */
  SZ_FACTOR_AWARD,      /* "award" */
  SZ_FACTOR_HEADCOUNT,  /* "headcount" */
  SZ_FACTOR_DEPARTMENT, /* "department" */
  SZ_FACTOR_VALUE,      /* "value:项目" */
  SZ_N_FACTOR_KINDS
} SzFactorKind;

typedef enum
{
  SZ_MONTHS_COUNT,     /* "count": months of entry and of leaving count (RULE pay-6) */
  SZ_MONTHS_FROM_NEXT, /* "from_next": the month of entry does not */
  SZ_MONTHS_BY_15TH,   /* "by_15th": in post on the 15th */
} SzMonthRule;

typedef struct
{
  SzFactorKind kind;
  char *item; /* 项目 of SZ_FACTOR_VALUE, else NULL */
  gboolean bounded;
  gint64 lower_x1e4;
  gint64 upper_x1e4;
} SzFactor;

/** SzFilter: every set that is not NULL must admit the person. Sets hold the Chinese terms. */
typedef struct
{
  GPtrArray *employment; /* of char* as the scheme spells them: 在编 … */
  GPtrArray *department;
  GPtrArray *band;     /* 正高级 … 工勤 */
  GPtrArray *category; /* 管理 专业技术 工勤技能; key "post_category" */
  GPtrArray *staff_no;
  int full_time; /* −1 either, 0 no, 1 yes; key "full_time": true/false */
} SzFilter;

typedef struct
{
  char *name;
  gboolean rest; /* takes what the named ratios leave */
  gint64 ratio_x1e4;
  GArray *factors; /* of SzFactor */
  SzFilter filter;
} SzComponent;

typedef struct
{
  char *name;
  char *role;         /* 角色 */
  SzMoney amount_fen; /* for a whole period */
} SzFixed;

/** SzLimit: an amount or a multiple of the mean; neither: no limit. */
typedef struct
{
  gboolean set;
  gboolean by_multiple;
  SzMoney amount_fen;
  gint64 multiple_x1e4;
} SzLimit;

/** SzLevelsBy: what the first of two levels goes by (RULE pay-8); the word as schemes spell it. */
typedef enum
{
  SZ_LEVELS_POINTS,        /* "points": Σ points × coefficient */
  SZ_LEVELS_HEADCOUNT,     /* "headcount": people × coefficient */
  SZ_LEVELS_PERSON_MONTHS, /* "person_months": Σ months × coefficient */
  SZ_LEVELS_WORKLOAD,      /* "workload": Σ hours × coefficient */
  SZ_LEVELS_FIXED,         /* "fixed": the scheme's own weights */
  SZ_N_LEVELS
} SzLevelsBy;

/** SzSchemeTax: how what a run pays is taxed (RULE tax-4). */
typedef enum
{
  SZ_SCHEME_TAX_NONE,    /* "none": what was withheld comes from the imported figures */
  SZ_SCHEME_TAX_MONTHLY, /* "monthly": with the wages of the month */
  SZ_SCHEME_TAX_BONUS,   /* "bonus": as the annual bonus */
  SZ_SCHEME_TAX_BEST,    /* "best": the cheaper way for each person */
  SZ_N_SCHEME_TAXES
} SzSchemeTax;

typedef struct
{
  char *name;
  SzDate from;
  SzDate to;
  SzMoney pool_fen;
  gint64 reserve_ratio_x1e4;
  SzMonthRule month_rule;
  GArray *fixed;               /* of SzFixed */
  GArray *components;          /* of SzComponent, the order of the scheme */
  GHashTable *post_x1e4;       /* level or band name → gint64* */
  GHashTable *assessment_x1e4; /* grade name → gint64* */
  GHashTable *substitutes;     /* factor word → GHashTable (band name or 无额定 → gint64*) */
  SzLimit ceiling;
  SzLimit floor;
  gboolean two_levels; /* "levels" is not "one" (RULE pay-8) */
  SzLevelsBy levels_by;
  GPtrArray *levels_components; /* of char*: what goes by department; NULL: everything */
  GHashTable *levels_weights;   /* department → gint64* ×10,000, SZ_LEVELS_FIXED only */
  guint leave_kinds;            /* bit 1 << SzLeaveKind: "leave_months" (RULE pay-6) */
  SzAccount account;            /* 奖励性 基础性 X3 (RULE pay-18) */
  SzSchemeTax tax;
} SzScheme;

SzScheme *sz_scheme_new (void); /* empty, month rule count */
void sz_scheme_free (SzScheme *scheme);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzScheme, sz_scheme_free)
SzScheme *sz_scheme_copy (const SzScheme *scheme);

/** SZ_SCHEME_NO_QUOTA: the row of a substitutes table for people without a quota. */
#define SZ_SCHEME_NO_QUOTA "无额定"

/** sz_component_init: an empty component that admits everybody; the scheme's array owns it. */
void sz_component_init (SzComponent *component, const char *name);
/** sz_scheme_put_coefficient: into `post_x1e4` or `assessment_x1e4`; replaces. */
void sz_scheme_put_coefficient (GHashTable *table, const char *name, gint64 value_x1e4);
/** sz_scheme_put_substitute: @band is a band's name or %SZ_SCHEME_NO_QUOTA; replaces. */
void sz_scheme_put_substitute (SzScheme *scheme,
                               const char *factor,
                               const char *band,
                               gint64 value_x1e4);

/** sz_factor_parse: "post", "value:项目" …; FALSE when it is no factor. @item is (transfer full).
 */
gboolean sz_factor_parse (const char *word, SzFactorKind *kind, char **item);
/** sz_factor_word: (transfer full) — as schemes spell it. */
char *sz_factor_word (const SzFactor *factor);
/** sz_month_rule_word: as schemes spell it (RULE pay-6), and back; FALSE when unknown. */
const char *sz_month_rule_word (SzMonthRule rule);
gboolean sz_month_rule_parse (const char *word, SzMonthRule *rule);

/** sz_levels_by_word, sz_scheme_tax_word: as schemes spell it, and back; FALSE when unknown. */
const char *sz_levels_by_word (SzLevelsBy by);
gboolean sz_levels_by_parse (const char *word, SzLevelsBy *by);
const char *sz_scheme_tax_word (SzSchemeTax tax);
gboolean sz_scheme_tax_parse (const char *word, SzSchemeTax *tax);
/** sz_scheme_by_department: whether component @index goes by department (RULE pay-8). */
gboolean sz_scheme_by_department (const SzScheme *scheme, guint index);

/**
 * sz_scheme_validate:
 *
 * All faults of the scheme in itself, each as an error in @issues with `column` naming the place
 * (such as "components[2].ratio"): period reversed or over 60 months, negative pool or amounts,
 * no component, names missing or given twice, several rests, empty factors, bounds reversed,
 * floor over ceiling. Codes begin with "scheme.". Ratios over 1 are "scheme.ratio_over_one" and
 * are a refusal, not a fault of form: see sz_scheme_is_refusal().
 */
gboolean sz_scheme_validate (const SzScheme *scheme, SzIssueList *issues);
/** sz_scheme_is_refusal: whether the run is refused for @code, the scheme being well formed. */
gboolean sz_scheme_is_refusal (const char *code);

G_END_DECLS
