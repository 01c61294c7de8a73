/* sz-honour-list.c — the list of honours that open the way to direct assessment, line by line
 * (RULE rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-honour-list.h"

#include <string.h>

#include "sz-params.h"

void
sz_honour_line_clear (SzHonourLine *line)
{
  g_return_if_fail (line != NULL);

  g_free (line->code);
  g_free (line->name);
  g_free (line->level);
  g_free (line->others);
  g_free (line->source);
  *line = (SzHonourLine){ 0 };
}

static const char *
get_text (const json_t *entry, const char *name)
{
  const char *text = json_string_value (json_object_get (entry, name));

  return text != NULL ? text : "";
}

json_t *
sz_honour_list_find (json_t *list, const char *code)
{
  json_t *entry;
  gsize i;

  g_return_val_if_fail (list != NULL && code != NULL, NULL);
  json_array_foreach (list, i, entry)
  {
    if (strcmp (get_text (entry, "code"), code) == 0)
      return entry;
  }
  return NULL;
}

/* A team size and its lowest rank join what is there: "1:10、2:7". */
static void
add_limit (json_t *entry, const SzHonourLine *line)
{
  const char *limits = get_text (entry, "limits");
  g_autofree char *more = NULL;

  if (line->lowest == 0)
    return;
  more = g_strdup_printf ("%s%s%d:%d", limits, *limits != '\0' ? "、" : "", MAX (line->team, 1),
                          line->lowest);
  json_object_set_new (entry, "limits", json_string (more));
}

void
sz_honour_list_join (json_t *list, const SzHonourLine *line)
{
  json_t *entry;

  g_return_if_fail (list != NULL && line != NULL && line->code != NULL);
  entry = sz_honour_list_find (list, line->code);
  if (entry == NULL)
    {
      entry = json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s}", "code", line->code, "name", line->name,
                         "level", line->level, "others", line->others != NULL ? line->others : "",
                         "limits", "", "source", line->source != NULL ? line->source : "");
      json_array_append_new (list, entry);
    }
  add_limit (entry, line);
}

SzParam *
sz_honour_list_param (SzOffice *office, GError **error)
{
  g_autoptr (GArray) all = sz_params_gather (office, error);
  const SzParam *newest;
  SzParam *param;

  if (all == NULL)
    return NULL;
  newest = sz_param_at ((const SzParam *)all->data, all->len, SZ_HONOUR_LIST_KEY,
                        sz_date_make (9999, 12, 31));
  if (newest == NULL)
    {
      sz_error_set (error, SZ_ERROR_CORRUPT, "param.unknown", "key", SZ_HONOUR_LIST_KEY, NULL);
      return NULL;
    }
  param = g_memdup2 (newest, sizeof *newest);
  param->key = g_strdup (newest->key);
  param->value = g_strdup (newest->value);
  param->source = g_strdup (newest->source);
  return param;
}

static void
add_line (GArray *lines, const json_t *entry, const char *limit)
{
  const char *colon = limit != NULL ? strchr (limit, ':') : NULL;
  SzHonourLine line = { .code = g_strdup (get_text (entry, "code")),
                        .name = g_strdup (get_text (entry, "name")),
                        .level = g_strdup (get_text (entry, "level")),
                        .others = g_strdup (get_text (entry, "others")),
                        .source = g_strdup (get_text (entry, "source")) };

  if (colon != NULL)
    {
      line.team = (int)g_ascii_strtoll (limit, NULL, 10);
      line.lowest = (int)g_ascii_strtoll (colon + 1, NULL, 10);
    }
  g_array_append_val (lines, line);
}

GArray *
sz_honour_list_lines (const SzParam *param, GError **error)
{
  json_t *list;
  json_t *entry;
  GArray *lines;
  gsize i;

  g_return_val_if_fail (param != NULL && param->value != NULL, NULL);
  list = json_loads (param->value, 0, NULL);
  if (!json_is_array (list))
    {
      json_decref (list);
      sz_error_set (error, SZ_ERROR_FORMAT, "param.invalid", "key", param->key, NULL);
      return NULL;
    }
  lines = g_array_new (FALSE, TRUE, sizeof (SzHonourLine));
  g_array_set_clear_func (lines, (GDestroyNotify)sz_honour_line_clear);
  json_array_foreach (list, i, entry)
  {
    g_auto (GStrv) limits = g_regex_split_simple ("[、,; ]+", get_text (entry, "limits"), 0, 0);

    for (char **limit = limits; *limit != NULL; limit++)
      if (strchr (*limit, ':') != NULL)
        add_line (lines, entry, *limit);
    if (limits[0] == NULL || strchr (limits[0], ':') == NULL)
      add_line (lines, entry, NULL);
  }
  json_decref (list);
  return lines;
}
