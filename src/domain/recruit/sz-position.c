/* sz-position.c — the grammar of a post's cells (RULE rec-15), places and the check list (rec-1,
 * rec-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-position.h"

#include <string.h>

#include "sz-text.h"

#define STAGE_MARK "→"
#define FULL_MARK_X100 10000
#define PERCENT_DECIMALS 2

typedef struct
{
  SzPositionFaultFn fault;
  gpointer user_data;
  gboolean good;
} Reader;

static void
tell (Reader *reader, SzPositionCell cell, const char *code)
{
  reader->good = FALSE;
  if (reader->fault != NULL)
    reader->fault (cell, code, reader->user_data);
}

static gboolean
is_separator (gunichar c)
{
  return c == '+' || c == ';' || c == ',' || c == '/' || c == '\n' || c == '\r'
         || c == 0x3001 /* 、 */;
}

/* Parts between separators; a stage mark stands by itself. */
static GPtrArray *
split_parts (const char *folded)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);
  g_autofree char *marked = NULL;
  g_auto (GStrv) arrows = g_strsplit (folded, "->", -1);

  marked = g_strjoinv (STAGE_MARK, arrows);
  for (const char *p = marked;; p = g_utf8_next_char (p))
    {
      const gboolean arrow = g_str_has_prefix (p, STAGE_MARK);

      if (*p != '\0' && !arrow && !is_separator (g_utf8_get_char (p)))
        {
          g_string_append_unichar (part, g_utf8_get_char (p));
          continue;
        }
      g_strstrip (part->str);
      if (*part->str != '\0')
        g_ptr_array_add (parts, g_strdup (part->str));
      g_string_truncate (part, 0);
      if (arrow)
        g_ptr_array_add (parts, g_strdup (STAGE_MARK));
      if (*p == '\0')
        return parts;
    }
}

/* Cuts the number off the end of "面试:50%"; the name stays. FALSE when there is no number. */
static char *
cut_number (char *part, gboolean *percent)
{
  char *end = part + strlen (part);
  char *start;
  char *number;

  *percent = end > part && end[-1] == '%';
  if (*percent)
    *--end = '\0';
  while (end > part && g_ascii_isspace (end[-1]))
    *--end = '\0';
  for (start = end; start > part && (g_ascii_isdigit (start[-1]) || start[-1] == '.');)
    start--;
  if (start == end)
    return NULL;
  number = g_strdup (start);
  *start = '\0';
  g_strchomp (part);
  end = part + strlen (part);
  if (g_str_has_suffix (part, "×"))
    end -= strlen ("×");
  else if (end > part && (end[-1] == ':' || end[-1] == '*'))
    end--;
  *end = '\0';
  g_strstrip (part);
  return number;
}

/* A number over 1 or with % is percent. */
static gboolean
read_weight (const char *number, gboolean percent, gint64 *weight_x1e4)
{
  if (!percent && sz_decimal_parse (number, SZ_RATIO_DECIMALS, weight_x1e4, NULL)
      && *weight_x1e4 <= SZ_RATIO_ONE)
    return TRUE;
  return sz_decimal_parse (number, PERCENT_DECIMALS, weight_x1e4, NULL);
}

int
sz_exam_plan_find (const SzExamPlan *plan, const char *name)
{
  g_return_val_if_fail (plan != NULL && name != NULL, -1);
  for (guint i = 0; i < plan->n_components; i++)
    if (strcmp (plan->components[i].name, name) == 0)
      return (int)i;
  return -1;
}

static gboolean
add_component (SzExamPlan *plan, const char *name, gint64 weight_x1e4, guint stage)
{
  if (*name == '\0' || plan->n_components == SZ_COMPONENTS_MAX
      || sz_exam_plan_find (plan, name) >= 0 || strcmp (name, SZ_COMPONENT_EXTRA) == 0
      || strcmp (name, SZ_COMPONENT_TOTAL) == 0)
    return FALSE;
  plan->components[plan->n_components++]
      = (SzExamComponent){ .name = g_strdup (name), .weight_x1e4 = weight_x1e4, .stage = stage };
  return TRUE;
}

static gboolean
read_components (SzExamPlan *plan, const char *folded, gboolean *staged)
{
  g_autoptr (GPtrArray) parts = split_parts (folded);
  guint stage = 0;
  guint before = 0;

  *staged = FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      char *part = g_ptr_array_index (parts, i);
      g_autofree char *number = NULL;
      gboolean percent;
      gint64 weight;

      if (strcmp (part, STAGE_MARK) == 0)
        {
          if (plan->n_components == before)
            return FALSE;
          before = plan->n_components;
          stage++;
          *staged = TRUE;
          continue;
        }
      number = cut_number (part, &percent);
      if (number == NULL || !read_weight (number, percent, &weight)
          || !add_component (plan, part, weight, stage))
        return FALSE;
    }
  plan->n_stages = stage + 1;
  return plan->n_components > before;
}

static gboolean
is_two_stages (SzExamOrder order)
{
  return order == SZ_ORDER_INTERVIEW_FIRST || order == SZ_ORDER_WRITTEN_FIRST;
}

/* What an empty 成绩构成 means. */
static void
take_usual_components (SzExamPlan *plan, const SzPositionCells *cells, const SzExamRules *rules)
{
  if (is_two_stages (plan->order))
    {
      add_component (plan, SZ_COMPONENT_INTERVIEW, rules->weight_interview_x1e4, 0);
      add_component (plan, SZ_COMPONENT_WRITTEN, SZ_RATIO_ONE - rules->weight_interview_x1e4, 0);
    }
  else if (plan->order == SZ_ORDER_INTERVIEW_ONLY)
    add_component (plan,
                   cells->way == SZ_WAY_EXPERTS ? SZ_COMPONENT_EXPERTS : SZ_COMPONENT_INTERVIEW,
                   SZ_RATIO_ONE, 0);
}

/* The order of the two papers, where no arrows part them. */
static void
part_stages (SzExamPlan *plan)
{
  const guint written = plan->order == SZ_ORDER_WRITTEN_FIRST ? 0 : 1;

  plan->n_stages = 1;
  if (!is_two_stages (plan->order))
    return;
  plan->n_stages = 2;
  for (guint i = 0; i < plan->n_components; i++)
    plan->components[i].stage
        = strcmp (plan->components[i].name, SZ_COMPONENT_WRITTEN) == 0 ? written : 1 - written;
}

/* RULE rec-15, rec-4 */
static void
take_components (SzExamPlan *plan,
                 const SzPositionCells *cells,
                 const SzExamRules *rules,
                 Reader *reader)
{
  g_autofree char *folded = sz_text_fold (cells->components);
  gboolean staged = FALSE;
  gint64 sum = 0;

  if (plan->order == SZ_ORDER_ASSESSMENT)
    return;
  if (*folded == '\0')
    take_usual_components (plan, cells, rules);
  else if (!read_components (plan, folded, &staged))
    {
      tell (reader, SZ_CELL_COMPONENTS, "position.components");
      return;
    }
  if (!staged)
    part_stages (plan);
  if (is_two_stages (plan->order)
      && (sz_exam_plan_find (plan, SZ_COMPONENT_WRITTEN) < 0 || plan->n_components < 2))
    tell (reader, SZ_CELL_COMPONENTS, "position.components");
  for (guint i = 0; i < plan->n_components; i++)
    sum += plan->components[i].weight_x1e4;
  if (sum != SZ_RATIO_ONE)
    tell (reader, SZ_CELL_COMPONENTS, "position.weights");
}

static gboolean
read_score (const char *text, gint64 *score_x100)
{
  return sz_decimal_parse (text, SZ_HOURS_DECIMALS, score_x100, NULL) && *score_x100 >= 0
         && *score_x100 <= FULL_MARK_X100;
}

static void
cut_suffix (char *text, const char *suffix)
{
  if (g_str_has_suffix (text, suffix))
    text[strlen (text) - strlen (suffix)] = '\0';
  g_strchomp (text);
}

/* One number for all, or 笔试55+面试65; 总成绩 names the total. */
static void
take_lines (SzExamPlan *plan,
            const SzPositionCells *cells,
            const SzExamRules *rules,
            Reader *reader)
{
  g_autofree char *folded = sz_text_fold (cells->lines);
  g_autoptr (GPtrArray) parts = split_parts (folded);

  for (guint i = 0; i < plan->n_components; i++)
    plan->components[i].line_x100 = strcmp (plan->components[i].name, SZ_COMPONENT_WRITTEN) == 0
                                        ? rules->written_pass_x100
                                        : rules->interview_pass_x100;
  for (guint i = 0; i < parts->len; i++)
    {
      char *part = g_ptr_array_index (parts, i);
      g_autofree char *number = NULL;
      gboolean percent;
      gint64 line;
      int component;

      cut_suffix (part, "分");
      number = cut_number (part, &percent);
      if (number == NULL || percent || !read_score (number, &line))
        {
          tell (reader, SZ_CELL_LINES, "number.invalid");
          return;
        }
      component = sz_exam_plan_find (plan, part);
      if (*part == '\0')
        for (guint j = 0; j < plan->n_components; j++)
          plan->components[j].line_x100 = line;
      else if (strcmp (part, SZ_COMPONENT_TOTAL) == 0)
        {
          plan->has_total_line = TRUE;
          plan->total_line_x100 = line;
        }
      else if (component >= 0)
        plan->components[component].line_x100 = line;
      else
        tell (reader, SZ_CELL_LINES, "component.unknown");
    }
}

static gboolean
read_items (SzExamPlan *plan, const char *folded)
{
  g_autoptr (GPtrArray) parts = split_parts (folded);
  gint64 sum = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      char *part = g_ptr_array_index (parts, i);
      g_autofree char *number = NULL;
      gboolean percent;
      gint64 full;

      cut_suffix (part, "分");
      number = cut_number (part, &percent);
      if (number == NULL || *part == '\0' || plan->n_items == SZ_ITEMS_MAX
          || !read_score (number, &full) || full == 0)
        return FALSE;
      for (guint j = 0; j < plan->n_items; j++)
        if (strcmp (plan->items[j].name, part) == 0)
          return FALSE;
      plan->items[plan->n_items++] = (SzExamItem){ g_strdup (part), full };
      sum += full;
    }
  return sum == FULL_MARK_X100;
}

static void
take_items (SzExamPlan *plan, const SzPositionCells *cells, Reader *reader)
{
  g_autofree char *folded = sz_text_fold (cells->items);

  if (*folded != '\0'
      && (!read_items (plan, folded) || sz_exam_plan_find (plan, SZ_COMPONENT_INTERVIEW) < 0))
    tell (reader, SZ_CELL_ITEMS, "position.items");
}

static void
add_tie (SzExamPlan *plan, const char *name)
{
  const int component = sz_exam_plan_find (plan, name);

  if (component >= 0 && plan->n_ties < SZ_TIES_MAX)
    plan->ties[plan->n_ties++] = (guint)component;
}

/* RULE rec-5: names between > 、 and commas; those the post does not have are passed over. */
static void
take_ties (SzExamPlan *plan, const SzPositionCells *cells, const SzExamRules *rules)
{
  g_autofree char *folded = sz_text_fold (cells->tie);
  g_auto (GStrv) names = NULL;

  if (*folded == '\0')
    {
      for (const char *const *name = rules->tie; name != NULL && *name != NULL; name++)
        add_tie (plan, *name);
      return;
    }
  for (char *p = folded; *p != '\0'; p++)
    if (*p == '>')
      *p = ',';
  names = g_regex_split_simple ("[,、;]", folded, 0, 0);
  for (char **name = names; *name != NULL; name++)
    add_tie (plan, g_strstrip (*name));
}

/* 3:1, 1:3 and 3: the larger over the smaller. */
static gboolean
read_ratio (const char *folded, gint64 *ratio_x1e4)
{
  g_auto (GStrv) sides = g_strsplit (folded, ":", 2);
  gint64 left;
  gint64 right = SZ_RATIO_ONE;

  if (sides[0] == NULL || !sz_decimal_parse (sides[0], SZ_RATIO_DECIMALS, &left, NULL)
      || (sides[1] != NULL && !sz_decimal_parse (sides[1], SZ_RATIO_DECIMALS, &right, NULL)))
    return FALSE;
  if (left <= 0 || right <= 0)
    return FALSE;
  if (sides[1] == NULL)
    *ratio_x1e4 = left;
  else if (!sz_decimal_div_round ((SzWide)MAX (left, right) * SZ_RATIO_ONE, MIN (left, right),
                                  ratio_x1e4, NULL))
    return FALSE;
  return TRUE;
}

static void
take_multiple (
    const char *cell, SzPositionCell place, gint64 usual, gint64 *multiple_x1e4, Reader *reader)
{
  g_autofree char *folded = sz_text_fold (cell);

  *multiple_x1e4 = usual;
  if (*folded != '\0' && !read_ratio (folded, multiple_x1e4))
    tell (reader, place, "number.invalid");
}

/* RULE rec-1: a ratio below the usual one, or none, needs an approval number. */
static void
take_ratio (SzExamPlan *plan,
            const SzPositionCells *cells,
            const SzExamRules *rules,
            Reader *reader)
{
  g_autofree char *folded = sz_text_fold (cells->open_ratio);
  g_autofree char *approval = sz_text_fold (cells->approval);
  const gboolean free_of_it = cells->way == SZ_WAY_ASSESSMENT || cells->way == SZ_WAY_TALENT
                              || cells->way == SZ_WAY_PARTTIME;
  const gboolean named = *folded != '\0' && strcmp (folded, "不设") != 0;

  plan->has_ratio = named || (*folded == '\0' && !free_of_it);
  plan->ratio_x1e4 = plan->has_ratio ? rules->open_ratio_x1e4 : 0;
  if (named && !read_ratio (folded, &plan->ratio_x1e4))
    tell (reader, SZ_CELL_RATIO, "number.invalid");
  else if (!free_of_it && *approval == '\0'
           && (!plan->has_ratio || plan->ratio_x1e4 < rules->open_ratio_x1e4))
    tell (reader, SZ_CELL_RATIO, "position.ratio_unapproved");
}

static void
take_thin_pass (SzExamPlan *plan,
                const SzPositionCells *cells,
                const SzExamRules *rules,
                Reader *reader)
{
  g_autofree char *folded = sz_text_fold (cells->thin_pass);

  cut_suffix (folded, "分");
  plan->has_thin_pass = rules->has_thin_pass || *folded != '\0';
  plan->thin_pass_x100 = rules->thin_pass_x100;
  if (*folded != '\0' && !read_score (folded, &plan->thin_pass_x100))
    tell (reader, SZ_CELL_THIN_PASS, "number.invalid");
}

SzExamOrder
sz_exam_order_of (SzRecruitWay way, SzExamOrder usual)
{
  switch (way)
    {
    case SZ_WAY_OPEN:
      return usual;
    case SZ_WAY_INTERVIEW:
    case SZ_WAY_EXPERTS:
      return SZ_ORDER_INTERVIEW_ONLY;
    case SZ_WAY_ASSESSMENT:
    case SZ_WAY_TALENT:
    case SZ_WAY_PARTTIME:
    default:
      return SZ_ORDER_ASSESSMENT;
    }
}

/* RULE rec-15 */
gboolean
sz_exam_plan_read (const SzPositionCells *cells,
                   const SzExamRules *rules,
                   SzExamPlan *plan,
                   SzPositionFaultFn fault,
                   gpointer user_data)
{
  Reader reader = { fault, user_data, TRUE };

  g_return_val_if_fail (cells != NULL && rules != NULL && plan != NULL, FALSE);
  *plan = (SzExamPlan){ .places = cells->places,
                        .check_round = cells->has_round ? cells->round : rules->check_round,
                        .trim = rules->trim,
                        .trim_by_item = rules->trim_by_item,
                        .substitutes_x = rules->substitutes_x };
  plan->order = cells->has_order ? cells->order : sz_exam_order_of (cells->way, rules->exam_order);
  take_components (plan, cells, rules, &reader);
  if (plan->n_components > 0 || plan->order == SZ_ORDER_ASSESSMENT)
    {
      take_lines (plan, cells, rules, &reader);
      take_items (plan, cells, &reader);
      take_ties (plan, cells, rules);
    }
  take_ratio (plan, cells, rules, &reader);
  take_multiple (cells->enter, SZ_CELL_ENTER, rules->enter_multiple_x1e4, &plan->enter_x1e4,
                 &reader);
  take_multiple (cells->check, SZ_CELL_CHECK, rules->check_multiple_x1e4, &plan->check_x1e4,
                 &reader);
  take_thin_pass (plan, cells, rules, &reader);
  return reader.good;
}

void
sz_exam_plan_clear (SzExamPlan *plan)
{
  g_return_if_fail (plan != NULL);
  for (guint i = 0; i < plan->n_components; i++)
    g_free (plan->components[i].name);
  for (guint i = 0; i < plan->n_items; i++)
    g_free (plan->items[i].name);
  *plan = (SzExamPlan){ 0 };
}

static void
append_part (GString *text, const SzExamComponent *component)
{
  g_autofree char *percent = sz_decimal_format (component->weight_x1e4, PERCENT_DECIMALS);

  if (g_str_has_suffix (percent, ".00"))
    percent[strlen (percent) - strlen (".00")] = '\0';
  g_string_append_printf (text, "%s%s%%", component->name, percent);
}

char *
sz_exam_plan_describe (const SzExamPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean as_ordered = TRUE;

  g_return_val_if_fail (plan != NULL, NULL);
  if (is_two_stages (plan->order) && plan->n_stages == 2)
    for (guint i = 0; i < plan->n_components; i++)
      {
        const gboolean written = strcmp (plan->components[i].name, SZ_COMPONENT_WRITTEN) == 0;
        const gboolean first = plan->order == SZ_ORDER_WRITTEN_FIRST ? written : !written;

        as_ordered &= (plan->components[i].stage == 0) == first;
      }
  else
    as_ordered = plan->n_stages <= 1;
  for (guint i = 0; i < plan->n_components; i++)
    {
      const SzExamComponent *component = &plan->components[i];

      if (i > 0)
        g_string_append (text,
                         !as_ordered && component->stage != component[-1].stage ? STAGE_MARK : "+");
      append_part (text, component);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* RULE rec-1 */
gint64
sz_exam_places (const SzExamPlan *plan, gint64 qualified)
{
  g_return_val_if_fail (plan != NULL && qualified >= 0, 0);
  if (!plan->has_ratio)
    return MIN (plan->places, qualified);
  if ((SzWide)qualified * SZ_RATIO_ONE >= (SzWide)plan->ratio_x1e4 * plan->places)
    return plan->places;
  return qualified * SZ_RATIO_ONE / plan->ratio_x1e4;
}

/* RULE rec-6 */
gint64
sz_exam_check_count (const SzExamPlan *plan, gint64 places)
{
  gint64 count = 0;

  g_return_val_if_fail (plan != NULL && places >= 0, 0);
  if (plan->order == SZ_ORDER_ASSESSMENT)
    return places;
  if (plan->check_round == SZ_ROUND_UP)
    sz_decimal_div_ceil ((SzWide)plan->check_x1e4 * places, SZ_RATIO_ONE, &count, NULL);
  else
    sz_decimal_div_floor ((SzWide)plan->check_x1e4 * places, SZ_RATIO_ONE, &count, NULL);
  return MAX (places, count);
}
