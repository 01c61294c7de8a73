/* sz-score-sheet.c — the marks of one component as they are being typed (RULE rec-2 … rec-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-score-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#define FULL_MARK_X100 10000
#define WITHDREW "回避"

static const struct
{
  char letter;
  const char *word;
} letters[] = { { 'q', "缺考" }, { 'h', WITHDREW }, { 'w', "违纪" }, { 'z', "作弊" } };

static void
line_freed_cb (gpointer data)
{
  SzScoreLine *line = data;

  g_free (line->draw_no);
  for (guint i = 0; i < SZ_JUDGES_MAX; i++)
    {
      g_free (line->cells[i]);
      g_free (line->seconds[i]);
      g_free (line->befores[i]);
    }
}

void
sz_score_sheet_free (SzScoreSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_array_unref (sheet->lines);
  g_free (sheet->entries);
  g_free (sheet->order);
  g_free (sheet->component);
  sz_recruit_desk_unref (sheet->desk);
  g_free (sheet);
}

guint
sz_score_sheet_columns (const SzScoreSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, 0);
  return MAX (1, sheet->n_judges);
}

const char *
sz_score_sheet_meaning (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strlen (text) == 1 && g_ascii_tolower (*text) == letters[i].letter)
      return letters[i].word;
  return NULL;
}

/* 缺考, 违纪, 作弊, which stand for the whole row; NULL: none of them. */
static const char *
find_status (char *const *cells)
{
  for (guint i = 0; i < SZ_JUDGES_MAX; i++)
    for (gsize j = 0; cells[i] != NULL && j < G_N_ELEMENTS (letters); j++)
      if (letters[j].letter != 'h' && strcmp (cells[i], letters[j].word) == 0)
        return letters[j].word;
  return NULL;
}

static gint64
get_full (const SzScoreSheet *sheet, const SzScoreLine *line)
{
  return sheet->n_items > 1 ? sheet->post->plan.items[line->item].full_x100 : FULL_MARK_X100;
}

/* A number in range; with the point left out where that is how one types: 855 is 85.5. */
static gboolean
read_number (const SzScoreSheet *sheet, const SzScoreLine *line, const char *text, gint64 *mark)
{
  const gint64 full = get_full (sheet, line);

  if (!sz_decimal_parse (text, SZ_HOURS_DECIMALS, mark, NULL) || *mark < 0)
    return FALSE;
  if (*mark > full && sheet->omits_point && strchr (text, '.') == NULL)
    *mark /= 10;
  return *mark <= full;
}

/* SZ_MARK_NONE for 回避; @known FALSE: nothing there, or nothing sound. */
static gint64
read_text (const SzScoreSheet *sheet, const SzScoreLine *line, const char *text, gboolean *known)
{
  gint64 mark = SZ_MARK_NONE;

  *known = text != NULL && *text != '\0';
  if (!*known || strcmp (text, WITHDREW) == 0)
    return SZ_MARK_NONE;
  *known = read_number (sheet, line, text, &mark);
  return *known ? mark : SZ_MARK_NONE;
}

static gint64
read_cell (const SzScoreSheet *sheet, const SzScoreLine *line, guint cell, gboolean *known)
{
  return read_text (sheet, line, line->cells[cell], known);
}

char *
sz_score_sheet_dup_reading (const SzScoreSheet *sheet, guint index, const char *text)
{
  gboolean known;
  gint64 mark;

  g_return_val_if_fail (sheet != NULL && text != NULL && index < sheet->lines->len, NULL);
  if (!sheet->omits_point || strchr (text, '.') != NULL)
    return NULL;
  mark = read_text (sheet, &g_array_index (sheet->lines, SzScoreLine, index), text, &known);
  if (!known || mark == SZ_MARK_NONE || mark == g_ascii_strtoll (text, NULL, 10) * 100)
    return NULL;
  return g_strdup_printf ("%d.%d", (int)(mark / 100), (int)(mark / 10 % 10));
}

/* ---- filling it ---- */

static const SzScoreRow *
find_row (const SzScoreSheet *sheet, const SzRecruitPerson *person, const char *item)
{
  for (guint i = 0; i < person->scores->len; i++)
    {
      const SzScoreRow *row = g_ptr_array_index (person->scores, i);

      if (strcmp (row->component, sheet->component) == 0
          && (item == NULL || *row->item == '\0' || strcmp (row->item, item) == 0))
        return row;
    }
  return NULL;
}

static const char *
get_status_word (const char *code)
{
  return strcmp (code, "absent") == 0 ? "缺考" : strcmp (code, "void") == 0 ? "违纪" : "作弊";
}

/* @text: as sz_score_text() writes it. */
static void
fill_cells (char **cells, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", SZ_JUDGES_MAX);

  for (guint i = 0; *text != '\0' && words[i] != NULL; i++)
    cells[i] = g_strdup (strcmp (words[i], "-") == 0     ? WITHDREW
                         : strcmp (words[i], ".") == 0   ? ""
                         : g_ascii_isalpha (words[i][0]) ? get_status_word (words[i])
                                                         : words[i]);
}

static void
fill_line (const SzScoreSheet *sheet, SzScoreLine *line, const SzScoreRow *row)
{
  g_autofree char *text = row != NULL ? sz_score_text (row) : NULL;
  const SzScoreNote *note = NULL;

  if (row == NULL)
    return;
  fill_cells (line->cells, text);
  if (sheet->desk->log != NULL)
    note = sz_score_log_find (sheet->desk->log, line->person->row->ticket, row->component,
                              row->item);
  if (note == NULL)
    return;
  fill_cells (line->seconds, note->second);
  fill_cells (line->befores, note->before);
}

static gboolean
is_expected (const SzScoreSheet *sheet, const SzRecruitPerson *person)
{
  const SzExamEntry *entry = person->entry;

  if (find_row (sheet, person, NULL) != NULL)
    return TRUE;
  if (entry == NULL)
    return FALSE;
  return sheet->index < 0 ? entry->extra_needed
                          : sheet->post->plan.components[sheet->index].stage < entry->stages;
}

static void
add_person (SzScoreSheet *sheet, const SzRecruitPerson *person, int entry)
{
  for (guint item = 0; item < sheet->n_items; item++)
    {
      const SzScoreRow *any = find_row (sheet, person, NULL);
      SzScoreLine line = { .person = person,
                           .entry = entry,
                           .item = item,
                           .first = item == 0,
                           .draw_no = g_strdup (any != NULL ? any->draw_no : "") };

      fill_line (sheet, &line,
                 find_row (sheet, person,
                           sheet->n_items > 1 ? sheet->post->plan.items[item].name : NULL));
      g_array_append_val (sheet->lines, line);
    }
}

/* In draw order, those without a number behind; then by ticket. */
static int
compare_lines_cb (gconstpointer a, gconstpointer b)
{
  const SzScoreLine *one = a;
  const SzScoreLine *other = b;
  const gint64 left = g_ascii_strtoll (one->draw_no, NULL, 10);
  const gint64 right = g_ascii_strtoll (other->draw_no, NULL, 10);
  int order;

  if ((left == 0) != (right == 0))
    return left == 0 ? 1 : -1;
  if (left != right)
    return left < right ? -1 : 1;
  order = strcmp (one->person->row->ticket, other->person->row->ticket);
  return order != 0 ? order : (int)one->item - (int)other->item;
}

/* A paper with one number, or judges: as what is there says, else as the name does. */
static guint
count_judges (const SzScoreSheet *sheet)
{
  guint judges = 0;
  gboolean numbers = FALSE;

  for (guint i = 0; i < sheet->post->people->len; i++)
    {
      SzMarks marks;
      const SzRecruitPerson *person = g_ptr_array_index (sheet->post->people, i);
      const SzScoreRow *row = find_row (sheet, person, NULL);

      numbers |= row != NULL && row->score_x100 >= 0;
      if (sz_recruit_marks (person, &sheet->post->plan, sheet->component, &marks))
        judges = MAX (judges, marks.n_judges);
    }
  if (judges > 0)
    return judges;
  if (numbers || sheet->index < 0 || strcmp (sheet->component, SZ_COMPONENT_WRITTEN) == 0)
    return 0;
  return sz_recruit_judges (sheet->desk->book, sheet->post);
}

/* ---- ranking ---- */

static SzScore
score_person (const SzScoreSheet *sheet, guint first)
{
  SzMarks marks = { .n_items = sheet->n_items, .n_judges = sheet->n_judges };
  SzScore score = { SZ_SCORE_GIVEN, 0 };
  gboolean complete = TRUE;

  for (guint item = 0; item < sheet->n_items; item++)
    {
      const SzScoreLine *line = &g_array_index (sheet->lines, SzScoreLine, first + item);
      const char *status = find_status (line->cells);

      if (status != NULL)
        return (SzScore){ strcmp (status, "缺考") == 0   ? SZ_SCORE_ABSENT
                          : strcmp (status, "违纪") == 0 ? SZ_SCORE_VOID
                                                         : SZ_SCORE_CHEATED,
                          0 };
      for (guint cell = 0; cell < sz_score_sheet_columns (sheet); cell++)
        {
          gboolean known;

          marks.marks_x100[item][cell] = read_cell (sheet, line, cell, &known);
          complete &= known;
        }
    }
  if (!complete)
    return (SzScore){ SZ_SCORE_NONE, 0 };
  if (sheet->n_judges == 0)
    score.score_x100 = marks.marks_x100[0][0];
  else if (!sz_exam_marks (&marks, sheet->post->plan.trim, sheet->post->plan.trim_by_item,
                           &score.score_x100, NULL))
    score.state = SZ_SCORE_FEW;
  return score;
}

static void
rank_all (SzScoreSheet *sheet)
{
  const guint n = sheet->post->entries->len;
  SzExamSummary summary;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const SzScoreLine *line = &g_array_index (sheet->lines, SzScoreLine, i);
      SzScore score;

      if (!line->first || line->entry < 0)
        continue;
      score = score_person (sheet, i);
      if (sheet->index >= 0)
        sheet->entries[line->entry].scores[sheet->index] = score;
      else
        {
          sheet->entries[line->entry].has_extra = score.state == SZ_SCORE_GIVEN;
          sheet->entries[line->entry].extra_x100 = score.score_x100;
        }
    }
  sz_exam_rank (&sheet->post->plan, sheet->post->places, sheet->entries, n, sheet->order, &summary);
}

SzScoreSheet *
sz_score_sheet_new (SzRecruitDesk *desk, const char *post, const char *component)
{
  g_autoptr (SzScoreSheet) sheet = NULL;

  g_return_val_if_fail (desk != NULL && post != NULL && component != NULL, NULL);
  sheet = g_new0 (SzScoreSheet, 1);
  sheet->desk = sz_recruit_desk_ref (desk);
  sheet->lines = g_array_new (FALSE, TRUE, sizeof (SzScoreLine));
  g_array_set_clear_func (sheet->lines, line_freed_cb);
  sheet->component = g_strdup (component);
  sheet->post = desk->book != NULL ? sz_recruit_book_post (desk->book, post) : NULL;
  if (sheet->post == NULL)
    return NULL;
  sheet->index = sz_exam_plan_find (&sheet->post->plan, component);
  if (sheet->index < 0 && strcmp (component, SZ_COMPONENT_EXTRA) != 0)
    return NULL;
  sheet->n_judges = count_judges (sheet);
  sheet->n_items = sheet->n_judges > 0 && strcmp (component, SZ_COMPONENT_INTERVIEW) == 0
                       ? MAX (1, sheet->post->plan.n_items)
                       : 1;
  sheet->locked = sz_recruit_post_locked (desk->book, sheet->post, component);
  sheet->order = g_new0 (guint, sheet->post->entries->len + 1);
  sheet->entries
      = g_memdup2 (sheet->post->entries->data, sheet->post->entries->len * sizeof (SzExamEntry));
  for (guint i = 0; i < sheet->post->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (sheet->post->people, i);
      int entry = -1;

      for (guint j = 0; j < sheet->post->entrants->len; j++)
        if (g_ptr_array_index (sheet->post->entrants, j) == person)
          entry = (int)j;
      if (is_expected (sheet, person))
        add_person (sheet, person, entry);
    }
  g_array_sort (sheet->lines, compare_lines_cb);
  rank_all (sheet);
  return g_steal_pointer (&sheet);
}

void
sz_score_sheet_put (SzScoreSheet *sheet, guint index, guint cell, const char *text)
{
  SzScoreLine *line;
  gboolean known;

  g_return_if_fail (sheet != NULL && text != NULL && cell < SZ_JUDGES_MAX);
  g_return_if_fail (index < sheet->lines->len);
  line = &g_array_index (sheet->lines, SzScoreLine, index);
  g_free (line->cells[cell]);
  line->cells[cell] = g_strdup (text);
  read_cell (sheet, line, cell, &known);
  line->faulty[cell] = *text != '\0' && !known && find_status (line->cells) == NULL;
}

void
sz_score_sheet_settle (SzScoreSheet *sheet)
{
  g_return_if_fail (sheet != NULL);
  rank_all (sheet);
}

void
sz_score_sheet_type (SzScoreSheet *sheet, guint index, guint cell, const char *text)
{
  g_return_if_fail (sheet != NULL);
  sz_score_sheet_put (sheet, index, cell, text);
  rank_all (sheet);
}

void
sz_score_sheet_figures (const SzScoreSheet *sheet, guint index, SzScoreFigures *figures)
{
  const SzScoreLine *line;
  const SzExamEntry *entry;

  g_return_if_fail (sheet != NULL && index < sheet->lines->len && figures != NULL);
  line = &g_array_index (sheet->lines, SzScoreLine, index);
  *figures = (SzScoreFigures){ .score = score_person (sheet, index - line->item) };
  if (line->entry < 0)
    return;
  entry = &sheet->entries[line->entry];
  figures->has_total = entry->has_total;
  figures->total_x100 = entry->total_x100;
  figures->rank = entry->rank;
  figures->shortlisted = entry->shortlisted;
  figures->extra_needed = entry->extra_needed;
}

void
sz_score_typed_clear (SzScoreTyped *typed)
{
  g_return_if_fail (typed != NULL);
  g_clear_pointer (&typed->marks, g_strfreev);
}

static gboolean
get_marks (const SzScoreSheet *sheet,
           const SzScoreLine *line,
           char *const *cells,
           SzScoreTyped *typed)
{
  g_autoptr (GStrvBuilder) marks = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint cell = 0; cell < sheet->n_judges; cell++)
    {
      gboolean known;
      const gint64 mark = read_text (sheet, line, cells[cell], &known);
      g_autofree char *number
          = known && mark != SZ_MARK_NONE ? sz_decimal_format (mark, SZ_HOURS_DECIMALS) : NULL;

      any |= known;
      g_strv_builder_add (marks, number != NULL ? number : known ? "-" : ".");
    }
  if (any)
    typed->marks = g_strv_builder_end (marks);
  return any;
}

gboolean
sz_score_sheet_get_typed (const SzScoreSheet *sheet,
                          guint index,
                          gboolean second,
                          SzScoreTyped *typed)
{
  const SzScoreLine *line;
  char *const *cells;

  g_return_val_if_fail (sheet != NULL && index < sheet->lines->len && typed != NULL, FALSE);
  line = &g_array_index (sheet->lines, SzScoreLine, index);
  cells = second ? line->seconds : line->cells;
  *typed = (SzScoreTyped){ .status = find_status (cells) };
  if (typed->status != NULL)
    return TRUE;
  if (sheet->n_judges > 0)
    return get_marks (sheet, line, cells, typed);
  typed->score_x100 = read_text (sheet, line, cells[0], &typed->has_score);
  typed->has_score = typed->has_score && typed->score_x100 != SZ_MARK_NONE;
  return typed->has_score;
}

void
sz_score_sheet_set_draw (SzScoreSheet *sheet, guint index, const char *draw_no)
{
  SzScoreLine *line;

  g_return_if_fail (sheet != NULL && draw_no != NULL && index < sheet->lines->len);
  line = &g_array_index (sheet->lines, SzScoreLine, index);
  g_free (line->draw_no);
  line->draw_no = g_strdup (draw_no);
}

/* ---- the second typing ---- */

void
sz_score_sheet_type_second (SzScoreSheet *sheet, guint index, guint cell, const char *text)
{
  SzScoreLine *line;

  g_return_if_fail (sheet != NULL && text != NULL && cell < SZ_JUDGES_MAX);
  g_return_if_fail (index < sheet->lines->len);
  line = &g_array_index (sheet->lines, SzScoreLine, index);
  g_free (line->seconds[cell]);
  line->seconds[cell] = g_strdup (text);
}

SzSecond
sz_score_sheet_second (const SzScoreSheet *sheet, guint index, guint cell)
{
  const SzScoreLine *line;
  const char *second;
  gboolean known, known_too;
  gint64 one, other;

  g_return_val_if_fail (sheet != NULL && cell < SZ_JUDGES_MAX, SZ_SECOND_NONE);
  g_return_val_if_fail (index < sheet->lines->len, SZ_SECOND_NONE);
  line = &g_array_index (sheet->lines, SzScoreLine, index);
  second = line->seconds[cell];
  if (second == NULL || *second == '\0')
    return SZ_SECOND_NONE;
  one = read_cell (sheet, line, cell, &known);
  other = read_text (sheet, line, second, &known_too);
  return g_strcmp0 (line->cells[cell], second) == 0 || (known && known_too && one == other)
             ? SZ_SECOND_SAME
             : SZ_SECOND_OTHER;
}

/* Each name once. */
static void
add_name (GPtrArray *names, const char *name)
{
  if (*name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer)name);
}

char *
sz_score_sheet_dup_foot (const SzScoreSheet *sheet)
{
  g_autoptr (GPtrArray) typed = g_ptr_array_new ();
  g_autoptr (GPtrArray) checked = g_ptr_array_new ();
  g_autofree char *typers = NULL;
  g_autofree char *checkers = NULL;
  guint cells = 0;
  guint same = 0;

  g_return_val_if_fail (sheet != NULL, NULL);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const SzScoreLine *line = &g_array_index (sheet->lines, SzScoreLine, i);
      const char *item = sheet->n_items > 1 ? sheet->post->plan.items[line->item].name : "";
      const SzScoreNote *note
          = sheet->desk->log != NULL
                ? sz_score_log_find (sheet->desk->log, line->person->row->ticket, sheet->component,
                                     item)
                : NULL;

      for (guint cell = 0; cell < sz_score_sheet_columns (sheet); cell++)
        {
          cells += line->cells[cell] != NULL && *line->cells[cell] != '\0' ? 1 : 0;
          same += sz_score_sheet_second (sheet, i, cell) == SZ_SECOND_SAME ? 1 : 0;
        }
      if (note != NULL)
        add_name (typed, note->typed_by);
      if (note != NULL)
        add_name (checked, note->checked_by);
    }
  g_ptr_array_add (typed, NULL);
  g_ptr_array_add (checked, NULL);
  typers = g_strjoinv ("、", (char **)typed->pdata);
  checkers = g_strjoinv ("、", (char **)checked->pdata);
  return g_strdup_printf (_ ("Typed by %s · checked by %s · %u of %u cells the same both times"),
                          *typers != '\0' ? typers : "—", *checkers != '\0' ? checkers : "—", same,
                          cells);
}
