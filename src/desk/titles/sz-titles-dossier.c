/* sz-titles-dossier.c — all that hangs on an application, as its details say it (RULE ttl-15,
 * ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-dossier.h"

#include <glib/gi18n.h>

#include "sz-titles-private.h"

/* "论文复印件，第 12 页，附件 lunwen.pdf" */
static void
add_paper (GPtrArray *fields, const SzTitlePaper *paper)
{
  g_autoptr (GString) text = g_string_new (paper->material);

  if (*paper->page != '\0')
    g_string_append_printf (text, _ (", page %s"), paper->page);
  if (*paper->attachment != '\0')
    g_string_append_printf (text, _ (", attached %s"), paper->attachment);
  if (*paper->who != '\0')
    g_string_append_printf (text, " · %s", paper->who);
  sz_fields_add (fields, paper->condition, text->str);
}

static void
add_papers (GPtrArray *fields, const char *heading, const GArray *papers)
{
  if (papers->len > 0)
    sz_fields_add_heading (fields, heading);
  for (guint i = 0; i < papers->len; i++)
    add_paper (fields, &g_array_index (papers, SzTitlePaper, i));
}

/* The day and what is said; below it the answer, or that there is none yet. */
static void
add_disputes (GPtrArray *fields, const char *heading, const GArray *disputes, gboolean judged)
{
  if (disputes->len > 0)
    sz_fields_add_heading (fields, heading);
  for (guint i = 0; i < disputes->len; i++)
    {
      const SzTitleDispute *dispute = &g_array_index (disputes, SzTitleDispute, i);
      g_autofree char *raised = sz_date_format (dispute->raised);
      g_autofree char *answered = sz_date_format (dispute->answered);
      SzField *field;

      sz_fields_add (fields, raised, dispute->text);
      if (*dispute->answer == '\0')
        {
          field = sz_fields_add (fields, "→", _ ("not answered yet"));
          if (field != NULL)
            field->style = "warning";
          continue;
        }
      sz_fields_take (fields, answered,
                      judged ? g_strdup_printf ("%s（%s）", dispute->answer,
                                                dispute->upheld ? _ ("it is right")
                                                                : _ ("it is not right"))
                             : g_strdup (dispute->answer));
    }
}

static void
add_vote (GPtrArray *fields, const SzTitleDossier *dossier)
{
  const SzTally *tally = &dossier->tally;
  const SzBallot *ballot = &dossier->ballot;
  g_autofree char *meeting = sz_date_format (dossier->meeting);

  if (!dossier->voted)
    return;
  sz_fields_add_heading (fields, _ ("Vote of the panel"));
  sz_fields_add (fields, _ ("Day of the meeting"), meeting);
  sz_fields_take (fields, _ ("Attending"),
                  g_strdup_printf (_ ("%d of %d, %d recused"), tally->attending, tally->panel,
                                   tally->recused));
  sz_fields_take (fields, _ ("Votes cast"),
                  g_strdup_printf (_ ("%d for, %d against, %d abstained, %d spoilt"),
                                   tally->in_favour, tally->against, tally->abstain,
                                   tally->spoilt));
  sz_fields_take (fields, _ ("Result"),
                  ballot->valid
                      ? g_strdup_printf (ballot->passed
                                             ? _ ("✓ passed: %d for, counted on %d, needed %d")
                                             : _ ("✗ not passed: %d for, counted on %d, needed %d"),
                                         tally->in_favour, ballot->denominator, ballot->needed)
                      : g_strdup (_ ("void: no quorum")));
}

void
_sz_titles_add_dossier (GPtrArray *fields, const SzTitleDossier *dossier)
{
  g_return_if_fail (fields != NULL && dossier != NULL);
  if (dossier->decided)
    sz_fields_take (fields, _ ("Recommend or not"),
                    g_strdup_printf ("%s · %s%s%s",
                                     dossier->recommended ? _ ("Recommend")
                                                          : _ ("Do Not Recommend"),
                                     dossier->who != NULL ? dossier->who : "",
                                     dossier->reason != NULL && *dossier->reason != '\0' ? "："
                                                                                         : "",
                                     dossier->reason != NULL ? dossier->reason : ""));
  add_disputes (fields, _ ("Objections"), dossier->objections, TRUE);
  add_disputes (fields, _ ("Appeals"), dossier->appeals, FALSE);
  add_vote (fields, dossier);
  add_papers (fields, _ ("Papers handed in"), dossier->papers);
  add_papers (fields, _ ("Confirmed by hand"), dossier->confirmed);
}
