/* sz-data.c — the data files shipped inside the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-data.h"

#include <gio/gio.h>

#include "sz-data-resources.h"

json_t *
sz_data_load (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/shizi/Shizi/data/", name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  json_error_t fault;
  json_t *root;
  const char *text;
  gsize size;

  bytes = g_resource_lookup_data (sz_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  root = json_loadb (text, size, JSON_REJECT_DUPLICATES, &fault);
  if (root == NULL)
    g_error ("%s, line %d: %s", name, fault.line, fault.text);
  return root;
}

char *
sz_data_dup_text (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/shizi/Shizi/data/", name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const char *text;

  g_return_val_if_fail (name != NULL, NULL);

  bytes = g_resource_lookup_data (sz_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text, size);
}
