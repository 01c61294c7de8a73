/* sz-what-if-list.h — the list of a what-if and its answer, judged off the main thread (RULE pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-posts.h"
#include "sz-task.h"

G_BEGIN_DECLS

/** SzWish: somebody asked to a level. */
typedef struct
{
  char *who;     /* as typed, then the staff number */
  SzPost post;   /* 0: the level above the own, which the judging finds */
  gboolean fits; /* as it was judged last */
} SzWish;

/** sz_wishes_new: (transfer full): of SzWish. */
GArray *sz_wishes_new (void);

/** SzWishes: what is asked; freed by sz_wishes_free(). */
typedef struct
{
  GArray *wishes;
  SzDate day;
} SzWishes;

void sz_wishes_free (gpointer wishes);

/** SzWishLine: a line of the answer: name and the level one comes from, and the verdict as a
 * sentence with its arithmetic. */
typedef struct
{
  char *staff_no;
  char *who;
  char *verdict;
  SzPost post;
  gboolean fits;
} SzWishLine;

/** SzWishAnswer: @left: what is left for new ones, a sentence; @after: as of
 * sz_what_if_pane_dup_after(). */
typedef struct
{
  GArray *lines; /* of SzWishLine */
  char *left;
  char *after;
} SzWishAnswer;

void sz_wish_answer_free (gpointer answer);

/** SzTaskFuncs: SzWishes → SzWishAnswer; SzWishes → the act that opened a case for each, all or
 * none. */
gpointer sz_wishes_judge (SzOffice *office,
                          gpointer wishes,
                          SzProgress progress,
                          GCancellable *cancellable,
                          GError **error);
gpointer sz_wishes_open_cases (SzOffice *office,
                               gpointer wishes,
                               SzProgress progress,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
