/* sz-scheme-field.h — one field of a scheme: a caption, an entry, its fault
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-date.h"
#include "sz-issue.h"

G_BEGIN_DECLS

/**
 * SzSchemeField: properties "kind": "text", "date", "amount" (fen), "percent" (a ratio ×10,000
 * shown as 8.00), "ratio" (×10,000, four decimals); "caption"; "place" in the scheme's JSON.
 * Numbers go up and down by the arrow keys. Signal "changed": by the user only.
 */
#define SZ_TYPE_SCHEME_FIELD (sz_scheme_field_get_type ())
G_DECLARE_FINAL_TYPE (SzSchemeField, sz_scheme_field, SZ, SCHEME_FIELD, GtkWidget)

GtkWidget *sz_scheme_field_new (const char *kind, const char *caption, const char *place);
/** sz_scheme_field_set_place: where in the scheme its value stands: "components[2].ratio". */
void sz_scheme_field_set_place (SzSchemeField *self, const char *place);
/** sz_scheme_field_set_caption_visible: rows below one another need their captions once; they stay
 * for assistive technology. */
void sz_scheme_field_set_caption_visible (SzSchemeField *self, gboolean visible);
/** sz_scheme_field_leave_faults: they are said by what holds the field, as where it is hidden in a
 * closed popover. */
void sz_scheme_field_leave_faults (SzSchemeField *self);
/** sz_scheme_field_get_place: borrowed. */
const char *sz_scheme_field_get_place (SzSchemeField *self);

/** sz_scheme_field_show_text, _show_number, _show_date: without telling anybody. */
void sz_scheme_field_show_text (SzSchemeField *self, const char *text);
void sz_scheme_field_show_number (SzSchemeField *self, gint64 value);
void sz_scheme_field_show_date (SzSchemeField *self, SzDate date);

/** sz_scheme_field_get_text: as typed, borrowed. */
const char *sz_scheme_field_get_text (SzSchemeField *self);
/** sz_scheme_field_is_blank: nothing but blanks. */
gboolean sz_scheme_field_is_blank (SzSchemeField *self);
/** sz_scheme_field_dup_text: without blanks around it. */
char *sz_scheme_field_dup_text (SzSchemeField *self);

/**
 * sz_scheme_field_read_number, _read_date: FALSE when it is none; then @issues has an error with
 * the field's place: "number.empty", "scheme.number", "scheme.decimals" (max), "scheme.overflow",
 * "scheme.date".
 */
gboolean sz_scheme_field_read_number (SzSchemeField *self, SzIssueList *issues, gint64 *value);
gboolean sz_scheme_field_read_date (SzSchemeField *self, SzIssueList *issues, SzDate *date);

G_END_DECLS
