/* sz-libpq.h — PostgreSQL's library, opened with the first college on a server
 *
 * It brings two dozen libraries of its own, which cost every start of a program that opens a file a
 * third of its time. So it is no part of the programs: sz-libpq.c defines the functions of
 * <libpq-fe.h> that the driver calls, and each goes on into the library once that is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_libpq_open: before anything of <libpq-fe.h>; once it is open, nothing.
 *
 * Errors: SZ_ERROR_IO "db.no_client" (detail), when this computer does not have the library.
 */
gboolean sz_libpq_open (GError **error);

G_END_DECLS
