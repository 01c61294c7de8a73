/* sz-scheme-file.h — schemes as files: JSON in, JSON out (the contract of `--scheme`)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"
#include "sz-scheme.h"

G_BEGIN_DECLS

/** SZ_SCHEME_FILE_MAX: no scheme is larger than this; it keeps a wrong file from filling memory. */
#define SZ_SCHEME_FILE_MAX (1024 * 1024)

/**
 * sz_scheme_file_parse: (transfer full) (nullable)
 * @text: JSON of @length bytes
 * @issues: gets every fault, each an error whose `column` names the place in the JSON, such as
 *   "components[2].ratio"
 *
 * Strict: unknown keys, keys given twice, wrong types (quantities are strings), decimals beyond the
 * limits, unknown factors and filters, factors without coefficients; then sz_scheme_validate().
 * Codes: "scheme.syntax" (row = line; arguments line, position, detail), "scheme.too_large" (max),
 * "scheme.key_unknown", "scheme.key_repeated", "scheme.key_missing", "scheme.type" (expected),
 * "scheme.number", "scheme.decimals" (max), "scheme.overflow", "scheme.date", "scheme.word_unknown"
 * (choices), "scheme.factor_unknown", "scheme.factor_unused", "scheme.coefficients_missing",
 * "scheme.limit_form" and those of sz_scheme_validate().
 *
 * Returns: the scheme, or %NULL when there is any error in @issues.
 */
SzScheme *sz_scheme_file_parse (const char *text, gsize length, SzIssueList *issues);

/**
 * sz_scheme_file_read: (transfer full)
 *
 * The same from a file. Errors: "file.missing", "file.unreadable" (file, detail); FORMAT
 * "scheme.faulty" (file, count) with the faults in @issues; when nothing but rules refuse, REFUSED
 * with the code of the first ("scheme.ratio_over_one": place, value), the issues stay.
 */
SzScheme *sz_scheme_file_read (const char *path, SzIssueList *issues, GError **error);

/**
 * sz_scheme_file_format: (transfer full)
 *
 * Canonical JSON: the same scheme gives the same text, tables in the order of bands, levels and
 * grades. What sz_scheme_file_parse() reads back as the same scheme.
 */
char *sz_scheme_file_format (const SzScheme *scheme);

/** sz_scheme_file_write: into the file @path, whole or not at all. IO "file.unwritable" (file,
 * detail). */
gboolean sz_scheme_file_write (const char *path, const SzScheme *scheme, GError **error);

G_END_DECLS
