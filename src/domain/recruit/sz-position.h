/* sz-position.h — a post to be filled 招聘岗位, and the grammar of its cells (RULE rec-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-decimal.h"
#include "sz-money.h"
#include "sz-posts.h"

#include "sz-date.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_WAY_OPEN,       /* 公开招聘 "open" */
  SZ_WAY_INTERVIEW,  /* 直接面试 "interview" */
  SZ_WAY_EXPERTS,    /* 专家评议 "experts" */
  SZ_WAY_ASSESSMENT, /* 直接考察 "assessment" */
  SZ_WAY_TALENT,     /* 高层次人才 "talent" */
  SZ_WAY_PARTTIME,   /* 兼职 "parttime" */
} SzRecruitWay;

typedef enum
{
  SZ_ORDER_INTERVIEW_FIRST, /* 先面试后笔试 "interview_first" */
  SZ_ORDER_WRITTEN_FIRST,   /* 先笔试后面试 "written_first" */
  SZ_ORDER_INTERVIEW_ONLY,  /* 直接面试 "interview_only" */
  SZ_ORDER_ASSESSMENT,      /* 考察 "assessment" */
} SzExamOrder;

typedef enum
{
  SZ_USES_ESTABLISHED, /* 在编 "established" */
  SZ_USES_OUTSIDE,     /* 编外 "outside" */
  SZ_USES_PARTTIME,    /* 兼职员额 "parttime" */
} SzPostUse;

typedef enum
{
  SZ_ROUND_UP,   /* 向上取整 "ceil" */
  SZ_ROUND_DOWN, /* 向下取整 "floor" */
} SzRounding;

/** What rec-15 does not know by itself: parameters of the cut-off day. */
typedef struct
{
  SzExamOrder exam_order;       /* recruit.exam_order */
  gint64 open_ratio_x1e4;       /* recruit.open_ratio 3 */
  gint64 enter_multiple_x1e4;   /* recruit.enter_multiple 3 */
  gint64 weight_interview_x1e4; /* recruit.weight_interview 0.50 */
  gint64 written_pass_x100;     /* recruit.written_pass 60 */
  gint64 interview_pass_x100;   /* recruit.interview_pass 60 */
  gboolean has_thin_pass;
  gint64 thin_pass_x100;      /* recruit.thin_pass, unset */
  gint64 check_multiple_x1e4; /* recruit.check_multiple */
  SzRounding check_round;
  int trim;               /* recruit.trim 1 */
  gboolean trim_by_item;  /* recruit.trim_by */
  const char *const *tie; /* recruit.tie, NULL-ended */
  int substitutes_x;      /* recruit.substitute_after_publicity, times p' */
} SzExamRules;

#define SZ_COMPONENTS_MAX 12
#define SZ_ITEMS_MAX 12
#define SZ_TIES_MAX (SZ_COMPONENTS_MAX + 1)

#define SZ_COMPONENT_WRITTEN "笔试"
#define SZ_COMPONENT_INTERVIEW "面试"
#define SZ_COMPONENT_EXPERTS "专家评议"
#define SZ_COMPONENT_EXTRA "加试"
#define SZ_COMPONENT_TOTAL "总成绩"

/** SzPositionCells: the cells that rec-15 reads, as written; borrowed, NULL is empty. */
typedef struct
{
  SzRecruitWay way;
  gboolean has_order; /* 考试方式 is given */
  SzExamOrder order;
  int places;             /* 招聘人数 */
  const char *components; /* 成绩构成 */
  const char *lines;      /* 合格线 */
  const char *items;      /* 面试分项 */
  const char *tie;        /* 同分 */
  const char *open_ratio; /* 开考比例 */
  const char *enter;      /* 进入倍数 */
  const char *check;      /* 考察比例 */
  gboolean has_round;
  SzRounding round;
  const char *thin_pass; /* 不足比例面试线 */
  const char *approval;  /* 批文号 */
} SzPositionCells;

typedef struct
{
  char *name;
  gint64 weight_x1e4;
  guint stage;
  gint64 line_x100;
} SzExamComponent;

typedef struct
{
  char *name;
  gint64 full_x100;
} SzExamItem;

/** SzExamPlan: how a post is examined, read out of its cells. */
typedef struct
{
  SzExamOrder order;
  int places;
  gboolean has_ratio;
  gint64 ratio_x1e4; /* 开考比例 */
  gint64 enter_x1e4; /* 进入倍数 */
  gint64 check_x1e4; /* 考察比例 */
  SzRounding check_round;
  SzExamComponent components[SZ_COMPONENTS_MAX];
  guint n_components;
  guint n_stages;
  SzExamItem items[SZ_ITEMS_MAX]; /* of 面试 */
  guint n_items;
  guint ties[SZ_TIES_MAX]; /* indexes of components */
  guint n_ties;
  gboolean has_total_line;
  gint64 total_line_x100;
  gboolean has_thin_pass;
  gint64 thin_pass_x100;
  int trim;
  gboolean trim_by_item;
  int substitutes_x;
} SzExamPlan;

/** Which cell a fault is about. */
typedef enum
{
  SZ_CELL_COMPONENTS,
  SZ_CELL_LINES,
  SZ_CELL_ITEMS,
  SZ_CELL_RATIO,
  SZ_CELL_ENTER,
  SZ_CELL_CHECK,
  SZ_CELL_THIN_PASS,
  SZ_N_CELLS
} SzPositionCell;

/** sz_position_fault_fn: one fault: a code of the contract and the cell. */
typedef void (*SzPositionFaultFn) (SzPositionCell cell, const char *code, gpointer user_data);

/**
 * sz_exam_plan_read:
 * @plan: (out caller-allocates): cleared by sz_exam_plan_clear() whatever comes back
 * @fault: (nullable): told every fault
 *
 * Codes: "position.components", "position.weights", "position.items", "position.ratio_unapproved",
 * "number.invalid", "component.unknown". Returns whether there was none.
 */
gboolean sz_exam_plan_read (const SzPositionCells *cells,
                            const SzExamRules *rules,
                            SzExamPlan *plan,
                            SzPositionFaultFn fault,
                            gpointer user_data);
void sz_exam_plan_clear (SzExamPlan *plan);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzExamPlan, sz_exam_plan_clear)

/** sz_exam_plan_find: index of the component, −1 when there is none. */
int sz_exam_plan_find (const SzExamPlan *plan, const char *name);
/** sz_exam_plan_describe: (transfer full): 成绩构成 as it was understood: 面试50%+笔试50%; a stage
 *  that is not its own order's stands behind →. */
char *sz_exam_plan_describe (const SzExamPlan *plan);
/** sz_exam_order_of: what an empty 考试方式 means. */
SzExamOrder sz_exam_order_of (SzRecruitWay way, SzExamOrder usual);
/** sz_exam_places: p' from the number planned and the number qualified (RULE rec-1). */
gint64 sz_exam_places (const SzExamPlan *plan, gint64 qualified);
/** sz_exam_check_count: c of rec-6 for p'. */
gint64 sz_exam_check_count (const SzExamPlan *plan, gint64 places);

G_END_DECLS
