/* sz-error.h — the one error domain: a remedy, a stable code, arguments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzErrorRemedy:
 *
 * The `code` of every #GError this program makes, chosen by what the caller can do about it.
 * The message of the error is no sentence: it is a stable, lower-case, dotted code followed by
 * named arguments, which `sz-message` (in office) turns into words for people.
 */
typedef enum
{
  SZ_ERROR_IO,           /* the disk or the file: look at the path, try elsewhere */
  SZ_ERROR_FORMAT,       /* the input is not what it should be: mend the input */
  SZ_ERROR_BUSY,         /* somebody else is writing: try again later */
  SZ_ERROR_STALE,        /* the row changed meanwhile: read again */
  SZ_ERROR_CONSTRAINT,   /* the database refuses the value: a fault or a duplicate */
  SZ_ERROR_REFUSED,      /* a business rule says no: change the plan or get an approval */
  SZ_ERROR_NEWER_SCHEMA, /* written by a newer program: update the program */
  SZ_ERROR_CORRUPT,      /* the database is damaged or tampered with: restore a backup */
  SZ_ERROR_OVERFLOW,     /* a number does not fit: never wrapped */
  SZ_ERROR_CANCELLED,    /* the user stopped it; nothing was written */
} SzErrorRemedy;

#define SZ_ERROR (sz_error_quark ())
GQuark sz_error_quark (void);

/**
 * sz_error_set:
 * @error: (out) (optional): where the error goes
 * @remedy: what can be done about it
 * @code: a stable dotted code such as "number.overflow"
 * @...: pairs of argument name and value (both UTF-8 strings, a NULL value counts as ""),
 *   ended by a NULL name
 *
 * Always returns %FALSE, so that `return sz_error_set (…)` reads well.
 */
gboolean
sz_error_set (GError **error, SzErrorRemedy remedy, const char *code, ...) G_GNUC_NULL_TERMINATED;

/**
 * sz_error_dup_code: (transfer full)
 *
 * The dotted code of an error of this domain; the error's whole message for foreign errors.
 */
char *sz_error_dup_code (const GError *error);

/**
 * sz_error_dup_args: (transfer full)
 *
 * The arguments as "name=value" strings, NULL-terminated, in the order they were given.
 */
GStrv sz_error_dup_args (const GError *error);

G_END_DECLS
