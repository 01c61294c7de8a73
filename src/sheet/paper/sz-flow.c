/* sz-flow.c — a paper as a stream of lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-flow.h"

#include <string.h>

#include "sz-uppercase.h"

#define ROWS_BETWEEN_LOOKS 256
#define GROUP_WITHIN '\037'
#define GROUP_TEXT '\036'

typedef struct
{
  SzFlowFunc func;
  gpointer user_data;
  SzFlowWatch *watch;
  SzFlowLine line; /* block and index are those of the block at hand */
  SzTally *group;  /* of the table at hand */
  SzTally *outer;  /* of groups within a group */
  SzTally *all;
  char *group_name;
  SzValue *values;
} Flow;

guint64
sz_flow_count (SzPaper *const *papers, guint n_papers)
{
  guint64 total = 0;

  for (guint p = 0; p < n_papers; p++)
    for (guint b = 0; b < papers[p]->blocks->len; b++)
      {
        const SzPaperBlock *block = g_ptr_array_index (papers[p]->blocks, b);

        if (block->table != NULL && block->table->source->count != NULL)
          total += block->table->source->count (block->table->self);
      }
  return total;
}

static gboolean
emit_line (Flow *flow, SzLineKind kind, const char *text, const SzTally *tally, GError **error)
{
  flow->line.kind = kind;
  flow->line.text = text;
  flow->line.tally = tally;
  flow->line.values = kind == SZ_LINE_ROW ? flow->values : NULL;
  return flow->func (&flow->line, flow->user_data, error);
}

static gboolean
look_around (SzFlowWatch *watch, GError **error)
{
  if (g_cancellable_is_cancelled (watch->cancellable))
    return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
  if (watch->progress != NULL)
    watch->progress (watch->done, MAX (watch->total, watch->done), watch->user_data);
  return TRUE;
}

/* How much of the name of a group is that of the group around it; 0: none is. */
static gsize
measure_outer (const char *name)
{
  const char *end = strchr (name, GROUP_WITHIN);

  return end != NULL ? (gsize)(end - name) + 1 : 0;
}

/* 小计 of the group that ends, and of the one around it unless @name is in that one too. */
static gboolean
end_subtotals (Flow *flow, const char *name, GError **error)
{
  const gsize outer = measure_outer (flow->group_name);
  g_autofree char *label = NULL;

  if (!emit_line (flow, SZ_LINE_SUBTOTAL, SZ_LABEL_SUBTOTAL, flow->group, error))
    return FALSE;
  if (outer == 0 || (name != NULL && strncmp (name, flow->group_name, outer) == 0))
    return TRUE;
  label = g_strdup_printf ("%.*s" SZ_LABEL_SUBTOTAL, (int)outer - 1, flow->group_name);
  if (!emit_line (flow, SZ_LINE_SUBTOTAL, label, flow->outer, error))
    return FALSE;
  sz_tally_clear (flow->outer);
  return TRUE;
}

static gboolean
end_groups (Flow *flow, const char *name, GError **error)
{
  const SzTableOptions *options = &flow->line.block->table->options;
  const char *text;

  if (flow->group_name == NULL || flow->group->rows == 0)
    return TRUE;
  if (options->group_subtotals && !end_subtotals (flow, name, error))
    return FALSE;
  text = strchr (flow->group_name, GROUP_TEXT);
  return text == NULL || emit_line (flow, SZ_LINE_UPPERCASE, text + 1, NULL, error);
}

/* The name of the innermost group, without the text that stands below it. */
static gboolean
begin_group (Flow *flow, GError **error)
{
  const char *name = flow->group_name + measure_outer (flow->group_name);
  g_autofree char *heading = g_strndup (name, strcspn (name, "\036"));

  return !flow->line.block->table->options.group_headings || *heading == '\0'
         || emit_line (flow, SZ_LINE_UPPERCASE, heading, NULL, error);
}

/* A new name ends the last group. */
static gboolean
follow_group (Flow *flow, const char *name, GError **error)
{
  if (name == NULL || g_strcmp0 (name, flow->group_name) == 0)
    return TRUE;
  if (!end_groups (flow, name, error))
    return FALSE;
  sz_tally_clear (flow->group);
  g_free (flow->group_name);
  flow->group_name = g_strdup (name);
  return begin_group (flow, error);
}

static gboolean
run_rows (Flow *flow, GError **error)
{
  const SzPaperTable *table = flow->line.block->table;
  g_autoptr (GError) fault = NULL;

  for (;;)
    {
      const char *group = NULL;

      memset (flow->values, 0, table->n_columns * sizeof *flow->values);
      if (!table->source->next (table->self, flow->values, &group, &fault))
        break;
      if (!follow_group (flow, group, error) || !sz_tally_add (flow->group, flow->values, error)
          || !sz_tally_add (flow->outer, flow->values, error)
          || !sz_tally_add (flow->all, flow->values, error)
          || !emit_line (flow, SZ_LINE_ROW, NULL, NULL, error))
        return FALSE;
      if (++flow->watch->done % ROWS_BETWEEN_LOOKS == 0 && !look_around (flow->watch, error))
        return FALSE;
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
run_totals (Flow *flow, GError **error)
{
  const SzPaperTable *table = flow->line.block->table;
  gint amount = sz_paper_table_amount (table);
  g_autofree char *figures = NULL;
  g_autofree char *text = NULL;

  if (!end_groups (flow, NULL, error))
    return FALSE;
  if (table->options.total_label != NULL
      && !emit_line (flow, SZ_LINE_TOTAL, table->options.total_label, flow->all, error))
    return FALSE;
  if (table->options.total_text != NULL
      && !emit_line (flow, SZ_LINE_UPPERCASE, table->options.total_text, NULL, error))
    return FALSE;
  if (!table->options.uppercase || amount < 0)
    return TRUE;
  figures = sz_uppercase_amount (flow->all->sums[amount]); /* RULE num-9 */
  text = g_strconcat (SZ_LABEL_UPPERCASE, figures, NULL);
  return emit_line (flow, SZ_LINE_UPPERCASE, text, NULL, error);
}

static gboolean
run_table (Flow *flow, GError **error)
{
  const SzPaperTable *table = flow->line.block->table;
  g_autoptr (SzTally) group = sz_tally_new (table);
  g_autoptr (SzTally) outer = sz_tally_new (table);
  g_autoptr (SzTally) all = sz_tally_new (table);
  g_autofree SzValue *values = g_new0 (SzValue, table->n_columns);
  gboolean ok;

  flow->group = group;
  flow->outer = outer;
  flow->all = all;
  flow->values = values;
  ok = emit_line (flow, SZ_LINE_HEADING, NULL, NULL, error)
       && table->source->reset (table->self, error) && run_rows (flow, error)
       && run_totals (flow, error);
  g_clear_pointer (&flow->group_name, g_free);
  return ok;
}

static gboolean
run_text (Flow *flow, GError **error)
{
  const char *text = flow->line.block->texts[0];
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  if (*text == '\0') /* a blank line */
    return emit_line (flow, SZ_LINE_TEXT, text, NULL, error);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (!emit_line (flow, SZ_LINE_TEXT, paragraphs[i], NULL, error))
      return FALSE;
  return TRUE;
}

/* One line for each @step texts. */
static gboolean
run_lines (Flow *flow, SzLineKind kind, guint step, GError **error)
{
  for (guint first = 0; first < flow->line.block->n_texts; first += step)
    {
      flow->line.first = first;
      if (!emit_line (flow, kind, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_block (Flow *flow, GError **error)
{
  static const SzLineKind kinds[] = {
    [SZ_BLOCK_TITLE] = SZ_LINE_TITLE,   [SZ_BLOCK_HEADLINE] = SZ_LINE_HEADLINE,
    [SZ_BLOCK_TEXT] = SZ_LINE_TEXT,     [SZ_BLOCK_FIELDS] = SZ_LINE_FIELDS,
    [SZ_BLOCK_TABLE] = SZ_LINE_HEADING, [SZ_BLOCK_SIGNATURES] = SZ_LINE_SIGNATURES,
    [SZ_BLOCK_CHART] = SZ_LINE_CHART,   [SZ_BLOCK_PAGE_BREAK] = SZ_LINE_BREAK,
    [SZ_BLOCK_CUT] = SZ_LINE_CUT,       [SZ_BLOCK_HALF] = SZ_LINE_HALF,
  };
  SzBlockKind kind = flow->line.block->kind;

  if (kind == SZ_BLOCK_TABLE)
    return run_table (flow, error);
  if (kind == SZ_BLOCK_TEXT)
    return run_text (flow, error);
  if (kind == SZ_BLOCK_FIELDS)
    return run_lines (flow, SZ_LINE_FIELDS, 2 * flow->line.block->per_line, error);
  if (kind == SZ_BLOCK_OPINIONS)
    return run_lines (flow, SZ_LINE_OPINIONS, SZ_FLOW_OPINIONS, error);
  return emit_line (flow, kinds[kind], NULL, NULL, error);
}

gboolean
sz_flow_run (
    SzPaper *paper, SzFlowFunc func, gpointer user_data, SzFlowWatch *watch, GError **error)
{
  Flow flow = { func, user_data, watch, { 0 }, NULL, NULL, NULL, NULL, NULL };

  g_return_val_if_fail (paper != NULL, FALSE);

  for (guint i = 0; i < paper->blocks->len; i++)
    {
      flow.line.block_index = i;
      flow.line.block = g_ptr_array_index (paper->blocks, i);
      if (!look_around (watch, error) || !run_block (&flow, error))
        return FALSE;
    }
  return look_around (watch, error);
}
