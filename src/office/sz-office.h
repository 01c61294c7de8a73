/* sz-office.h — who acts, on which college, at what time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-date.h"
#include "sz-error.h"

G_BEGIN_DECLS

#define SZ_TYPE_OFFICE (sz_office_get_type ())
G_DECLARE_FINAL_TYPE (SzOffice, sz_office, SZ, OFFICE, GObject)

/**
 * sz_office_open:
 * @db: path or URI of the college's database
 * @who: (nullable): who acts, for the audit; %NULL: the user's name
 *
 * Opens an existing college ("db.missing" when there is none); upgrades an older one after a
 * verified backup. One connection, used by one thread at a time.
 */
SzOffice *sz_office_open (const char *db, const char *who, GError **error);

/** sz_office_open_as: @password: (nullable): of @who, whom a server asks; see sz_office_enter() for
 *  whose name acts bear then. "db.sign_in" where it is wrong or missing. */
SzOffice *sz_office_open_as (const char *db, const char *who, const char *password, GError **error);

/** sz_office_create_as: likewise, of who sets the college up on a server. */
SzOffice *sz_office_create_as (const char *db,
                               const char *who,
                               const char *password,
                               const char *college,
                               gint64 establishment,
                               GError **error);

/** sz_office_at_server: whether @db is the address of a server, and not a file. */
gboolean sz_office_at_server (const char *db);

/** sz_office_create: a new college with an audit row; "db.exists" when the file exists. */
SzOffice *sz_office_create (
    const char *db, const char *who, const char *college, gint64 establishment, GError **error);

/** SzClockFunc: microseconds since 1970, UTC. */
typedef gint64 (*SzClockFunc) (gpointer user_data);
/** sz_office_set_clock: tests bring their own time. */
void sz_office_set_clock (SzOffice *office, SzClockFunc clock, gpointer user_data);

const char *sz_office_get_path (SzOffice *office);
/** sz_office_get_who: in whose name acts are done. */
const char *sz_office_get_who (SzOffice *office);
/** sz_office_schema: the version of the database that this program writes. */
int sz_office_schema (void);
/** sz_office_is_on_network: whether the file lies on a network share, where locks and power cuts
 * are less sure than on a disk; front ends say so when it is opened. */
gboolean sz_office_is_on_network (SzOffice *office);
/** sz_office_dup_now: UTC, "2026-01-08T02:03:04.123456Z". */
char *sz_office_dup_now (SzOffice *office);
/** sz_office_today: the local date. */
SzDate sz_office_today (SzOffice *office);

/** sz_office_dup_college: name of the college. */
char *sz_office_dup_college (SzOffice *office, GError **error);
/** sz_office_count_people: how many there are, gone or not. */
gboolean sz_office_count_people (SzOffice *office, gint64 *n, GError **error);

/** sz_office_establishment: 编制员额 in force on @day. */
gboolean
sz_office_establishment (SzOffice *office, SzDate day, gint64 *establishment, GError **error);

/**
 * sz_office_spare_readers:
 *
 * For a program that shows lists while it writes: an act holds up to 512 MiB back until its commit
 * instead of shutting readers out before, which is enough for an import of 200,000 people.
 */
gboolean sz_office_spare_readers (SzOffice *office, GError **error);

/** sz_office_data_version: a number that changes when another connection or process has written. */
gboolean sz_office_data_version (SzOffice *office, gint64 *version, GError **error);

/** SzNews: of a college on a server. */
typedef struct
{
  int fd;         /* a socket that has something when there is more; -1: the server is away */
  gboolean told;  /* somebody has written since */
  gboolean anew;  /* the connection was lost since: somebody may have */
  gint64 version; /* as sz_office_data_version(), when it began */
} SzNews;

/** sz_office_listen: what sz_store_listen() says; FALSE: @error of the question for the version. */
gboolean sz_office_listen (SzOffice *office, SzNews *news, GError **error);
/** sz_office_has_news: whether sz_office_listen() has any; does not wait. */
gboolean sz_office_has_news (SzOffice *office);

/** sz_office_get_last_act: (nullable): the act that this office carried out last: what undo wants.
 */
const char *sz_office_get_last_act (SzOffice *office);

G_END_DECLS
