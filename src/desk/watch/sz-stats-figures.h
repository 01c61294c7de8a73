/* sz-stats-figures.h — one table of the statistics, each of whose figures is a button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-stats.h"

G_BEGIN_DECLS

/**
 * SzStatsFigures: group × (total, men, women) as buttons, the share, and 合计 with the sum of the
 * shares (RULE sta-2, sta-3). The arrow keys walk the figures; a figure says its group and whom it
 * counts to assistive technology.
 *
 * Signal "chosen" (figure): by the user, as sz_stats_figure_new() writes it.
 */
#define SZ_TYPE_STATS_FIGURES (sz_stats_figures_get_type ())
G_DECLARE_FINAL_TYPE (SzStatsFigures, sz_stats_figures, SZ, STATS_FIGURES, AdwBin)

GtkWidget *sz_stats_figures_new (void);
/** sz_stats_figures_show: @rows of SzStatsRow; @figure: (nullable): the one that is pressed. */
void sz_stats_figures_show (SzStatsFigures *self, const GArray *rows, const char *figure);
/** sz_stats_figures_press: (nullable): another one is pressed, by program: nothing is told. */
void sz_stats_figures_press (SzStatsFigures *self, const char *figure);

/** sz_stats_figure_new: (transfer full): @label "": of all groups; @sex SZ_SEX_UNKNOWN: both. */
char *sz_stats_figure_new (const char *label, SzSex sex);
/** sz_stats_figure_read: (transfer full): its label; %NULL for what is no figure. */
char *sz_stats_figure_read (const char *figure, SzSex *sex);
/** sz_stats_figure_name: (transfer full): "36—40岁 · Women". */
char *sz_stats_figure_name (const char *label, SzSex sex);

G_END_DECLS
