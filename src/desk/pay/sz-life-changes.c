/* sz-life-changes.c — the inputs that changed since a run was computed, as a tab (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-life-lists.h"
#include "sz-when.h"

enum
{
  CHANGE_KIND,
  CHANGE_STAFF_NO,
  CHANGE_ITEM,
  CHANGE_BEFORE,
  CHANGE_AFTER,
  CHANGE_BY,
  CHANGE_AT,
};

/* What kinds and items are called; parameters, departments and roles go by their own names. */
static const char *
get_word (const char *code)
{
  static const char *const words[][2] = {
    { "departments", N_ ("Department coefficient") },
    { "people", N_ ("Person") },
    { "teaching", N_ ("Teaching") },
    { "training", N_ ("Training") },
    { "assessments", N_ ("Assessment") },
    { "quotas", N_ ("Quota") },
    { "awards", N_ ("Award points") },
    { "roles", N_ ("Role") },
    { "factors", N_ ("Factor") },
    { "talents", N_ ("Talent contract") },
    { "leaves", N_ ("Leave") },
    { "param", N_ ("Parameter") },
    { "department", N_ ("Department") },
    { "employment", N_ ("Employment") },
    { "post", N_ ("Post") },
    { "full_time", N_ ("Full-time teacher") },
    { "pay_regime", N_ ("Pay regime") },
    { "service", N_ ("Service") },
    { "person", N_ ("came or went") },
    { "grade", N_ ("Grade") },
    { "award", N_ ("Points") },
    { "quota", N_ ("Hours") },
    { "row", N_ ("Row") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i][0], code) == 0)
      return _ (words[i][1]);
  return code;
}

static gboolean
is_stale (const SzRunLife *life)
{
  return life->changes->len > 0;
}

static guint
count_changes (const SzRunLife *life)
{
  return life->changes->len;
}

static const SzPayChange *
get_change (const SzRunLife *life, guint row)
{
  return &g_array_index (life->changes, SzPayChange, row);
}

static const char *
get_text (const SzPayChange *change, guint column)
{
  switch (column)
    {
    case CHANGE_KIND:
      return get_word (change->kind);
    case CHANGE_STAFF_NO:
      return change->staff_no;
    case CHANGE_ITEM:
      return get_word (change->item);
    case CHANGE_BEFORE:
      return change->before;
    case CHANGE_AFTER:
      return change->after;
    case CHANGE_BY:
      return change->who;
    case CHANGE_AT:
    default:
      return change->at;
    }
}

static char *
write_change (const SzRunLife *life, guint row, guint column)
{
  const char *text = get_text (get_change (life, row), column);

  if (text == NULL || *text == '\0')
    return g_strdup ("—");
  return column == CHANGE_AT ? sz_when_format (text) : g_strdup (text);
}

static int
compare_changes (const SzRunLife *life, guint a, guint b, guint column)
{
  const SzPayChange *one = get_change (life, a);
  const SzPayChange *other = get_change (life, b);

  return column == CHANGE_KIND ? one->rank - other->rank
                               : g_strcmp0 (get_text (one, column), get_text (other, column));
}

static char *
foot_changes (const SzRunLife *life)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u input changed since this run was computed",
                                       "%u inputs changed since this run was computed",
                                       life->changes->len),
                          life->changes->len);
}

static const SzFigureColumn change_columns[]
    = { { .title = N_ ("Kind"), .width = 84 },
        { .title = N_ ("Staff no."), .width = 64, .code = TRUE },
        { .title = N_ ("Item"), .width = 84, .expand = TRUE },
        { .title = N_ ("Before"), .width = 100, .expand = TRUE },
        { .title = N_ ("After"), .width = 100, .expand = TRUE },
        { .title = N_ ("By"), .width = 64 },
        { .title = N_ ("When"), .width = 100 } };

static const SzLifeButton change_buttons[] = { { N_ ("_Open the Person"), "pay.open-changed" },
                                               { N_ ("_Compare with Today"), "pay.compare-today" },
                                               { NULL, NULL } };

const SzLifeList sz_life_changes = { .name = "changes",
                                     .title = N_ ("What Changed"),
                                     .empty = N_ ("Nothing changed since the run was computed."),
                                     .columns = change_columns,
                                     .n_columns = G_N_ELEMENTS (change_columns),
                                     .buttons = change_buttons,
                                     .there = is_stale,
                                     .count = count_changes,
                                     .write = write_change,
                                     .compare = compare_changes,
                                     .foot = foot_changes,
                                     .opens = "pay.open-changed" };
