/* sz-view-kinship.c — related people and what the rules say of each pair 亲属关系 (RULE aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-kinship.h"

#include <string.h>

#include "sz-codes.h"
#include "sz-store-registers.h"
#include "sz-watch-scan.h"

/* The duties of a day. */
typedef struct
{
  const SzWatchBook *book;
  GHashTable *duties; /* person id → GArray of SzKinDuty */
  GPtrArray *charges; /* of GStrv */
  SzKinRules rules;
} Duties;

static void
clear_duties (Duties *duties)
{
  g_clear_pointer (&duties->duties, g_hash_table_unref);
  g_clear_pointer (&duties->charges, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Duties, clear_duties)

static gboolean
holds (const SzLeaderRow *row, SzDate day)
{
  return sz_date_first_day (row->from) <= day
         && (row->to == SZ_DATE_NONE || day <= sz_date_first_day (row->to));
}

static void
strv_freed_cb (gpointer data)
{
  g_strfreev (data);
}

static void
array_freed_cb (gpointer data)
{
  g_array_unref (data);
}

/* What one leader is in charge of, by several rows, is one list. */
static void
add_charge (GHashTable *by_person, const SzLeaderRow *row)
{
  GString *units = g_hash_table_lookup (by_person, &row->person_id);

  if (units == NULL)
    {
      units = g_string_new (NULL);
      g_hash_table_insert (by_person, (gpointer)&row->person_id, units);
    }
  g_string_append_printf (units, "%s、", row->charge != NULL ? row->charge : "");
}

static void
string_freed_cb (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
read_duties (Duties *duties, const SzWatchBook *book)
{
  g_autoptr (GHashTable) by_person
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, string_freed_cb);
  GHashTableIter iter;
  gpointer units;

  duties->book = book;
  duties->duties = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, array_freed_cb);
  duties->charges = g_ptr_array_new_with_free_func (strv_freed_cb);
  for (guint i = 0; i < book->leaders->len; i++)
    {
      const SzLeaderRow *row = &g_array_index (book->leaders, SzLeaderRow, i);
      const SzWatchPerson *person = sz_watch_book_person (book, row->person_id);
      GArray *own = g_hash_table_lookup (duties->duties, &row->person_id);
      SzKinDuty duty = { .duty = row->duty };

      if (person == NULL || !holds (row, book->day))
        continue;
      if (own == NULL)
        {
          own = g_array_new (FALSE, TRUE, sizeof (SzKinDuty));
          g_hash_table_insert (duties->duties, (gpointer)&row->person_id, own);
        }
      duty.unit = row->unit != NULL && *row->unit != '\0' ? row->unit : person->state.department;
      duty.function = sz_watch_book_function (book, duty.unit);
      g_array_append_val (own, duty);
      if (row->duty == SZ_DUTY_LEADER || row->duty == SZ_DUTY_DEPUTY_LEADER)
        add_charge (by_person, row);
    }
  g_hash_table_iter_init (&iter, by_person);
  while (g_hash_table_iter_next (&iter, NULL, &units))
    g_ptr_array_add (duties->charges, sz_kin_split_units (((GString *)units)->str));
  duties->rules
      = (SzKinRules){ (const char *const *)book->rules->key_units->pdata, duties->charges };
}

static SzKinParty
make_party (const Duties *duties, const SzWatchPerson *person)
{
  const GArray *own = g_hash_table_lookup (duties->duties, &person->id);

  return (SzKinParty){ own != NULL ? (const SzKinDuty *)(gpointer)own->data : NULL,
                       own != NULL ? own->len : 0, person->state.department,
                       sz_watch_book_function (duties->book, person->state.department),
                       person->state.post };
}

static guint
judge_pair (const Duties *duties, const SzWatchPerson *one, const SzWatchPerson *other)
{
  SzKinParty a;
  SzKinParty b;

  if (one == NULL || other == NULL || !one->state.in_service || !other->state.in_service)
    return 0;
  a = make_party (duties, one);
  b = make_party (duties, other);
  return sz_kin_judge (&duties->rules, &a, &b);
}

/* An outsider's key is a letter and the ID number or name. */
static void
name_party (
    const char *key, const char *declared, const SzWatchPerson *person, char **id, char **name)
{
  *id = g_strdup (person != NULL ? person->staff_no : key + 1);
  *name = g_strdup (person != NULL ? person->name : declared);
}

static void
swap_sides (SzKinPair *pair)
{
  char *texts[] = { pair->a, pair->a_name, pair->a_unit, pair->a_duty };

  pair->a = pair->b;
  pair->a_name = pair->b_name;
  pair->a_unit = pair->b_unit;
  pair->a_duty = pair->b_duty;
  pair->b = texts[0];
  pair->b_name = texts[1];
  pair->b_unit = texts[2];
  pair->b_duty = texts[3];
  pair->of_b = !pair->of_b;
}

static char *
name_duties (const Duties *duties, const SzWatchPerson *person)
{
  const GArray *own = person != NULL ? g_hash_table_lookup (duties->duties, &person->id) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const SzKinDuty *duty = &g_array_index (own, SzKinDuty, i);

      if (text->len > 0)
        g_string_append (text, "、");
      if (duty->unit != NULL && g_strcmp0 (duty->unit, person->state.department) != 0)
        g_string_append (text, duty->unit);
      g_string_append (text, sz_codes_by_value (SZ_TABLE_DUTY, (int)duty->duty)->name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SzKinPair
make_pair (const Duties *duties, const SzKinshipRow *row)
{
  const SzWatchPerson *one
      = row->person_a != 0 ? sz_watch_book_person (duties->book, row->person_a) : NULL;
  const SzWatchPerson *other
      = row->person_b != 0 ? sz_watch_book_person (duties->book, row->person_b) : NULL;
  SzRelation relation = sz_relation_find (row->relation);
  SzKinPair pair = { .of_b = row->of_b };

  name_party (row->party_a, row->name_a, one, &pair.a, &pair.a_name);
  name_party (row->party_b, row->name_b, other, &pair.b, &pair.b_name);
  pair.a_unit
      = g_strdup (one != NULL && one->state.department != NULL ? one->state.department : "");
  pair.b_unit
      = g_strdup (other != NULL && other->state.department != NULL ? other->state.department : "");
  pair.a_duty = name_duties (duties, one);
  pair.b_duty = name_duties (duties, other);
  if (relation != SZ_RELATION_NONE)
    {
      pair.relation = sz_relation_name (relation);
      pair.group = sz_relation_group (relation);
    }
  pair.kinds = judge_pair (duties, one, other);
  if (strcmp (pair.a, pair.b) > 0)
    swap_sides (&pair);
  return pair;
}

static void
pair_freed_cb (gpointer data)
{
  SzKinPair *pair = data;

  g_free (pair->a);
  g_free (pair->a_name);
  g_free (pair->a_unit);
  g_free (pair->a_duty);
  g_free (pair->b);
  g_free (pair->b_name);
  g_free (pair->b_unit);
  g_free (pair->b_duty);
}

static int
compare_pairs_cb (gconstpointer a, gconstpointer b)
{
  const SzKinPair *one = a;
  const SzKinPair *other = b;
  int order = strcmp (one->a, other->a);

  return order != 0 ? order : strcmp (one->b, other->b);
}

/* Of a book that is open. */
static GArray *
list_pairs (SzWatchBook *book, GError **error)
{
  g_autoptr (GArray) rows = sz_store_kinship_list (book->store, SZ_ROWS_ALL, error);
  g_auto (Duties) duties = { 0 };
  GArray *pairs;

  if (rows == NULL)
    return NULL;
  read_duties (&duties, book);
  pairs = g_array_new (FALSE, TRUE, sizeof (SzKinPair));
  g_array_set_clear_func (pairs, pair_freed_cb);
  for (guint i = 0; i < rows->len; i++)
    {
      SzKinPair pair = make_pair (&duties, &g_array_index (rows, SzKinshipRow, i));

      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs_cb);
  return pairs;
}

GArray *
sz_view_kinship (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzWatchBook) book = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  book = sz_watch_book_open (office, day, SZ_BOOK_PEOPLE | SZ_BOOK_SUPERVISION, error);
  return book != NULL ? list_pairs (book, error) : NULL;
}

const char *
sz_kin_kind_word (SzKinKinds kind)
{
  switch (kind)
    {
    case SZ_KIN_KEY_UNIT:
      return "kin.key_unit";
    case SZ_KIN_SAME_LEADER:
      return "kin.same_leader";
    case SZ_KIN_SUPERIOR:
    default:
      return "kin.superior";
    }
}

/* kin.superior, kin.key_unit, kin.same_leader */
gboolean
sz_watch_find_kin (SzWatchScan *scan, GError **error)
{
  g_autoptr (GArray) pairs = list_pairs (scan->book, error);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const SzKinPair *pair = &g_array_index (pairs, SzKinPair, i);

      for (guint kind = SZ_KIN_KEY_UNIT; kind <= SZ_KIN_SUPERIOR; kind <<= 1)
        if ((pair->kinds & kind) != 0)
          sz_watch_scan_add_format (scan,
                                    (SzFound){ .kind = sz_kin_kind_word ((SzKinKinds)kind),
                                               .facts
                                               = json_pack ("{s:s, s:s, s:s, s:s, s:s}", "a_name",
                                                            pair->a_name, "a_unit", pair->a_unit,
                                                            "b_name", pair->b_name, "b_unit",
                                                            pair->b_unit, "relation",
                                                            pair->relation) },
                                    "%s|%s", pair->a, pair->b);
    }
  return pairs != NULL;
}
