/* sz-import-keys.c — natural keys met in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-keys.h"

/* Row and count travel in the two halves of the value. */
G_STATIC_ASSERT (sizeof (gpointer) == sizeof (guint64));

#define COUNT_SHIFT 32

struct _SzImportKeys
{
  GStringChunk *texts;
  GHashTable *rows; /* text → first row and count */
};

SzImportKeys *
sz_import_keys_new (void)
{
  SzImportKeys *self = g_new0 (SzImportKeys, 1);

  self->texts = g_string_chunk_new (1 << 16);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
sz_import_keys_free (SzImportKeys *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->rows);
  g_string_chunk_free (self->texts);
  g_free (self);
}

guint
sz_import_keys_add (SzImportKeys *self, const char *key, guint row, guint *before)
{
  gpointer stored;
  gpointer value;
  guint64 packed = row;

  g_return_val_if_fail (self != NULL, 0);

  if (!g_hash_table_lookup_extended (self->rows, key, &stored, &value))
    stored = g_string_chunk_insert (self->texts, key);
  else
    packed = GPOINTER_TO_SIZE (value);
  if (before != NULL)
    *before = (guint)(packed >> COUNT_SHIFT);
  g_hash_table_insert (self->rows, stored,
                       GSIZE_TO_POINTER (packed + (G_GUINT64_CONSTANT (1) << COUNT_SHIFT)));
  return packed >> COUNT_SHIFT == 0 ? 0 : (guint)packed;
}
