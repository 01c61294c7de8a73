/* sz-store-careers.c — people with everything that titles, assessment and appointment ask
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-careers.h"

#include <string.h>

#include "sz-row-type.h"
#include "sz-store-people.h"
#include "sz-store-private.h"

/* One kind of facts: its rows of a person, in the order in which rules read them. @fill makes a
   struct of @size from a row; its texts go into the chunk. */
typedef struct
{
  const char *sql;
  gsize size;
  void (*fill) (SzStmt *stmt, GStringChunk *texts, gpointer fact);
  gsize list; /* offset of the pointer in a career, its number follows */
  gsize count;
} Feed;

static const char *
keep_text (SzStmt *stmt, int column, GStringChunk *texts)
{
  const char *text = sz_stmt_text (stmt, column);

  return text == NULL || *text == '\0' ? "" : g_string_chunk_insert_const (texts, text);
}

static SzDate
take_date (SzStmt *stmt, int column)
{
  const char *text = sz_stmt_text (stmt, column);

  return text == NULL || *text == '\0' ? SZ_DATE_NONE : sz_date_from_text (text);
}

static int
take_code (SzStmt *stmt, int column, SzCodeTable table, int otherwise)
{
  const SzCode *code = sz_codes_by_code (table, sz_stmt_text (stmt, column));

  return code != NULL ? code->value : otherwise;
}

static SzTrace
take_trace (SzStmt *stmt, int column)
{
  return (SzTrace){ sz_stmt_int (stmt, column), (int)sz_stmt_int (stmt, column + 1) };
}

static void
fill_schooling (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  *(SzSchooling *)fact = (SzSchooling){
    .education = keep_text (stmt, 0, texts),
    .degree = keep_text (stmt, 1, texts),
    .school_level = (SzSchoolLevel)take_code (stmt, 2, SZ_TABLE_SCHOOL_LEVEL, SZ_SCHOOL_NONE),
    .graduated = take_date (stmt, 3),
    .trace = take_trace (stmt, 4),
  };
}

static void
fill_certificate (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  (void)texts;
  *(SzCertificate *)fact = (SzCertificate){
    .kind = (SzCertificateClass)take_code (stmt, 0, SZ_TABLE_CERTIFICATE, SZ_CERTIFICATE_OTHER),
    .level = take_code (stmt, 1, SZ_TABLE_SKILL, -1),
    .from = take_date (stmt, 2),
    .to = take_date (stmt, 3),
    .trace = take_trace (stmt, 4),
  };
}

static void
fill_hours (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  (void)texts;
  *(SzHoursFact *)fact
      = (SzHoursFact){ (int)sz_stmt_int (stmt, 0), sz_stmt_int (stmt, 1), take_trace (stmt, 2) };
}

static void
fill_further (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  (void)texts;
  *(SzFurtherFact *)fact = (SzFurtherFact){ (int)sz_stmt_int (stmt, 0), sz_stmt_int (stmt, 1),
                                            sz_stmt_int (stmt, 2), take_trace (stmt, 3) };
}

static void
fill_practice (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  (void)texts;
  *(SzPracticeFact *)fact = (SzPracticeFact){ take_date (stmt, 0), take_date (stmt, 1),
                                              (int)sz_stmt_int (stmt, 2), take_trace (stmt, 3) };
}

static void
fill_achievement (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  *(SzAchievement *)fact = (SzAchievement){
    .kind = (SzAchievementKind)take_code (stmt, 0, SZ_TABLE_ACHIEVEMENT, SZ_ACHIEVEMENT_OTHER),
    .name = keep_text (stmt, 1, texts),
    .level = (SzAchievementLevel)take_code (stmt, 2, SZ_TABLE_ACHIEVEMENT_LEVEL, SZ_LEVEL_SCHOOL),
    .prize = (SzPrize)take_code (stmt, 3, SZ_TABLE_PRIZE, SZ_PRIZE_NONE),
    .rank = (int)sz_stmt_int (stmt, 4),
    .date = take_date (stmt, 5),
    .page = keep_text (stmt, 6, texts),
    .trace = take_trace (stmt, 7),
  };
}

/* A row about a year without a last day was held to the end of that year. */
static void
fill_role (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  SzRoleFact *role = fact;

  *role = (SzRoleFact){ keep_text (stmt, 0, texts), take_date (stmt, 1), take_date (stmt, 2),
                        take_trace (stmt, 4) };
  if (role->to == SZ_DATE_NONE)
    role->to = sz_date_make ((int)sz_stmt_int (stmt, 3), 12, 31);
}

static void
fill_leave (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  const SzDate back = take_date (stmt, 3);
  SzLeaveFact *leave = fact;

  (void)texts;
  *leave = (SzLeaveFact){ sz_codes_name (SZ_TABLE_LEAVE, sz_stmt_text (stmt, 0)),
                          take_date (stmt, 1), take_date (stmt, 2) };
  /* RULE pay-19: who is back before the last day ends the leave the day before. */
  if (back != SZ_DATE_NONE && back <= leave->to)
    leave->to = sz_date_add_days (back, -1);
}

static void
fill_discipline (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  (void)texts;
  *(SzDisciplineFact *)fact = (SzDisciplineFact){
    (SzDisciplineKind)take_code (stmt, 0, SZ_TABLE_DISCIPLINE, SZ_DISCIPLINE_WARNING),
    take_date (stmt, 1),
    take_date (stmt, 2),
  };
}

static void
fill_post (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  *(SzPostFact *)fact
      = (SzPostFact){ sz_post_from_code (sz_stmt_text (stmt, 0)), take_date (stmt, 1),
                      take_date (stmt, 2), keep_text (stmt, 3, texts) };
}

static void
fill_span (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  (void)texts;
  *(SzSpan *)fact = (SzSpan){ take_date (stmt, 0), take_date (stmt, 1) };
}

static void
fill_grade (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  (void)texts;
  *(SzGradeFact *)fact
      = (SzGradeFact){ (int)sz_stmt_int (stmt, 0),
                       (SzGrade)take_code (stmt, 1, SZ_TABLE_GRADE, SZ_GRADE_QUALIFIED),
                       take_trace (stmt, 2) };
}

static void
fill_factor (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  *(SzFactorFact *)fact = (SzFactorFact){ (int)sz_stmt_int (stmt, 0), keep_text (stmt, 1, texts),
                                          sz_stmt_int (stmt, 2) };
}

static void
fill_paper (SzStmt *stmt, GStringChunk *texts, gpointer fact)
{
  *(SzPaperFact *)fact = (SzPaperFact){
    .field = (SzRecordField)sz_record_field_from_code (sz_stmt_text (stmt, 0)),
    .from = take_date (stmt, 1),
    .term_to = take_date (stmt, 2),
    .approval = keep_text (stmt, 3, texts),
    .document = keep_text (stmt, 4, texts),
    .certificate = keep_text (stmt, 5, texts),
    .trace = take_trace (stmt, 6),
  };
}

#define FEED(sql, Type, fill, member)                                                              \
  {                                                                                                \
    sql, sizeof (Type), fill, G_STRUCT_OFFSET (SzCareer, member),                                  \
        G_STRUCT_OFFSET (SzCareer, n_##member)                                                     \
  }

/* In the order of SzCareerParts. */
static const Feed feeds[SZ_N_CAREER_PARTS] = {
  FEED ("SELECT education, degree, school_level, graduated, batch_id, source_row FROM schoolings"
        " WHERE person_id = $1 ORDER BY graduated, id",
        SzSchooling,
        fill_schooling,
        schooling),
  FEED ("SELECT class, level, from_date, to_date, batch_id, source_row FROM certificates"
        " WHERE person_id = $1 ORDER BY from_date, id",
        SzCertificate,
        fill_certificate,
        certificates),
  FEED ("SELECT year, hours_x100, batch_id, source_row FROM yearly_hours"
        " WHERE person_id = $1 ORDER BY year",
        SzHoursFact,
        fill_hours,
        yearly_hours),
  FEED ("SELECT year, hours_x100, batch_id, source_row FROM teaching_records"
        " WHERE person_id = $1 ORDER BY year, id",
        SzHoursFact,
        fill_hours,
        teaching),
  FEED ("SELECT year, common_x100, professional_x100, batch_id, source_row FROM further_educations"
        " WHERE person_id = $1 ORDER BY year",
        SzFurtherFact,
        fill_further,
        further),
  FEED ("SELECT from_date, to_date, days, batch_id, source_row FROM practices"
        " WHERE person_id = $1 ORDER BY from_date, id",
        SzPracticeFact,
        fill_practice,
        practice),
  FEED ("SELECT kind, name, level, prize, place, date, page, batch_id, source_row"
        " FROM achievements WHERE person_id = $1 ORDER BY date, id",
        SzAchievement,
        fill_achievement,
        achievements),
  FEED ("SELECT role, from_date, to_date, year, batch_id, source_row FROM roles"
        " WHERE person_id = $1 ORDER BY from_date, id",
        SzRoleFact,
        fill_role,
        roles),
  FEED ("SELECT kind, from_date, to_date, back_date FROM leaves WHERE person_id = $1"
        " ORDER BY from_date, id",
        SzLeaveFact,
        fill_leave,
        leaves),
  FEED ("SELECT kind, from_date, to_date FROM disciplines WHERE person_id = $1"
        " ORDER BY from_date, id",
        SzDisciplineFact,
        fill_discipline,
        discipline),
  FEED ("SELECT post, from_date, to_date, approval FROM dual_posts WHERE person_id = $1"
        " ORDER BY from_date",
        SzPostFact,
        fill_post,
        duals),
  FEED ("SELECT post, from_date, to_date, approval FROM special_posts WHERE person_id = $1"
        " ORDER BY from_date",
        SzPostFact,
        fill_post,
        specials),
  FEED ("SELECT from_date, to_date FROM student_affairs WHERE person_id = $1 ORDER BY from_date",
        SzSpan,
        fill_span,
        student_affairs),
  FEED ("SELECT year, grade, batch_id, source_row FROM assessments WHERE person_id = $1"
        " ORDER BY year",
        SzGradeFact,
        fill_grade,
        grades),
  FEED ("SELECT year, item, value_x1e4 FROM factors WHERE person_id = $1 ORDER BY year, item",
        SzFactorFact,
        fill_factor,
        factors),
  FEED ("SELECT field, from_date, term_to, approval, document, certificate, batch_id, source_row"
        " FROM record_papers WHERE person_id = $1 ORDER BY from_date, field",
        SzPaperFact,
        fill_paper,
        papers),
};

/* A reader under way: one list a feed, used again for each person. */
typedef struct
{
  SzStore *store;
  GArray *lists[SZ_N_CAREER_PARTS]; /* NULL: not asked for */
  GStringChunk *texts;
  SzCareerFn fn;
  gpointer user_data;
} Reader;

static void
close_reader (Reader *reader)
{
  for (int i = 0; i < SZ_N_CAREER_PARTS; i++)
    g_clear_pointer (&reader->lists[i], g_array_unref);
  g_clear_pointer (&reader->texts, g_string_chunk_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, close_reader)

static void
open_reader (Reader *reader, SzStore *store, guint parts)
{
  reader->store = store;
  reader->texts = g_string_chunk_new (4096);
  for (int i = 0; i < SZ_N_CAREER_PARTS; i++)
    if ((parts & 1u << i) != 0)
      reader->lists[i] = g_array_new (FALSE, FALSE, (guint)feeds[i].size);
}

/* The rows of one feed for one person, into its list. Statements are kept by the seam. */
static gboolean
read_feed (Reader *reader, int part, gint64 person_id, SzCareer *career, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare (reader->store->db, feeds[part].sql, error);
  GArray *list = reader->lists[part];
  gboolean more = TRUE;

  g_array_set_size (list, 0);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, person_id);
  for (;;)
    {
      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        break;
      g_array_set_size (list, list->len + 1);
      feeds[part].fill (stmt, reader->texts, list->data + (list->len - 1) * feeds[part].size);
    }
  *(gconstpointer *)(gpointer)((guint8 *)career + feeds[part].list) = list->data;
  *(gsize *)(gpointer)((guint8 *)career + feeds[part].count) = list->len;
  return TRUE;
}

static gboolean
read_origin (SzStore *store, SzCareer *career, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (store->db, "SELECT batch_id, source_row FROM people WHERE id = $1", error);
  gboolean found = FALSE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, career->person->id);
  if (!sz_stmt_step (stmt, &found, error))
    return FALSE;
  if (found)
    career->trace = take_trace (stmt, 0);
  return TRUE;
}

static gboolean
read_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  SzCareer career = {
    .person = &file->person,
    .records = (const SzRecord *)(gconstpointer)file->records->data,
    .n_records = file->records->len,
    .services = (const SzService *)(gconstpointer)file->services->data,
    .n_services = file->services->len,
  };

  g_string_chunk_clear (reader->texts);
  if (!read_origin (reader->store, &career, error))
    return FALSE;
  for (int i = 0; i < SZ_N_CAREER_PARTS; i++)
    if (reader->lists[i] != NULL && !read_feed (reader, i, file->person.id, &career, error))
      return FALSE;
  return reader->fn (&career, reader->user_data, error);
}

gboolean
sz_store_careers_each (
    SzStore *store, guint parts, SzCareerFn fn, gpointer user_data, GError **error)
{
  g_auto (Reader) reader = { 0 };

  g_return_val_if_fail (store != NULL && fn != NULL, FALSE);

  reader.fn = fn;
  reader.user_data = user_data;
  open_reader (&reader, store, parts);
  return sz_store_people_each (store, read_person_cb, &reader, error);
}

gboolean
sz_store_career_with (SzStore *store,
                      guint parts,
                      const char *staff_no,
                      SzCareerFn fn,
                      gpointer user_data,
                      gboolean *found,
                      GError **error)
{
  g_auto (Reader) reader = { 0 };
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (store != NULL && staff_no != NULL && fn != NULL && found != NULL, FALSE);

  reader.fn = fn;
  reader.user_data = user_data;
  file = sz_store_person_by_staff_no (store, staff_no, &reason);
  *found = file != NULL;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  open_reader (&reader, store, parts);
  return file == NULL || read_person_cb (file, &reader, error);
}

static gboolean
read_flag (SzStore *store, const char *sql, gboolean *flag, GError **error)
{
  gint64 value = 0;

  if (!sz_db_query_int (store->db, sql, 0, &value, error))
    return FALSE;
  *flag = value != 0;
  return TRUE;
}

static gboolean
read_years (SzStore *store, const char *sql, guint64 *years, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare (store->db, sql, error);
  gboolean more = TRUE;

  for (;;)
    {
      if (stmt == NULL || !sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      sz_covered_add_year (years, (int)sz_stmt_int (stmt, 0));
    }
}

static gboolean
read_roles (SzStore *store, SzCovered *covered, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (store->db, "SELECT DISTINCT role FROM roles ORDER BY role", error);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gboolean more = TRUE;

  for (;;)
    {
      if (stmt == NULL || !sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        break;
      g_strv_builder_add (words, sz_stmt_text (stmt, 0));
    }
  covered->roles = (const char *const *)g_strv_builder_end (words);
  return TRUE;
}

static gboolean
read_certificates (SzStore *store, SzCovered *covered, GError **error)
{
  for (int kind = 0; kind < SZ_N_CERTIFICATES; kind++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT 1 FROM certificates WHERE class = '%s' LIMIT 1",
                             sz_codes_by_value (SZ_TABLE_CERTIFICATE, kind)->code);

      if (!read_flag (store, sql, &covered->certificate[kind], error))
        return FALSE;
    }
  if (!read_flag (store, "SELECT 1 FROM people WHERE skill <> '' LIMIT 1", &covered->skill, error))
    return FALSE;
  covered->skill |= covered->certificate[SZ_CERTIFICATE_SKILL]
                    || covered->certificate[SZ_CERTIFICATE_QUALIFICATION];
  return TRUE;
}

/* RULE ttl-9 */
SzCovered *
sz_store_covered (SzStore *store, GError **error)
{
  g_autoptr (SzCovered) covered = g_new0 (SzCovered, 1);

  g_return_val_if_fail (store != NULL, NULL);

  if (!read_certificates (store, covered, error) || !read_roles (store, covered, error)
      || !read_flag (store, "SELECT 1 FROM practices LIMIT 1", &covered->practice, error)
      || !read_flag (store, "SELECT 1 FROM achievements LIMIT 1", &covered->achievements, error)
      || !read_flag (store, "SELECT 1 FROM achievements WHERE kind = 'honour' LIMIT 1",
                     &covered->honours, error)
      || !read_years (store,
                      "SELECT DISTINCT year FROM yearly_hours UNION"
                      " SELECT DISTINCT year FROM teaching_records",
                      &covered->hours_years, error)
      || !read_years (store, "SELECT DISTINCT year FROM further_educations",
                      &covered->further_years, error))
    return NULL;
  return g_steal_pointer (&covered);
}

void
sz_covered_free (SzCovered *covered)
{
  if (covered == NULL)
    return;
  g_strfreev ((char **)covered->roles);
  g_free (covered);
}
