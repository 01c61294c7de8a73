/* sz-title-panel.h — the panel of a round: its members, who of them must not vote on whom, and
 * recusal 回避 (RULE ttl-14, ttl-17, aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzPanelLineKind: what a line of the panel says. */
typedef enum
{
  SZ_PANEL_MEMBER,
  SZ_PANEL_SELF,    /* the member applies in this round */
  SZ_PANEL_KIN,     /* a relative of an applicant, and no recusal is registered */
  SZ_PANEL_RECUSED, /* registered */
} SzPanelLineKind;

/** SzPanelLine: texts are owned; of the applicant: NULL for a member as such. */
typedef struct
{
  SzPanelLineKind kind;
  char *member;
  char *staff_no; /* of the member, "" for outsiders */
  char *employer;
  char *title;
  char *specialty;
  char *duty;
  char *applicant;
  char *applicant_no;
  char *reason; /* 配偶, or what the recusal says; NULL: none */
} SzPanelLine;

/** SzTitlePanel: @least: members that the round needs, by whom it recommends. */
typedef struct
{
  GArray *lines; /* of SzPanelLine: members as the sheet has them, then who must not vote */
  guint members;
  int least;
  guint open; /* SZ_PANEL_SELF and SZ_PANEL_KIN */
} SzTitlePanel;

/** sz_title_panel: (transfer full): "batch.unknown" (value). */
SzTitlePanel *sz_title_panel (SzOffice *office, const char *batch, GError **error);
void sz_title_panel_free (SzTitlePanel *panel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitlePanel, sz_title_panel_free)

/** SzTitleRecusal: 登记回避: a member does not vote on an applicant. */
typedef struct
{
  const char *batch;
  const char *member;
  const char *staff_no; /* of the applicant */
  const char *reason;   /* (nullable) */
} SzTitleRecusal;

/** sz_title_recuse: refused as the import of the same row: "panel.unknown" (value),
 * "batch.no_application" (batch, staff_no), "recusal.known" (value). */
gboolean sz_title_recuse (SzOffice *office, const SzTitleRecusal *recusal, GError **error);

G_END_DECLS
