/* sz-view-career.c — what the sheets tell of one person beside the register: certificates, hours,
 * achievements, leave … (RULE ttl-9, ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-career.h"

#include "sz-office-private.h"
#include "sz-store-careers.h"

typedef struct
{
  SzViewCareerFn fn;
  gpointer user_data;
} Show;

static gboolean
show_career_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  const Show *show = user_data;

  (void)error;
  show->fn (career, show->user_data);
  return TRUE;
}

gboolean
sz_view_career (
    SzOffice *office, const char *staff_no, SzViewCareerFn fn, gpointer user_data, GError **error)
{
  Show show = { fn, user_data };
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && staff_no != NULL && fn != NULL, FALSE);

  if (!sz_store_career_with (sz_office_get_store (office), SZ_CAREER_EVERYTHING, staff_no,
                             show_career_cb, &show, &found, error))
    return FALSE;
  return found
         || sz_error_set (error, SZ_ERROR_FORMAT, "staff_no.unknown", "value", staff_no, NULL);
}
