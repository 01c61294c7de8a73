/* sz-message-table.h — the sentences behind the codes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzMessageEntry: @sentence is an English msgid in which {name} stands for an argument. Beside the
 * arguments of the code there are always {file}, {sheet}, {row}, {column}, {value}.
 */
typedef struct
{
  const char *code;
  const char *sentence;
} SzMessageEntry;

/** sz_message_table: ended by a NULL code. */
const SzMessageEntry *sz_message_table (void);

G_END_DECLS
