/* sz-overview-cards.h — what the cards of the overview say (RULE aud-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-task.h"

G_BEGIN_DECLS

/** SzCardLine: strings are owned. @share_x1e4: of a thin bar, −1: none. @place: (nullable): what
 * the line is about, for sz_page_go(). */
typedef struct
{
  char *label;
  char *text;
  gint64 share_x1e4;
  const char *style; /* (nullable), static */
  char *place;
  char *said; /* (nullable): the whole line in words, where @text has a mark for some */
} SzCardLine;

/** SzCardFace: what a card says on a day. */
typedef struct
{
  char *figure;       /* "" for none */
  GPtrArray *lines;   /* of SzCardLine */
  gboolean has_gauge; /* over the lines: how much is taken */
  gint64 gauge_x1e4;
  gboolean over;
  const char *missing; /* (nullable): translated: what belongs here as long as nothing is there */
} SzCardFace;

void sz_card_face_free (SzCardFace *face);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCardFace, sz_card_face_free)

/** SzCard: one of them. @read: in the reader thread. */
typedef struct
{
  const char *title; /* msgid */
  const char *page;  /* what it opens */
  SzCardFace *(*read) (SzOffice *office, SzDate day, GError **error);
  gboolean imports; /* what is missing can be imported */
} SzCard;

#define SZ_N_CARDS 9

/** sz_cards: (array length=SZ_N_CARDS): in the order in which they are filled. */
const SzCard *sz_cards (void);

/** sz_card_face_dup_text: (transfer full): all of it in words. */
char *sz_card_face_dup_text (const SzCardFace *face, const char *title);

G_END_DECLS
