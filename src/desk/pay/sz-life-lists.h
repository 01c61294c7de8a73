/* sz-life-lists.h — the lists of a run's life as tabs: two levels, adjustments, notice, payment;
 * for files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-figure-table.h"
#include "sz-run-life.h"

G_BEGIN_DECLS

/** SzLifeButton: @action of the page. */
typedef struct
{
  const char *label; /* N_() */
  const char *action;
} SzLifeButton;

/** SzLifeList: one tab. */
typedef struct
{
  const char *name;
  const char *title;             /* N_() */
  const char *empty;             /* N_(): what the tab says without rows */
  const SzFigureColumn *columns; /* titles N_() */
  guint n_columns;
  const SzLifeButton *buttons;               /* ended by a NULL label */
  gboolean (*there) (const SzRunLife *life); /* (nullable): with every run */
  guint (*count) (const SzRunLife *life);
  char *(*write) (const SzRunLife *life, guint row, guint column);
  int (*compare) (const SzRunLife *life, guint a, guint b, guint column);
  char *(*foot) (const SzRunLife *life); /* (transfer full) */
  /* (nullable): what is in the way of rows, said instead of @empty, NULL: nothing. */
  const char *(*missing) (const SzRunLife *life);
  const SzLifeButton *remedy;                              /* (nullable): against what is missing */
  gboolean (*shown) (const SzRunLife *life, guint column); /* (nullable): all columns */
  const char *opens; /* (nullable): action of the page for the row that is activated */
  const char *drops; /* (nullable): action of the page for files dropped on the tab: their paths */
  gint64 (*share) (const SzRunLife *life, guint row); /* ×10,000, −1: none; of a column of bars */
} SzLifeList;

/** sz_life_changes: what changed since; sz_life_paid: what is paid; sz_life_guesses: what a
 * correction of a paid run would come to; sz_life_differences: one. */
extern const SzLifeList sz_life_changes;
extern const SzLifeList sz_life_paid;
extern const SzLifeList sz_life_guesses;
extern const SzLifeList sz_life_differences;

/** sz_life_list_is_there: whether the tab is shown for @life; (nullable): no run. */
gboolean sz_life_list_is_there (const SzLifeList *list, const SzRunLife *life);

/** sz_life_lists: ended by NULL. */
const SzLifeList *const *sz_life_lists (void);

G_END_DECLS
