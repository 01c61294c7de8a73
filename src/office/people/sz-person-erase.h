/* sz-person-erase.h — personal numbers of somebody who is gone, taken out for good 删除个人信息
 * (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzEraseReport: what was taken out, and what still holds the numbers. */
typedef struct
{
  gint64 rows;    /* of the registers */
  gint64 acts;    /* whose journal was changed */
  gint64 remarks; /* acts that name a number in their summary, which stays */
  GStrv older;    /* copies beside the college that were made before */
  guint n_older;
} SzEraseReport;

void sz_erase_report_clear (SzEraseReport *report);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzEraseReport, sz_erase_report_clear)

/**
 * sz_office_person_erase:
 * @document: 文号, by which it is done
 *
 * ID number, telephones and accounts go out of rows and journal in one act; name, service and pay
 * stay. REFUSED "person.unknown_staff_no" (staff_no), "erase.in_service" (staff_no, name),
 * "erase.nothing" (staff_no), "erase.document_missing", "erase.unsound" (seq).
 */
gboolean sz_office_person_erase (SzOffice *office,
                                 const char *staff_no,
                                 const char *document,
                                 SzEraseReport *report,
                                 GError **error);

G_END_DECLS
