/* sz-kind-targets.c — kinds targets 目标任务分解, target-entries 目标进度填报 (RULE tgt-3, tgt-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-kinds-watch.h"
#include "sz-params.h"
#include "sz-row-type.h"
#include "sz-store-targets.h"
#include "sz-view-targets.h"

/* What both kinds know: the indicators, and the entries that a new one may clash with. */
typedef struct
{
  SzWatchRules *rules;
  GArray *stored; /* of SzEntryRow */
  GArray *above;  /* of SzEntry: the faultless rows above; texts borrowed from @texts */
  GPtrArray *texts;
  GArray *rows; /* of guint: their rows of the sheet */
} State;

static gboolean
begin_kind (SzImportRun *run, GError **error)
{
  State *state = run->state;
  g_autoptr (GArray) params = NULL;

  if (state != NULL)
    return TRUE;
  params = sz_params_gather (run->office, error);
  state = g_new0 (State, 1);
  run->state = state;
  state->above = g_array_new (FALSE, TRUE, sizeof (SzEntry));
  state->rows = g_array_new (FALSE, TRUE, sizeof (guint));
  state->texts = g_ptr_array_new_with_free_func (g_free);
  state->rules = params != NULL ? sz_watch_rules_new (params, run->today, error) : NULL;
  if (state->rules == NULL)
    return FALSE;
  state->stored = sz_store_entry_list (run->store, SZ_ROWS_ALL, error);
  return state->stored != NULL;
}

static void
end_kind (SzImportRun *run)
{
  State *state = run->state;

  if (state == NULL)
    return;
  g_clear_pointer (&state->stored, g_array_unref);
  g_array_unref (state->above);
  g_array_unref (state->rows);
  g_ptr_array_unref (state->texts);
  sz_watch_rules_free (state->rules);
  g_free (state);
  run->state = NULL;
}

/* The indicator that the cell means: its id goes into @id. */
static const SzWatchIndicator *
read_indicator (SzImportRun *run, char **id, gboolean with_goal)
{
  State *state = run->state;
  int field = sz_import_field (run, "指标");
  g_autofree char *text = NULL;
  const SzWatchIndicator *indicator;

  if (!sz_import_read_text (run, (guint)field, &text))
    return NULL;
  indicator = sz_watch_rules_find (state->rules, sz_target_meaning (state->rules, text));
  if (indicator == NULL || (with_goal && !indicator->indicator.has_goal))
    {
      sz_import_fail (run, "code.unknown", (guint)field, text);
      return NULL;
    }
  *id = g_strdup (indicator->indicator.id);
  return indicator;
}

static const SzImportField target_fields[] = {
  { "年度", SZ_FIELD_YEAR, SZ_FIELD_AT (SzTargetRow, year), .required = TRUE, .example = "2025" },
  { "指标", SZ_FIELD_TEXT, .required = TRUE, .example = "职业培训人次",
    .note = N_ ("By name or id, such as training") },
  { "任务数", SZ_FIELD_TEXT, .required = TRUE, .example = "3000",
    .note = N_ ("Of a ratio 0.98 or 98%") },
  { "责任处室", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTargetRow, office), .example = "培训处" },
  { "文号", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTargetRow, document), .example = "某人社函〔2025〕1号" },
  { "备注", SZ_FIELD_TEXT, SZ_FIELD_AT (SzTargetRow, note), .example = "" },
};

static gboolean
resolve_target (SzImportRun *run, gpointer data, GError **error)
{
  SzTargetRow *row = data;
  int field = sz_import_field (run, "任务数");
  const SzWatchIndicator *indicator = read_indicator (run, &row->indicator, TRUE);
  g_autofree char *text = NULL;

  if (indicator != NULL && sz_import_read_text (run, (guint)field, &text)
      && !sz_indicator_parse_goal (indicator->indicator.kind, text, &row->goal))
    sz_import_fail (run, "number.invalid", (guint)field, text);
  return TRUE;
}

static char *
name_indicator (const char *id)
{
  const SzIndicator *indicator = sz_indicator_find (id);

  /* The college's own are read by their ids too. */
  return g_strdup (indicator != NULL ? indicator->name : id);
}

static char *
write_target (GHashTable *people, gconstpointer data, const char *heading)
{
  const SzTargetRow *row = data;
  const SzIndicator *indicator = sz_indicator_find (row->indicator);

  if (g_str_equal (heading, "指标"))
    return name_indicator (row->indicator);
  return sz_decimal_format (row->goal, indicator != NULL && indicator->kind == SZ_INDICATOR_RATIO
                                           ? SZ_RATIO_DECIMALS
                                           : 0);
}

static const SzImportHooks target_hooks = {
  .begin = begin_kind,
  .end = end_kind,
  .resolve = resolve_target,
  .written = write_target,
};

const SzImportKind sz_import_kind_targets
    = { "targets", "目标任务分解", SZ_IMPORT_FIELDS (target_fields), .type = &sz_target_type,
        .hooks = &target_hooks };

#define AT(member) SZ_FIELD_AT (SzEntryRow, entry.member)

static const SzImportField entry_fields[] = {
  { "年度", SZ_FIELD_YEAR, AT (year), .required = TRUE, .example = "2025" },
  { "指标", SZ_FIELD_TEXT, .required = TRUE, .example = "年招生人数",
    .note = N_ ("By name or id, such as training") },
  { "期间", SZ_FIELD_TEXT, AT (period), .required = TRUE, .example = "一季度",
    .note = N_ ("A month, 一季度, 上半年, 春季, 全年 or a date") },
  { "本期完成", SZ_FIELD_TEXT, .example = "120", .note = N_ ("Of the period alone") },
  { "累计完成", SZ_FIELD_TEXT, .example = "", .note = N_ ("Of the year up to the period's end") },
  { "基数", SZ_FIELD_COUNT, .example = "", .note = N_ ("Only of ratios") },
  { "佐证", SZ_FIELD_TEXT, AT (evidence), .example = "录取名册" },
  { "备注", SZ_FIELD_TEXT, AT (note), .example = "" },
};

/* Whole numbers, an increment with a sign. */
static gboolean
read_number (SzImportRun *run, const char *heading, gboolean with_sign, gint64 *number)
{
  int field = sz_import_field (run, heading);
  g_autofree char *text = NULL;

  if (!sz_import_read_text (run, (guint)field, &text))
    return FALSE;
  if (sz_decimal_parse (text, 0, number, NULL) && (with_sign || *number >= 0)
      && ABS (*number) <= G_GINT64_CONSTANT (1000000000000))
    return TRUE;
  return sz_import_fail (run, "number.invalid", (guint)field, text);
}

/* The first fault only, in the order of the rule. */
static gboolean
resolve_entry (SzImportRun *run, gpointer data, GError **error)
{
  SzEntry *entry = &((SzEntryRow *)data)->entry;
  State *state = run->state;
  const guint period_field = (guint)sz_import_field (run, "期间");
  const gboolean has_increment = sz_import_has (run, (guint)sz_import_field (run, "本期完成"));
  const gboolean has_cumulative = sz_import_has (run, (guint)sz_import_field (run, "累计完成"));
  const gboolean has_base = sz_import_has (run, (guint)sz_import_field (run, "基数"));
  const SzWatchIndicator *indicator = read_indicator (run, &entry->indicator, FALSE);
  const char *fault;

  if (indicator == NULL)
    return TRUE;
  if (!sz_period_parse (entry->period, entry->year,
                        (const SzTerm *)(gpointer)state->rules->terms->data,
                        state->rules->terms->len, &entry->from, &entry->to))
    {
      sz_import_fail (run, "period.invalid", period_field, entry->period);
      return TRUE;
    }
  fault = sz_entry_fault (indicator->indicator.kind, has_increment, has_cumulative, has_base);
  if (fault != NULL)
    {
      gboolean about_base = g_str_equal (fault, "entry.base");

      sz_import_fail (run, fault, about_base ? (guint)sz_import_field (run, "基数") : period_field,
                      about_base ? NULL : entry->period);
      return TRUE;
    }
  entry->cumulative = has_cumulative;
  read_number (run, has_cumulative ? "累计完成" : "本期完成", !has_cumulative, &entry->number);
  if (has_base)
    read_number (run, "基数", FALSE, &entry->base);
  return TRUE;
}

static char *
write_entry (GHashTable *people, gconstpointer data, const char *heading)
{
  const SzEntry *entry = &((const SzEntryRow *)data)->entry;
  const SzIndicator *indicator = sz_indicator_find (entry->indicator);
  const gboolean is_ratio = indicator != NULL && indicator->kind == SZ_INDICATOR_RATIO;

  if (g_str_equal (heading, "指标"))
    return name_indicator (entry->indicator);
  if (g_str_equal (heading, "基数"))
    return is_ratio ? sz_decimal_format (entry->base, 0) : g_strdup ("");
  if (g_str_equal (heading, "累计完成") != entry->cumulative)
    return g_strdup ("");
  return sz_decimal_format (entry->number, 0);
}

static void
find_overlap (SzImportRun *run, const SzEntry *entry, guint row)
{
  g_autofree char *where = sz_import_dup_where (row);

  sz_import_find (run, SZ_SEVERITY_ERROR, "entry.overlap", sz_import_field (run, "期间"),
                  entry->period, "where", where, NULL);
}

/* RULE tgt-4: against the stored entries, but one that it replaces, and the faultless rows above.
 */
static gboolean
check_entry (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzEntry *entry = &((const SzEntryRow *)data)->entry;
  State *state = run->state;
  SzEntry copy = *entry;
  guint row = run->row->number;

  for (guint i = 0; i < state->stored->len; i++)
    if (run->replaces == 0
        && sz_entry_same_period (&g_array_index (state->stored, SzEntryRow, i).entry, entry)
        && !run->request->update)
      return TRUE;
  for (guint i = 0; i < state->stored->len; i++)
    {
      const SzEntry *other = &g_array_index (state->stored, SzEntryRow, i).entry;

      if (g_array_index (state->stored, SzEntryRow, i).id == run->replaces
          || sz_entry_same_period (other, entry) || !sz_entry_overlaps (other, entry))
        continue;
      find_overlap (run, entry, 0);
      return TRUE;
    }
  for (guint i = 0; i < state->above->len; i++)
    if (sz_entry_overlaps (&g_array_index (state->above, SzEntry, i), entry))
      {
        find_overlap (run, entry, g_array_index (state->rows, guint, i));
        return TRUE;
      }
  copy.indicator = g_strdup (entry->indicator);
  g_ptr_array_add (state->texts, copy.indicator);
  g_array_append_val (state->above, copy);
  g_array_append_val (state->rows, row);
  return TRUE;
}

static const SzImportHooks entry_hooks = {
  .begin = begin_kind,
  .end = end_kind,
  .resolve = resolve_entry,
  .check_row = check_entry,
  .written = write_entry,
};

const SzImportKind sz_import_kind_target_entries
    = { "target-entries", "目标进度填报", SZ_IMPORT_FIELDS (entry_fields), .type = &sz_entry_type,
        .hooks = &entry_hooks };
