/* sz-trainee.c — trainees of training classes 职业培训 (RULE tgt-5, wrk-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-trainee.h"

#include <string.h>

gboolean
sz_trainee_completed (const SzTrainee *trainee, gint64 complete_share_x1e4)
{
  g_return_val_if_fail (trainee != NULL, FALSE);
  if (trainee->finished != SZ_ANSWER_EMPTY)
    return trainee->finished == SZ_ANSWER_YES;
  return trainee->due_hours_x100 >= 0 && trainee->done_hours_x100 >= 0
         && (SzWide)trainee->done_hours_x100 * SZ_RATIO_ONE
                >= (SzWide)trainee->due_hours_x100 * complete_share_x1e4;
}

gboolean
sz_trainee_is_unclear (const SzTrainee *trainee, SzDate today)
{
  g_return_val_if_fail (trainee != NULL, FALSE);
  return trainee->finished == SZ_ANSWER_EMPTY && !trainee->cancelled && trainee->to <= today
         && (trainee->due_hours_x100 < 0 || trainee->done_hours_x100 < 0);
}

gboolean
sz_trainee_is_short (const SzTrainee *trainee, gint64 complete_share_x1e4)
{
  g_return_val_if_fail (trainee != NULL, FALSE);
  return trainee->finished == SZ_ANSWER_YES && trainee->due_hours_x100 >= 0
         && trainee->done_hours_x100 >= 0
         && (SzWide)trainee->done_hours_x100 * SZ_RATIO_ONE
                < (SzWide)trainee->due_hours_x100 * complete_share_x1e4;
}

const char *
sz_trainee_differs (const SzTrainee *a, const SzTrainee *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);
  if (g_strcmp0 (a->category, b->category) != 0)
    return "项目类别";
  if (a->from != b->from)
    return "开班日期";
  if (a->to != b->to)
    return "结班日期";
  if (a->due_hours_x100 != b->due_hours_x100)
    return "应完成学时";
  return a->cancelled != b->cancelled ? "班次状态" : NULL;
}

/* What is distinct within a category or the year: key → itself. The keys are made once a row. */
typedef struct
{
  GHashTable *classes;
  GHashTable *people;
  SzTrainingCategory counts;
} Bucket;

static void
bucket_freed_cb (gpointer data)
{
  Bucket *bucket = data;

  g_hash_table_unref (bucket->classes);
  g_hash_table_unref (bucket->people);
  g_free (bucket);
}

static Bucket *
find_bucket (GHashTable *buckets, const char *category)
{
  Bucket *bucket = g_hash_table_lookup (buckets, category);

  if (bucket != NULL)
    return bucket;
  bucket = g_new0 (Bucket, 1);
  bucket->counts.category = category;
  bucket->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bucket->people = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (buckets, (gpointer)category, bucket);
  return bucket;
}

static char *
make_class_key (const SzTrainee *trainee)
{
  return g_strconcat (trainee->project, "\x1f", trainee->session, NULL);
}

static void
count_completed (SzTrainingYear *year, Bucket *bucket, GHashTable *people, const SzTrainee *row)
{
  year->person_times++;
  year->person_hours_x100 += MAX (0, row->due_hours_x100);
  bucket->counts.person_times++;
  g_hash_table_add (bucket->people, row->id_number);
  g_hash_table_add (people, row->id_number);
}

static int
compare_categories_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzTrainingCategory *)a)->category,
                 ((const SzTrainingCategory *)b)->category);
}

static void
take_categories (SzTrainingYear *year, GHashTable *buckets)
{
  GHashTableIter iter;
  gpointer value;

  year->categories = g_array_new (FALSE, TRUE, sizeof (SzTrainingCategory));
  g_hash_table_iter_init (&iter, buckets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Bucket *bucket = value;

      bucket->counts.classes = g_hash_table_size (bucket->classes);
      bucket->counts.people = g_hash_table_size (bucket->people);
      year->classes += bucket->counts.classes;
      g_array_append_val (year->categories, bucket->counts);
    }
  g_array_sort (year->categories, compare_categories_cb);
}

SzTrainingYear *
sz_training_year_new (
    const SzTrainee *const *trainees, gsize n, gint64 complete_share_x1e4, int year, SzDate day)
{
  g_autoptr (GHashTable) buckets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bucket_freed_cb);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) cancelled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SzTrainingYear *result = g_new0 (SzTrainingYear, 1);

  g_return_val_if_fail (trainees != NULL || n == 0, NULL);
  for (gsize i = 0; i < n; i++)
    {
      const SzTrainee *row = trainees[i];
      Bucket *bucket;

      if (sz_date_year (row->to) != year)
        continue;
      result->any = TRUE;
      if (row->to > day)
        continue;
      result->registered++;
      if (row->cancelled)
        {
          g_hash_table_add (cancelled, make_class_key (row));
          continue;
        }
      bucket = find_bucket (buckets, row->category);
      g_hash_table_add (bucket->classes, make_class_key (row));
      if (sz_trainee_completed (row, complete_share_x1e4))
        count_completed (result, bucket, people, row);
      else
        result->not_completed++;
    }
  result->cancelled = g_hash_table_size (cancelled);
  result->people = g_hash_table_size (people);
  take_categories (result, buckets);
  return result;
}

void
sz_training_year_free (SzTrainingYear *year)
{
  if (year == NULL)
    return;
  g_array_unref (year->categories);
  g_free (year);
}

static int
compare_classes_cb (gconstpointer a, gconstpointer b)
{
  const SzTrainingClass *one = a;
  const SzTrainingClass *other = b;
  int order = strcmp (one->project, other->project);

  return order != 0 ? order : strcmp (one->session, other->session);
}

GArray *
sz_training_classes (const SzTrainee *const *trainees, gsize n, gint64 complete_share_x1e4)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *classes = g_array_new (FALSE, TRUE, sizeof (SzTrainingClass));

  g_return_val_if_fail (trainees != NULL || n == 0, classes);
  for (gsize i = 0; i < n; i++)
    {
      const SzTrainee *row = trainees[i];
      char *key = make_class_key (row);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));

      if (place == 0)
        {
          SzTrainingClass new_class
              = { row->project, row->session, row->from, row->to, row->cancelled, 0 };

          g_array_append_val (classes, new_class);
          place = classes->len;
          g_hash_table_insert (places, g_steal_pointer (&key), GUINT_TO_POINTER (place));
        }
      g_free (key);
      if (!row->cancelled && sz_trainee_completed (row, complete_share_x1e4))
        g_array_index (classes, SzTrainingClass, place - 1).completed++;
    }
  g_array_sort (classes, compare_classes_cb);
  return classes;
}

typedef struct
{
  const char *id_number;
  guint class_index;
} Attendance;

static int
compare_attendances_cb (gconstpointer a, gconstpointer b)
{
  const Attendance *one = a;
  const Attendance *other = b;
  int order = strcmp (one->id_number, other->id_number);

  if (order != 0)
    return order;
  return one->class_index < other->class_index ? -1 : one->class_index > other->class_index;
}

static guint
find_class (const GArray *classes, const SzTrainee *row)
{
  const SzTrainingClass wanted = { row->project, row->session, 0, 0, FALSE, 0 };
  guint place = 0;
  gboolean found = g_array_binary_search ((GArray *)classes, &wanted, compare_classes_cb, &place);

  g_assert (found);
  return place;
}

/* Each completed row as person and class, so that those of one person lie together. */
static GArray *
list_attendances (const SzTrainee *const *trainees, gsize n, gint64 share, const GArray *classes)
{
  GArray *attendances = g_array_new (FALSE, TRUE, sizeof (Attendance));

  for (gsize i = 0; i < n; i++)
    {
      Attendance attendance;

      if (trainees[i]->cancelled || !sz_trainee_completed (trainees[i], share))
        continue;
      attendance = (Attendance){ trainees[i]->id_number, find_class (classes, trainees[i]) };
      g_array_append_val (attendances, attendance);
    }
  g_array_sort (attendances, compare_attendances_cb);
  return attendances;
}

static void
count_pair (GHashTable *pairs, const GArray *classes, guint one, guint other)
{
  const SzTrainingClass *a = &g_array_index (classes, SzTrainingClass, one);
  const SzTrainingClass *b = &g_array_index (classes, SzTrainingClass, other);
  gint64 key = (gint64)one << 32 | other;
  guint *people;

  if (sz_date_year (a->to) != sz_date_year (b->to) || a->from > b->to || b->from > a->to)
    return;
  people = g_hash_table_lookup (pairs, &key);
  if (people == NULL)
    {
      gint64 *stored = g_new (gint64, 1);

      *stored = key;
      people = g_new0 (guint, 1);
      g_hash_table_insert (pairs, stored, people);
    }
  *people += 1;
}

static int
compare_overlaps_cb (gconstpointer a, gconstpointer b)
{
  const SzClassOverlap *one = a;
  const SzClassOverlap *other = b;

  if (one->one != other->one)
    return one->one < other->one ? -1 : 1;
  return one->other < other->other ? -1 : one->other > other->other;
}

GArray *
sz_training_overlaps (const SzTrainee *const *trainees,
                      gsize n,
                      gint64 complete_share_x1e4,
                      const GArray *classes)
{
  g_autoptr (GArray) attendances = NULL;
  g_autoptr (GHashTable) pairs
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GArray *overlaps = g_array_new (FALSE, TRUE, sizeof (SzClassOverlap));
  GHashTableIter iter;
  gpointer key;
  gpointer people;

  g_return_val_if_fail (classes != NULL, overlaps);
  attendances = list_attendances (trainees, n, complete_share_x1e4, classes);
  for (guint i = 0; i < attendances->len; i++)
    for (guint j = i + 1; j < attendances->len; j++)
      {
        const Attendance *one = &g_array_index (attendances, Attendance, i);
        const Attendance *other = &g_array_index (attendances, Attendance, j);

        if (strcmp (one->id_number, other->id_number) != 0)
          break;
        count_pair (pairs, classes, one->class_index, other->class_index);
      }
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &key, &people))
    {
      gint64 pair = *(gint64 *)key;
      SzClassOverlap overlap
          = { &g_array_index (classes, SzTrainingClass, pair >> 32),
              &g_array_index (classes, SzTrainingClass, pair & G_MAXUINT32), *(guint *)people };

      g_array_append_val (overlaps, overlap);
    }
  g_array_sort (overlaps, compare_overlaps_cb);
  return overlaps;
}
