/* sz-query-dialog.h — a few answers that one act of the office wants, from a table of questions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_QUERY_TEXT,
  SZ_QUERY_DAY,    /* 2026-01-01: anything else is marked */
  SZ_QUERY_SWITCH, /* "1", or ""; on at first where it has a @value */
} SzQueryKind;

/** SzQueryField: a row of the dialog. @title: msgid; @value: what stands there at first; @words:
 *  (nullable): what is offered to choose from, ended by NULL. */
typedef struct
{
  const char *title;
  SzQueryKind kind;
  gboolean required;
  const char *value;
  const char *const *words;
} SzQueryField;

#define SZ_QUERY_FIELDS_MAX 16

/** SzQueryFunc: in the writer thread: @values: one a field, "" where nothing was typed. */
typedef gboolean (*SzQueryFunc) (SzOffice *office,
                                 const char *const *values,
                                 gconstpointer data,
                                 GError **error);

/** SzQueryOrder: what is asked and what is done with it. @title, @verb: translated; @fields are
 * ended by a NULL title; all of it is copied but @data, which is (transfer full). */
typedef struct
{
  const char *title;
  const char *hint; /* (nullable) */
  const char *verb; /* (nullable): "_Save" */
  const SzQueryField *fields;
  SzQueryFunc func;
  gpointer data;
  GDestroyNotify free_data;
  SzChange changes;
} SzQueryOrder;

/** SzQueryDialog: a refusal is said in it and can be mended. Signal "saved". */
#define SZ_TYPE_QUERY_DIALOG (sz_query_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzQueryDialog, sz_query_dialog, SZ, QUERY_DIALOG, SzFormDialog)

/** SzQueryPreview: what the answers would come to, while they are typed. @read: in the reader
 *  thread: a value, never NULL without @error (which is told to nobody: half an answer is none);
 *  @show: shows it (transfer full) in @widget, and gives what stands against saving (transfer full)
 *  (nullable); @free_value: of one that is shown no more. */
typedef struct
{
  gpointer (*read) (SzOffice *office,
                    const char *const *values,
                    gconstpointer data,
                    GError **error);
  char *(*show) (GtkWidget *widget, gpointer value);
  GDestroyNotify free_value;
  const char *rule; /* (nullable): which stands against saving */
} SzQueryPreview;

/** sz_query_dialog_preview: @widget, under the fields; @preview: static. */
void
sz_query_dialog_preview (SzQueryDialog *self, GtkWidget *widget, const SzQueryPreview *preview);

/** sz_query_dialog_offer: what is known of the answer to @field, where nothing is typed yet; each
 *  field is filled once, so that what was cleared stays so. */
void sz_query_dialog_offer (SzQueryDialog *self, guint field, const char *text);

SzQueryDialog *sz_query_dialog_new (GtkWindow *parent, SzTasks *tasks, const SzQueryOrder *order);

G_END_DECLS
