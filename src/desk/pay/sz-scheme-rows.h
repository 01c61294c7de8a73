/* sz-scheme-rows.h — rows of a section that are added, taken away and numbered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme-section.h"

G_BEGIN_DECLS

/**
 * SzSchemeRows: stands in the section's own struct and lives as long as its rows.
 * - make: (transfer floating): a row with the signals "changed" and "removed"
 * - number: tells a row its place, from 0
 */
typedef struct
{
  SzSchemeSection *section; /* borrowed; told of every change */
  GtkBox *box;              /* borrowed; its children are the rows */
  GtkWidget *(*make) (void);
  void (*number) (GtkWidget *row, guint index);
} SzSchemeRows;

/** sz_scheme_rows_add: one more row, by the user: the focus goes into it. */
void sz_scheme_rows_add (SzSchemeRows *rows);
/** sz_scheme_rows_fit: exactly @n rows; those that stay keep what stands in them. */
void sz_scheme_rows_fit (SzSchemeRows *rows, guint n);
/** sz_scheme_rows_first: (nullable) (transfer none): the others are its siblings. */
GtkWidget *sz_scheme_rows_first (const SzSchemeRows *rows);

G_END_DECLS
