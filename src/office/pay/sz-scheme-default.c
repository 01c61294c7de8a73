/* sz-scheme-default.c — the scheme that a college begins with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-default.h"

#include <string.h>

#include "sz-data.h"
#include "sz-scheme-file.h"

#define YEAR_MARK "{year}"

static SzScheme *
load_preset (void)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  json_t *root = sz_data_load ("scheme-default.json");
  char *text = json_dumps (root, JSON_COMPACT);
  SzScheme *scheme = sz_scheme_file_parse (text, strlen (text), issues);

  /* The file is compiled in: a fault in it is ours. */
  g_assert (scheme != NULL);
  free (text);
  json_decref (root);
  return scheme;
}

/* The year stands in the name where the preset wants it. */
static char *
name_year (const char *name, int year)
{
  g_autofree char *digits = g_strdup_printf ("%d", year);
  g_auto (GStrv) parts = g_strsplit (name, YEAR_MARK, -1);

  return g_strjoinv (digits, parts);
}

SzScheme *
sz_scheme_default_new (SzDate today)
{
  SzScheme *scheme = load_preset ();
  g_autofree char *name = g_steal_pointer (&scheme->name);
  int year = sz_date_year (today) - 1;

  scheme->name = name_year (name, year);
  scheme->from = sz_date_make (year, 1, 1);
  scheme->to = sz_date_make (year, 12, 31);
  return scheme;
}
