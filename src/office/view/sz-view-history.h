/* sz-view-history.h — what happened to one person: entered, changed, corrected; and their pay runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-money.h"
#include "sz-office.h"
#include "sz-person.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_EVENT_ENTERED,   /* the person, or a value that was empty */
  SZ_EVENT_CHANGED,   /* 变更: a new record from a date */
  SZ_EVENT_CORRECTED, /* 更正: a value replaced */
  SZ_EVENT_REMOVED,
} SzEventType;

/**
 * SzPersonEvent: one change of one field (RULE ppl-3, aud-1). Strings are owned.
 * @subject: a column of people ("phone"), the code of a record field ("department"), "service", or
 * "person" for the whole
 * @before, @after: stored values, "" when there was none; a date too for records: @from
 */
typedef struct
{
  SzEventType type;
  char *at; /* UTC */
  char *who;
  char *kind; /* of the act: "import.people", "person.edit" … */
  char *subject;
  gboolean is_record; /* @subject is a record field */
  char *before;
  char *after;
  SzDate from;
} SzPersonEvent;

void sz_person_event_free (SzPersonEvent *event);

/** sz_view_person_events: (transfer full) (element-type SzPersonEvent): the latest first. */
GPtrArray *sz_view_person_events (SzOffice *office, gint64 person_id, GError **error);

/** SzPersonPay: what a stored run gave one person. Strings are owned. */
typedef struct
{
  gint64 run;
  char *name;
  char *state;
  SzDate from;
  SzDate to;
  char *reason; /* code why the person is out; "" when in it */
  SzMoney total_fen;
} SzPersonPay;

void sz_person_pay_free (SzPersonPay *pay);

/** sz_view_person_pay: (transfer full) (element-type SzPersonPay): the latest run first. */
GPtrArray *sz_view_person_pay (SzOffice *office, gint64 person_id, GError **error);

G_END_DECLS
