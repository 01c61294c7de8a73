/* pay-desk.h — the page of performance pay on a demo college, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-fixture.h"
#include "sz-pay-page.h"

G_BEGIN_DECLS

#define PAY_DESK_PEOPLE 60

typedef struct
{
  char *db;
  SzTasks *tasks;
  GtkWidget *window;
  GtkWidget *page;
} PayDesk;

PayDesk *pay_desk_new (void);
void pay_desk_free (PayDesk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PayDesk, pay_desk_free)
/** pay_desk_begin: the default scheme of a college without runs. */
PayDesk *pay_desk_begin (void);

/** pay_desk_find: a widget of the page, which must be there. */
GtkWidget *pay_desk_find (PayDesk *desk, GType type);
/** pay_desk_find_text: (nullable): a label anywhere below @root whose text holds @part. */
GtkWidget *pay_desk_find_text (GtkWidget *root, const char *part);
/** pay_desk_find_window: (nullable): one of @type that is seen. */
GtkWidget *pay_desk_find_window (GType type);
/** pay_desk_show_run: as soon as the list has it. */
void pay_desk_show_run (PayDesk *desk, gint64 run);
/** pay_desk_wait: until such a label is seen on the page. */
void pay_desk_wait (PayDesk *desk, const char *start);

G_END_DECLS
