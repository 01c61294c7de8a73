/* sz-step-links.h — the people whom a refused step is about, as links in its dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-page.h"

G_BEGIN_DECLS

/** sz_step_links_attach: from now on a refusal that names people shows them under the fields of
 *  @dialog; a link closes it and opens the person at @post, by the
 *  action "recruit.person" of @page. */
void sz_step_links_attach (SzFormDialog *dialog, SzPage *page, const char *post);

G_END_DECLS
