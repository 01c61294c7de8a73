/* sz-error.c — the one error domain: a remedy, a stable code, arguments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-error.h"

#include <stdarg.h>
#include <string.h>

/* Stands between code and arguments in the message; no text from a spreadsheet may contain it. */
#define SEPARATOR '\x1f'

G_DEFINE_QUARK (sz - error - quark, sz_error)

static void
append_argument (GString *message, const char *name, const char *value)
{
  g_string_append_c (message, SEPARATOR);
  g_string_append (message, name);
  g_string_append_c (message, '=');
  for (const char *p = value != NULL ? value : ""; *p != '\0'; p++)
    g_string_append_c (message, *p == SEPARATOR ? ' ' : *p);
}

gboolean
sz_error_set (GError **error, SzErrorRemedy remedy, const char *code, ...)
{
  g_autoptr (GString) message = NULL;
  va_list args;

  g_return_val_if_fail (code != NULL, FALSE);
  if (error == NULL)
    return FALSE;

  message = g_string_new (code);
  va_start (args, code);
  for (const char *name = va_arg (args, const char *); name != NULL;
       name = va_arg (args, const char *))
    append_argument (message, name, va_arg (args, const char *));
  va_end (args);

  g_set_error_literal (error, SZ_ERROR, (int)remedy, message->str);
  return FALSE;
}

char *
sz_error_dup_code (const GError *error)
{
  const char *end;

  g_return_val_if_fail (error != NULL, NULL);
  end = error->domain == SZ_ERROR ? strchr (error->message, SEPARATOR) : NULL;
  return end != NULL ? g_strndup (error->message, (gsize)(end - error->message))
                     : g_strdup (error->message);
}

GStrv
sz_error_dup_args (const GError *error)
{
  const char *start;

  g_return_val_if_fail (error != NULL, NULL);
  start = error->domain == SZ_ERROR ? strchr (error->message, SEPARATOR) : NULL;
  return start != NULL ? g_strsplit (start + 1, "\x1f", -1) : g_new0 (char *, 1);
}
