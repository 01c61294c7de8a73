/* sz-people-columns.c — everybody as of one day, a column at a time, in little memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-columns.h"

#include <string.h>

#include "sz-departments.h"
#include "sz-office-private.h"
#include "sz-store-people-scan.h"

/* Rows read at a time: a few milliseconds. */
#define STEP 4000
/* Ids are nearly without gaps; beyond this there is something strange. */
#define ID_LIMIT (64 * 1024 * 1024)

typedef enum
{
  STAGE_IDS,
  STAGE_PEOPLE,
  STAGE_RECORDS,
  STAGE_SERVICES,
  STAGE_RANKS,
  STAGE_DONE
} Stage;

/* How far the reading is, and what only the reading needs. */
typedef struct
{
  Stage stage;
  gint64 after;
  SzDate *from[SZ_N_RECORD_FIELDS]; /* of the record that counts so far */
  SzDate *service_to;
  GHashTable *known_names; /* pair → number + 1 */
} Reading;

/* Where the dated fields go. */
static const SzPeopleWord word_of_field[SZ_N_RECORD_FIELDS] = {
  [SZ_RECORD_DEPARTMENT] = SZ_PEOPLE_WORD_DEPARTMENT,
  [SZ_RECORD_EMPLOYMENT] = SZ_PEOPLE_WORD_EMPLOYMENT,
  [SZ_RECORD_POST] = SZ_PEOPLE_WORD_POST,
  [SZ_RECORD_FULL_TIME] = SZ_PEOPLE_WORD_FULL_TIME,
  [SZ_RECORD_TITLE] = SZ_PEOPLE_WORD_TITLE,
  [SZ_RECORD_PAY_REGIME] = SZ_PEOPLE_WORD_PAY_REGIME,
};

/* The table that orders the words; departments and posts have orders of their own. */
static const SzCodeTable table_of_word[SZ_N_PEOPLE_WORDS] = {
  [SZ_PEOPLE_WORD_SEX] = SZ_TABLE_SEX,
  [SZ_PEOPLE_WORD_DEPARTMENT] = SZ_N_TABLES,
  [SZ_PEOPLE_WORD_POST] = SZ_N_TABLES,
  [SZ_PEOPLE_WORD_TITLE] = SZ_TABLE_TITLE,
  [SZ_PEOPLE_WORD_EMPLOYMENT] = SZ_TABLE_EMPLOYMENT,
  [SZ_PEOPLE_WORD_FULL_TIME] = SZ_TABLE_YES_NO,
  [SZ_PEOPLE_WORD_PAY_REGIME] = SZ_TABLE_PAY_REGIME,
  [SZ_PEOPLE_WORD_EDUCATION] = SZ_TABLE_EDUCATION,
  [SZ_PEOPLE_WORD_DEGREE] = SZ_TABLE_DEGREE,
  [SZ_PEOPLE_WORD_POLITICAL] = SZ_TABLE_POLITICAL,
  [SZ_PEOPLE_WORD_ETHNICITY] = SZ_TABLE_ETHNICITY,
  [SZ_PEOPLE_WORD_SKILL] = SZ_TABLE_SKILL,
  [SZ_PEOPLE_WORD_STATE] = SZ_TABLE_SERVICE_STATE,
};

static void
free_reading (Reading *reading)
{
  if (reading == NULL)
    return;
  for (guint i = 0; i < SZ_N_RECORD_FIELDS; i++)
    g_free (reading->from[i]);
  g_free (reading->service_to);
  g_clear_pointer (&reading->known_names, g_hash_table_unref);
  g_free (reading);
}

SzPeopleColumns *
sz_people_columns_new (SzDate day)
{
  SzPeopleColumns *columns = g_new0 (SzPeopleColumns, 1);
  Reading *reading = g_new0 (Reading, 1);

  columns->day = sz_date_first_day (day);
  columns->names = g_string_new (NULL);
  columns->staff_nos = g_string_new (NULL);
  for (guint i = 0; i < SZ_N_PEOPLE_WORDS; i++)
    {
      columns->words[i].texts = g_ptr_array_new_with_free_func (g_free);
      columns->words[i].places = g_hash_table_new (g_str_hash, g_str_equal);
      g_ptr_array_add (columns->words[i].texts, g_strdup (""));
    }
  reading->known_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  columns->reading = reading;
  return columns;
}

void
sz_people_columns_free (SzPeopleColumns *columns)
{
  if (columns == NULL)
    return;
  for (guint i = 0; i < SZ_N_PEOPLE_WORDS; i++)
    {
      g_free (columns->words[i].values);
      g_free (columns->words[i].ranks);
      g_ptr_array_unref (columns->words[i].texts);
      g_hash_table_unref (columns->words[i].places);
    }
  g_free (columns->ids);
  g_free (columns->birth);
  g_free (columns->entry);
  g_free (columns->in_service);
  g_free (columns->name_of);
  g_free (columns->staff_no_at);
  g_free (columns->row_of);
  g_string_free (columns->names, TRUE);
  g_string_free (columns->staff_nos, TRUE);
  free_reading (columns->reading);
  g_free (columns);
}

guint
sz_people_columns_find_row (const SzPeopleColumns *columns, gint64 id)
{
  g_return_val_if_fail (columns != NULL, 0);

  return id > 0 && id <= columns->max_id ? columns->row_of[id] - 1 : G_MAXUINT;
}

static void
allocate (SzPeopleColumns *columns, Reading *reading)
{
  const gsize n = MAX (columns->n, 1);

  for (guint i = 0; i < SZ_N_PEOPLE_WORDS; i++)
    columns->words[i].values = g_new0 (guint16, n);
  for (guint i = 0; i < SZ_N_RECORD_FIELDS; i++)
    reading->from[i] = g_new0 (SzDate, n);
  columns->birth = g_new0 (SzDate, n);
  columns->entry = g_new0 (SzDate, n);
  columns->in_service = g_new0 (guint8, n);
  columns->name_of = g_new0 (guint32, n);
  columns->staff_no_at = g_new0 (guint32, n);
  reading->service_to = g_new0 (SzDate, n);
}

static gboolean
read_ids (SzPeopleColumns *columns, Reading *reading, SzStore *store, GError **error)
{
  GArray *ids = sz_store_people_ids (store, error);

  if (ids == NULL)
    return FALSE;
  columns->n = ids->len;
  columns->ids = (gint64 *)(gpointer)g_array_free (ids, FALSE);
  for (guint i = 0; i < columns->n; i++)
    columns->max_id = MAX (columns->max_id, columns->ids[i]);
  if (columns->max_id > ID_LIMIT)
    return sz_error_set (error, SZ_ERROR_OVERFLOW, "people.ids", NULL);
  columns->row_of = g_new0 (guint32, columns->max_id + 1);
  for (guint i = 0; i < columns->n; i++)
    columns->row_of[columns->ids[i]] = i + 1;
  allocate (columns, reading);
  return TRUE;
}

static guint16
find_place (SzWordColumn *column, const char *text)
{
  gpointer place;
  char *copy;

  if (text == NULL || *text == '\0')
    return 0;
  if (g_hash_table_lookup_extended (column->places, text, NULL, &place))
    return (guint16)GPOINTER_TO_UINT (place);
  if (column->texts->len > G_MAXUINT16)
    return 0;
  copy = g_strdup (text);
  place = GUINT_TO_POINTER (column->texts->len);
  g_ptr_array_add (column->texts, copy);
  g_hash_table_insert (column->places, copy, place);
  return (guint16)GPOINTER_TO_UINT (place);
}

static void
set_word (SzPeopleColumns *columns, SzPeopleWord word, guint row, const char *text)
{
  columns->words[word].values[row] = find_place (&columns->words[word], text);
}

/* A name and its corrected pinyin count as one; most have none. */
static guint32
number_name (SzPeopleColumns *columns, Reading *reading, const char *name, const char *pinyin)
{
  g_autofree char *pair = *pinyin != '\0' ? g_strconcat (name, "\n", pinyin, NULL) : NULL;
  const char *key = pair != NULL ? pair : name;
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (reading->known_names, key));

  if (number > 0)
    return number - 1;
  g_string_append_len (columns->names, name, (gssize)strlen (name) + 1);
  g_string_append_len (columns->names, pinyin, (gssize)strlen (pinyin) + 1);
  number = columns->n_names++;
  g_hash_table_insert (reading->known_names, g_strdup (key), GUINT_TO_POINTER (number + 1));
  return number;
}

static void
take_person_cb (const SzPersonBrief *brief, gpointer user_data)
{
  SzPeopleColumns *columns = user_data;
  guint row = sz_people_columns_find_row (columns, brief->id);

  if (row == G_MAXUINT)
    return;
  columns->staff_no_at[row] = (guint32)columns->staff_nos->len;
  g_string_append_len (columns->staff_nos, brief->staff_no, (gssize)strlen (brief->staff_no) + 1);
  columns->name_of[row] = number_name (columns, columns->reading, brief->name, brief->pinyin);
  columns->birth[row] = brief->birth_date;
  set_word (columns, SZ_PEOPLE_WORD_SEX, row, brief->sex);
  set_word (columns, SZ_PEOPLE_WORD_ETHNICITY, row, brief->ethnicity);
  set_word (columns, SZ_PEOPLE_WORD_POLITICAL, row, brief->political);
  set_word (columns, SZ_PEOPLE_WORD_EDUCATION, row, brief->education);
  set_word (columns, SZ_PEOPLE_WORD_DEGREE, row, brief->degree);
  set_word (columns, SZ_PEOPLE_WORD_SKILL, row, brief->skill);
}

/* RULE ppl-3: the last record of a field that has begun. */
static void
take_record_cb (
    gint64 person_id, SzRecordField field, SzDate from, const char *value, gpointer user_data)
{
  SzPeopleColumns *columns = user_data;
  const Reading *reading = columns->reading;
  guint row = sz_people_columns_find_row (columns, person_id);

  if (row == G_MAXUINT || sz_date_first_day (from) > columns->day
      || from < reading->from[field][row])
    return;
  reading->from[field][row] = from;
  set_word (columns, word_of_field[field], row, value);
}

static const char *
get_state_code (SzServiceState state)
{
  const SzCode *code = sz_codes_by_value (SZ_TABLE_SERVICE_STATE, (int)state);

  return code != NULL ? code->code : "";
}

/* RULE ppl-7: the service that covers the day, else the one that ended last. */
static void
take_service_cb (gint64 person_id, const SzService *service, gpointer user_data)
{
  SzPeopleColumns *columns = user_data;
  const Reading *reading = columns->reading;
  guint row = sz_people_columns_find_row (columns, person_id);
  gboolean covers = sz_service_covers (service, columns->day);
  gboolean known;

  if (row == G_MAXUINT || sz_date_first_day (service->from) > columns->day)
    return;
  known = columns->entry[row] != SZ_DATE_NONE;
  if (columns->in_service[row] && (!covers || service->from > columns->entry[row]))
    return;
  if (!covers && known
      && sz_date_first_day (service->to) <= sz_date_first_day (reading->service_to[row]))
    return;
  columns->in_service[row] = covers;
  columns->entry[row] = service->from;
  reading->service_to[row] = service->to;
  if (covers || service->ended_as == SZ_SERVICE_ACTIVE)
    set_word (columns, SZ_PEOPLE_WORD_STATE, row,
              get_state_code (covers ? SZ_SERVICE_ACTIVE : SZ_SERVICE_LEFT));
  else
    set_word (columns, SZ_PEOPLE_WORD_STATE, row, get_state_code (service->ended_as));
}

/* Words in the order people expect: departments as forms have them, posts and codes by their
 * tables. */

typedef struct
{
  const SzWordColumn *column;
  SzCodeTable table;
  const SzDepartmentOrder *departments; /* (nullable) */
} Ranking;

static int
place_in_table (SzCodeTable table, const char *code)
{
  const SzCode *rows = sz_codes_table (table);

  for (int i = 0; rows[i].code != NULL; i++)
    if (strcmp (rows[i].code, code) == 0)
      return i;
  return G_MAXINT;
}

static int
compare_words_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ranking *ranking = user_data;
  const char *left = g_ptr_array_index (ranking->column->texts, *(const guint32 *)a);
  const char *right = g_ptr_array_index (ranking->column->texts, *(const guint32 *)b);
  int order;

  if (ranking->departments != NULL)
    return sz_department_order_compare (ranking->departments, left, right);
  if (ranking->table == SZ_N_TABLES)
    order = sz_post_order (sz_post_from_code (left)) - sz_post_order (sz_post_from_code (right));
  else
    {
      int place = place_in_table (ranking->table, left);
      int other = place_in_table (ranking->table, right);

      order = place < other ? -1 : place > other;
    }
  return order != 0 ? order : strcmp (left, right);
}

static void
rank_words (SzWordColumn *column, SzCodeTable table, const SzDepartmentOrder *departments)
{
  Ranking ranking = { column, table, departments };
  const guint n = column->texts->len;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 place = 1; place < n; place++)
    g_array_append_val (places, place);
  g_array_sort_with_data (places, compare_words_cb, &ranking);
  column->n_ranks = n;
  column->ranks = g_new0 (guint32, n);
  column->ranks[0] = n - 1; /* what is not known stands last */
  for (guint32 rank = 0; rank < places->len; rank++)
    column->ranks[g_array_index (places, guint32, rank)] = rank;
}

static gboolean
rank_all (SzPeopleColumns *columns, SzOffice *office, GError **error)
{
  g_autoptr (SzDepartmentOrder) departments = sz_department_order_new (office, error);

  if (departments == NULL)
    return FALSE;
  for (guint i = 0; i < SZ_N_PEOPLE_WORDS; i++)
    rank_words (&columns->words[i], table_of_word[i],
                i == SZ_PEOPLE_WORD_DEPARTMENT ? departments : NULL);
  return TRUE;
}

static gboolean
read_step (SzPeopleColumns *columns, Reading *reading, SzOffice *office, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  gboolean more = FALSE;
  gboolean done;

  switch (reading->stage)
    {
    case STAGE_IDS:
      done = read_ids (columns, reading, store, error);
      break;
    case STAGE_PEOPLE:
      done = sz_store_people_scan (store, &reading->after, STEP, &more, take_person_cb, columns,
                                   error);
      break;
    case STAGE_RECORDS:
      done = sz_store_records_scan (store, &reading->after, STEP, &more, take_record_cb, columns,
                                    error);
      break;
    case STAGE_SERVICES:
      done = sz_store_services_scan (store, &reading->after, STEP, &more, take_service_cb, columns,
                                     error);
      break;
    case STAGE_RANKS:
      done = rank_all (columns, office, error);
      break;
    case STAGE_DONE:
    default:
      return TRUE;
    }
  if (done && !more)
    {
      reading->after = 0;
      reading->stage++;
    }
  return done;
}

gboolean
sz_people_columns_read (SzPeopleColumns *columns,
                        SzOffice *office,
                        gint64 budget_us,
                        gboolean *complete,
                        GError **error)
{
  const gint64 end = g_get_monotonic_time () + budget_us;

  g_return_val_if_fail (columns != NULL && SZ_IS_OFFICE (office), FALSE);
  *complete = columns->reading == NULL;
  /* However slow the machine, each call takes one step at least. */
  for (gboolean first = TRUE; !*complete && (first || g_get_monotonic_time () < end); first = FALSE)
    {
      Reading *reading = columns->reading;

      if (!read_step (columns, reading, office, error))
        return FALSE;
      *complete = reading->stage == STAGE_DONE;
      if (*complete)
        {
          free_reading (reading);
          columns->reading = NULL;
        }
    }
  return TRUE;
}

static const char *
get_staff_no (const SzPeopleColumns *columns, guint row)
{
  return columns->staff_nos->str + columns->staff_no_at[row];
}

void
sz_people_columns_find_staff_nos (const SzPeopleColumns *columns,
                                  const char *text,
                                  guint *first,
                                  guint *end)
{
  const gsize length = strlen (text);
  guint low = 0;
  guint high = columns->n;

  g_return_if_fail (first != NULL && end != NULL);

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (strcmp (get_staff_no (columns, middle), text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *first = *end = low;
  high = columns->n;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (strncmp (get_staff_no (columns, middle), text, length) <= 0)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;
}

guint
sz_people_columns_find_word (const SzPeopleColumns *columns, SzPeopleWord word, const char *text)
{
  gpointer place;

  g_return_val_if_fail (columns != NULL, 0);

  if (g_hash_table_lookup_extended (columns->words[word].places, text, NULL, &place))
    return GPOINTER_TO_UINT (place);
  return G_MAXUINT;
}
