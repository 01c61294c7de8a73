/* sz-sheet-places.c — where the sheets of a printout lie below one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sheet-places.h"

#include <math.h>

SzSheetPlaces *
sz_sheet_places_new (const SzPrintout *printout)
{
  SzSheetPlaces *places = g_new0 (SzSheetPlaces, 1);

  places->scale = 1;
  places->n_pages = printout != NULL ? sz_printout_count (printout) : 0;
  places->heights = g_new0 (double, places->n_pages + 1);
  places->widths = g_new0 (double, places->n_pages);
  for (guint i = 0; i < places->n_pages; i++)
    {
      double height;

      sz_printout_get_size (printout, i, &places->widths[i], &height);
      places->heights[i + 1] = places->heights[i] + height;
      places->widest = MAX (places->widest, places->widths[i]);
    }
  return places;
}

void
sz_sheet_places_free (SzSheetPlaces *places)
{
  g_free (places->heights);
  g_free (places->widths);
  g_free (places);
}

double
sz_sheet_places_fit (const SzSheetPlaces *places, int width)
{
  g_return_val_if_fail (places != NULL, 0);

  if (places->n_pages == 0)
    return 1;
  return MAX (width - 2 * SZ_SHEET_MARGIN, 100) / places->widest;
}

/* Whole pixels: lines of a table stay sharp. */
static double
get_top (const SzSheetPlaces *places, guint page)
{
  return round (SZ_SHEET_MARGIN + page * (double)SZ_SHEET_GAP
                + places->heights[page] * places->scale);
}

void
sz_sheet_places_get_size (const SzSheetPlaces *places, double *width, double *height)
{
  g_return_if_fail (places != NULL && width != NULL && height != NULL);

  *width = *height = 0;
  if (places->n_pages == 0)
    return;
  *width = round (places->widest * places->scale) + 2 * SZ_SHEET_MARGIN;
  *height = get_top (places, places->n_pages) - SZ_SHEET_GAP + SZ_SHEET_MARGIN;
}

void
sz_sheet_places_get_sheet (const SzSheetPlaces *places, guint page, graphene_rect_t *sheet)
{
  double width, height, top;

  g_return_if_fail (page < places->n_pages);
  width = round (places->widths[page] * places->scale);
  height = round ((places->heights[page + 1] - places->heights[page]) * places->scale);
  top = get_top (places, page);
  graphene_rect_init (sheet,
                      (float)round (SZ_SHEET_MARGIN + (places->widest * places->scale - width) / 2),
                      (float)top, (float)width, (float)height);
}

guint
sz_sheet_places_find (const SzSheetPlaces *places, double y)
{
  guint first = 0;
  guint last = places->n_pages;

  while (first + 1 < last)
    {
      guint middle = (first + last) / 2;

      /* The gap above a sheet belongs to it. */
      if (get_top (places, middle) - SZ_SHEET_GAP <= y)
        first = middle;
      else
        last = middle;
    }
  return first;
}
