/* sz-view-people.c — people as screens and commands read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-people.h"

#include <string.h>

#include "sz-departments.h"
#include "sz-nameindex.h"
#include "sz-office-private.h"
#include "sz-store-people.h"

struct _SzPeopleView
{
  SzDate day;
  GArray *rows;      /* of SzPeopleRow, bytewise by staff number */
  GHashTable *by_id; /* gint64* in the row → row number + 1 */
  GStringChunk *texts;
  SzNameKeys *keys;
  SzNameIndex *names;  /* made when first asked; its ids are row numbers */
  char **sort_keys[3]; /* by SzNameOrder, by row number; made when first asked */
  SzDepartmentOrder *departments;
};

void
sz_people_view_free (SzPeopleView *view)
{
  if (view == NULL)
    return;
  for (gsize order = 0; order < G_N_ELEMENTS (view->sort_keys); order++)
    {
      for (guint i = 0; view->sort_keys[order] != NULL && i < view->rows->len; i++)
        g_free (view->sort_keys[order][i]);
      g_free (view->sort_keys[order]);
    }
  g_clear_pointer (&view->names, sz_name_index_free);
  g_clear_pointer (&view->keys, sz_name_keys_free);
  g_clear_pointer (&view->departments, sz_department_order_free);
  g_clear_pointer (&view->by_id, g_hash_table_unref);
  g_clear_pointer (&view->rows, g_array_unref);
  g_clear_pointer (&view->texts, g_string_chunk_free);
  g_free (view);
}

static const char *
keep_text (SzPeopleView *view, const char *text)
{
  return text != NULL ? g_string_chunk_insert (view->texts, text) : "";
}

/* The same few words stand at many people. */
static const char *
keep_word (SzPeopleView *view, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (view->texts, text) : "";
}

static int
find_employment (const SzPersonFile *file, SzDate day)
{
  const SzRecord *record = sz_record_at ((const SzRecord *)(gpointer)file->records->data,
                                         file->records->len, SZ_RECORD_EMPLOYMENT, day);
  const SzCode *code
      = record != NULL ? sz_codes_by_code (SZ_TABLE_EMPLOYMENT, record->value) : NULL;

  return code != NULL ? code->value : -1;
}

static gboolean
add_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  SzPeopleView *view = user_data;
  const SzPerson *person = &file->person;
  SzPersonState state;
  SzPeopleRow row;

  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len,
                      view->day, &state);
  row = (SzPeopleRow){ .id = person->id,
                       .staff_no = keep_text (view, person->staff_no),
                       .name = keep_text (view, person->name),
                       .pinyin = keep_text (view, person->pinyin),
                       .sex = person->sex,
                       .birth_date = person->birth_date,
                       .department = keep_word (view, state.department),
                       .title = keep_word (view, state.title),
                       .employment = find_employment (file, view->day),
                       .post = state.post,
                       .full_time = state.full_time,
                       .in_service = state.in_service,
                       .service_state = state.service_state,
                       .service_from = state.service_from,
                       .service_to = state.service_to };
  g_array_append_val (view->rows, row);
  return TRUE;
}

static void
index_rows (SzPeopleView *view)
{
  view->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < view->rows->len; i++)
    g_hash_table_insert (view->by_id, &g_array_index (view->rows, SzPeopleRow, i).id,
                         GUINT_TO_POINTER (i + 1));
}

SzPeopleView *
sz_view_people_open (SzOffice *office, SzDate day, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPeopleView) view = g_new0 (SzPeopleView, 1);

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  view->day = sz_date_first_day (day);
  view->rows = g_array_new (FALSE, FALSE, sizeof (SzPeopleRow));
  view->texts = g_string_chunk_new (64 * 1024);
  view->keys = sz_name_keys_new ();
  view->departments = sz_department_order_new (office, error);
  if (view->departments == NULL
      || !sz_store_people_each (sz_office_get_store (office), add_person_cb, view, error))
    return NULL;
  index_rows (view);
  return g_steal_pointer (&view);
}

guint
sz_people_view_get_size (const SzPeopleView *view)
{
  g_return_val_if_fail (view != NULL, 0);

  return view->rows->len;
}

static const SzPeopleRow *
get_row (const SzPeopleView *view, guint number)
{
  return &g_array_index (view->rows, SzPeopleRow, number);
}

/* G_MAXUINT when the id is not in the view. */
static guint
find_number (const SzPeopleView *view, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (view->by_id, &id)) - 1;
}

const SzPeopleRow *
sz_people_view_get_row (const SzPeopleView *view, gint64 id)
{
  guint number = find_number (view, id);

  return number != G_MAXUINT ? get_row (view, number) : NULL;
}

static void
make_names (SzPeopleView *view)
{
  if (view->names != NULL)
    return;
  view->names = sz_name_index_new ();
  for (guint i = 0; i < view->rows->len; i++)
    {
      const SzPeopleRow *row = get_row (view, i);
      g_autofree char *key = sz_name_keys_search_key (view->keys, row->name, row->pinyin);

      sz_name_index_add (view->names, i, key);
    }
}

/* The first row whose staff number is not before @text. */
static guint
find_first_staff_no (const SzPeopleView *view, const char *text)
{
  guint low = 0;
  guint high = view->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (get_row (view, middle)->staff_no, text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Row numbers, ascending, from two ascending lists. */
static GArray *
merge_numbers (const GArray *names, guint first, guint end)
{
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (gint64), names->len + end - first);
  guint i = 0;

  while (i < names->len || first < end)
    {
      gint64 name = i < names->len ? g_array_index (names, gint64, i) : G_MAXINT64;
      gint64 number = first < end ? (gint64)first : G_MAXINT64;
      gint64 least = MIN (name, number);

      g_array_append_val (merged, least);
      i += name == least ? 1 : 0;
      first += number == least ? 1 : 0;
    }
  return merged;
}

static GArray *
find_numbers (SzPeopleView *view, const char *text)
{
  g_autofree char *query = sz_name_fold_query (text);
  g_autofree char *staff_no = g_strstrip (g_strdup (text));
  g_autoptr (GArray) names = NULL;
  guint first = find_first_staff_no (view, staff_no);
  guint end = first;

  make_names (view);
  names = sz_name_index_find (view->names, query);
  while (*staff_no != '\0' && end < view->rows->len
         && g_str_has_prefix (get_row (view, end)->staff_no, staff_no))
    end++;
  return merge_numbers (names, first, end);
}

static void
replace_by_ids (const SzPeopleView *view, GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 *number = &g_array_index (numbers, gint64, i);

      *number = get_row (view, (guint)*number)->id;
    }
}

GArray *
sz_people_view_find (SzPeopleView *view, const char *text)
{
  GArray *numbers;

  g_return_val_if_fail (view != NULL && text != NULL, NULL);
  numbers = find_numbers (view, text);
  replace_by_ids (view, numbers);
  return numbers;
}

static gboolean
admits (const SzPeopleFilter *filter, const SzPeopleRow *row)
{
  return (filter->department == NULL || strcmp (filter->department, row->department) == 0)
         && (filter->employment < 0 || filter->employment == row->employment)
         && (filter->category == SZ_POST_NONE || filter->category == sz_post_category (row->post))
         && (filter->in_service < 0 || (filter->in_service != 0) == row->in_service)
         && (filter->full_time < 0 || (filter->full_time != 0) == row->full_time);
}

static GArray *
list_numbers (SzPeopleView *view, const char *text)
{
  GArray *numbers;

  if (text != NULL && *text != '\0')
    return find_numbers (view, text);
  numbers = g_array_sized_new (FALSE, FALSE, sizeof (gint64), view->rows->len);
  for (guint i = 0; i < view->rows->len; i++)
    {
      gint64 number = i;

      g_array_append_val (numbers, number);
    }
  return numbers;
}

GArray *
sz_people_view_ids (SzPeopleView *view, const SzPeopleFilter *filter, SzPeopleOrder order)
{
  g_autoptr (GArray) numbers = NULL;
  GArray *ids;

  g_return_val_if_fail (view != NULL && filter != NULL, NULL);
  numbers = list_numbers (view, filter->text);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < numbers->len; i++)
    {
      const SzPeopleRow *row = get_row (view, (guint)g_array_index (numbers, gint64, i));

      if (admits (filter, row))
        g_array_append_val (ids, row->id);
    }
  sz_people_view_sort (view, ids, order);
  return ids;
}

static const char *
get_sort_key (SzPeopleView *view, SzNameOrder order, guint number)
{
  const SzPeopleRow *row = get_row (view, number);

  if (view->sort_keys[order] == NULL)
    view->sort_keys[order] = g_new0 (char *, view->rows->len);
  if (view->sort_keys[order][number] == NULL)
    view->sort_keys[order][number]
        = sz_name_keys_sort_key (view->keys, order, row->name, row->pinyin);
  return view->sort_keys[order][number];
}

static int
compare_names (SzPeopleView *view, SzNameOrder order, guint a, guint b)
{
  return strcmp (get_sort_key (view, order, a), get_sort_key (view, order, b));
}

static int
compare_dates (SzDate a, SzDate b)
{
  return a < b ? -1 : a > b;
}

/* The order of rosters: department, level, 姓氏笔画. */
static int
compare_places (SzPeopleView *view, guint a, guint b, gboolean by_department)
{
  const SzPeopleRow *left = get_row (view, a);
  const SzPeopleRow *right = get_row (view, b);
  int order = by_department ? sz_department_order_compare (view->departments, left->department,
                                                           right->department)
                            : 0;

  if (order == 0)
    order = sz_post_order (left->post) - sz_post_order (right->post);
  return order != 0 ? order : compare_names (view, SZ_NAME_ORDER_SURNAME_STROKES, a, b);
}

static int
compare_teachers (SzPeopleView *view, guint a, guint b)
{
  int order = sz_department_order_compare (view->departments, get_row (view, a)->department,
                                           get_row (view, b)->department);

  return order != 0 ? order : compare_names (view, SZ_NAME_ORDER_SURNAME_STROKES, a, b);
}

typedef struct
{
  SzPeopleView *view;
  SzPeopleOrder order;
} Sorting;

static int
compare_by_order (const Sorting *sorting, guint a, guint b)
{
  SzPeopleView *view = sorting->view;

  switch (sorting->order)
    {
    case SZ_PEOPLE_BY_SURNAME:
      return compare_names (view, SZ_NAME_ORDER_SURNAME_STROKES, a, b);
    case SZ_PEOPLE_BY_STROKES:
      return compare_names (view, SZ_NAME_ORDER_NAME_STROKES, a, b);
    case SZ_PEOPLE_BY_PINYIN:
      return compare_names (view, SZ_NAME_ORDER_PINYIN, a, b);
    case SZ_PEOPLE_BY_DEPARTMENT:
      return compare_places (view, a, b, TRUE);
    case SZ_PEOPLE_BY_TEACHER:
      return compare_teachers (view, a, b);
    case SZ_PEOPLE_BY_POST:
      return compare_places (view, a, b, FALSE);
    case SZ_PEOPLE_BY_BIRTH:
      return compare_dates (get_row (view, a)->birth_date, get_row (view, b)->birth_date);
    case SZ_PEOPLE_BY_ENTRY:
      return compare_dates (get_row (view, a)->service_from, get_row (view, b)->service_from);
    case SZ_PEOPLE_BY_STAFF_NO:
    default:
      return 0;
    }
}

/* Rows stand by staff number, which decides wherever nothing else does. */
static int
compare_ids_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sorting *sorting = user_data;
  guint left = find_number (sorting->view, *(const gint64 *)a);
  guint right = find_number (sorting->view, *(const gint64 *)b);
  int order = compare_by_order (sorting, left, right);

  return order != 0 ? order : (left < right ? -1 : left > right);
}

void
sz_people_view_sort (SzPeopleView *view, GArray *ids, SzPeopleOrder order)
{
  Sorting sorting = { view, order };

  g_return_if_fail (view != NULL && ids != NULL);
  g_array_sort_with_data (ids, compare_ids_cb, &sorting);
}

static int
compare_departments_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SzPeopleView *view = user_data;

  return sz_department_order_compare (view->departments, *(const char *const *)a,
                                      *(const char *const *)b);
}

GPtrArray *
sz_people_view_departments (SzPeopleView *view)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  g_return_val_if_fail (view != NULL, NULL);

  for (guint i = 0; i < view->rows->len; i++)
    {
      const char *name = get_row (view, i)->department;

      if (*name != '\0' && g_hash_table_add (seen, (gpointer)name))
        g_ptr_array_add (names, (gpointer)name);
    }
  g_ptr_array_sort_with_data (names, compare_departments_cb, view);
  return names;
}

SzPersonFile *
sz_view_person_open (SzOffice *office, const char *staff_no, GError **error)
{
  g_autoptr (GError) fault = NULL;
  SzPersonFile *file;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && staff_no != NULL, NULL);
  file = sz_store_person_by_staff_no (sz_office_get_store (office), staff_no, &fault);
  if (file == NULL && fault == NULL)
    sz_error_set (&fault, SZ_ERROR_REFUSED, "person.unknown", "staff_no", staff_no, NULL);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return file;
}
