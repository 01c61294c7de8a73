/* sz-sheet-places.h — where the sheets of a printout lie below one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <graphene.h>

#include "sz-printout.h"

G_BEGIN_DECLS

/* Around the sheets, in pixels. */
#define SZ_SHEET_MARGIN 18
#define SZ_SHEET_GAP 14

/** SzSheetPlaces: @scale: pixels a point. */
typedef struct
{
  guint n_pages;
  double scale;
  double widest;   /* points */
  double *heights; /* points of all pages before one; n_pages + 1 */
  double *widths;
} SzSheetPlaces;

/** sz_sheet_places_new: @printout nullable: no sheets. */
SzSheetPlaces *sz_sheet_places_new (const SzPrintout *printout);
void sz_sheet_places_free (SzSheetPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSheetPlaces, sz_sheet_places_free)

/** sz_sheet_places_fit: the scale at which the widest sheet fills @width pixels. */
double sz_sheet_places_fit (const SzSheetPlaces *places, int width);
/** sz_sheet_places_get_size: of all sheets with what is around them, in pixels. */
void sz_sheet_places_get_size (const SzSheetPlaces *places, double *width, double *height);
/** sz_sheet_places_get_sheet: @page's rectangle; sheets are centred on the widest one. */
void sz_sheet_places_get_sheet (const SzSheetPlaces *places, guint page, graphene_rect_t *sheet);
/** sz_sheet_places_find: the page at @y or the next below it; the last one beyond the end. */
guint sz_sheet_places_find (const SzSheetPlaces *places, double y);

G_END_DECLS
