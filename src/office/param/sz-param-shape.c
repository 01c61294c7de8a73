/* sz-param-shape.c — what the value of a parameter must look like that no rule reads yet (RULE
 * num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param-shape.h"

#include <jansson.h>

#include "sz-decimal.h"
#include "sz-money.h"

typedef struct
{
  const char *key;
  const char *words[5];
} Choice;

/* Handbook §14. */
static const Choice choices[] = {
  { "pay.entry_month_rule", { "count", "from_next" } },
  { "recruit.exam_order", { "interview_first", "written_first", "interview_only", "assessment" } },
  { "recruit.trim_by", { "total", "item" } },
  { "pt.month_rule", { "count", "by_15th" } },
  { "pt.pay_year", { "same", "previous" } },
  { "pt.comp_scope", { "gross", "gross_with_employer" } },
  { "post.rounding", { "cumulative_floor", "largest_remainder", "floor_each" } },
};

static gboolean
is_number (json_t *json)
{
  gint64 number = 0;

  if (json_is_integer (json))
    return json_integer_value (json) >= 0;
  return json_is_string (json)
         && sz_decimal_parse (json_string_value (json), SZ_RATIO_DECIMALS, &number, NULL)
         && number >= 0;
}

static gboolean
is_choice (const char *key, json_t *json)
{
  const char *text = json_string_value (json);

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].key, key))
      return text != NULL && g_strv_contains (choices[i].words, text);
  return text != NULL && *text != '\0';
}

/* A member is like the one of its name in @preset; else they are all alike, and the first one
 * stands for all. */
static gboolean
is_alike (const char *key, json_t *preset, json_t *value)
{
  const char *name = json_object_iter_key (json_object_iter (preset));
  json_t *first
      = json_is_array (preset) ? json_array_get (preset, 0) : json_object_get (preset, name);
  const char *member;
  json_t *item;
  gsize i;

  if (is_number (preset))
    return is_number (value);
  if (first == NULL && json_string_length (preset) == 0 && json_is_string (preset))
    return json_is_string (value) || json_is_integer (value);
  if (first == NULL)
    return is_choice (key, value);
  if (json_typeof (preset) != json_typeof (value)
      || json_object_size (value) + json_array_size (value) == 0)
    return FALSE;
  json_object_foreach (value, member, item)
  {
    json_t *like = json_object_get (preset, member);

    /* Words beside words may be left out. */
    if (json_is_string (like) && !is_number (like) && json_is_string (item)
        && json_string_length (item) == 0)
      continue;
    if (*member == '\0' || !is_alike (key, like != NULL ? like : first, item))
      return FALSE;
  }
  json_array_foreach (value, i, item) if (!is_alike (key, first, item)) return FALSE;
  return TRUE;
}

gboolean
sz_param_shape_fits (const char *key, const char *preset, const char *value)
{
  json_t *like = json_loads (preset, JSON_DECODE_ANY, NULL);
  json_t *json = json_loads (value, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, NULL);
  gboolean fits = like != NULL && json != NULL && is_alike (key, like, json);

  json_decref (like);
  json_decref (json);
  return fits;
}
