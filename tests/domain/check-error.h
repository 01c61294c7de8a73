/* check-error.h — what tests ask of an error: remedy, code, arguments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <string.h>

#include "sz-error.h"

/* Asserts remedy and code, and that the error carries exactly @args ("a=1 b=2"; NULL: whatever). */
static inline void
check_error (GError **error, SzErrorRemedy remedy, const char *code, const char *args)
{
  g_autofree char *found = NULL;

  g_assert_error (*error, SZ_ERROR, (int)remedy);
  found = sz_error_dup_code (*error);
  g_assert_cmpstr (found, ==, code);
  if (args != NULL)
    {
      g_auto (GStrv) list = sz_error_dup_args (*error);
      g_autofree char *joined = g_strjoinv (" ", list);
      g_assert_cmpstr (joined, ==, args);
    }
  g_clear_error (error);
}
