/* sz-paper-mark.c — what stands small in the foot of each page of a paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-paper-mark.h"

#include "sz-paper-private.h"

void
sz_paper_set_mark (SzPaper *paper, const char *mark)
{
  g_return_if_fail (paper != NULL);

  g_free (paper->mark);
  paper->mark = g_strdup (mark);
}
