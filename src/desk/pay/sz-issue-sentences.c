/* sz-issue-sentences.c — findings said to people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-issue-sentences.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "sz-message.h"

char *
sz_issues_dup_sentences (const SzIssueList *issues, guint max)
{
  GString *text = g_string_new (NULL);
  guint n = sz_issue_list_length (issues);

  for (guint i = 0; i < MIN (n, max); i++)
    {
      g_autofree char *sentence = sz_message_for_issue (sz_issue_list_get (issues, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  if (n > max)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("… and %u more"), n - max);
    }
  return g_string_free (text, FALSE);
}

gpointer
sz_issues_fail (const SzIssueList *issues, guint max, GError *fault, GError **error)
{
  g_autofree char *sentences = NULL;

  g_return_val_if_fail (issues != NULL, NULL);

  if (sz_issue_list_length (issues) == 0)
    {
      g_propagate_error (error, fault);
      return NULL;
    }
  sentences = sz_issues_dup_sentences (issues, max);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentences);
  g_clear_error (&fault);
  return NULL;
}
