/* sz-help.h — the help: the page of where one is, the rule of a refusal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * sz_help_show: opens a page of the help in the viewer that the desktop has for it; without one it
 * says what to install.
 * @from: what the viewer or the sentence stands before
 * @place: "pay", "rules#pay-11"
 */
void sz_help_show (GtkWidget *from, const char *place);

/** sz_help_of_dialog: (nullable) (transfer none): the page about a dialog that has one of its own.
 */
const char *sz_help_of_dialog (GtkWidget *dialog);

/** sz_help_watch_dialogs: from now on F1 asks for help in every window before another one too: for
 * its own page, or for the page of the window behind it (win.help). Once for a program. */
void sz_help_watch_dialogs (void);

/** sz_refusal_tell: @label says @error, and where a rule refused leads to what its document says.
 * What is said later goes through gtk_label_set_text(). */
void sz_refusal_tell (GtkLabel *label, const GError *error);
/** sz_refusal_tell_rule: the same of a sentence that is said while one types; @rule: (nullable). */
void sz_refusal_tell_rule (GtkLabel *label, const char *text, const char *rule);
/** sz_refusal_rule: (nullable) (transfer none): the rule that refused. */
const char *sz_refusal_rule (const GError *error);

G_END_DECLS
