/* sz-sheet-pictures.h — pictures of sheets, drawn off the main thread and kept while they are near
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-printout.h"

G_BEGIN_DECLS

/** SzSheetPictures: emits "arrived" when a picture is there. */
#define SZ_TYPE_SHEET_PICTURES (sz_sheet_pictures_get_type ())
G_DECLARE_FINAL_TYPE (SzSheetPictures, sz_sheet_pictures, SZ, SHEET_PICTURES, GObject)

SzSheetPictures *sz_sheet_pictures_new (void);

/** sz_sheet_pictures_set_printout: (nullable); with @keep old pictures are shown until there are
 * new ones. */
void sz_sheet_pictures_set_printout (SzSheetPictures *self, SzPrintout *printout, gboolean keep);

/** sz_sheet_pictures_get: (nullable) (transfer none): the picture there is now, whatever its size.
 */
GdkTexture *sz_sheet_pictures_get (SzSheetPictures *self, guint page);

/** sz_sheet_pictures_want: the pages from @first to @last, @scale pixels a point;
 * what is not near them is forgotten. */
void sz_sheet_pictures_want (SzSheetPictures *self, guint first, guint last, double scale);

/** sz_sheet_pictures_is_settled: all that is wanted is there. */
gboolean sz_sheet_pictures_is_settled (SzSheetPictures *self);

G_END_DECLS
