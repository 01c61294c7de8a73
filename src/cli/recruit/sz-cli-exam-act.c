/* sz-cli-exam-act.c — shizictl exam enter, check, lock, correct (RULE rec-2, rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-recruit.h"
#include "sz-exam-act.h"

typedef struct
{
  const char *plan;
  const char *post;
  const char *ticket;
  const char *component;
  const char *const *marks;
  const char *item;
  gint64 score_x100;
  gboolean has_score;
  const char *status;
  const char *reason;
} Asked;

#define SCORE_ARGS                                                                                 \
  SZ_WORD_OF (TEXT, Asked, plan, N_ ("PLAN")), SZ_WORD_OF (TEXT, Asked, post, N_ ("POST")),        \
      SZ_WORD_OF (TEXT, Asked, ticket, N_ ("TICKET")),                                             \
      SZ_WORD_OF (TEXT, Asked, component, N_ ("科目")),                                            \
      SZ_WORD_OF (TEXTS, Asked, marks, N_ ("MARK"), .optional = TRUE),                             \
      SZ_OPTION (TEXT, Asked, item, "item", N_ ("分项"), N_ ("One item of an interview")),         \
      SZ_OPTION (DECIMAL, Asked, score_x100, "score", "X", N_ ("One number instead of marks"),     \
                 .decimals = SZ_HOURS_DECIMALS, .given = SZ_HAS (Asked, has_score)),               \
      SZ_OPTION (TEXT, Asked, status, "status", "缺考|违纪|作弊", N_ ("Why there is no score"))

#define SHOW_SHEET                                                                                 \
  SZ_SHOW_TEXT (Asked, plan, "plan", NULL), SZ_SHOW_TEXT (Asked, post, "post", NULL)

static const SzMember score_fields[] = {
  SHOW_SHEET,
  SZ_SHOW_TEXT (Asked, ticket, "ticket", NULL),
  SZ_SHOW_TEXT (Asked, component, "component", NULL),
  SZ_SHOW_TEXT (Asked, item, "item", NULL),
  { NULL },
};

static const SzMember lock_fields[] = {
  SHOW_SHEET,
  SZ_SHOW_TEXT (Asked, component, "component", NULL),
  { NULL },
};

static const SzArg enter_args[] = { SCORE_ARGS, { 0 } };

static const SzArg correct_args[] = {
  SCORE_ARGS,
  SZ_OPTION (TEXT, Asked, reason, "reason", N_ ("TEXT"), N_ ("Why"), .required = TRUE),
  { 0 },
};

/* Marks, a number or a status: one of them. */
static gboolean
make_ask (SzCli *cli, const Asked *asked, SzScoreAsk *ask)
{
  const gboolean marks = asked->marks != NULL && asked->marks[0] != NULL;

  *ask = (SzScoreAsk){ .plan = asked->plan,
                       .post = asked->post,
                       .ticket = asked->ticket,
                       .component = asked->component,
                       .item = asked->item,
                       .marks = marks ? asked->marks : NULL,
                       .has_score = asked->has_score,
                       .score_x100 = asked->score_x100,
                       .status = asked->status,
                       .reason = asked->reason };
  if ((marks ? 1 : 0) + (asked->has_score ? 1 : 0) + (asked->status != NULL ? 1 : 0) != 1)
    sz_cli_usage (cli, _ ("Give marks, or --score, or --status: one of the three."));
  else if (asked->status != NULL && sz_codes_by_name (SZ_TABLE_SCORE_STATUS, asked->status) == NULL)
    sz_cli_usage (cli, _ ("--status knows 缺考, 违纪 and 作弊, not “%s”."), asked->status);
  else
    return TRUE;
  return FALSE;
}

static int
run_score (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  SzScoreAsk ask;

  if (!make_ask (cli, data, &ask))
    return SZ_EXIT_USAGE;
  if (ask.reason != NULL ? !sz_exam_correct (office, &ask, error)
                         : !sz_exam_enter (office, &ask, NULL, error))
    return SZ_EXIT_REFUSED;
  sz_cli_fill (cli, score_fields, data);
  sz_cli_print (cli, _ ("Done.\n"));
  return SZ_EXIT_DONE;
}

/* ---- the second typing ---- */

typedef struct
{
  const char *ticket;
  gint64 cells;
  gint64 equal;
} Seen;

static const SzMember seen_fields[] = {
  SZ_SHOW_TEXT (Seen, ticket, "ticket", N_ ("Ticket")),
  SZ_SHOW_COUNT (Seen, cells, "cells", N_ ("Cells")),
  SZ_SHOW_COUNT (Seen, equal, "equal", N_ ("The same in both")),
  { NULL },
};

static int
run_check (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  SzScoreAsk ask;
  SzScoreSeen seen;
  Seen shown;

  if (!make_ask (cli, data, &ask))
    return SZ_EXIT_USAGE;
  if (!sz_exam_check (office, &ask, &seen, error))
    return SZ_EXIT_REFUSED;
  shown = (Seen){ ask.ticket, seen.n_cells, seen.n_equal };
  sz_cli_show (cli, seen_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_exam_enter
    = { "exam enter", N_ ("Marks of one applicant, in the order of the judges"),
        enter_args,   sizeof (Asked),
        run_score,    .office = TRUE };
const SzCliCommand sz_cli_exam_check
    = { "exam check", N_ ("Marks typed a second time, compared with the first"),
        enter_args,   sizeof (Asked),
        run_check,    .office = TRUE };
const SzCliCommand sz_cli_exam_correct
    = { "exam correct", N_ ("Changes a locked score"), correct_args, sizeof (Asked), run_score,
        .office = TRUE };

static const SzArg lock_args[] = {
  SZ_WORD_OF (TEXT, Asked, plan, N_ ("PLAN")),
  SZ_WORD_OF (TEXT, Asked, post, N_ ("POST")),
  SZ_WORD_OF (TEXT, Asked, component, N_ ("科目")),
  { 0 },
};

static int
run_lock (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;

  if (!sz_exam_lock (office, asked->plan, asked->post, asked->component, error))
    return SZ_EXIT_REFUSED;
  sz_cli_fill (cli, lock_fields, asked);
  sz_cli_print (cli, _ ("Done.\n"));
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_exam_lock
    = { "exam lock", N_ ("Locks the scores of a component when its sheet is signed"),
        lock_args,   sizeof (Asked),
        run_lock,    .office = TRUE };
