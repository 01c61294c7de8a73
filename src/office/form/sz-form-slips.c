/* sz-form-slips.c — 工资条: as strips to be cut, several a page, and two a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-departments.h"
#include "sz-form-paid.h"
#include "sz-namekey.h"
#include "sz-forms-pay.h"

#define UNIT "单位：元"

typedef struct
{
  const SzPayLine *line;
  char *key; /* 姓氏笔画 */
} Person;

/* Shared by the tables of all strips; the last of them frees it. */
typedef struct
{
  SzPayView *view;
  SzPaidBook *paid;
  char *college;
  SzDepartmentOrder *order;
  GArray *people; /* of Person, as F20 has them: 部门 → 等级 → 姓氏笔画 */
  gboolean limited;
  guint refs;
} Slips;

/* One strip: a table of one row. */
typedef struct
{
  Slips *slips;
  guint index;
} Strip;

static void
person_freed_cb (gpointer data)
{
  g_free (((Person *)data)->key);
}

static void
unref_slips (Slips *slips)
{
  if (--slips->refs > 0)
    return;
  g_clear_pointer (&slips->people, g_array_unref);
  g_clear_pointer (&slips->order, sz_department_order_free);
  g_clear_pointer (&slips->paid, sz_paid_book_free);
  g_clear_pointer (&slips->view, sz_pay_view_free);
  g_free (slips->college);
  g_free (slips);
}

static void
strip_freed_cb (gpointer data)
{
  Strip *strip = data;

  unref_slips (strip->slips);
  g_free (strip);
}

static int
compare_people_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  const Person *one = a;
  const Person *other = b;
  int result = sz_department_order_compare (order, one->line->department, other->line->department);

  if (result == 0)
    result = sz_post_order (one->line->post) - sz_post_order (other->line->post);
  if (result == 0)
    result = strcmp (one->key, other->key);
  return result != 0 ? result : (one->line < other->line ? -1 : one->line > other->line);
}

static void
list_people (Slips *slips)
{
  const SzPayResult *result = slips->view->result;
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();

  slips->people = g_array_sized_new (FALSE, FALSE, sizeof (Person), (guint)result->n_lines);
  g_array_set_clear_func (slips->people, person_freed_cb);
  for (gsize i = 0; i < result->n_lines; i++)
    {
      const SzPayLine *line = &result->lines[i];
      Person person
          = { line, sz_name_keys_sort_key (keys, SZ_NAME_ORDER_SURNAME_STROKES,
                                           slips->view->input->people[line->index].name, NULL) };

      g_array_append_val (slips->people, person);
      slips->limited = slips->limited || line->ceiling_fen != 0;
    }
  g_array_sort_with_data (slips->people, compare_people_cb, slips->order);
}

static Slips *
gather (SzOffice *office, gint64 run, GCancellable *cancellable, GError **error)
{
  Slips *slips = g_new0 (Slips, 1);

  slips->refs = 1;
  slips->college = sz_office_dup_college (office, error);
  if (slips->college != NULL)
    slips->order = sz_department_order_new (office, error);
  if (slips->order != NULL)
    slips->view = sz_view_pay_open (office, run, cancellable, error);
  if (slips->view != NULL)
    slips->paid = sz_paid_book_new (office, slips->view->head.from, slips->view->head.to, error);
  if (slips->paid != NULL)
    {
      list_people (slips);
      return slips;
    }
  unref_slips (slips);
  return NULL;
}

static void
fill_strip_cb (gpointer data, guint index, SzFormRow *row)
{
  const Strip *strip = data;
  const Slips *slips = strip->slips;
  const SzPayLine *line = g_array_index (slips->people, Person, strip->index).line;
  const SzPayPerson *person = &slips->view->input->people[line->index];
  const SzScheme *scheme = slips->view->scheme;

  sz_form_row_text (row, person->staff_no);
  sz_form_row_take (row, sz_form_dup_name (person->name));
  sz_form_row_text (row, line->department);
  for (guint i = 0; i < scheme->components->len; i++)
    {
      if (line->shares[i].admitted)
        sz_form_row_number (row, line->shares[i].amount_fen);
      else
        sz_form_row_empty (row);
    }
  for (guint i = 0; i < scheme->fixed->len; i++)
    {
      if (line->fixed_fen[i] >= 0)
        sz_form_row_number (row, line->fixed_fen[i]);
      else
        sz_form_row_empty (row);
    }
  if (slips->limited)
    sz_form_row_number (row, line->ceiling_fen);
  sz_form_row_number (row, line->total_fen);
  sz_paid_book_fill (slips->paid, person->person_id, line->total_fen, row);
}

static SzFormColumns *
make_columns (const Slips *slips)
{
  const SzScheme *scheme = slips->view->scheme;
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 8);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 9);
  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 14)->dash = TRUE;
  for (guint i = 0; i < scheme->components->len; i++)
    sz_form_columns_add_amount (columns, NULL,
                                g_array_index (scheme->components, SzComponent, i).name)
        ->dash
        = TRUE;
  for (guint i = 0; i < scheme->fixed->len; i++)
    sz_form_columns_add_amount (columns, NULL, g_array_index (scheme->fixed, SzFixed, i).name)->dash
        = TRUE;
  if (slips->limited)
    sz_form_columns_add_amount (columns, NULL, "封顶调节");
  sz_form_columns_add_amount (columns, NULL, "应发");
  sz_paid_book_add_columns (slips->paid, columns);
  return columns;
}

static void
add_strip (SzPaper *paper,
           Slips *slips,
           const SzFormColumns *columns,
           const SzTableOptions *options,
           guint index)
{
  Strip *strip = g_new0 (Strip, 1);

  strip->slips = slips;
  strip->index = index;
  slips->refs++;
  sz_form_add_table (paper, columns, options,
                     (SzFormSource){ 1, fill_strip_cb, strip, strip_freed_cb });
}

static void
add_strips (SzPaper *paper, Slips *slips, const SzFormColumns *columns, gboolean small)
{
  static const SzTableOptions options = { .no_repeat = TRUE, .dense = TRUE };
  g_autofree char *from = sz_date_format_cn (slips->view->head.from);
  g_autofree char *to = sz_date_format_cn (slips->view->head.to);
  g_autofree char *title = g_strdup_printf ("%s（%s至%s）工资条", slips->view->head.name, from, to);

  for (guint i = 0; i < slips->people->len; i++)
    {
      sz_paper_add_headline (paper, title, "", UNIT);
      add_strip (paper, slips, columns, &options, i);
      sz_paper_add_cut (paper);
    }
}

/* Two a page with a line to cut along, or one on each small page. */
static void
add_pages (SzPaper *paper, Slips *slips, const SzFormColumns *columns, gboolean small)
{
  static const SzTableOptions options = { .no_repeat = TRUE, .uppercase = TRUE };
  static const char *const signatures[] = { "领取人签字", "日期", NULL };
  g_autofree char *basis = sz_form_dup_basis (slips->view);

  for (guint i = 0; i < slips->people->len; i++)
    {
      if (!small && i % 2 == 1)
        sz_paper_add_half (paper);
      else if (i > 0)
        sz_paper_add_page_break (paper);
      sz_paper_add_title (paper, "工资条");
      sz_paper_add_headline (paper, slips->college, "", UNIT);
      sz_paper_add_text (paper, basis);
      add_strip (paper, slips, columns, &options, i);
      sz_paper_add_signatures (paper, signatures);
    }
}

static SzPaper *
make_slips (SzOffice *office,
            const SzForm *form,
            const SzFormParams *params,
            void (*add) (SzPaper *, Slips *, const SzFormColumns *, gboolean),
            GCancellable *cancellable,
            GError **error)
{
  Slips *slips = gather (office, params->run, cancellable, error);
  g_autoptr (SzFormColumns) columns = NULL;
  SzPaper *paper;

  if (slips == NULL)
    return NULL;
  columns = make_columns (slips);
  paper
      = sz_paper_new (form->title, params->is_a5 ? SZ_ORIENTATION_LANDSCAPE : SZ_ORIENTATION_AUTO);
  sz_paper_set_page (paper, params->is_a5 ? SZ_PAGE_A5 : SZ_PAGE_A4, TRUE);
  sz_form_set_run_foot (paper, slips->view);
  add (paper, slips, columns, params->is_a5);
  unref_slips (slips);
  return paper;
}

SzPaper *
sz_form_make_slips (SzOffice *office,
                    const SzForm *form,
                    const SzFormParams *params,
                    GCancellable *cancellable,
                    GError **error)
{
  return make_slips (office, form, params, add_strips, cancellable, error);
}

SzPaper *
sz_form_make_slip (SzOffice *office,
                   const SzForm *form,
                   const SzFormParams *params,
                   GCancellable *cancellable,
                   GError **error)
{
  return make_slips (office, form, params, add_pages, cancellable, error);
}
