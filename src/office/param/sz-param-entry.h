/* sz-param-entry.h — one parameter on its way from its JSON value into a field (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-error.h"
#include "sz-param.h"

G_BEGIN_DECLS

/** SzParamValue: a value while it is read, and where its fault goes. */
typedef struct
{
  const char *key;
  const char *text; /* as people wrote it: without the quotes of JSON */
  GError **error;
} SzParamValue;

/** SzParamEntry: a key, what reads its value, and the offset of the field it lands in. */
typedef struct
{
  const char *key;
  gboolean (*read) (const SzParamValue *value, json_t *json, gpointer field);
  gsize offset;
  gboolean optional; /* the college may have no row of it */
} SzParamEntry;

/**
 * sz_param_value_refuse:
 * @part: the member of a table that is wrong or missing, "" for a plain value
 *
 * Returns: FALSE, with FORMAT "param.invalid" (key, value) or "param.part_invalid" (…, part)
 */
gboolean sz_param_value_refuse (const SzParamValue *value, const char *part);

/**
 * sz_param_value_decimal:
 * @number: (out): the value, scaled by @decimals; never negative
 *
 * Decimals are text, whole numbers may be written bare; a floating point number is refused.
 */
gboolean sz_param_value_decimal (
    const SzParamValue *value, const char *part, json_t *json, int decimals, gint64 *number);

/** sz_param_value_ratio: an #SzParamEntry reader for a gint64 ×10,000. */
gboolean sz_param_value_ratio (const SzParamValue *value, json_t *json, gpointer field);

/** sz_param_entry_read: reads @text into the field of @rules that @entry names. */
gboolean
sz_param_entry_read (const SzParamEntry *entry, const char *text, gpointer rules, GError **error);

/**
 * sz_param_entries_read:
 *
 * Reads what is in force on @day of each of @entries into @rules. Errors: FORMAT "param.missing"
 * (key, date) and those of sz_param_value_refuse().
 */
gboolean sz_param_entries_read (const SzParamEntry *entries,
                                gsize n,
                                const GArray *params,
                                SzDate day,
                                gpointer rules,
                                GError **error);

G_END_DECLS
