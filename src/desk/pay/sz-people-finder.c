/* sz-people-finder.c — finding and sorting the people of a run by their names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-finder.h"

#include <string.h>

struct _SzPeopleFinder
{
  GObject parent_instance;

  GBytes *packed; /* pairs of a name and "", each ended by NUL */
  guint n_people;
  SzPeopleNames *names; /* NULL while they are being made */
};

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzPeopleFinder, sz_people_finder, G_TYPE_OBJECT)

static void
make_names_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GBytes *packed = data;
  guint n = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (task), "n"));

  g_task_return_pointer (task, sz_people_names_new (g_bytes_get_data (packed, NULL), n),
                         (GDestroyNotify)sz_people_names_free);
}

static void
names_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPeopleFinder *self = SZ_PEOPLE_FINDER (source);
  SzPeopleNames *names = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Others have come meanwhile. */
  if (g_task_get_task_data (G_TASK (result)) != self->packed)
    {
      sz_people_names_free (names);
      return;
    }
  self->names = names;
  g_signal_emit (self, signals[READY], 0);
}

static void
start_making (SzPeopleFinder *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, names_made_cb, NULL);

  g_clear_pointer (&self->names, sz_people_names_free);
  g_task_set_task_data (task, g_bytes_ref (self->packed), (GDestroyNotify)g_bytes_unref);
  g_object_set_data (G_OBJECT (task), "n", GUINT_TO_POINTER (self->n_people));
  g_task_run_in_thread (task, make_names_cb);
}

static GBytes *
pack_names (const SzPayInput *input)
{
  GByteArray *packed = g_byte_array_sized_new ((guint)input->n_people * 12);

  for (gsize i = 0; i < input->n_people; i++)
    {
      const char *name = input->people[i].name;

      g_byte_array_append (packed, (const guint8 *)name, (guint)strlen (name) + 1);
      g_byte_array_append (packed, (const guint8 *)"", 1);
    }
  return g_byte_array_free_to_bytes (packed);
}

void
sz_people_finder_set_people (SzPeopleFinder *self, const SzPayInput *input)
{
  g_autoptr (GBytes) packed = pack_names (input);

  g_return_if_fail (SZ_IS_PEOPLE_FINDER (self));

  if (self->packed != NULL && g_bytes_equal (packed, self->packed))
    return;
  g_clear_pointer (&self->packed, g_bytes_unref);
  self->packed = g_steal_pointer (&packed);
  self->n_people = (guint)input->n_people;
  start_making (self);
}

guint8 *
sz_people_finder_find (SzPeopleFinder *self, const char *text)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_FINDER (self), NULL);

  return self->names != NULL ? sz_people_names_find (self->names, text) : NULL;
}

const guint32 *
sz_people_finder_get_ranks (SzPeopleFinder *self, SzNameOrder order)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_FINDER (self), NULL);

  return self->names != NULL ? sz_people_names_get_ranks (self->names, order) : NULL;
}

static void
sz_people_finder_finalize (GObject *object)
{
  SzPeopleFinder *self = SZ_PEOPLE_FINDER (object);

  g_clear_pointer (&self->names, sz_people_names_free);
  g_clear_pointer (&self->packed, g_bytes_unref);
  G_OBJECT_CLASS (sz_people_finder_parent_class)->finalize (object);
}

static void
sz_people_finder_class_init (SzPeopleFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_people_finder_finalize;
  signals[READY] = g_signal_new ("ready", SZ_TYPE_PEOPLE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
sz_people_finder_init (SzPeopleFinder *self)
{
}

SzPeopleFinder *
sz_people_finder_new (void)
{
  return g_object_new (SZ_TYPE_PEOPLE_FINDER, NULL);
}
