/* sz-establishment-strip.h — the establishment of a day as a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-establishment-book.h"

G_BEGIN_DECLS

/** SzEstablishmentPicture: what the strip shows, read at once. */
typedef struct
{
  SzDate day;
  SzLedgerBalance balance; /* of the day */
  SzForecast *forecast;    /* (nullable) */
} SzEstablishmentPicture;

void sz_establishment_picture_free (SzEstablishmentPicture *picture);

/** SzEstablishmentPart: what the bar is made of, and the number it is cut from. */
typedef enum
{
  SZ_PART_FROZEN,
  SZ_PART_OCCUPIED,
  SZ_PART_RESERVED,
  SZ_PART_VACANT,
  SZ_PART_OVER,
  SZ_PART_APPROVED,
  SZ_N_PARTS
} SzEstablishmentPart;

/**
 * SzEstablishmentStrip: 核定 − 冻结 − 在编 − 在办 = 空编 as one bar that adds up.
 *
 * Signal "part" (int, an SzEstablishmentPart): a part of the bar was clicked, or its button under
 * the bar pressed: who is counted there is asked for. The buttons are named "frozen", "occupied",
 * "reserved", "vacant", "over", "approved".
 */
#define SZ_TYPE_ESTABLISHMENT_STRIP (sz_establishment_strip_get_type ())
G_DECLARE_FINAL_TYPE (
    SzEstablishmentStrip, sz_establishment_strip, SZ, ESTABLISHMENT_STRIP, GtkWidget)

GtkWidget *sz_establishment_strip_new (void);
/** sz_establishment_strip_show: @picture: (transfer full). */
void sz_establishment_strip_show (SzEstablishmentStrip *self, SzEstablishmentPicture *picture);
/** sz_establishment_strip_find_part: what of the bar, @width wide, is drawn at @x; −1: nothing. */
int sz_establishment_strip_find_part (SzEstablishmentStrip *self, double x, double width);
G_END_DECLS
