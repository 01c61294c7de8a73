/* sz-draft-word.c — lines of a standard that is edited, and its words in the user's language (RULE
 * ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-draft-word.h"

#include <glib/gi18n.h>

/* clang-format off */
static const struct
{
  const char *word;
  const char *meaning; /* msgid */
} words[] = {
  { "common", N_ ("On every path") },
  { "normal", N_ ("normal") },
  { "skill", N_ ("Skill level") },
  { "direct", N_ ("direct") },
  { "exceptional", N_ ("exceptional") },
  { "education", N_ ("Education") },
  { "degree", N_ ("Degree") },
  { "title_years", N_ ("Years in grade") },
  { "work_years", N_ ("Years of work") },
  { "assessments", N_ ("Assessments") },
  { "hours", N_ ("Average hours") },
  { "certificate", N_ ("Certificate") },
  { "adviser", N_ ("Years as class adviser") },
  { "further_education", N_ ("Further education") },
  { "practice", N_ ("Practice in companies") },
  { "achievements", N_ ("Achievements") },
  { "honour", N_ ("Honour") },
  { "any", N_ ("any one of them") },
  { "all", N_ ("all of them") },
  { "n_of", N_ ("some of them") },
  { "own", N_ ("own series") },
  { "ever", N_ ("ever") },
  { "title", N_ ("since the title held") },
};
/* clang-format on */

const char *
sz_draft_word (const char *word)
{
  g_return_val_if_fail (word != NULL, "");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return _ (words[i].meaning);
  return word;
}
