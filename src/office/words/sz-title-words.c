/* sz-title-words.c — verdicts, bars and conditions of titles in the words of an office (RULE ttl-3,
 * ttl-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-words.h"

#include <glib/gi18n.h>

const char *
sz_title_verdict_name (SzVerdict verdict)
{
  static const char *const names[SZ_N_VERDICTS]
      = { NC_ ("verdict", "Met"), NC_ ("verdict", "Unknown"), NC_ ("verdict", "Not met"),
          NC_ ("verdict", "Exceptional"), NC_ ("verdict", "Barred") };

  g_return_val_if_fail ((guint)verdict < SZ_N_VERDICTS, "");
  return g_dpgettext2 (NULL, "verdict", names[verdict]);
}

const char *
sz_title_bar_name (int bar)
{
  static const char *const words[SZ_N_BARS]
      = { N_ ("not in service"), N_ ("kind of employment"), N_ ("retirement"),
          N_ ("discipline"),     N_ ("falsification"),      N_ ("has such a title already") };

  return _ (words[bar]);
}

const char *
sz_title_condition_mark (const SzTitleConditionResult *result)
{
  if (result->verdict == SZ_VERDICT_MET)
    return g_strcmp0 (result->actual, "不适用") == 0 ? "–" : "✓";
  return result->verdict == SZ_VERDICT_UNMET ? "✗" : "?";
}

/* " ← 职称证书.csv 12、15": the rows that gave the value; a file is named once. */
static void
append_sources (GString *text, const SzTitleRound *round, const SzTitleConditionResult *result)
{
  const char *last = NULL;

  for (int i = 0; i < result->n_sources; i++)
    {
      const SzTrace trace = result->sources[i].trace;
      const char *known = sz_title_round_file (round, trace);
      const char *file = known != NULL ? known : "";
      const gboolean again = g_strcmp0 (file, last) == 0;

      if (!again)
        g_string_append_printf (text, "%s%s", last == NULL ? " ← " : _ (", "),
                                *file != '\0' ? file : _ ("typed in"));
      if (*file != '\0')
        g_string_append_printf (text, "%s%d", again ? "、" : " ", trace.row);
      last = file;
    }
}

char *
sz_title_condition_words (const SzTitleRound *round, const SzTitleConditionResult *result)
{
  g_autofree char *met_on = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (round != NULL && result != NULL, NULL);
  met_on = sz_date_format (result->met_on);
  g_string_append_printf (text, _ ("%s of %s"), result->actual != NULL ? result->actual : "—",
                          result->required != NULL ? result->required : "—");
  if (result->unit != NULL && *result->unit != '\0')
    g_string_append_printf (text, " %s", result->unit);
  if (result->lacking != NULL)
    g_string_append_printf (text, _ (", %s short"), result->lacking);
  if (*met_on != '\0')
    g_string_append_printf (text, _ (", met on %s"), met_on);
  append_sources (text, round, result);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
