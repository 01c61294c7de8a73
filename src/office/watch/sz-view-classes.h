/* sz-view-classes.h — training classes with their trainees, and who completed them and why (RULE
 * tgt-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-trainee.h"

G_BEGIN_DECLS

/** SzClassTrainee: @why: translated: 结业 as the register has it, or the hours. */
typedef struct
{
  const SzTrainee *trainee; /* borrowed from the view */
  gboolean completed;
  char *why;
} SzClassTrainee;

/** SzClassLine: one class; strings are those of its first trainee. */
typedef struct
{
  const SzTrainee *first; /* borrowed from the view: names, days, hours, state of the class */
  GArray *trainees;       /* of SzClassTrainee, in the order of the register */
  guint completed;
} SzClassLine;

typedef struct
{
  GPtrArray *classes; /* of SzClassLine, by project and session */
  /* private */
  GArray *rows;
} SzClassesView;

/** sz_view_classes: (transfer full): classes that end in @year, held or cancelled; 0: all. */
SzClassesView *sz_view_classes (SzOffice *office, int year, SzDate day, GError **error);
void sz_classes_view_free (SzClassesView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzClassesView, sz_classes_view_free)

G_END_DECLS
