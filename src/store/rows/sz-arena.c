/* sz-arena.c — memory that is given back in one piece, and strings kept once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-arena.h"

#include <string.h>

#define BLOCK_SIZE ((gsize)256 * 1024)
#define FIRST_SLOTS 1024

typedef struct
{
  const char *text;
  guint32 hash;
  guint32 length;
} Slot;

struct _SzArena
{
  GPtrArray *blocks;
  char *next;
  gsize left;
  Slot *slots; /* open addressing; n_slots is a power of two */
  guint n_slots;
  guint n_interned;
};

SzArena *
sz_arena_new (void)
{
  SzArena *arena = g_new0 (SzArena, 1);

  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  arena->n_slots = FIRST_SLOTS;
  arena->slots = g_new0 (Slot, FIRST_SLOTS);
  return arena;
}

void
sz_arena_free (SzArena *arena)
{
  if (arena == NULL)
    return;
  g_ptr_array_unref (arena->blocks);
  g_free (arena->slots);
  g_free (arena);
}

gpointer
sz_arena_take (SzArena *arena, gpointer memory)
{
  g_return_val_if_fail (arena != NULL, NULL);

  if (memory != NULL)
    g_ptr_array_add (arena->blocks, memory);
  return memory;
}

static char *
reserve_bytes (SzArena *arena, gsize size)
{
  char *place;

  if (size > BLOCK_SIZE / 4)
    return sz_arena_take (arena, g_malloc (size));
  if (size > arena->left)
    {
      arena->next = sz_arena_take (arena, g_malloc (BLOCK_SIZE));
      arena->left = BLOCK_SIZE;
    }
  place = arena->next;
  arena->next += size;
  arena->left -= size;
  return place;
}

const char *
sz_arena_string (SzArena *arena, const char *text, gsize length)
{
  char *copy = reserve_bytes (arena, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

/* FNV-1a */
static guint32
hash_bytes (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8)text[i]) * 16777619u;
  return hash;
}

static Slot *
find_slot (Slot *slots, guint n_slots, const char *text, gsize length, guint32 hash)
{
  for (guint i = hash;; i++)
    {
      Slot *slot = &slots[i & (n_slots - 1)];

      if (slot->text == NULL
          || (slot->hash == hash && slot->length == length
              && memcmp (slot->text, text, length) == 0))
        return slot;
    }
}

static void
grow_slots (SzArena *arena)
{
  guint n_slots = arena->n_slots * 2;
  Slot *slots = g_new0 (Slot, n_slots);

  for (guint i = 0; i < arena->n_slots; i++)
    if (arena->slots[i].text != NULL)
      *find_slot (slots, n_slots, arena->slots[i].text, arena->slots[i].length,
                  arena->slots[i].hash)
          = arena->slots[i];
  g_free (arena->slots);
  arena->slots = slots;
  arena->n_slots = n_slots;
}

const char *
sz_arena_intern (SzArena *arena, const char *text, gsize length)
{
  guint32 hash = hash_bytes (text, length);
  Slot *slot = find_slot (arena->slots, arena->n_slots, text, length, hash);

  if (slot->text != NULL)
    return slot->text;
  slot->text = sz_arena_string (arena, text, length);
  slot->hash = hash;
  slot->length = (guint32)length;
  text = slot->text;
  if (++arena->n_interned > arena->n_slots / 2)
    grow_slots (arena);
  return text;
}
