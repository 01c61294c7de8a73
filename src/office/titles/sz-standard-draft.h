/* sz-standard-draft.h — a standard of titles while it is edited: lines, fields, and no code (RULE
 * ttl-12, ttl-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "sz-draft-word.h"
#include "sz-error.h"

G_BEGIN_DECLS

/** SzStandardDraft: the file of a standard as an editor has it: what is typed need not be sound. */
typedef struct _SzStandardDraft SzStandardDraft;

/** SzDraftLine: @place: where in the file: "levels/0/paths/1/all/2"; @where: as the checker names
 * it: "ID/职称/PATH". */
typedef struct
{
  char *place;
  char *where;
  char *text;
  SzDraftKind kind;
  int depth;
} SzDraftLine;

/** SzDraftField: one value of a line. @choices: (nullable) parted by "/", as the file spells them;
 * @title: msgid. */
typedef struct
{
  const char *key;
  const char *title;
  char *choices;
  gboolean optional;
  char *value;
} SzDraftField;

/** sz_standard_draft_new: (transfer full): @text: JSON; "standard.format" (file, line, why). */
SzStandardDraft *sz_standard_draft_new (const char *text, GError **error);
void sz_standard_draft_free (SzStandardDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzStandardDraft, sz_standard_draft_free)
/** sz_standard_draft_dup_text: (transfer full): as a file. */
char *sz_standard_draft_dup_text (const SzStandardDraft *draft);

/** sz_standard_draft_lines: (transfer full) (element-type SzDraftLine): in the order of the file.
 */
GPtrArray *sz_standard_draft_lines (const SzStandardDraft *draft);
/** sz_standard_draft_fields: (transfer full) (element-type SzDraftField): none where @place is not
 * there. */
GPtrArray *sz_standard_draft_fields (const SzStandardDraft *draft, const char *place);
/** sz_standard_draft_set: @value as typed: lists are parted by 、; another kind of condition begins
 * with usual values of its keys. FALSE: there is no such field. */
gboolean sz_standard_draft_set (SzStandardDraft *draft,
                                const char *place,
                                const char *key,
                                const char *value);
/** sz_standard_draft_add: (transfer full) (nullable): the place of a new line in @place, or after
 * it; NULL: there can be none. */
char *sz_standard_draft_add (SzStandardDraft *draft, const char *place, SzDraftKind kind);
/** sz_standard_draft_can_add: whether there can be one. */
gboolean
sz_standard_draft_can_add (const SzStandardDraft *draft, const char *place, SzDraftKind kind);
/** sz_standard_draft_remove: levels, paths, conditions, groups and items, with all in them. */
gboolean sz_standard_draft_remove (SzStandardDraft *draft, const char *place);
/** sz_standard_draft_move: (transfer full) (nullable): @step −1: before its neighbour, 1: after it;
 * the new place; NULL: it stays. */
char *sz_standard_draft_move (SzStandardDraft *draft, const char *place, int step);
/** sz_standard_draft_indent: (transfer full) (nullable): @inwards: into the group before it, else
 * out of its group. */
char *sz_standard_draft_indent (SzStandardDraft *draft, const char *place, gboolean inwards);

G_END_DECLS
