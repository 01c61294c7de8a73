/* sz-person-facts.c — what titles ask of a person, and which titles there could be (RULE ttl-2,
 * ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-facts.h"

#include <glib/gi18n.h>

#include "sz-codes.h"
#include "sz-decimal.h"
#include "sz-titles-words.h"
#include "sz-view-career.h"

#define LAST_YEARS 5

static char *
dup_span (SzDate from, SzDate to)
{
  g_autofree char *begin = sz_date_format (from);
  g_autofree char *end = sz_date_format (to);

  return *end != '\0' ? g_strdup_printf ("%s – %s", begin, end) : g_strdup (begin);
}

static const char *
get_name (SzCodeTable table, int value)
{
  const SzCode *code = sz_codes_by_value (table, value);

  return code != NULL ? code->name : "";
}

/* "甲 · 乙": what is not empty. */
static char *
join (const char *first, const char *second, const char *third)
{
  const char *const parts[] = { first, second, third };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- years ---- */

static void
add_grades (GPtrArray *fields, const SzCareer *career)
{
  const gsize first = career->n_grades > LAST_YEARS ? career->n_grades - LAST_YEARS : 0;

  if (career->n_grades > 0)
    sz_fields_add_heading (fields, _ ("Annual assessment"));
  for (gsize i = career->n_grades; i-- > first;)
    {
      g_autofree char *year = g_strdup_printf ("%d", career->grades[i].year);

      sz_fields_add (fields, year, get_name (SZ_TABLE_GRADE, (int)career->grades[i].grade));
    }
}

static void
add_hours (GPtrArray *fields, const SzCareer *career)
{
  const gsize first = career->n_yearly_hours > LAST_YEARS ? career->n_yearly_hours - LAST_YEARS : 0;

  if (career->n_yearly_hours > 0)
    sz_fields_add_heading (fields, _ ("Hours of the year"));
  for (gsize i = career->n_yearly_hours; i-- > first;)
    {
      g_autofree char *year = g_strdup_printf ("%d", career->yearly_hours[i].year);

      sz_fields_take_figure (fields, year,
                             sz_decimal_format_grouped (career->yearly_hours[i].hours_x100, 2));
    }
}

static void
add_further (GPtrArray *fields, const SzCareer *career)
{
  if (career->n_further > 0)
    sz_fields_add_heading (fields, _ ("Further education"));
  for (gsize i = career->n_further; i-- > 0;)
    {
      const SzFurtherFact *fact = &career->further[i];
      g_autofree char *year = g_strdup_printf ("%d", fact->year);
      g_autofree char *common = sz_decimal_format (fact->common_x100, 2);
      g_autofree char *professional = sz_decimal_format (fact->professional_x100, 2);

      sz_fields_take (fields, year,
                      /* TRANSLATORS: hours of further education, common and professional */
                      g_strdup_printf (_ ("common %s, professional %s"), common, professional));
    }
}

/* ---- papers ---- */

static void
add_schooling (GPtrArray *fields, const SzCareer *career)
{
  static const char *const levels[] = { "", "中级工", "高级工", "预备技师", "技师" };

  if (career->n_schooling > 0)
    sz_fields_add_heading (fields, _ ("Education"));
  for (gsize i = career->n_schooling; i-- > 0;)
    {
      const SzSchooling *row = &career->schooling[i];
      g_autofree char *when = sz_date_format (row->graduated);
      const char *education = row->education != NULL && *row->education != '\0'
                                  ? sz_codes_name (SZ_TABLE_EDUCATION, row->education)
                                  : NULL;
      const char *degree = row->degree != NULL && *row->degree != '\0'
                               ? sz_codes_name (SZ_TABLE_DEGREE, row->degree)
                               : NULL;

      sz_fields_take (fields, *when != '\0' ? when : "—",
                      join (education, degree, levels[row->school_level]));
    }
}

static void
add_certificates (GPtrArray *fields, const SzCareer *career)
{
  if (career->n_certificates > 0)
    sz_fields_add_heading (fields, _ ("Certificates"));
  for (gsize i = career->n_certificates; i-- > 0;)
    {
      const SzCertificate *row = &career->certificates[i];
      g_autofree char *span = dup_span (row->from, row->to);

      sz_fields_take (fields, span,
                      join (get_name (SZ_TABLE_CERTIFICATE, (int)row->kind),
                            get_name (SZ_TABLE_SKILL, row->level), NULL));
    }
}

static void
add_achievements (GPtrArray *fields, const SzCareer *career)
{
  if (career->n_achievements > 0)
    sz_fields_add_heading (fields, _ ("Achievements"));
  for (gsize i = career->n_achievements; i-- > 0;)
    {
      const SzAchievement *row = &career->achievements[i];
      g_autofree char *when = sz_date_format (row->date);
      g_autofree char *kind
          = join (get_name (SZ_TABLE_ACHIEVEMENT, (int)row->kind),
                  get_name (SZ_TABLE_ACHIEVEMENT_LEVEL, (int)row->level),
                  row->prize < SZ_PRIZE_NONE ? get_name (SZ_TABLE_PRIZE, (int)row->prize) : NULL);

      sz_fields_take (fields, when, join (row->name, kind, NULL));
    }
}

static void
add_practice (GPtrArray *fields, const SzCareer *career)
{
  if (career->n_practice > 0)
    sz_fields_add_heading (fields, _ ("Practice in companies"));
  for (gsize i = career->n_practice; i-- > 0;)
    {
      const SzPracticeFact *row = &career->practice[i];
      g_autofree char *span = dup_span (row->from, row->to);
      const int days
          = row->days > 0 ? row->days : sz_date_days (row->to) - sz_date_days (row->from) + 1;

      sz_fields_take (fields, span,
                      g_strdup_printf (ngettext ("%d day", "%d days", (gulong)days), days));
    }
}

/* ---- service ---- */

static void
add_roles (GPtrArray *fields, const SzCareer *career)
{
  if (career->n_roles > 0)
    sz_fields_add_heading (fields, _ ("Class adviser and other roles"));
  for (gsize i = career->n_roles; i-- > 0;)
    {
      g_autofree char *span = dup_span (career->roles[i].from, career->roles[i].to);

      sz_fields_add (fields, span, career->roles[i].role);
    }
}

static void
add_places (GPtrArray *fields, const char *title, const SzPostFact *facts, gsize n)
{
  if (n > 0)
    sz_fields_add_heading (fields, title);
  for (gsize i = n; i-- > 0;)
    {
      g_autofree char *span = dup_span (facts[i].from, facts[i].to);
      g_autofree char *post = sz_post_name (facts[i].post);

      sz_fields_take (fields, span, join (post, facts[i].approval, NULL));
    }
}

static void
add_discipline (GPtrArray *fields, const SzCareer *career)
{
  if (career->n_discipline > 0)
    sz_fields_add_heading (fields, _ ("Discipline"));
  for (gsize i = career->n_discipline; i-- > 0;)
    {
      const SzDisciplineFact *row = &career->discipline[i];
      g_autofree char *span = dup_span (row->from, row->to);
      SzField *field = sz_fields_add (fields, span, get_name (SZ_TABLE_DISCIPLINE, (int)row->kind));

      if (field != NULL)
        field->style = "warning";
    }
  if (career->n_student_affairs > 0)
    sz_fields_add_heading (fields, _ ("Student affairs"));
  for (gsize i = career->n_student_affairs; i-- > 0;)
    {
      g_autofree char *span
          = dup_span (career->student_affairs[i].from, career->student_affairs[i].to);

      sz_fields_add (fields, span, _ ("of the series 学生工作"));
    }
}

static void
show_career_cb (const SzCareer *career, gpointer user_data)
{
  GPtrArray *fields = user_data;

  add_grades (fields, career);
  add_schooling (fields, career);
  add_certificates (fields, career);
  add_achievements (fields, career);
  add_hours (fields, career);
  add_further (fields, career);
  add_practice (fields, career);
  add_roles (fields, career);
  add_places (fields, _ ("Double posts"), career->duals, career->n_duals);
  add_places (fields, _ ("Special posts"), career->specials, career->n_specials);
  add_discipline (fields, career);
}

/* ---- what follows for titles ---- */

static gboolean
add_verdicts (GPtrArray *fields, SzOffice *office, const char *staff_no, GError **error)
{
  g_autoptr (GArray) rounds = sz_title_round_list (office, error);
  g_autoptr (SzTitleRound) round = NULL;
  g_autoptr (SzTitlePerson) person = NULL;
  g_autofree char *heading = NULL;

  if (rounds == NULL || rounds->len == 0)
    return rounds != NULL;
  round = sz_title_round_load (office,
                               g_array_index (rounds, SzTitleRoundBrief, rounds->len - 1).name,
                               error);
  person = round != NULL ? sz_title_check_person (office, round, staff_no, NULL, error) : NULL;
  if (person == NULL)
    return FALSE;
  heading = g_strdup_printf (_ ("Titles: %s"), sz_title_round_name (round));
  sz_fields_add_heading (fields, heading);
  if (person->targets->len == 0)
    sz_fields_add_note (fields, _ ("There is no title above the one held."));
  for (guint i = 0; i < person->targets->len; i++)
    {
      const SzTargetResult *target = g_ptr_array_index (person->targets, i);
      SzDate met_on;
      g_autofree char *lacks = sz_titles_dup_lacks (target, &met_on);
      g_autofree char *when = sz_date_format (met_on);

      sz_fields_take (fields, target->target->title,
                      join (sz_title_verdict_name (target->verdict), lacks, when));
      /* The lowest one in full: it is the one that comes next. */
      if (i == 0)
        sz_titles_add_best (fields, round, target, staff_no);
    }
  return TRUE;
}

gboolean
sz_person_facts_fill (GPtrArray *fields,
                      SzOffice *office,
                      const char *staff_no,
                      GCancellable *cancellable,
                      GError **error)
{
  const guint before = fields != NULL ? fields->len : 0;

  g_return_val_if_fail (fields != NULL && SZ_IS_OFFICE (office) && staff_no != NULL, FALSE);

  if (!add_verdicts (fields, office, staff_no, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !sz_view_career (office, staff_no, show_career_cb, fields, error))
    return FALSE;
  if (fields->len == before)
    sz_fields_add_note (fields, _ ("No sheet tells anything of titles yet."));
  return TRUE;
}
