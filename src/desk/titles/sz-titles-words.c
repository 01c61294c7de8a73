/* sz-titles-words.c — verdicts, paths and conditions in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-titles-words.h"

#include <glib/gi18n.h>

#include "sz-register.h"

/* The register that a missing fact is entered in; NULL: none. */
static const char *const registers[SZ_N_TITLE_CONDITION_KINDS] = {
  [SZ_TITLE_CONDITION_EDUCATION] = "education",
  [SZ_TITLE_CONDITION_DEGREE] = "education",
  [SZ_TITLE_CONDITION_TITLE_YEARS] = "appointments",
  [SZ_TITLE_CONDITION_ASSESSMENTS] = "assessments",
  [SZ_TITLE_CONDITION_HOURS] = "yearly-hours",
  [SZ_TITLE_CONDITION_SKILL] = "certificates",
  [SZ_TITLE_CONDITION_CERTIFICATE] = "certificates",
  [SZ_TITLE_CONDITION_ADVISER] = "roles",
  [SZ_TITLE_CONDITION_FURTHER] = "further-education",
  [SZ_TITLE_CONDITION_PRACTICE] = "practice",
  [SZ_TITLE_CONDITION_ACHIEVEMENTS] = "achievements",
  [SZ_TITLE_CONDITION_HONOUR] = "achievements",
};

/* What stands in the person's own records too, or is added up: 学历, 职称, 课时. */
static gboolean
is_of_person (SzTitleConditionKind kind)
{
  return kind == SZ_TITLE_CONDITION_EDUCATION || kind == SZ_TITLE_CONDITION_DEGREE
         || kind == SZ_TITLE_CONDITION_TITLE_YEARS || kind == SZ_TITLE_CONDITION_HOURS;
}

/* Where the rows stand that gave the value: the register, or the person. */
static void
set_source (SzField *field, const SzTitleConditionResult *result, const char *staff_no)
{
  const char *word = registers[result->condition->kind];
  const gboolean person
      = word == NULL || is_of_person (result->condition->kind) || sz_register_find (word) == NULL;
  g_autofree char *place = person ? g_strconcat ("people?", staff_no, NULL)
                                  : g_strdup_printf ("registers:register-%s?%s", word, staff_no);

  if (result->n_sources > 0)
    sz_field_set_place (field, place);
}

/* "✗ 年限" and "51 of 60 月, 9 short, met on 2026-09-15 ← 职称证书.csv 12". */
static void
add_condition (GPtrArray *fields,
               const SzTitleRound *round,
               const SzTitleConditionResult *result,
               const char *staff_no,
               int depth)
{
  g_autofree char *title
      = g_strdup_printf ("%*s%s %s", depth * 3, "", sz_title_condition_mark (result),
                         result->condition->id);
  g_autofree char *text = sz_title_condition_words (round, result);
  SzField *field;

  field = sz_fields_add (fields, title, text);
  if (field != NULL && result->verdict == SZ_VERDICT_UNMET)
    field->style = "error";
  else if (field != NULL && result->verdict == SZ_VERDICT_UNKNOWN)
    field->style = "warning";
  if (field != NULL)
    set_source (field, result, staff_no);
  for (guint i = 0; i < result->n_members; i++)
    add_condition (fields, round, result->members[i], staff_no, depth + 1);
}

/* What nobody knows can be looked at and confirmed by hand. */
static void
offer_confirmation (GPtrArray *fields, const SzTitleConditionResult *result, const char *action)
{
  g_autoptr (GVariant) id = g_variant_ref_sink (g_variant_new_string (result->condition->id));
  g_autofree char *target = g_variant_print (id, FALSE);

  sz_field_set_button (
      sz_fields_add_note (fields, _ ("No sheet tells it: look at the papers and confirm it.")),
      g_strdup_printf ("%s(%s)", action, target), "emblem-ok-symbolic",
      _ ("Confirm the condition…"));
}

/* 补录: what is not met or not known may only not have been entered; of a group each of its
 * members.
 */
static void
offer_entry (GPtrArray *fields, const SzTitleConditionResult *result, const char *staff_no)
{
  const char *word = registers[result->condition->kind];

  for (guint i = 0; i < result->n_members; i++)
    offer_entry (fields, result->members[i], staff_no);
  if (word != NULL && result->verdict != SZ_VERDICT_MET && sz_register_find (word) != NULL)
    {
      g_autoptr (GVariant) what = g_variant_ref_sink (g_variant_new ("(ss)", word, staff_no));
      g_autofree char *target = g_variant_print (what, FALSE);
      g_autofree char *text
          = g_strdup_printf (_ ("%s: is something not entered yet?"), result->condition->id);

      sz_field_set_button (sz_fields_add_note (fields, text),
                           g_strdup_printf ("titles.enter-fact(%s)", target), "list-add-symbolic",
                           _ ("Enter what is missing…"));
    }
}

static void
add_path (GPtrArray *fields,
          const SzTitleRound *round,
          const SzPathResult *path,
          const char *staff_no,
          gboolean best)
{
  g_autofree char *heading
      = g_strdup_printf ("%s%s %s · %s", best ? "★ " : "", path->path->id, path->path->name,
                         sz_title_verdict_name (path->verdict));

  sz_fields_add_heading (fields, heading);
  for (guint i = 0; i < path->n_conditions; i++)
    add_condition (fields, round, path->conditions[i], staff_no, 0);
}

void
sz_titles_add_best (GPtrArray *fields,
                    const SzTitleRound *round,
                    const SzTargetResult *target,
                    const char *staff_no)
{
  g_return_if_fail (fields != NULL && round != NULL && target != NULL && staff_no != NULL);
  if (target->best >= 0)
    add_path (fields, round, &target->paths[target->best], staff_no, TRUE);
}

void
sz_titles_add_target (GPtrArray *fields,
                      const SzTitleRound *round,
                      const SzTargetResult *target,
                      const char *staff_no,
                      const char *confirm)
{
  g_return_if_fail (fields != NULL && round != NULL && target != NULL);

  sz_fields_add (fields, _ ("Applies for"), target->target->title);
  sz_fields_add (fields, _ ("Verdict"), sz_title_verdict_name (target->verdict));
  sz_fields_add (fields, _ ("By the standard"), target->standard->name);
  for (int bar = 0; bar < SZ_N_BARS; bar++)
    if (target->bars & 1u << bar)
      sz_fields_add (fields, _ ("Barred by"), sz_title_bar_name (bar));
  sz_titles_add_best (fields, round, target, staff_no);
  for (guint i = 0;
       confirm != NULL && target->best >= 0 && i < target->paths[target->best].n_conditions; i++)
    if (target->paths[target->best].conditions[i]->verdict == SZ_VERDICT_UNKNOWN)
      offer_confirmation (fields, target->paths[target->best].conditions[i], confirm);
  for (guint i = 0; target->best >= 0 && i < target->paths[target->best].n_conditions; i++)
    offer_entry (fields, target->paths[target->best].conditions[i], staff_no);
  for (guint i = 0; i < target->n_paths; i++)
    if ((int)i != target->best)
      add_path (fields, round, &target->paths[i], staff_no, FALSE);
}

char *
sz_titles_dup_lacks (const SzTargetResult *target, SzDate *met_on)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const SzPathResult *path = target->best >= 0 ? &target->paths[target->best] : NULL;

  g_return_val_if_fail (met_on != NULL, NULL);

  *met_on = SZ_DATE_NONE;
  for (guint i = 0; path != NULL && i < path->n_conditions; i++)
    {
      const SzTitleConditionResult *result = path->conditions[i];
      const char *between = text->len > 0 ? _ ("; ") : "";

      if (result->verdict == SZ_VERDICT_MET)
        continue;
      if (result->lacking != NULL)
        g_string_append_printf (text, _ ("%s%s %s %s short"), between, result->condition->id,
                                result->lacking, result->unit);
      else
        g_string_append_printf (text, "%s%s%s", between, result->condition->id,
                                result->verdict == SZ_VERDICT_UNKNOWN ? "?" : "");
      *met_on = MAX (*met_on, result->met_on);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
