/* sz-demo-private.h — what the makers of the demo college share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-act.h"
#include "sz-demo.h"
#include "sz-person.h"

G_BEGIN_DECLS

/** SzDemo: the making under way. */
typedef struct
{
  SzAct *act;
  const SzDemoRequest *request;
  SzDemoReport *report;
  GRand *random;
} SzDemo;

/** SzDemoPerson: what the year needs to know of a person just made. */
typedef struct
{
  gint64 id;
  guint index;
  gboolean full_time;
  SzPost post;
  SzDate from; /* in service during the year */
  SzDate to;
} SzDemoPerson;

/** sz_demo_pick: a number below @n. sz_demo_chance: TRUE in @percent of a hundred cases. */
guint sz_demo_pick (SzDemo *demo, guint n);
gboolean sz_demo_chance (SzDemo *demo, guint percent);

#define SZ_DEMO_DEPARTMENTS 12
/** sz_demo_department: (transfer none): its name, @index from 0. */
const char *sz_demo_department (guint index);

/** sz_demo_make_name, sz_demo_make_id_number: (transfer full). */
char *sz_demo_make_name (SzDemo *demo);
char *sz_demo_make_id_number (guint index, SzDate birth_date, SzSex sex);

/** sz_demo_add_person: with records and service; sz_demo_add_year: what the person did in it;
 * sz_demo_add_college: what belongs to nobody. */
gboolean sz_demo_add_person (SzDemo *demo, guint index, SzDemoPerson *person, GError **error);
gboolean sz_demo_add_year (SzDemo *demo, const SzDemoPerson *person, GError **error);
gboolean sz_demo_add_college (SzDemo *demo, GError **error);

/** sz_demo_function: (transfer none): 职能 of a department: code, "" when none. */
const char *sz_demo_function (const char *department);

/** sz_demo_add_watch: targets and registers that belong to nobody; sz_demo_add_watch_person: those
 * that grow with the people. @demo has dice of its own, so that the rest stays as it was. */
gboolean sz_demo_add_watch (SzDemo *demo, GError **error);
gboolean sz_demo_add_watch_person (SzDemo *demo, const SzDemoPerson *person, GError **error);

/** sz_demo_add_titles: the plan of posts beside the professional ones; sz_demo_add_titles_person:
 * five years of what titles ask; sz_demo_add_rounds: rounds and cases, @risers (of SzDemoPerson)
 * have an appointment under way. @demo has dice of its own. */
gboolean sz_demo_add_titles (SzDemo *demo, GError **error);
gboolean sz_demo_add_titles_person (SzDemo *demo, const SzDemoPerson *person, GError **error);
gboolean sz_demo_add_rounds (SzDemo *demo, SzOffice *office, const GArray *risers, GError **error);

/* Numbers of applicants and of cases: apart from those of people and contracts. */
#define SZ_DEMO_RECRUIT_INDEX 700000
/** sz_demo_add_recruit: a plan with a post in every state and a hire, and sz_demo_add_parttime;
 *  dice of its own. */
gboolean sz_demo_add_recruit (SzDemo *demo, GError **error);
/** sz_demo_add_parttime: a ledger with movements, cases, fees, funds. */
gboolean sz_demo_add_parttime (SzDemo *demo, GError **error);

G_END_DECLS
