/* sz-scheme-next.h — the scheme of a new year, from that of the year before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-scheme.h"

G_BEGIN_DECLS

/**
 * sz_view_scheme_next: what the run of the year before @year with the largest pool was made of, a
 * year later: its period, and the year in its name. The pool is kept as it was: it is to be
 * confirmed.
 * @scheme: (out) (transfer full) (nullable): NULL: there was no run
 */
gboolean sz_view_scheme_next (SzOffice *office, int year, SzScheme **scheme, GError **error);

G_END_DECLS
