/* sz-rule-words.h — which rule refuses with which code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_rule_for_code: (nullable) (transfer none)
 *
 * The id of the rule that refuses with @code: "quota.exceeded" gives "rec-9"; %NULL where no rule
 * refuses but the disk, the file or a name that is not there. The help has a section of that id on
 * its page of rules (help/LANGUAGE/rules.page), with what the policy or document says.
 */
const char *sz_rule_for_code (const char *code);

G_END_DECLS
