/* sz-columns.c — which heading is which field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-columns.h"

#include <string.h>

#include "sz-text.h"

#define ROWS_SEARCHED 50
#define MATCHES_LEAST 2
#define RUNNING_NUMBER "序号"

/* Specs made ready for comparison: folded heading → index + 1, the better rank first. */
typedef struct
{
  const SzColumnSpec *specs;
  guint n_specs;
  GHashTable *map;      /* (nullable): as given */
  GHashTable *headings; /* official headings and field names */
  GHashTable *synonyms;
  GHashTable *fields; /* field names as they are, for @map */
} Matcher;

/* A row taken for the heading row. */
typedef struct
{
  guint row;
  guint n_matched;
  gboolean all_required;
} Candidate;

void
sz_columns_free (SzColumns *columns)
{
  if (columns == NULL)
    return;
  g_free (columns->column_of_field);
  g_free (columns->required);
  g_ptr_array_unref (columns->headings);
  g_array_unref (columns->unknown);
  g_free (columns);
}

static gboolean
is_left_out (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

static gboolean
is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == 0x3010 || c == 0x3014 || c == 0xff08;
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == 0x3011 || c == 0x3015 || c == 0xff09;
}

static gboolean
is_mark (gunichar c)
{
  return c == '*' || c == ':' || c == 0x2605 || c == 0x203b; /* ★ ※ */
}

static void
drop_last (GString *text)
{
  const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);

  g_string_truncate (text, last != NULL ? (gsize)(last - text->str) : 0);
}

static gunichar
get_last (const GString *text)
{
  const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);

  return last != NULL ? g_utf8_get_char (last) : 0;
}

/* A remark at the end, "（必填）", goes with all that is in it, unless nothing would stay. */
static gboolean
drop_remark (GString *text)
{
  const char *p = text->str + text->len;
  guint depth = 0;

  while ((p = g_utf8_find_prev_char (text->str, p)) != NULL)
    {
      gunichar c = g_utf8_get_char (p);

      depth += is_closing (c) ? 1 : 0;
      if (is_opening (c) && --depth == 0)
        break;
    }
  if (p == NULL || p == text->str)
    return FALSE;
  g_string_truncate (text, (gsize)(p - text->str));
  return TRUE;
}

static void
drop_tail (GString *text)
{
  while (text->len > 0)
    {
      gunichar last = get_last (text);

      if (is_mark (last))
        drop_last (text);
      else if (!is_closing (last) || !drop_remark (text))
        return;
    }
}

char *
sz_columns_fold (const char *heading)
{
  g_autofree char *narrow = sz_text_visible (heading);
  g_autofree char *small = g_ascii_strdown (narrow, -1);
  GString *text = g_string_new (NULL);

  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_left_out (c) && !(text->len == 0 && is_mark (c)))
        g_string_append_unichar (text, c);
    }
  drop_tail (text);
  return g_string_free (text, FALSE);
}

static void
add_name (GHashTable *names, const char *name, guint index)
{
  g_autofree char *folded = sz_columns_fold (name);

  if (folded[0] != '\0' && !g_hash_table_contains (names, folded))
    g_hash_table_insert (names, g_steal_pointer (&folded), GUINT_TO_POINTER (index + 1));
}

static void
init_matcher (Matcher *matcher, const SzColumnSpec *specs, guint n_specs, GHashTable *map)
{
  *matcher = (Matcher){ .specs = specs, .n_specs = n_specs, .map = map };
  matcher->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  matcher->synonyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  matcher->fields = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_specs; i++)
    {
      g_hash_table_insert (matcher->fields, (gpointer)specs[i].field, GUINT_TO_POINTER (i + 1));
      add_name (matcher->headings, specs[i].heading, i);
    }
  for (guint i = 0; i < n_specs; i++)
    {
      add_name (matcher->headings, specs[i].field, i);
      for (guint k = 0; specs[i].synonyms != NULL && specs[i].synonyms[k] != NULL; k++)
        add_name (matcher->synonyms, specs[i].synonyms[k], i);
    }
}

static void
clear_matcher (Matcher *matcher)
{
  g_hash_table_unref (matcher->headings);
  g_hash_table_unref (matcher->synonyms);
  g_hash_table_unref (matcher->fields);
}

typedef enum
{
  RANK_MAP,
  RANK_HEADING,
  RANK_SYNONYM,
  N_RANKS,
} Rank;

/* Index + 1 of the field that a folded heading names in that rank; 0 when it names none. */
static guint
match_heading (const Matcher *matcher, Rank rank, const char *folded)
{
  const char *field;

  switch (rank)
    {
    case RANK_MAP:
      field = matcher->map != NULL ? g_hash_table_lookup (matcher->map, folded) : NULL;
      return field != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (matcher->fields, field)) : 0;
    case RANK_HEADING:
      return GPOINTER_TO_UINT (g_hash_table_lookup (matcher->headings, folded));
    case RANK_SYNONYM:
    case N_RANKS:
    default:
      return GPOINTER_TO_UINT (g_hash_table_lookup (matcher->synonyms, folded));
    }
}

/* The user said of the heading that it is no field. */
static gboolean
is_declined (const Matcher *matcher, const char *folded)
{
  const char *field = matcher->map != NULL ? g_hash_table_lookup (matcher->map, folded) : NULL;

  return field != NULL && *field == '\0' && *folded != '\0';
}

/* Gives columns to fields, what the user said first, then official headings, then synonyms; the
   leftmost wins within a rank. @upper (nullable) fills the gaps of a lower header row. */
static guint
assign_columns (const Matcher *matcher, GPtrArray *folded, gint *column_of_field, gboolean *taken)
{
  guint n_matched = 0;

  for (guint column = 0; column < folded->len; column++)
    taken[column] = is_declined (matcher, g_ptr_array_index (folded, column));
  for (Rank rank = RANK_MAP; rank < N_RANKS; rank++)
    for (guint column = 0; column < folded->len; column++)
      {
        guint found
            = taken[column] ? 0 : match_heading (matcher, rank, g_ptr_array_index (folded, column));

        if (found == 0 || column_of_field[found - 1] >= 0)
          continue;
        column_of_field[found - 1] = (gint)column;
        taken[column] = TRUE;
        n_matched++;
      }
  return n_matched;
}

static GPtrArray *
copy_texts (const SzTableRow *row)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; row != NULL && i < row->n_cells; i++)
    g_ptr_array_add (texts, g_strdup (row->cells[i].text));
  return texts;
}

static GPtrArray *
fold_texts (GPtrArray *texts)
{
  GPtrArray *folded = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      /* Most columns of a hostile row are gaps. */
      g_ptr_array_add (folded, *text != '\0' ? sz_columns_fold (text) : g_strdup (""));
    }
  return folded;
}

static SzColumns *
make_columns (const Matcher *matcher, GPtrArray *texts, guint *n_matched)
{
  SzColumns *columns = g_new0 (SzColumns, 1);
  g_autoptr (GPtrArray) folded = fold_texts (texts);
  g_autofree gboolean *taken = g_new0 (gboolean, texts->len + 1);

  columns->n_specs = matcher->n_specs;
  columns->column_of_field = g_new (gint, matcher->n_specs + 1);
  columns->headings = g_ptr_array_ref (texts);
  columns->unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  columns->required = g_new0 (gboolean, matcher->n_specs + 1);
  for (guint i = 0; i < matcher->n_specs; i++)
    {
      columns->column_of_field[i] = -1;
      columns->required[i] = matcher->specs[i].required;
    }
  *n_matched = assign_columns (matcher, folded, columns->column_of_field, taken);
  for (guint column = 0; column < folded->len; column++)
    {
      const char *text = g_ptr_array_index (folded, column);

      if (!taken[column] && text[0] != '\0' && strcmp (text, RUNNING_NUMBER) != 0)
        g_array_append_val (columns->unknown, column);
    }
  return columns;
}

/* The field that the folded heading names in any rank, as index + 1. */
static guint
match_any (const Matcher *matcher, const char *folded)
{
  guint found = 0;

  for (Rank rank = RANK_MAP; rank < N_RANKS && found == 0; rank++)
    found = match_heading (matcher, rank, folded);
  return found;
}

/* The lower of two header rows, its gaps filled with those headings of the upper one that name a
   field the lower one lacks. */
static GPtrArray *
join_rows (const Matcher *matcher, const SzColumns *lower, GPtrArray *upper)
{
  GPtrArray *joined = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MAX (upper->len, lower->headings->len); i++)
    {
      const char *own = i < lower->headings->len ? g_ptr_array_index (lower->headings, i) : "";
      const char *above = i < upper->len ? g_ptr_array_index (upper, i) : "";
      gboolean is_gap = *own == '\0' && *above != '\0';
      g_autofree char *folded = is_gap ? sz_columns_fold (above) : NULL;
      guint found = is_gap ? match_any (matcher, folded) : 0;
      gboolean lacking = found != 0 && lower->column_of_field[found - 1] < 0;

      g_ptr_array_add (joined, g_strdup (lacking ? above : own));
    }
  return joined;
}

static gboolean
has_all_required (const Matcher *matcher, const SzColumns *columns)
{
  for (guint i = 0; i < matcher->n_specs; i++)
    if (matcher->specs[i].required && columns->column_of_field[i] < 0)
      return FALSE;
  return TRUE;
}

/* What the row @texts under @upper says as a heading row; NULL when it says nothing by itself. */
static SzColumns *
read_headings (const Matcher *matcher, GPtrArray *upper, GPtrArray *texts, guint *n_matched)
{
  g_autoptr (SzColumns) alone = make_columns (matcher, texts, n_matched);
  g_autoptr (GPtrArray) joined = NULL;

  if (*n_matched == 0)
    return NULL;
  if (upper == NULL)
    return g_steal_pointer (&alone);
  joined = join_rows (matcher, alone, upper);
  return make_columns (matcher, joined, n_matched);
}

static gboolean
is_better (const Candidate *a, const Candidate *b)
{
  if (a->all_required != b->all_required)
    return a->all_required;
  return a->n_matched > b->n_matched;
}

/* Rows that follow one another and could be two rows of one header. */
static GPtrArray *
find_upper (GPtrArray *previous, guint previous_row, guint row)
{
  return previous != NULL && previous_row + 1 == row ? previous : NULL;
}

const char *
sz_columns_unit (const char *text)
{
  static const char *const units[] = { "万元", "千元" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strstr (text, units[i]) != NULL)
      return units[i];
  return NULL;
}

static gboolean
says_unit (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    if (sz_columns_unit (g_ptr_array_index (texts, i)) != NULL)
      return TRUE;
  return FALSE;
}

/* The best row of the first fifty, or, with @stop_at, the table's headings at that row. */
static SzColumns *
search_rows (SzTable *table,
             const Matcher *matcher,
             guint stop_at,
             Candidate *best,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) previous = NULL;
  guint previous_row = 0;
  guint unit_row = 0;
  const SzTableRow *row = NULL;

  for (guint i = 0; i < ROWS_SEARCHED; i++)
    {
      g_autoptr (GPtrArray) texts = NULL;
      g_autoptr (SzColumns) columns = NULL;
      Candidate candidate = { 0 };

      row = sz_table_next (table, cancellable, error);
      if (row == NULL)
        break;
      texts = copy_texts (row);
      candidate.row = row->number;
      columns = read_headings (matcher, find_upper (previous, previous_row, row->number), texts,
                               &candidate.n_matched);
      if (columns != NULL && candidate.row == stop_at)
        {
          columns->unit_row = unit_row;
          return g_steal_pointer (&columns);
        }
      unit_row = says_unit (texts) ? candidate.row : unit_row;
      candidate.all_required = columns != NULL && has_all_required (matcher, columns);
      if (columns != NULL && candidate.n_matched >= MIN (MATCHES_LEAST, matcher->n_specs)
          && (best->row == 0 || is_better (&candidate, best)))
        *best = candidate;
      previous_row = candidate.row;
      g_clear_pointer (&previous, g_ptr_array_unref);
      previous = g_steal_pointer (&texts);
    }
  return NULL;
}

static SzColumns *
make_empty (guint n_specs)
{
  SzColumns *columns = g_new0 (SzColumns, 1);

  columns->n_specs = n_specs;
  columns->column_of_field = g_new (gint, n_specs + 1);
  for (guint i = 0; i < n_specs; i++)
    columns->column_of_field[i] = -1;
  columns->headings = g_ptr_array_new_with_free_func (g_free);
  columns->unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  return columns;
}

SzColumns *
sz_columns_find (SzTable *table,
                 const SzColumnSpec *specs,
                 guint n_specs,
                 GHashTable *map,
                 GCancellable *cancellable,
                 GError **error)
{
  SzColumns *columns = NULL;
  GError *fault = NULL;
  Candidate best = { 0 };
  Matcher matcher;

  g_return_val_if_fail (table != NULL, NULL);
  init_matcher (&matcher, specs, n_specs, map);
  search_rows (table, &matcher, 0, &best, cancellable, &fault);
  if (fault == NULL && best.row != 0)
    {
      guint row = best.row;

      sz_table_rewind (table);
      columns = search_rows (table, &matcher, row, &best, cancellable, &fault);
      if (columns != NULL)
        columns->heading_row = row;
    }
  clear_matcher (&matcher);
  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return NULL;
    }
  return columns != NULL ? columns : make_empty (n_specs);
}

const SzCell *
sz_columns_cell (const SzColumns *columns, const SzTableRow *row, guint index)
{
  static const SzCell empty = { SZ_CELL_EMPTY, "", SZ_DATE_NONE };
  gint column = index < columns->n_specs ? columns->column_of_field[index] : -1;

  g_return_val_if_fail (row != NULL, NULL);

  return column >= 0 && (guint)column < row->n_cells ? &row->cells[column] : &empty;
}
