/* sz-people-columns.h — everybody as of one day, a column at a time, in little memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-person.h"

G_BEGIN_DECLS

/** SzPeopleWord: what is one of a few words. */
typedef enum
{
  SZ_PEOPLE_WORD_SEX,
  SZ_PEOPLE_WORD_DEPARTMENT,
  SZ_PEOPLE_WORD_POST,
  SZ_PEOPLE_WORD_TITLE,
  SZ_PEOPLE_WORD_EMPLOYMENT,
  SZ_PEOPLE_WORD_FULL_TIME,
  SZ_PEOPLE_WORD_PAY_REGIME,
  SZ_PEOPLE_WORD_EDUCATION,
  SZ_PEOPLE_WORD_DEGREE,
  SZ_PEOPLE_WORD_POLITICAL,
  SZ_PEOPLE_WORD_ETHNICITY,
  SZ_PEOPLE_WORD_SKILL,
  SZ_PEOPLE_WORD_STATE,
  SZ_N_PEOPLE_WORDS
} SzPeopleWord;

/** SzWordColumn: @values of the rows are places in @texts (0: not known); @ranks of the words,
 * the unknown last; @n_ranks of them. */
typedef struct
{
  guint16 *values;
  GPtrArray *texts;   /* stored codes, or names of departments */
  GHashTable *places; /* text → place */
  guint32 *ranks;
  guint32 n_ranks;
} SzWordColumn;

/**
 * SzPeopleColumns: rows stand bytewise by staff number. For one thread while it is read; when it is
 * complete nothing changes it any more.
 */
typedef struct
{
  SzDate day;
  guint n;
  gint64 *ids;
  SzWordColumn words[SZ_N_PEOPLE_WORDS];
  SzDate *birth;
  SzDate *entry;      /* 来校 of the service that counts */
  guint8 *in_service; /* 0, 1 */
  guint32 *name_of;   /* row → number of the name */
  GString *names;     /* pairs of name and pinyin, both ended by NUL */
  guint n_names;
  GString *staff_nos;   /* ended by NUL each */
  guint32 *staff_no_at; /* row → place in @staff_nos */
  guint32 *row_of;      /* id → row + 1, 0: nobody */
  gint64 max_id;
  gpointer reading; /* private: how far it is */
} SzPeopleColumns;

SzPeopleColumns *sz_people_columns_new (SzDate day);
void sz_people_columns_free (SzPeopleColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPeopleColumns, sz_people_columns_free)

/**
 * sz_people_columns_read:
 * @budget_us: it stops soon after so many microseconds
 * @complete: (out): whether everything is read
 *
 * Reads on from where it stopped.
 */
gboolean sz_people_columns_read (SzPeopleColumns *columns,
                                 SzOffice *office,
                                 gint64 budget_us,
                                 gboolean *complete,
                                 GError **error);

/** sz_people_columns_find_row: G_MAXUINT when there is no such person. */
guint sz_people_columns_find_row (const SzPeopleColumns *columns, gint64 id);
/** sz_people_columns_find_staff_nos: the rows from @first to before @end have numbers that begin
 * with @text. */
void sz_people_columns_find_staff_nos (const SzPeopleColumns *columns,
                                       const char *text,
                                       guint *first,
                                       guint *end);
/** sz_people_columns_find_word: place of @text, G_MAXUINT when nobody has it. */
guint
sz_people_columns_find_word (const SzPeopleColumns *columns, SzPeopleWord word, const char *text);

G_END_DECLS
