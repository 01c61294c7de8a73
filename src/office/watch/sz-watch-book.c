/* sz-watch-book.c — all that targets and supervision look at, from one state of the database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-watch-book.h"

#include <stdlib.h>
#include <string.h>

#include "sz-params.h"

static const char *
keep (SzWatchBook *book, const char *text)
{
  return g_string_chunk_insert (book->strings, text != NULL ? text : "");
}

/* Departments and codes repeat: they are kept once. */
static const char *
keep_word (SzWatchBook *book, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (book->strings, text) : NULL;
}

static gboolean
add_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  SzWatchBook *book = user_data;
  const SzPerson *person = &file->person;
  SzWatchPerson row = { .id = person->id,
                        .staff_no = keep (book, person->staff_no),
                        .name = keep (book, person->name),
                        .id_number = keep (book, person->id_number),
                        .education = keep_word (book, person->education),
                        .sex = person->sex,
                        .birth_date = person->birth_date,
                        .original_age = person->original_retirement_age,
                        .first_service = book->services->len,
                        .n_services = file->services->len,
                        .first_employment = book->employments->len };

  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len,
                      book->day, &row.state);
  row.state.department = keep_word (book, row.state.department);
  row.state.title = keep_word (book, row.state.title);
  g_array_append_vals (book->services, file->services->data, file->services->len);
  for (guint i = 0; i < file->records->len; i++)
    {
      SzRecord record = g_array_index (file->records, SzRecord, i);

      if (record.field != SZ_RECORD_EMPLOYMENT)
        continue;
      record.value = (char *)keep_word (book, record.value);
      g_array_append_val (book->employments, record);
      row.n_employments++;
    }
  g_array_append_val (book->people, row);
  g_hash_table_insert (book->by_id, g_memdup2 (&row.id, sizeof row.id),
                       GUINT_TO_POINTER (book->people->len));
  return TRUE;
}

static gboolean
read_people (SzWatchBook *book, GError **error)
{
  book->people = g_array_new (FALSE, TRUE, sizeof (SzWatchPerson));
  book->services = g_array_new (FALSE, TRUE, sizeof (SzService));
  book->employments = g_array_new (FALSE, TRUE, sizeof (SzRecord));
  return sz_store_people_each (book->store, add_person_cb, book, error);
}

static gboolean
read_targets (SzWatchBook *book, GError **error)
{
  SzStore *store = book->store;

  return (book->targets = sz_store_target_list (store, SZ_ROWS_ALL, error)) != NULL
         && (book->entries = sz_store_entry_list (store, SZ_ROWS_ALL, error)) != NULL
         && (book->trainees = sz_store_trainee_list (store, SZ_ROWS_ALL, error)) != NULL
         && (book->majors = sz_store_major_list (store, SZ_ROWS_ALL, error)) != NULL
         && (book->graduates = sz_store_graduate_list (store, SZ_ROWS_ALL, error)) != NULL
         && (book->skill_due = sz_store_skill_due_list (store, SZ_ROWS_ALL, error)) != NULL
         && (book->skill_results = sz_store_skill_result_list (store, SZ_ROWS_ALL, error)) != NULL
         && (book->roster = sz_store_roster_list (store, SZ_ROWS_ALL, error)) != NULL
         && (book->rotations = sz_store_rotation_list (store, SZ_ROWS_ALL, error)) != NULL
         && (book->contests = sz_store_contest_list (store, SZ_ROWS_ALL, error)) != NULL;
}

static gboolean
read_parts (SzWatchBook *book, guint parts, GError **error)
{
  book->params = sz_params_gather (book->office, error);
  if (book->params == NULL)
    return FALSE;
  book->rules = sz_watch_rules_new (book->params, book->day, error);
  if (book->rules == NULL)
    return FALSE;
  book->departments = sz_store_department_list (book->store, SZ_ROWS_ALL, error);
  if (book->departments == NULL || ((parts & SZ_BOOK_PEOPLE) != 0 && !read_people (book, error))
      || ((parts & SZ_BOOK_TARGETS) != 0 && !read_targets (book, error)))
    return FALSE;
  if ((parts & SZ_BOOK_SUPERVISION) != 0
      && ((book->leaders = sz_store_leader_list (book->store, SZ_ROWS_ALL, error)) == NULL
          || (book->rectify = sz_store_rectify_list (book->store, SZ_ROWS_ALL, error)) == NULL))
    return FALSE;
  return (parts & SZ_BOOK_CONTRACTS) == 0
         || (book->contracts = sz_store_contract_list (book->store, SZ_ROWS_ALL, error)) != NULL;
}

SzWatchBook *
sz_watch_book_open (SzOffice *office, SzDate day, guint parts, GError **error)
{
  g_autoptr (SzWatchBook) book = NULL;
  gboolean read;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  book = g_new0 (SzWatchBook, 1);
  book->office = office;
  book->store = sz_office_get_store (office);
  book->day = sz_date_first_day (day);
  book->strings = g_string_chunk_new (4096);
  book->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (!sz_store_begin_read (book->store, error))
    return NULL;
  read = read_parts (book, parts, error);
  sz_store_end_read (book->store);
  return read ? g_steal_pointer (&book) : NULL;
}

void
sz_watch_book_free (SzWatchBook *book)
{
  GArray **const lists[]
      = { &book->params,    &book->departments, &book->people,   &book->services,
          &book->targets,   &book->entries,     &book->trainees, &book->majors,
          &book->graduates, &book->skill_due,   &book->roster,   &book->skill_results,
          &book->rotations, &book->contests,    &book->leaders,  &book->rectify,
          &book->contracts, &book->employments };

  if (book == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_array_unref);
  g_clear_pointer (&book->rules, sz_watch_rules_free);
  g_string_chunk_free (book->strings);
  g_hash_table_unref (book->by_id);
  g_clear_pointer (&book->by_id_number, g_hash_table_unref);
  g_free (book);
}

const SzWatchPerson *
sz_watch_book_person (const SzWatchBook *book, gint64 id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (book->by_id, &id));

  return place != 0 ? &g_array_index (book->people, SzWatchPerson, place - 1) : NULL;
}

const SzWatchPerson *
sz_watch_book_by_id_number (SzWatchBook *book, const char *id_number)
{
  g_return_val_if_fail (book != NULL && id_number != NULL, NULL);
  if (book->by_id_number == NULL)
    {
      book->by_id_number = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < book->people->len; i++)
        {
          SzWatchPerson *person = &g_array_index (book->people, SzWatchPerson, i);

          if (*person->id_number != '\0')
            g_hash_table_insert (book->by_id_number, (gpointer)person->id_number, person);
        }
    }
  return g_hash_table_lookup (book->by_id_number, id_number);
}

static int
compare_staff_no_cb (const void *key, const void *person)
{
  return strcmp (key, ((const SzWatchPerson *)person)->staff_no);
}

const SzWatchPerson *
sz_watch_book_by_staff_no (const SzWatchBook *book, const char *staff_no)
{
  g_return_val_if_fail (book != NULL && staff_no != NULL, NULL);
  return book->people->len > 0 ? bsearch (staff_no, book->people->data, book->people->len,
                                          sizeof (SzWatchPerson), compare_staff_no_cb)
                               : NULL;
}

gboolean
sz_watch_book_serves (const SzWatchBook *book, const SzWatchPerson *person, SzDate from, SzDate to)
{
  g_return_val_if_fail (book != NULL && person != NULL, FALSE);
  for (guint i = 0; i < person->n_services; i++)
    {
      const SzService *service
          = &g_array_index (book->services, SzService, person->first_service + i);

      if (sz_date_first_day (service->from) <= to
          && (service->to == SZ_DATE_NONE || sz_date_first_day (service->to) >= from))
        return TRUE;
    }
  return FALSE;
}

gboolean
sz_watch_book_is_own (const SzWatchBook *book, const SzWatchPerson *person, SzDate day)
{
  const SzRecord *records;
  const SzService *services;
  SzPersonState state;

  g_return_val_if_fail (book != NULL && person != NULL, FALSE);
  records = (const SzRecord *)(gpointer)book->employments->data;
  services = (const SzService *)(gpointer)book->services->data;
  sz_person_state_at (records + person->first_employment, person->n_employments,
                      services + person->first_service, person->n_services, day, &state);
  return state.in_service
         && (state.employment == SZ_EMPLOYMENT_ESTABLISHED
             || state.employment == SZ_EMPLOYMENT_AGENCY);
}

const char *
sz_watch_book_function (const SzWatchBook *book, const char *department)
{
  g_return_val_if_fail (book != NULL, "");
  for (guint i = 0; department != NULL && i < book->departments->len; i++)
    {
      const SzDepartment *row = &g_array_index (book->departments, SzDepartment, i);

      if (g_str_equal (row->name, department))
        return row->function != NULL ? row->function : "";
    }
  return "";
}

const char *
sz_watch_book_office_of (const SzWatchBook *book, const char *function)
{
  g_return_val_if_fail (book != NULL && function != NULL, NULL);
  for (guint i = 0; i < book->departments->len; i++)
    {
      const SzDepartment *row = &g_array_index (book->departments, SzDepartment, i);

      if (g_strcmp0 (row->function, function) == 0)
        return row->name;
    }
  return NULL;
}

GPtrArray *
sz_watch_pointers (const GArray *rows, gsize offset)
{
  GPtrArray *pointers;
  gsize size;

  g_return_val_if_fail (rows != NULL, NULL);
  size = g_array_get_element_size ((GArray *)rows);
  pointers = g_ptr_array_sized_new (rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (pointers, rows->data + i * size + offset);
  return pointers;
}
