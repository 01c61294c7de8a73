/* sz-cli-case.c — shizictl case: where something stands, and how it came there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-cli-step.h"

typedef struct
{
  const SzCaseTable *table;
  gint64 subject;
} Asked;

static gboolean
table_read_cb (SzCli *cli, const char *text, gpointer member)
{
  const SzCaseTable *table = sz_case_table_by_kind (text);
  g_autoptr (GString) known = g_string_new (NULL);

  *(const SzCaseTable **)member = table;
  if (table != NULL)
    return TRUE;
  for (guint i = 0; sz_case_tables ()[i] != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", sz_case_tables ()[i]->kind);
  sz_cli_usage (cli, _ ("“%s” is no kind of case. There are: %s."), text, known->str);
  return FALSE;
}

static const SzArg args[] = {
  SZ_WORD_OF (READ, Asked, table, N_ ("KIND"), .read = table_read_cb),
  SZ_WORD_OF (COUNT, Asked, subject, N_ ("NUMBER"), .least = 1),
  { 0 },
};

static int
run_case (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzCaseView) view = sz_view_case (office, asked->table, asked->subject, error);

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_step_print (cli, view);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_case
    = { "case",   N_ ("Where something stands, who did what, what may be done now"),
        args,     sizeof (Asked),
        run_case, .office = TRUE };
