/* sz-case.h — things with states: which step may be taken, by whom, with what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-error.h"

G_BEGIN_DECLS

/**
 * A case is something with states: a pay run, a recruitment post, a title round, a finding. Its
 * kind is a table of moves and nothing else; the store keeps cases with the steps that were taken,
 * the office walks them. A table of two moves:
 *
 *   static const SzCaseState states[] = { { "open", "未答复" }, { "answered", "已答复" } };
 *   static const SzCaseMove moves[] = {
 *     { .verb = "raise", .name = "提出", .from = "", .to = "open", .needs = SZ_MOVE_DAY },
 *     { .verb = "answer", .name = "答复", .from = "open answered", .to = "answered",
 *       .needs = SZ_MOVE_REASON, .other_than = "raise", .forgets = "answer" },
 *   };
 *   const SzCaseTable sz_case_objection = {
 *     .kind = "objection", .noun = "objection", SZ_CASE_STATES (states), SZ_CASE_MOVES (moves),
 *     .codes = { .state = "objection.state" },
 *   };
 *
 * Where a step must know more than this (a notice that still runs, an exam that is not finished),
 * the duty says so in the hook of its walk.
 */
typedef struct
{
  const char *id;   /* "announced": stored, in JSON */
  const char *name; /* the official word: 公示 */
} SzCaseState;

typedef enum
{
  SZ_MOVE_PLAIN = 0,
  SZ_MOVE_REASON = 1 << 0,
  SZ_MOVE_DOCUMENT = 1 << 1, /* its number, 文号 */
  SZ_MOVE_DAY = 1 << 2,
} SzMoveNeeds;

/** SzCaseMove: lists are words parted by blanks, and may be %NULL when empty. */
typedef struct
{
  const char *verb;
  const char *name; /* the official word: 复核 */
  const char *from; /* states; "" begins a case */
  const char *to;   /* the state, or those that the duty may choose from, the usual one first */
  SzMoveNeeds needs;
  const char *other_than; /* verbs: who took such a step may not take this one */
  const char *forgets;    /* verbs: earlier steps of these count no more */
  const char *locks;      /* what must not change from here on, until this step is forgotten */
  const char *refusal;    /* code when the state does not allow it, instead of the table's */
  gboolean by_program;    /* a step that nobody takes by hand: never offered */
} SzCaseMove;

/** SzCaseCodes: what a refusal is called; %NULL is the usual code given here. */
typedef struct
{
  const char *state;    /* "step.not_allowed" */
  const char *person;   /* "maker.checker" */
  const char *order;    /* "date.order" */
  const char *reason;   /* "step.no_reason" */
  const char *document; /* "step.no_document" */
  const char *day;      /* "step.no_day" */
} SzCaseCodes;

typedef struct
{
  const char *kind; /* "pay.run" */
  const char *noun; /* the argument of refusals that holds the subject: "run" */
  const SzCaseState *states;
  guint n_states;
  const SzCaseMove *moves;
  guint n_moves;
  gboolean ascends; /* no day before the day of the last step */
  SzCaseCodes codes;
} SzCaseTable;

#define SZ_CASE_STATES(array) .states = (array), .n_states = G_N_ELEMENTS (array)
#define SZ_CASE_MOVES(array) .moves = (array), .n_moves = G_N_ELEMENTS (array)

/** SzCaseStep: a step that was taken; a row of case_steps. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 case_id;
  gint64 seq; /* from 1 */
  char *verb;
  char *from; /* "" at the first */
  char *to;
  char *who;
  char *at;   /* UTC */
  SzDate day; /* SZ_DATE_NONE: none was given */
  char *reason;
  char *document;
  char *approval; /* 批文号 that lifted a condition */
  char *detail;   /* JSON object of the duty, "" for none */
} SzCaseStep;

/** SzCaseAsk: a step that somebody wants to take; strings may be %NULL. */
typedef struct
{
  const char *verb;
  const char *subject; /* as people call it, for refusals */
  const char *who;
  SzDate day;
  const char *reason;
  const char *document;
  const char *approval;
} SzCaseAsk;

/** sz_case_find_move: (nullable): the move of @verb from @state. */
const SzCaseMove *sz_case_find_move (const SzCaseTable *table, const char *state, const char *verb);

/**
 * sz_case_judge:
 * @state: where the case stands, "" for one that begins
 * @steps: those taken so far, in order
 *
 * The move that @ask makes, or NULL with REFUSED. Judged in this order: the state (arguments: the
 * noun, state, verb), another person (verb, who), the order of days (value, other), then what is
 * missing: reason, document, day (verb).
 */
const SzCaseMove *sz_case_judge (const SzCaseTable *table,
                                 const char *state,
                                 const SzCaseStep *steps,
                                 guint n_steps,
                                 const SzCaseAsk *ask,
                                 GError **error);

/** sz_case_allows: whether @who may take @move from @state as far as the table knows before
 * anything is given: what a screen offers. */
gboolean sz_case_allows (const SzCaseTable *table,
                         const char *state,
                         const SzCaseStep *steps,
                         guint n_steps,
                         const SzCaseMove *move,
                         const char *who);

/** sz_case_dup_usual: (transfer full): the first of the states that @move leads to. */
char *sz_case_dup_usual (const SzCaseMove *move);

/** sz_case_leads_to: whether @move may end in @state. */
gboolean sz_case_leads_to (const SzCaseMove *move, const char *state);

/** sz_case_last_step: (nullable): the latest step of one of @verbs that is not forgotten. */
const SzCaseStep *sz_case_last_step (const SzCaseTable *table,
                                     const SzCaseStep *steps,
                                     guint n_steps,
                                     const char *verbs);

/** sz_case_counts: whether no later step has forgotten step @i. */
gboolean sz_case_counts (const SzCaseTable *table, const SzCaseStep *steps, guint n_steps, guint i);

/** sz_case_locked: whether a step that counts has locked @what. */
gboolean
sz_case_locked (const SzCaseTable *table, const SzCaseStep *steps, guint n_steps, const char *what);

/** sz_case_state_name: the official word of a state; @state itself when the table has none. */
const char *sz_case_state_name (const SzCaseTable *table, const char *state);

/** sz_case_same_person: by name, without blanks, width and case: a statement until accounts exist.
 */
gboolean sz_case_same_person (const char *a, const char *b);

G_END_DECLS
