/* sz-whereabouts.c — where in the window a thing stands that a finding, a fact or a date is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-whereabouts.h"

#include <string.h>

#include "sz-indicator.h"

/* Pages of findings that are lists of one page of the window, or stand elsewhere in it. */
static const struct
{
  const char *page;
  const char *place;
} pages[] = {
  { "assessments", "titles:titles-assess" },
  { "posts", "titles:titles-posts" },
  { "safety", "params" },
  { "families", "supervision:families" },
  { "rectify", "supervision:rectify" },
  { "findings", "supervision:findings" },
};

/* What has rows of its own, found by the text that names them. */
static const struct
{
  const char *name;
  const char *place;
} rows[] = {
  { "staff_no", "people" },
  { "person", "people" },
  { "relative", "people" },
  { "agreement", "parttime" },
  { "project", "registers:register-trainees" },
  { "other_project", "registers:register-trainees" },
  { "major", "registers:register-majors" },
  { "item", "supervision:rectify" },
  { "indicator", "targets:targets" },
};

char *
sz_whereabouts_of_fact (const char *name, const char *value)
{
  const SzIndicator *indicator;

  g_return_val_if_fail (name != NULL && value != NULL, NULL);
  if (g_str_equal (name, "no"))
    return g_strconcat ("supervision:findings#", value, NULL);
  if (g_str_equal (name, "run"))
    return g_strdup ("pay");
  indicator = g_str_equal (name, "indicator") ? sz_indicator_find (value) : NULL;
  for (gsize i = 0; *value != '\0' && i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      return g_strconcat (rows[i].place, "?", indicator != NULL ? indicator->name : value, NULL);
  return NULL;
}

static const char *
find_page (const char *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].page, page))
      return pages[i].place;
  return page;
}

/* Pairs and hours of work are found on their own page, by the person. */
static gboolean
is_found_there (const char *page, const char *part)
{
  return (g_str_equal (page, "families") && g_str_equal (part, "person"))
         || (g_str_equal (page, "workload") && g_str_equal (part, "staff_no"));
}

char *
sz_whereabouts_of (const char *page, const char *parts, const char *subject)
{
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) values = NULL;

  g_return_val_if_fail (page != NULL && parts != NULL && subject != NULL, NULL);
  names = g_strsplit (parts, "|", -1);
  values = g_strsplit (subject, "|", -1);
  for (guint i = 0; names[i] != NULL && values[i] != NULL; i++)
    {
      char *place;

      if (is_found_there (page, names[i]))
        return g_strconcat (find_page (page), "?", values[i], NULL);
      place = g_str_equal (names[i], "run") ? NULL : sz_whereabouts_of_fact (names[i], values[i]);
      if (place != NULL)
        return place;
    }
  return g_strdup (find_page (page));
}
