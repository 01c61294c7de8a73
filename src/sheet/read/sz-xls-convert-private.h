/* sz-xls-convert-private.h — old workbooks through an installed LibreOffice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-input-private.h"

G_BEGIN_DECLS

/**
 * sz_xls_convert: (transfer full)
 *
 * The same workbook as .xlsx, an opened file that is already gone from its folder; made once for a
 * file that stays as it is.
 * "file.needs_libreoffice" when no soffice is found, "file.format" (detail xls_convert) when it
 * cannot make anything of it, "file.limit" (limit convert_seconds), cancelled.
 */
SzInput *sz_xls_convert (SzInput *input, GCancellable *cancellable, GError **error);

G_END_DECLS
