/* sz-tolerance.h — tolerance of honest faults 容错纠错 (RULE aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

/** SzTolerance: an application on its way. Strings are owned. */
typedef struct
{
  char *no;     /* 编号 */
  char *matter; /* 事项 */
  char *about;  /* 关联编号: a finding or an item */
  SzDate applied;
  char *verified_by; /* 核实人 */
  SzDate verified;   /* 核实日期 */
  char *opinion;     /* 核实意见 */
  char *meeting;     /* 认定会议 */
  SzDate decided;    /* 认定日期 */
  char *decision;    /* 结论: code, "" for none */
  char *open_to;     /* 公开范围: code, "" for none */
} SzTolerance;

/**
 * sz_tolerance_fault: "maker.checker", "tolerance.order" or "required.missing"; NULL: none.
 * @applicant: name of who asks
 * @heading: (out): the column it is about
 */
const char *
sz_tolerance_fault (const SzTolerance *tolerance, const char *applicant, const char **heading);

/** sz_tolerance_state_word: "applied", "verified", "decided" or "published". */
const char *sz_tolerance_state_word (const SzTolerance *tolerance);

/** sz_tolerance_covers: whether it is 予以容错 about @about. */
gboolean sz_tolerance_covers (const SzTolerance *tolerance, const char *about);

G_END_DECLS
