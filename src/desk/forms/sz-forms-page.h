/* sz-forms-page.h — the printed forms: choose one, see its pages, print or save it 报表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"
#include "sz-page-preview.h"

G_BEGIN_DECLS

#define SZ_TYPE_FORMS_PAGE (sz_forms_page_get_type ())
G_DECLARE_FINAL_TYPE (SzFormsPage, sz_forms_page, SZ, FORMS_PAGE, SzPage)

/** sz_forms_page_choose: shows the form @id of @run, of a sheet of fees its number (0: the
 * latest); for pages that lead here. */
void sz_forms_page_choose (SzFormsPage *self, const char *id, gint64 run);
/** sz_forms_page_get_chosen: (nullable): id of the form shown. */
const char *sz_forms_page_get_chosen (SzFormsPage *self);
/** sz_forms_page_get_preview: (transfer none). */
SzPagePreview *sz_forms_page_get_preview (SzFormsPage *self);

G_END_DECLS
