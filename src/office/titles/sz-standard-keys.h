/* sz-standard-keys.h — the keys of a condition in the file of a standard (RULE ttl-10, ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-title-standard.h"

G_BEGIN_DECLS

/** SzStandardReader: a standard while it is read, and where its faults go. */
typedef struct
{
  GArray *faults;
  SzStandard *standard;
  SzStandardPlace place;
} SzStandardReader;

/** sz_standard_reader_fault: an error at the place being read; @detail (nullable) says of what. */
void sz_standard_reader_fault (SzStandardReader *reader, const char *code, const char *detail);
/** sz_standard_read_text: (transfer full) (nullable): a text that is not empty. */
char *
sz_standard_read_text (SzStandardReader *reader, json_t *json, const char *key, gboolean required);
/** sz_standard_read_words: (transfer full) (nullable): a list of texts, ended by NULL. */
char **sz_standard_read_words (SzStandardReader *reader, json_t *json, const char *key);
/** sz_standard_refuse_others: "standard.key_unknown" for each key that is none of @known. */
void sz_standard_refuse_others (SzStandardReader *reader, json_t *json, const char *const *known);
/** sz_standard_read_keys: (transfer full): a plain condition of @kind. */
SzTitleCondition *
sz_standard_read_keys (SzStandardReader *reader, json_t *json, SzTitleConditionKind kind);

G_END_DECLS
