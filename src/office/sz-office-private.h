/* sz-office-private.h — the store behind the office; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-act.h"
#include "sz-issue.h"
#include "sz-office.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** sz_office_get_store: (transfer none). */
SzStore *sz_office_get_store (SzOffice *office);

/** sz_office_hold: keeps what signing in gave, (transfer full), until @let_go takes it; acts are
 * done in the name @who, or as before anybody signed in where it is %NULL. */
void sz_office_hold (SzOffice *office, gpointer held, GDestroyNotify let_go, const char *who);
/** sz_office_get_held: (transfer none) (nullable): see sz_office_get_session(). */
gpointer sz_office_get_held (SzOffice *office);

/** sz_office_set_last_act: what sz_office_get_last_act() gives from now on. */
void sz_office_set_last_act (SzOffice *office, const char *act_id);

/** sz_office_dup_stamp: now, as part of a file name: "20260307T081500Z". */
char *sz_office_dup_stamp (SzOffice *office);

/**
 * sz_office_begin:
 * @kind: "import.people", "pay.compute" …
 * @source: (nullable): path of the source file; its base name goes into the log
 * @source_hash: (nullable): its SHA-256
 *
 * An act with a new id, in the office's name and time. Freed without a commit it leaves nothing.
 */
SzAct *sz_office_begin (SzOffice *office,
                        const char *kind,
                        const char *source,
                        const char *source_hash,
                        GError **error);

/**
 * sz_office_refuse:
 * @reason: (nullable): the error that stopped it
 * @issues: (nullable): the findings that stopped it, of which the first ones are logged
 *
 * Puts a refused attempt into the log, with the code and the arguments of @reason. Its own trouble
 * is only warned about: the reason of the refusal is what the user must see.
 */
void sz_office_refuse (SzOffice *office,
                       const char *kind,
                       const char *source,
                       const char *source_hash,
                       const GError *reason,
                       const SzIssueList *issues);

G_END_DECLS
