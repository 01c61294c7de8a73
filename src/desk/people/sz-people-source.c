/* sz-people-source.c — where the list of people gets its ids: at once, then all, then in any order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-source.h"

/* Rows that come together with the ids: what a tall screen shows. */
#define FIRST_ROWS 48
/* So many ids cost next to nothing, and fill the widgets of a list. */
#define FIRST_IDS 64
/* The first rows are painted before anything else is read; on a slow machine, which paints them
 * later than this, painting goes first. */
#define WAIT_MS 60
/* A step of the reading; other work of the reader comes in between. */
#define STEP_US 8000

struct _SzPeopleSource
{
  GObject parent_instance;

  SzTasks *tasks;
  SzListFetchFunc fetch;
  SzPeopleArrivedFunc arrived; /* NULL: stopped */
  gpointer arrived_data;

  SzDate day;
  SzPeopleQuery *query;
  SzPeopleList *list;    /* (nullable): complete, answers */
  SzPeopleList *reading; /* (nullable): not complete */
  SzPeopleList *coming;  /* (nullable): complete, its names are being made */
  GBytes *context;       /* the day; a new one says that rows have changed */
  GPtrArray *departments;
  GPtrArray *titles;
  guint size;
  gboolean has_names;

  GCancellable *loading;
  guint wait_source;
  gboolean more; /* people than came with the first rows */
  gboolean finding;
  gboolean stale; /* the query changed while one was being answered */
  gboolean asked; /* the answer under way is to a new query */
};

enum
{
  READY,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzPeopleSource, sz_people_source, G_TYPE_OBJECT)

/* Snapshots and answers */

typedef struct
{
  SzListFetchFunc fetch;
  GBytes *context;
  SzDate day;
  guint limit;
  SzPeopleList *list;
  SzPeopleQuery *query;
} Input;

typedef struct
{
  GArray *ids;
  GPtrArray *rows;
  GBytes *context;
} Answer;

static void
free_input (Input *input)
{
  g_clear_pointer (&input->context, g_bytes_unref);
  g_clear_pointer (&input->list, sz_people_list_unref);
  g_clear_pointer (&input->query, sz_people_query_free);
  g_free (input);
}

static void
free_answer (Answer *answer)
{
  g_clear_pointer (&answer->ids, g_array_unref);
  g_clear_pointer (&answer->rows, g_ptr_array_unref);
  g_clear_pointer (&answer->context, g_bytes_unref);
  g_free (answer);
}

static Input *
make_input (SzPeopleSource *self)
{
  Input *input = g_new0 (Input, 1);

  input->fetch = self->fetch;
  input->context = g_bytes_ref (self->context);
  input->day = self->day;
  return input;
}

/* The ids with the rows of their first screenful. */
static Answer *
make_answer (SzOffice *office, const Input *input, GArray *ids, GError **error)
{
  Answer *answer;
  GPtrArray *rows;

  if (ids == NULL)
    return NULL;
  rows = input->fetch (office, (const gint64 *)(gpointer)ids->data, MIN (ids->len, FIRST_ROWS),
                       g_bytes_get_data (input->context, NULL), error);
  if (rows == NULL)
    {
      g_array_unref (ids);
      return NULL;
    }
  answer = g_new0 (Answer, 1);
  answer->ids = ids;
  answer->rows = rows;
  answer->context = g_bytes_ref (input->context);
  return answer;
}

static void
deliver (SzPeopleSource *self, Answer *answer, gboolean asked)
{
  if (self->arrived != NULL)
    self->arrived (g_steal_pointer (&answer->ids), g_steal_pointer (&answer->rows),
                   g_steal_pointer (&answer->context), asked, self->arrived_data);
  free_answer (answer);
}

static void
fail (SzPeopleSource *self, GError *error)
{
  if (self->arrived != NULL && error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* A search or a sorting by names waits for the names; a filter for the list. */
static gboolean
is_simple (const SzPeopleQuery *query)
{
  return query->text == NULL && query->department == NULL && query->title == NULL
         && query->employment < 0 && query->category == SZ_POST_NONE && query->band == SZ_BAND_NONE
         && query->in_service == 1 && query->full_time < 0;
}

static gboolean
needs_names (const SzPeopleQuery *query)
{
  return query->text != NULL || query->sort == SZ_PEOPLE_COLUMN_NAME;
}

/* Finding: one at a time, the newest query next */

static void start_find (SzPeopleSource *self);

static gpointer
find_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;

  return make_answer (office, input, sz_people_list_find (input->list, office, input->query, error),
                      error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPeopleSource *self = SZ_PEOPLE_SOURCE (source);
  g_autoptr (GError) error = NULL;
  Answer *answer = sz_tasks_finish (result, &error);
  gboolean asked = self->asked;

  self->finding = FALSE;
  self->asked = FALSE;
  if (answer == NULL)
    fail (self, error);
  else if (answer->context == self->context && !self->stale)
    deliver (self, answer, asked);
  else
    {
      self->asked |= asked;
      free_answer (answer);
    }
  if (self->stale)
    start_find (self);
}

static void
start_find (SzPeopleSource *self)
{
  Input *input;

  self->stale = self->finding;
  if (self->finding || self->list == NULL || self->tasks == NULL || self->arrived == NULL
      || (needs_names (self->query) && !self->has_names))
    return;
  input = make_input (self);
  input->list = sz_people_list_ref (self->list);
  input->query = sz_people_query_copy (self->query);
  self->finding = TRUE;
  sz_tasks_read (self->tasks, self,
                 SZ_WORK (find_cb, input, (GDestroyNotify)free_input, (GDestroyNotify)free_answer),
                 NULL, found_cb, NULL);
}

/* Names: made beside the reader, taken by it */

static gpointer
take_names_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  gpointer *pair = data;

  sz_people_list_take_names (pair[0], g_steal_pointer (&pair[1]));
  return GINT_TO_POINTER (TRUE);
}

static void
free_pair (gpointer *pair)
{
  sz_people_list_unref (pair[0]);
  sz_people_names_free (pair[1]);
  g_free (pair);
}

static void
names_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPeopleSource *self = SZ_PEOPLE_SOURCE (source);

  if (sz_tasks_finish (result, NULL) == NULL
      || (self->list != user_data && self->coming != user_data))
    return;
  if (self->coming == user_data)
    {
      sz_people_list_unref (self->list);
      self->list = g_steal_pointer (&self->coming);
      start_find (self);
    }
  self->has_names = TRUE;
  if (needs_names (self->query))
    start_find (self);
}

static void
make_names_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, sz_people_list_make_names (data),
                         (GDestroyNotify)sz_people_names_free);
}

static void
names_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPeopleSource *self = SZ_PEOPLE_SOURCE (source);
  SzPeopleList *list = g_task_get_task_data (G_TASK (result));
  SzPeopleNames *names = g_task_propagate_pointer (G_TASK (result), NULL);
  gpointer *pair;

  if (names == NULL || self->tasks == NULL)
    {
      sz_people_names_free (names);
      return;
    }
  pair = g_new0 (gpointer, 2);
  pair[0] = sz_people_list_ref (list);
  pair[1] = names;
  sz_tasks_read (self->tasks, self, SZ_WORK (take_names_cb, pair, (GDestroyNotify)free_pair),
                 self->loading, names_taken_cb, list);
}

static void
start_names (SzPeopleSource *self, SzPeopleList *list)
{
  g_autoptr (GTask) task = g_task_new (self, self->loading, names_made_cb, NULL);

  g_task_set_task_data (task, sz_people_list_ref (list), (GDestroyNotify)sz_people_list_unref);
  g_task_run_in_thread (task, make_names_cb);
}

/* The list: read in steps */

typedef struct
{
  gboolean complete;
  GPtrArray *departments;
  GPtrArray *titles;
  guint size;
} Step;

static void
free_step (Step *step)
{
  g_clear_pointer (&step->departments, g_ptr_array_unref);
  g_clear_pointer (&step->titles, g_ptr_array_unref);
  g_free (step);
}

static gpointer
read_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  Step *step = g_new0 (Step, 1);

  if (!sz_people_list_read (input->list, office, STEP_US, &step->complete, error))
    {
      free_step (step);
      return NULL;
    }
  if (step->complete)
    {
      step->departments = sz_people_list_departments (input->list);
      step->titles = sz_people_list_titles (input->list);
      step->size = sz_people_list_get_size (input->list);
    }
  return step;
}

static void start_step (SzPeopleSource *self);

static void
take_list (SzPeopleSource *self, Step *step)
{
  SzPeopleList *list = g_steal_pointer (&self->reading);

  g_clear_pointer (&self->departments, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  self->departments = g_steal_pointer (&step->departments);
  self->titles = g_steal_pointer (&step->titles);
  self->size = step->size;
  start_names (self, list);
  if (self->list != NULL)
    self->coming = list;
  else
    {
      self->list = list;
      self->has_names = FALSE;
      start_find (self);
    }
  g_signal_emit (self, signals[READY], 0);
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPeopleSource *self = SZ_PEOPLE_SOURCE (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Step *step = sz_tasks_finish (result, &error);

  if (g_cancellable_is_cancelled (cancellable) || step == NULL)
    {
      if (!g_cancellable_is_cancelled (cancellable))
        fail (self, error);
      g_clear_pointer (&step, free_step);
      return;
    }
  if (step->complete)
    take_list (self, step);
  else
    start_step (self);
  free_step (step);
}

static void
start_step (SzPeopleSource *self)
{
  Input *input = make_input (self);

  input->list = sz_people_list_ref (self->reading);
  sz_tasks_read (self->tasks, self,
                 SZ_WORK (read_cb, input, (GDestroyNotify)free_input, (GDestroyNotify)free_step),
                 self->loading, read_done_cb, NULL);
}

/* The first rows */

static gpointer
first_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;

  return make_answer (office, input, sz_view_people_first (office, input->day, input->limit, error),
                      error);
}

static void start_first (SzPeopleSource *self, guint limit);

static gboolean
wait_over_cb (gpointer user_data)
{
  SzPeopleSource *self = user_data;

  self->wait_source = 0;
  if (self->more)
    start_first (self, 0);
  else
    start_step (self);
  return G_SOURCE_REMOVE;
}

static void
first_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPeopleSource *self = SZ_PEOPLE_SOURCE (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  guint limit = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;
  Answer *answer = sz_tasks_finish (result, &error);

  if (answer == NULL || g_cancellable_is_cancelled (cancellable) || self->list != NULL)
    {
      if (!g_cancellable_is_cancelled (cancellable))
        fail (self, error);
      g_clear_pointer (&answer, free_answer);
      return;
    }
  self->more = limit > 0 && answer->ids->len == limit;
  deliver (self, answer, FALSE);
  self->wait_source = g_timeout_add_full (G_PRIORITY_LOW, WAIT_MS, wait_over_cb, self, NULL);
}

static void
start_first (SzPeopleSource *self, guint limit)
{
  Input *input = make_input (self);

  input->limit = limit;
  sz_tasks_read (self->tasks, self,
                 SZ_WORK (first_cb, input, (GDestroyNotify)free_input, (GDestroyNotify)free_answer),
                 self->loading, first_done_cb, GUINT_TO_POINTER (limit));
}

void
sz_people_source_load (SzPeopleSource *self, SzTasks *tasks, SzDate day)
{
  sz_people_source_stop (self);
  if (g_set_object (&self->tasks, tasks) || day != self->day)
    g_clear_pointer (&self->list, sz_people_list_unref);
  self->day = day;
  self->loading = g_cancellable_new ();
  g_clear_pointer (&self->context, g_bytes_unref);
  self->context = g_bytes_new (&day, sizeof day);
  if (tasks == NULL)
    return;
  self->reading = sz_people_list_new (day);
  if (self->list == NULL && is_simple (self->query))
    start_first (self, FIRST_IDS);
  else
    {
      start_find (self);
      start_step (self);
    }
}

void
sz_people_source_ask (SzPeopleSource *self, SzPeopleQuery *query)
{
  g_return_if_fail (SZ_IS_PEOPLE_SOURCE (self));

  sz_people_query_free (self->query);
  self->query = query;
  self->asked = TRUE;
  if (self->context != NULL)
    start_find (self);
}

void
sz_people_source_stop (SzPeopleSource *self)
{
  g_return_if_fail (SZ_IS_PEOPLE_SOURCE (self));

  g_clear_handle_id (&self->wait_source, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->reading, sz_people_list_unref);
  g_clear_pointer (&self->coming, sz_people_list_unref);
}

gboolean
sz_people_source_is_ready (SzPeopleSource *self)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_SOURCE (self), FALSE);

  return self->list != NULL;
}

gboolean
sz_people_source_is_answered (SzPeopleSource *self)
{
  return !self->finding && !self->stale && !self->asked;
}

gboolean
sz_people_source_is_settled (SzPeopleSource *self)
{
  return self->list != NULL && self->reading == NULL && self->coming == NULL && self->has_names
         && !self->finding;
}

guint
sz_people_source_get_size (SzPeopleSource *self)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_SOURCE (self), 0);

  return self->size;
}

GPtrArray *
sz_people_source_get_departments (SzPeopleSource *self)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_SOURCE (self), NULL);

  return self->departments;
}

GPtrArray *
sz_people_source_get_titles (SzPeopleSource *self)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_SOURCE (self), NULL);

  return self->titles;
}

static void
sz_people_source_dispose (GObject *object)
{
  SzPeopleSource *self = SZ_PEOPLE_SOURCE (object);

  self->arrived = NULL;
  sz_people_source_stop (self);
  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (sz_people_source_parent_class)->dispose (object);
}

static void
sz_people_source_finalize (GObject *object)
{
  SzPeopleSource *self = SZ_PEOPLE_SOURCE (object);

  g_clear_pointer (&self->query, sz_people_query_free);
  g_clear_pointer (&self->list, sz_people_list_unref);
  g_clear_pointer (&self->context, g_bytes_unref);
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  G_OBJECT_CLASS (sz_people_source_parent_class)->finalize (object);
}

static void
sz_people_source_class_init (SzPeopleSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_people_source_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_people_source_finalize;
  signals[READY] = g_signal_new ("ready", SZ_TYPE_PEOPLE_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", SZ_TYPE_PEOPLE_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sz_people_source_init (SzPeopleSource *self)
{
  self->query = sz_people_query_new ();
}

SzPeopleSource *
sz_people_source_new (SzListFetchFunc fetch, SzPeopleArrivedFunc arrived, gpointer user_data)
{
  SzPeopleSource *self = g_object_new (SZ_TYPE_PEOPLE_SOURCE, NULL);

  self->fetch = fetch;
  self->arrived = arrived;
  self->arrived_data = user_data;
  return self;
}
