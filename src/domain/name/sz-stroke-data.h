/* sz-stroke-data.h — the table of stroke orders that gen-strokes.py makes when building
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SZ_STROKE_PAGE_BITS 7

/* block = character >> SZ_STROKE_PAGE_BITS; its page number, 0 when nothing is known there */
extern const guint sz_stroke_n_blocks;
extern const guint16 sz_stroke_blocks[];

/* offset into the pool plus one; 0 when the character is unknown */
extern const guint32 sz_stroke_pages[][1 << SZ_STROKE_PAGE_BITS];

/* orders as h s p n z, each ended by a zero byte */
extern const char sz_stroke_pool[];

G_END_DECLS
