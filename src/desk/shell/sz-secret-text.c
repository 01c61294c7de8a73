/* sz-secret-text.c — a password on its way to a thread: wiped when it is let go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-secret-text.h"

#include <string.h>

void
sz_secret_text_free (gpointer text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}
