/* sz-import-words.c — findings in the words of the assistant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-words.h"

#include <glib/gi18n.h>

#include "sz-message.h"

/* The command line names its options; here there are switches. */
static const struct
{
  const char *code;
  const char *sentence;
} words[] = {
  { "staff_no.duplicate",
    N_ ("Staff number {value} stands already in {where}. Each person has a number of their own; to "
        "change people who are there already switch on “Compare with what is there”.") },
  { "row.duplicate",
    N_ ("This record stands already in {where}. Take one of them out; to change records that are "
        "there already switch on “Compare with what is there”.") },
  { "date.required", N_ ("“{field}” changes, but the sheet does not say from when. Give the day at "
                         "“Changes count from”, or fill it in.") },
  { "heading.missing",
    N_ ("The heading “{value}” is missing. Go back and say which column it is.") },
  { "batch.repeated", N_ ("This very file was imported already on {at} as batch {batch}. Switch on "
                          "“Compare with what is there” to compare it again.") },
};

char *
sz_import_words (const SzIssue *issue)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].code, issue->code))
      return sz_message_for_issue_alone (issue, _ (words[i].sentence));
  return sz_message_for_issue_alone (issue, NULL);
}
