/* sz-tax-window.h — the tax of one person: the year month by month, and a bonus both ways (RULE
 * tax-1, tax-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-money.h"
#include "sz-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_TAX_WINDOW (sz_tax_window_get_type ())
G_DECLARE_FINAL_TYPE (SzTaxWindow, sz_tax_window, SZ, TAX_WINDOW, AdwWindow)

/** SzTaxAbout: whose tax: by @staff_no, or where that is NULL by @person_id. @day: of the year,
 * with the tables of that day; @amount_fen: the bonus that stands there at first. */
typedef struct
{
  const char *staff_no;
  gint64 person_id;
  SzDate day;
  SzMoney amount_fen;
} SzTaxAbout;

/** sz_tax_window_open: over @page. */
void sz_tax_window_open (SzPage *page, const SzTaxAbout *about);

G_END_DECLS
