/* sz-standard-draft-keys.h — which values a line of a standard has, and how they are typed (RULE
 * ttl-10, ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-draft-word.h"

G_BEGIN_DECLS

/** SzDraftShape: how the file spells a value. */
typedef enum
{
  SZ_SHAPE_TEXT,
  SZ_SHAPE_WHOLE,         /* a number */
  SZ_SHAPE_WORDS,         /* a list of texts, typed with 、 between them */
  SZ_SHAPE_TEXT_OR_WHOLE, /* "title" or 5 */
  SZ_SHAPE_TEXT_OR_WORDS, /* "list" or a list */
} SzDraftShape;

/** SzDraftKey: @word: of the kind of condition or group, NULL: of every line of @kind; @usual: what
 * a new line begins with, NULL: it begins without. */
typedef struct
{
  SzDraftKind kind;
  const char *word;
  const char *key;
  const char *title; /* msgid */
  SzDraftShape shape;
  const char *choices;
  const char *usual;
  gboolean optional;
} SzDraftKey;

/** sz_draft_keys: (transfer none): in the order of forms, ended by a NULL key. */
const SzDraftKey *sz_draft_keys (void);
/** sz_draft_key_is_of: @word (nullable): of the line. */
gboolean sz_draft_key_is_of (const SzDraftKey *key, SzDraftKind kind, const char *word);
/** sz_draft_key_dup_value: (transfer full): as it is typed; "" for none. */
char *sz_draft_key_dup_value (const SzDraftKey *key, json_t *json);
/** sz_draft_key_put_value: @value: as typed; an empty one leaves out what is optional. */
void sz_draft_key_put_value (const SzDraftKey *key, json_t *json, const char *value);
/** sz_draft_keys_fill: the usual values of a new line. */
void sz_draft_keys_fill (json_t *json, SzDraftKind kind, const char *word);

G_END_DECLS
