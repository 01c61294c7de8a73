/* sz-ballot.c — the vote of a panel 评审表决 (RULE ttl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-ballot.h"

#include "sz-decimal.h"

/* RULE ttl-6, num-4 */
void
sz_ballot_count (const SzTally *tally, gboolean includes, SzBallot *ballot)
{
  int voting;

  g_return_if_fail (tally != NULL && ballot != NULL);

  voting = tally->attending - tally->recused;
  ballot->quorum = (int)sz_decimal_two_thirds (tally->panel);
  ballot->denominator = includes ? tally->attending : voting;
  ballot->needed = (int)sz_decimal_two_thirds (MAX (0, ballot->denominator));
  ballot->error = NULL;
  if (tally->panel % 2 == 0)
    ballot->error = "ballot.panel_even";
  else if (tally->attending > tally->panel || tally->recused > tally->attending)
    ballot->error = "ballot.attending";
  else if ((gint64)tally->in_favour + tally->against + tally->abstain + tally->spoilt != voting
           || ballot->denominator < 1)
    ballot->error = "ballot.tally";
  else if (tally->attending < ballot->quorum)
    ballot->error = "ballot.no_quorum";
  ballot->valid = ballot->error == NULL;
  ballot->passed = ballot->valid && tally->in_favour >= ballot->needed;
}
