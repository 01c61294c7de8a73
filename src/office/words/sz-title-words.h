/* sz-title-words.h — verdicts, bars and conditions of titles in the words of an office (RULE ttl-3,
 * ttl-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-round.h"

G_BEGIN_DECLS

/** sz_title_verdict_name: 符合 …, translated. */
const char *sz_title_verdict_name (SzVerdict verdict);
/** sz_title_bar_name: of bit number @bar, translated. */
const char *sz_title_bar_name (int bar);
/** sz_title_condition_mark: ✓ met, ✗ unmet, ? unknown, – not applicable. */
const char *sz_title_condition_mark (const SzTitleConditionResult *result);
/** sz_title_condition_words: (transfer full): what is there, what is asked for, what lacks, when it
 * will be met, and the rows that tell it: "51／60 月，差 9，2026-09-15 满足 ← 职称证书.csv 12". */
char *sz_title_condition_words (const SzTitleRound *round, const SzTitleConditionResult *result);

G_END_DECLS
