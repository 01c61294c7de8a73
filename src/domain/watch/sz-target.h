/* sz-target.h — how far a target is reached on a day 目标进度 (RULE tgt-1, tgt-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-entry.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_TARGET_NO_DATA,   /* 无数据 "no_data" */
  SZ_TARGET_NO_TARGET, /* 未下达 "no_target" */
  SZ_TARGET_MET,       /* 已完成 "met" */
  SZ_TARGET_MISSED,    /* 未完成 "missed" */
  SZ_TARGET_BEHIND,    /* 滞后 "behind" */
  SZ_TARGET_ON_TRACK,  /* 正常 "on_track" */
  SZ_TARGET_BELOW,     /* 未达标 "below" */
  SZ_TARGET_OPEN,      /* 进行中 "open" */
  SZ_N_TARGET_STATES
} SzTargetState;

/** SzTargetQuestion: all that the state of a target depends on; borrowed for the call. */
typedef struct
{
  SzIndicatorKind kind;
  int year;
  SzDate day;
  gboolean has_goal;
  gint64 goal; /* a number; of a ratio ×10,000 */
  gboolean in_register;
  SzReading register_reading;
  SzReading entries_reading;
  gboolean by_pace; /* stands in target.pace */
  gint64 warn_share_x1e4;
  const SzDate *deadlines;
  gsize n_deadlines;
} SzTargetQuestion;

/** SzTargetFigures: what has_… says is not known has no meaning. */
typedef struct
{
  gboolean from_register; /* else from entries, where reading.known */
  SzReading reading;
  gboolean has_rate;
  gint64 rate_x100;
  gboolean has_needed;
  gint64 needed;
  gboolean has_completion;
  gint64 completion_x100;
  gboolean has_gap;
  gint64 gap;
  SzDate deadline; /* 0: none */
  SzTargetState state;
} SzTargetFigures;

void sz_target_judge (const SzTargetQuestion *question, SzTargetFigures *figures);

/** sz_target_needed: the goal; of a ratio ceil (goal × base): whole people, never percent. */
gint64 sz_target_needed (SzIndicatorKind kind, gint64 goal, gint64 base);
/** sz_target_deadline: the first that is not before @day, else the last; 0 for none. */
SzDate sz_target_deadline (const SzDate *deadlines, gsize n, SzDate day);
/** sz_target_day: the day for which the figures of @year are asked when today is @today. */
SzDate sz_target_day (int year, SzDate today);

/** sz_target_state_word: "no_data" …; sz_target_state_name: 无数据 …, as F28 prints it. */
const char *sz_target_state_word (SzTargetState state);
const char *sz_target_state_name (SzTargetState state);

G_END_DECLS
