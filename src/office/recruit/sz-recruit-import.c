/* sz-recruit-import.c — what the kinds of recruitment share: plans, posts, applicants
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-import-private.h"

#include <string.h>

typedef struct
{
  GHashTable *books;   /* plan → SzRecruitBook, NULL: there is none */
  GHashTable *tickets; /* plan, ticket → SzRecruitPerson */
  SzImportKeys *keys;
} State;

static void
free_book_cb (gpointer data)
{
  if (data != NULL)
    sz_recruit_book_free (data);
}

void
sz_import_recruit_end (SzImportRun *run)
{
  State *state;

  g_return_if_fail (run != NULL);
  state = run->state;
  run->state = NULL;
  if (state == NULL)
    return;
  g_hash_table_unref (state->tickets);
  g_hash_table_unref (state->books);
  sz_import_keys_free (state->keys);
  g_free (state);
}

gboolean
sz_import_recruit_begin (SzImportRun *run, GError **error)
{
  State *state = g_new0 (State, 1);

  g_return_val_if_fail (run != NULL, FALSE);
  sz_import_recruit_end (run);
  state->books = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_book_cb);
  state->tickets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->keys = sz_import_keys_new ();
  run->state = state;
  return TRUE;
}

static void
note_people (State *state, const SzRecruitBook *book)
{
  for (guint i = 0; i < book->people->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (book->people, i);

      g_hash_table_insert (state->tickets,
                           g_strconcat (book->plan.code, "\x1ft", person->row->ticket, NULL),
                           person);
      g_hash_table_insert (state->tickets,
                           g_strconcat (book->plan.code, "\x1fi", person->row->id_number, NULL),
                           person);
    }
}

static gboolean
is_unknown (const GError *fault)
{
  g_autofree char *code = sz_error_dup_code (fault);

  return strcmp (code, "plan.unknown") == 0;
}

SzRecruitBook *
sz_import_recruit_book (SzImportRun *run, const char *plan, GError **error)
{
  State *state;
  SzRecruitBook *book = NULL;
  gpointer known = NULL;

  g_return_val_if_fail (run != NULL && run->state != NULL && plan != NULL, NULL);
  state = run->state;
  if (!g_hash_table_lookup_extended (state->books, plan, NULL, &known))
    {
      g_autoptr (GError) fault = NULL;

      book = sz_recruit_book_load (run->office, plan, &fault);
      if (book == NULL && !is_unknown (fault))
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
      g_hash_table_insert (state->books, g_strdup (plan), book);
      if (book != NULL)
        note_people (state, book);
    }
  else
    book = known;
  if (book == NULL)
    sz_import_find (run, SZ_SEVERITY_ERROR, "plan.unknown", sz_import_field (run, "招聘批次"), plan,
                    "plan", plan, NULL);
  return book;
}

SzRecruitPost *
sz_import_recruit_post (SzImportRun *run, const SzRecruitBook *book, const char *code)
{
  SzRecruitPost *post;

  g_return_val_if_fail (run != NULL && book != NULL && code != NULL, NULL);
  post = sz_recruit_book_post (book, code);
  if (post == NULL)
    sz_import_find (run, SZ_SEVERITY_ERROR, "position.unknown", sz_import_field (run, "岗位代码"),
                    code, "plan", book->plan.code, "post", code, NULL);
  return post;
}

static gboolean
read_cell (SzImportRun *run, const char *heading, char **text)
{
  const int field = sz_import_field (run, heading);

  return field < 0 || sz_import_read_text (run, (guint)field, text);
}

gboolean
sz_import_recruit_person (SzImportRun *run,
                          SzRecruitBook **book,
                          SzRecruitPerson **person,
                          GError **error)
{
  g_autofree char *plan = NULL;
  g_autofree char *post = NULL;
  g_autofree char *ticket = NULL;
  g_autofree char *id_number = NULL;
  g_autofree char *key = NULL;
  GError *fault = NULL;
  SzRecruitPerson *found;
  gboolean by_ticket;

  g_return_val_if_fail (run != NULL && book != NULL && person != NULL, FALSE);
  *person = NULL;
  if (!read_cell (run, "招聘批次", &plan) || !read_cell (run, "岗位代码", &post)
      || !read_cell (run, "准考证号", &ticket)
      || !sz_import_read_id_number (run, (guint)sz_import_field (run, "身份证号"), &id_number)
      || plan == NULL)
    return TRUE;
  *book = sz_import_recruit_book (run, plan, &fault);
  if (*book == NULL && fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  if (*book == NULL
      || (post != NULL && *post != '\0' && sz_import_recruit_post (run, *book, post) == NULL))
    return TRUE;
  by_ticket = ticket != NULL && *ticket != '\0';
  if (!by_ticket && (id_number == NULL || *id_number == '\0'))
    {
      sz_import_find (run, SZ_SEVERITY_ERROR, "required.missing", sz_import_field (run, "准考证号"),
                      NULL, NULL);
      return TRUE;
    }
  key = g_strconcat (plan, by_ticket ? "\x1ft" : "\x1fi", by_ticket ? ticket : id_number, NULL);
  found = g_hash_table_lookup (((State *)run->state)->tickets, key);
  if (found != NULL && post != NULL && *post != '\0' && strcmp (found->row->post, post) != 0)
    found = NULL;
  if (found == NULL)
    sz_import_find (run, SZ_SEVERITY_ERROR, "applicant.unknown",
                    sz_import_field (run, by_ticket ? "准考证号" : "身份证号"),
                    by_ticket ? ticket : id_number, "plan", plan, "ticket",
                    by_ticket ? ticket : id_number, NULL);
  *person = found;
  return TRUE;
}

gboolean
sz_import_recruit_once (SzImportRun *run, const char *key, guint *before)
{
  g_return_val_if_fail (run != NULL && key != NULL && before != NULL, FALSE);
  *before = sz_import_keys_add (((State *)run->state)->keys, key, run->row->number, NULL);
  return *before == 0;
}

void
sz_import_recruit_note_posts (SzImportRun *run, GHashTable *posts)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (run != NULL && posts != NULL);
  g_hash_table_iter_init (&iter, ((State *)run->state)->books);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const SzRecruitBook *book = value;

      for (guint i = 0; book != NULL && i < book->people->len; i++)
        {
          const SzRecruitPerson *person = g_ptr_array_index (book->people, i);

          g_hash_table_insert (posts, (gpointer)&person->row->id, person->row->post);
        }
    }
}
