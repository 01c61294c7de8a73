/* sz-message.h — the one place where codes and arguments become sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"
#include "sz-issue.h"

G_BEGIN_DECLS

/** SzVoice: who speaks; a remedy is an option of the command line or something in the window. */
typedef enum
{
  SZ_VOICE_TERMINAL,
  SZ_VOICE_DESK,
} SzVoice;

/** sz_message_set_voice: once, in main, beside the language. */
void sz_message_set_voice (SzVoice speaks);

/**
 * sz_message_for_issue: (transfer full)
 *
 * A sentence in the user's language: which row, which column, what stood there, what to do.
 * An unknown code gives the code and its arguments, so that nothing is ever hidden.
 */
char *sz_message_for_issue (const SzIssue *issue);

/** sz_message_for_issue_alone: (transfer full): without its place, for tables that show file, row
 * and column beside it. */
char *sz_message_for_issue_alone (const SzIssue *issue);

/** sz_message_for_error: (transfer full) — the same for errors; foreign errors give their own text.
 */
char *sz_message_for_error (const GError *error);

/** sz_message_for_code: (transfer full) — @args as "name=value". */
char *sz_message_for_code (const char *code, const char *const *args);

/** sz_message_for_progress: translated, static: "Reading", "Checking", … */
const char *sz_message_for_progress (const char *what);

G_END_DECLS
