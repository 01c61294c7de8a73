/* sz-cli-why.c — shizictl pay why: everything behind one person's amount (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay-run.h"
#include "sz-cli-pay.h"
#include "sz-message.h"
#include "sz-pay-why.h"
#include "sz-view-why.h"

static json_t *
make_source (gconstpointer of)
{
  return json_string (sz_pay_source_word (((const SzWhyFactor *)of)->source));
}

/* Stretches count from 1 for people. */
static json_t *
make_stretch (gconstpointer of)
{
  return json_integer (((const SzWhyFactor *)of)->stretch + 1);
}

static json_t *
make_remainder (gconstpointer of)
{
  return json_integer (((const SzWhyComponent *)of)->remainder_fen ? 1 : 0);
}

static const SzMember factor_fields[] = {
  SZ_SHOW_TEXT (SzWhyFactor, factor, "factor", NULL),
  SZ_SHOW_TEXT (SzWhyFactor, title, "title", NULL),
  SZ_SHOW_TEXT (SzWhyFactor, value, "value", NULL),
  SZ_SHOW_MADE ("source", NULL, make_source),
  SZ_SHOW_TEXT (SzWhyFactor, detail, "detail", NULL),
  SZ_SHOW_MADE ("stretch", NULL, make_stretch),
  { NULL },
};

static const SzMember component_fields[] = {
  SZ_SHOW_TEXT (SzWhyComponent, name, "component", NULL),
  SZ_SHOW_FLAG (SzWhyComponent, admitted, "admitted", NULL),
  SZ_SHOW_LIST (SzWhyComponent, factors, "factors", NULL, factor_fields),
  SZ_SHOW_DECIMAL (SzWhyComponent, points_x1e6, "points", NULL, SZ_POINTS_DECIMALS),
  SZ_SHOW_FLAG (SzWhyComponent, by_department, "by_department", NULL),
  SZ_SHOW_FLAG (SzWhyComponent, own_split, "own_split", NULL),
  SZ_SHOW_MONEY (SzWhyComponent, central_fen, "central", NULL),
  SZ_SHOW_DECIMAL (SzWhyComponent, points_total_x1e6, "points_of_all", NULL, SZ_POINTS_DECIMALS),
  SZ_SHOW_MONEY (SzWhyComponent, pool_fen, "pool", NULL),
  SZ_SHOW_DECIMAL (SzWhyComponent, share_x1e6, "share", NULL, SZ_POINTS_DECIMALS),
  SZ_SHOW_MADE ("remainder_fen", NULL, make_remainder),
  SZ_SHOW_MONEY (SzWhyComponent, amount_fen, "amount", NULL),
  { NULL },
};

/* A fixed allowance of the person. */
typedef struct
{
  const char *name;
  const char *role;
  SzMoney whole_fen;
  SzMoney amount_fen;
} Allowance;

static const SzMember allowance_fields[] = {
  SZ_SHOW_TEXT (Allowance, name, "name", NULL),
  SZ_SHOW_TEXT (Allowance, role, "role", NULL, .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_MONEY (Allowance, whole_fen, "whole_period", NULL),
  SZ_SHOW_MONEY (Allowance, amount_fen, "amount", NULL),
  { NULL },
};

static const SzMember adjusted_fields[] = {
  SZ_SHOW_COUNT (SzAdjusted, n, "n", NULL),
  SZ_SHOW_MONEY (SzAdjusted, amount_fen, "amount", NULL),
  SZ_SHOW_TEXT (SzAdjusted, reason, "reason", NULL),
  SZ_SHOW_TEXT (SzAdjusted, who, "by", NULL),
  { NULL },
};

static const SzMember corrected_fields[] = {
  SZ_SHOW_COUNT (SzWhyCorrection, run, "run", NULL),
  SZ_SHOW_TEXT (SzWhyCorrection, state, "state", NULL),
  SZ_SHOW_MONEY (SzWhyCorrection, before_fen, "before", NULL),
  SZ_SHOW_MONEY (SzWhyCorrection, after_fen, "after", NULL),
  SZ_SHOW_MONEY (SzWhyCorrection, difference_fen, "difference", NULL),
  { NULL },
};

static json_t *
make_way (gconstpointer of)
{
  return json_string (sz_pay_way_word (((const SzPayNet *)of)->way));
}

static const SzMember sum_fields[] = {
  SZ_SHOW_MADE ("way", NULL, make_way),
  SZ_SHOW_MONEY (SzPayNet, total_fen, "total", NULL),
  SZ_SHOW_MONEY (SzPayNet, advance_fen, "advance", NULL),
  SZ_SHOW_MONEY (SzPayNet, correction_fen, "correction", NULL),
  SZ_SHOW_MONEY (SzPayNet, gross_fen, "gross", NULL),
  SZ_SHOW_MONEY (SzPayNet, tax_fen, "tax", NULL),
  SZ_SHOW_MONEY (SzPayNet, other_fen, "other", NULL),
  SZ_SHOW_MONEY (SzPayNet, due_fen, "due", NULL),
  SZ_SHOW_MONEY (SzPayNet, owed_fen, "owed", NULL),
  SZ_SHOW_MONEY (SzPayNet, actual_fen, "actual", NULL),
  SZ_SHOW_MONEY (SzPayNet, owed_after_fen, "owed_after", NULL),
  { NULL },
};

static const SzMember net_fields[] = {
  SZ_SHOW_INLINE (SzNetPerson, net, sum_fields),
  { NULL },
};

typedef struct
{
  gint64 run;
  const char *staff_no;
  const char *name;
  const SzPayLine *line;
  GArray *components;
  GArray *fixed;
  SzMoney ceiling_limit_fen;
  SzMoney floor_limit_fen;
  SzMoney adjustments_fen;
  GPtrArray *adjusted;
  GArray *corrections;
  const SzNetPerson *net;
  const char *excluded; /* takes no part */
  char *message;
} Why;

static const SzMember place_fields[] = {
  SZ_SHOW_TEXT (SzPayLine, department, "department", NULL),
  SZ_SHOW_COUNT (SzPayLine, months, "months", NULL),
  { NULL },
};

static const SzMember before_fields[] = {
  SZ_SHOW_MONEY (SzPayLine, before_fen, "before", NULL),
  SZ_SHOW_MONEY (SzPayLine, ceiling_fen, "ceiling", NULL),
  { NULL },
};

static const SzMember total_fields[] = {
  SZ_SHOW_MONEY (SzPayLine, total_fen, "total", NULL),
  { NULL },
};

static const SzMember why_fields[] = {
  SZ_SHOW_COUNT (Why, run, "run", NULL),
  SZ_SHOW_TEXT (Why, staff_no, "staff_no", NULL),
  SZ_SHOW_TEXT (Why, name, "name", NULL),
  SZ_SHOW_INLINE (Why, line, place_fields, .flags = SZ_POINTER),
  SZ_SHOW_LIST (Why, components, "components", NULL, component_fields),
  SZ_SHOW_LIST (Why, fixed, "fixed", NULL, allowance_fields),
  SZ_SHOW_INLINE (Why, line, before_fields, .flags = SZ_POINTER),
  SZ_SHOW_MONEY (Why, ceiling_limit_fen, "ceiling_limit", NULL, .flags = SZ_ZERO_NULL),
  SZ_SHOW_MONEY (Why, floor_limit_fen, "floor_limit", NULL, .flags = SZ_ZERO_NULL),
  SZ_SHOW_MONEY (Why, adjustments_fen, "adjustments", NULL),
  SZ_SHOW_INLINE (Why, line, total_fields, .flags = SZ_POINTER),
  SZ_SHOW_LIST (Why,
                adjusted,
                "adjustment_lines",
                NULL,
                adjusted_fields,
                .holds = SZ_HOLDS_POINTERS),
  SZ_SHOW_LIST (Why, corrections, "corrections", NULL, corrected_fields),
  SZ_SHOW_OBJECT (Why, net, "net", NULL, net_fields, .flags = SZ_POINTER),
  { NULL },
};

/* Who takes no part has a reason instead of an amount (RULE pay-7). */
static const SzMember excluded_fields[] = {
  SZ_SHOW_COUNT (Why, run, "run", NULL),
  SZ_SHOW_TEXT (Why, staff_no, "staff_no", NULL),
  SZ_SHOW_TEXT (Why, name, "name", NULL),
  SZ_SHOW_TEXT (Why, excluded, "excluded", NULL),
  SZ_SHOW_TEXT (Why, message, "message", NULL),
  SZ_SHOW_SAY (N_ ("{name} ({staff_no}) {message}.")),
  { NULL },
};

static void
show_why (SzCli *cli, const SzWhy *why, const SzPayWhy *life)
{
  const SzPayResult *result = why->view->result;
  g_autoptr (GArray) fixed = g_array_new (FALSE, FALSE, sizeof (Allowance));
  g_autofree char *text = sz_why_dup_text (why);
  g_autofree char *more = sz_pay_why_dup_text (life);
  const Why shown = { .run = why->view->head.run,
                      .staff_no = why->staff_no,
                      .name = why->name,
                      .line = why->line,
                      .components = why->components,
                      .fixed = fixed,
                      .ceiling_limit_fen = result->ceiling_limit_fen,
                      .floor_limit_fen = result->floor_limit_fen,
                      .adjustments_fen = why->line->adjust_fen,
                      .adjusted = life->own,
                      .corrections = life->corrections,
                      .net = life->net };

  for (guint i = 0; i < why->view->scheme->fixed->len; i++)
    {
      const SzFixed *one = &g_array_index (why->view->scheme->fixed, SzFixed, i);
      const Allowance allowance
          = { one->name, one->role, one->amount_fen, why->line->fixed_fen[i] };

      if (why->line->fixed_fen[i] >= 0)
        g_array_append_val (fixed, allowance);
    }
  sz_cli_fill (cli, why_fields, &shown);
  sz_cli_print (cli, "%s%s", text, more);
}

typedef struct
{
  gint64 run;
  const char *staff_no;
  SzDate on;
} Asked;

static const SzArg args[] = {
  SZ_WORD_RUN (Asked, run),
  SZ_WORD_OF (TEXT, Asked, staff_no, N_ ("工号")),
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("The day of payment")),
  { 0 },
};

static int
run_why (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzPayView) view = sz_view_pay_open (office, asked->run, NULL, error);
  g_autoptr (SzWhy) why = NULL;
  g_autoptr (SzPayWhy) life = NULL;
  const SzPayExcluded *excluded;

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  excluded = sz_pay_view_find_excluded (view, asked->staff_no);
  if (excluded != NULL)
    {
      const SzPayPerson *person = &view->input->people[excluded->index];
      const char *word = sz_pay_reason_word (excluded->reason);
      g_autofree char *code = g_strconcat ("pay.out.", word, NULL);
      g_autofree char *message = sz_message_for_code (code, NULL);
      const Why out = { .run = view->head.run,
                        .staff_no = person->staff_no,
                        .name = person->name,
                        .excluded = word,
                        .message = message };

      sz_cli_show (cli, excluded_fields, &out);
      return SZ_EXIT_DONE;
    }
  why = sz_why_new (view, asked->staff_no, error);
  if (why != NULL)
    life = sz_view_pay_why (office, asked->run, asked->staff_no, asked->on, error);
  if (life == NULL)
    return SZ_EXIT_REFUSED;
  show_why (cli, why, life);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_why
    = { "pay why",     N_ ("Everything behind one person's amount"), args, sizeof (Asked), run_why,
        .office = TRUE };
