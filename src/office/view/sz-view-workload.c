/* sz-view-workload.c — teaching and training records as screens and forms read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-workload.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules.h"
#include "sz-store-workload.h"

/* What the lines are made from; it stays as long as they do. */
typedef struct
{
  SzPeopleView *people;
  SzLoadRules *rules;
  GHashTable *ranks; /* person id → place in 部门序, 姓氏笔画 */
  GStringChunk *texts;
  GArray *teaching;               /* of SzTeachingLine */
  GArray *training;               /* of SzTrainingLine */
  const SzWorkloadFilter *filter; /* while gathering */
} Storage;

static void
free_storage (Storage *storage)
{
  g_clear_pointer (&storage->people, sz_people_view_free);
  g_clear_pointer (&storage->rules, sz_load_rules_free);
  g_clear_pointer (&storage->ranks, g_hash_table_unref);
  g_clear_pointer (&storage->texts, g_string_chunk_free);
  g_clear_pointer (&storage->teaching, g_array_unref);
  g_clear_pointer (&storage->training, g_array_unref);
  g_free (storage);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Storage, free_storage)

void
sz_workload_view_free (SzWorkloadView *view)
{
  if (view == NULL)
    return;
  free_storage (view->storage);
  g_free (view);
}

static const char *
keep (Storage *storage, const char *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert_const (storage->texts, text) : "";
}

/* NULL: the filter does not admit the record's person. */
static const SzPeopleRow *
find_person (const Storage *storage, gint64 person_id)
{
  const SzPeopleRow *person = sz_people_view_get_row (storage->people, person_id);
  const char *department = storage->filter->department;

  if (person == NULL || (department != NULL && strcmp (department, person->department) != 0))
    return NULL;
  return person;
}

static gboolean
add_teaching_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTeachingRow *row = data;
  Storage *storage = user_data;
  const SzPeopleRow *person = find_person (storage, row->person_id);
  SzTeachingLine line = { .id = row->id, .person_id = row->person_id };

  if (person == NULL)
    return TRUE;
  line.staff_no = person->staff_no;
  line.name = person->name;
  line.department = person->department;
  line.term = keep (storage, row->term);
  line.course = keep (storage, row->course);
  line.class_name = keep (storage, row->class_name);
  line.record = (SzTeaching){ .hours_x100 = row->hours_x100,
                              .students = row->students,
                              .type = row->course_type,
                              .repeat = row->is_repeat,
                              .is_new = row->is_new };
  if (!sz_load_teaching (storage->rules, &line.record, &line.standard_x100, &line.terms, error))
    return FALSE;
  g_array_append_val (storage->teaching, line);
  return TRUE;
}

static gboolean
add_training_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTrainingRow *row = data;
  Storage *storage = user_data;
  const SzPeopleRow *person = find_person (storage, row->person_id);
  SzTrainingLine line = { .id = row->id, .person_id = row->person_id, .date = row->date };

  if (person == NULL)
    return TRUE;
  line.staff_no = person->staff_no;
  line.name = person->name;
  line.department = person->department;
  line.project_code = keep (storage, row->project_code);
  line.project_name = keep (storage, row->project_name);
  line.session = keep (storage, row->session);
  line.period = keep (storage, row->period);
  line.record = (SzTraining){ .hours_x100 = row->hours_x100,
                              .students = row->students,
                              .type = row->course_type,
                              .time = row->time_slot,
                              .role = row->role,
                              .pay_mode = row->pay_mode,
                              .category = keep (storage, row->category) };
  if (!sz_load_training (storage->rules, &line.record, &line.raw_x100, &line.terms, error))
    return FALSE;
  g_array_append_val (storage->training, line);
  return TRUE;
}

/* 系部 → 姓氏笔画: everybody's place, once. */
static void
rank_people (Storage *storage)
{
  SzPeopleFilter all = SZ_PEOPLE_ALL;
  g_autoptr (GArray) ids = sz_people_view_ids (storage->people, &all, SZ_PEOPLE_BY_TEACHER);

  storage->ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (storage->ranks,
                         g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)),
                         GUINT_TO_POINTER (i));
}

static int
compare_people (const Storage *storage, gint64 a, gint64 b)
{
  guint left = GPOINTER_TO_UINT (g_hash_table_lookup (storage->ranks, &a));
  guint right = GPOINTER_TO_UINT (g_hash_table_lookup (storage->ranks, &b));

  return left < right ? -1 : left > right;
}

static int
compare_teaching_cb (gconstpointer a, gconstpointer b, gpointer storage)
{
  const SzTeachingLine *left = a;
  const SzTeachingLine *right = b;
  int order = compare_people (storage, left->person_id, right->person_id);

  if (order == 0)
    order = strcmp (left->term, right->term);
  if (order == 0)
    order = strcmp (left->course, right->course);
  if (order == 0)
    order = strcmp (left->class_name, right->class_name);
  return order != 0 ? order : (left->id < right->id ? -1 : left->id > right->id);
}

static int
compare_training_cb (gconstpointer a, gconstpointer b, gpointer storage)
{
  const SzTrainingLine *left = a;
  const SzTrainingLine *right = b;
  int order = compare_people (storage, left->person_id, right->person_id);

  if (order == 0)
    order = left->date < right->date ? -1 : left->date > right->date;
  if (order == 0)
    order = strcmp (left->period, right->period);
  return order != 0 ? order : (left->id < right->id ? -1 : left->id > right->id);
}

static gboolean
gather (Storage *storage,
        SzOffice *office,
        const SzWorkloadFilter *filter,
        GCancellable *cancellable,
        GError **error)
{
  SzDate last = sz_date_make (filter->year, 12, 31);
  SzRowFilter rows = { .year = filter->year, .person_id = filter->person_id };
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GArray) params = sz_params_gather (office, error);

  storage->filter = filter;
  storage->texts = g_string_chunk_new (16 * 1024);
  storage->teaching = g_array_new (FALSE, TRUE, sizeof (SzTeachingLine));
  storage->training = g_array_new (FALSE, TRUE, sizeof (SzTrainingLine));
  if (params != NULL)
    storage->rules = sz_rules_load (params, last, error);
  if (storage->rules != NULL)
    storage->people = sz_view_people_open (office, last, cancellable, error);
  return storage->people != NULL
         && sz_store_teaching_each (store, rows, add_teaching_cb, storage, error)
         && sz_store_training_each (store, rows, add_training_cb, storage, error);
}

SzWorkloadView *
sz_view_workload_open (SzOffice *office,
                       const SzWorkloadFilter *filter,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (Storage) storage = g_new0 (Storage, 1);
  SzWorkloadView *view;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && filter != NULL && filter->year > 0, NULL);
  if (!gather (storage, office, filter, cancellable, error))
    return NULL;
  rank_people (storage);
  g_array_sort_with_data (storage->teaching, compare_teaching_cb, storage);
  g_array_sort_with_data (storage->training, compare_training_cb, storage);
  storage->filter = NULL;

  view = g_new0 (SzWorkloadView, 1);
  view->teaching = (SzTeachingLine *)(gpointer)storage->teaching->data;
  view->n_teaching = storage->teaching->len;
  view->training = (SzTrainingLine *)(gpointer)storage->training->data;
  view->n_training = storage->training->len;
  view->storage = g_steal_pointer (&storage);
  return view;
}

GArray *
sz_view_workload_years (SzOffice *office, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  return sz_store_workload_years (sz_office_get_store (office), error);
}

SzPeopleView *
sz_workload_view_people (SzWorkloadView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  return ((Storage *)view->storage)->people;
}
