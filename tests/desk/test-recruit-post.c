/* test-recruit-post.c — a post in one line, its notices, the relations of its judges, its sheet
 * (RULE rec-1, rec-2, rec-7, rec-15, rec-19, rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include <string.h>

#include "sz-field-list.h"
#include "sz-post-acts.h"
#include "sz-post-tables.h"
#include "sz-recruit-board.h"
#include "sz-recruit-page.h"
#include "sz-register.h"
#include "sz-score-wall.h"

static SzPostPane *
open_post (PageDesk *desk, const char *code)
{
  sz_recruit_page_open (SZ_RECRUIT_PAGE (desk->page), code);
  desk_wait (page_desk_is_settled, desk);
  return sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk->page));
}

static const char *
get_line (SzPostPane *pane, const char *name)
{
  return gtk_label_get_label (
      GTK_LABEL (desk_find (GTK_WIDGET (pane), GTK_TYPE_LABEL, "name", name)));
}

/* RULE rec-15, rec-1: the scheme in one line; above the applicants what they come to; on the board
 * what each post waits for, and since when. */
static void
test_lines (void)
{
  PageDesk desk;

  page_desk_open (&desk, "recruit@2025-06-20");
  {
    g_autoptr (SzOffice) office = page_desk_open_office (&desk);
    g_autoptr (SzRecruitDesk) read = sz_recruit_desk_open (office, NULL, 20250620, NULL);
    const SzRecruitPost *post = sz_recruit_book_post (read->book, "A05");
    g_autofree char *people
        = g_strdup_printf ("%u 报名 · %u 合格", post->registered, post->qualified);
    SzPostPane *pane = open_post (&desk, "A05");

    g_assert_nonnull (strstr (get_line (pane, "applicants-line"), people));
    g_assert_nonnull (strstr (get_line (pane, "applicants-line"), "→ 招"));
    g_assert_nonnull (strstr (get_line (pane, "scheme-line"), "考察 1:"));
    for (guint i = 0; i < read->book->posts->len; i++)
      {
        const SzRecruitPost *one = g_ptr_array_index (read->book->posts, i);
        const SzRecruitCard *card = &g_array_index (read->cards, SzRecruitCard, i);
        g_autofree char *line = sz_recruit_card_line (one, card);

        g_assert_cmpstr (line, !=, "");
        if (sz_recruit_post_since (one) != SZ_DATE_NONE && !card->has_notice)
          g_assert_nonnull (strstr (line, "since"));
      }
  }
  page_desk_close (&desk);
}

static guint
count_days (GtkWidget *root)
{
  guint n = gtk_widget_has_css_class (root, "sz-notice-day") ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_days (child);
  return n;
}

/* RULE rec-7: every notice of a post as a strip of its days. */
static void
test_notices (void)
{
  g_autofree char *code = NULL;
  SzPostPane *pane;
  guint days = 0;
  guint most = 0;
  PageDesk desk;

  page_desk_open (&desk, "recruit@2025-06-20");
  {
    g_autoptr (SzOffice) office = page_desk_open_office (&desk);
    g_autoptr (SzRecruitDesk) read = sz_recruit_desk_open (office, NULL, 20250620, NULL);

    for (guint i = 0; i < read->book->posts->len; i++)
      {
        const SzRecruitPost *post = g_ptr_array_index (read->book->posts, i);
        g_autoptr (GArray) notices = sz_recruit_post_notices (post);

        if (notices->len <= most)
          continue;
        most = notices->len;
        g_free (code);
        code = g_strdup (post->row->code);
        days = 0;
        for (guint j = 0; j < notices->len; j++)
          {
            const SzRecruitNotice *notice = &g_array_index (notices, SzPostNotice, j).notice;

            days += (guint)(sz_date_days (notice->to) - sz_date_days (notice->from) + 1);
          }
      }
  }
  g_assert_cmpuint (most, >, 1);
  pane = open_post (&desk, code);
  sz_post_pane_show_tab (pane, "notice");
  g_assert_cmpuint (count_days (GTK_WIDGET (pane)), ==, days);
  page_desk_close (&desk);
}

/* RULE rec-15, rec-29: a declared relation of a judge to an applicant stands under the scheme
 * before anything is marked. */
static void
test_relations (void)
{
  const SzRegister *reg = sz_register_find ("kinship");
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  char *path = desk_demo (30);
  char *cells[12] = { NULL };
  SzRegisterRow row = { .cells = cells };
  g_autofree char *act = NULL;
  guint before;

  office = sz_office_open (path, "test", &error);
  g_assert_no_error (error);
  {
    g_autoptr (SzRecruitDesk) desk = sz_recruit_desk_open (office, NULL, 20250620, &error);
    const SzRecruitPost *post = sz_recruit_book_post (desk->book, "A05");
    const SzRecruitPerson *person = g_ptr_array_index (post->people, 0);
    const SzJudgeRow *judge = NULL;

    for (guint i = 0; i < desk->book->judges->len && judge == NULL; i++)
      {
        const SzJudgeRow *one = &g_array_index (desk->book->judges, SzJudgeRow, i);

        if (*one->id_number != '\0' && (*one->post == '\0' || strcmp (one->post, "A05") == 0))
          judge = one;
      }
    g_assert_nonnull (judge);
    before = desk->ties->len;
    g_assert_cmpuint (reg->n_columns, <=, G_N_ELEMENTS (cells));
    for (guint i = 0; i < reg->n_columns; i++)
      cells[i] = g_strdup (strcmp (reg->columns[i].heading, "身份证号") == 0 ? judge->id_number
                           : strcmp (reg->columns[i].heading, "姓名") == 0   ? judge->name
                           : strcmp (reg->columns[i].heading, "亲属身份证号") == 0
                               ? person->row->id_number
                           : strcmp (reg->columns[i].heading, "亲属姓名") == 0 ? person->row->name
                           : strcmp (reg->columns[i].heading, "关系") == 0     ? "夫妻"
                                                                               : "");
  }
  sz_office_register_put (office, reg, &row, &act, &error);
  g_assert_no_error (error);
  {
    g_autoptr (SzRecruitDesk) desk = sz_recruit_desk_open (office, NULL, 20250620, &error);
    const SzRecruitPost *post = sz_recruit_book_post (desk->book, "A05");
    g_autoptr (GPtrArray) fields = sz_post_scheme_fields (desk, post);
    gboolean said = FALSE;

    g_assert_cmpuint (desk->ties->len, >, before);
    for (guint i = 0; i < fields->len; i++)
      {
        const SzField *field = g_ptr_array_index (fields, i);

        said |= field->value != NULL && strstr (field->value, "夫妻") != NULL;
      }
    g_assert_true (said);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    g_free (cells[i]);
  g_clear_object (&office);
  desk_demo_free (path);
}

/* F03b of the component is asked a printer for at once. */
static void
test_printing (void)
{
  PageDesk desk;

  page_desk_open (&desk, "recruit@2025-06-20");
  open_post (&desk, "A05");
  {
    g_autoptr (SzOffice) office = page_desk_open_office (&desk);
    g_autoptr (SzRecruitDesk) read = sz_recruit_desk_open (office, NULL, 20250620, NULL);

    sz_post_acts_print (desk.page, read, "A05", "面试");
  }
  desk_wait (page_desk_has_dialog, &desk);
  gtk_window_close (GTK_WINDOW (page_desk_find_dialog (&desk)));
  desk_wait (page_desk_has_no_dialog, &desk);
  page_desk_close (&desk);
}

static GtkWidget *
find_label (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), part) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_label (child, part) != NULL)
      return find_label (child, part);
  return NULL;
}

/* F11: the wall says the post, how many are through, the draw number and the mean, and no name. */
static void
test_wall (void)
{
  g_autofree char *draw = NULL;
  g_autofree char *mean = NULL;
  const SzScoreSheet *sheet;
  const SzScoreLine *line;
  SzScoreFigures figures;
  SzPostPane *pane;
  GtkWidget *wall;
  PageDesk desk;

  page_desk_open (&desk, "recruit@2025-06-20");
  pane = open_post (&desk, "A05");
  sheet = sz_score_grid_get_sheet (sz_post_pane_get_grid (pane));
  line = &g_array_index (sheet->lines, SzScoreLine, 0);
  sz_score_sheet_figures (sheet, 0, &figures);
  g_assert_cmpint (figures.score.state, ==, SZ_SCORE_GIVEN);
  wall = sz_score_wall_new (GTK_WINDOW (desk.window));
  sz_score_wall_show (SZ_SCORE_WALL (wall), sheet, 0);
  draw = g_strdup_printf ("Draw %s", line->draw_no);
  mean = sz_decimal_format (figures.score.score_x100, SZ_HOURS_DECIMALS);
  g_assert_nonnull (find_label (wall, "A05"));
  g_assert_nonnull (find_label (wall, "3 of 7"));
  g_assert_nonnull (find_label (wall, draw));
  g_assert_nonnull (find_label (wall, mean));
  for (guint i = 0; i < sheet->lines->len; i++)
    g_assert_null (
        find_label (wall, g_array_index (sheet->lines, SzScoreLine, i).person->row->name));
  gtk_window_destroy (GTK_WINDOW (wall));
  page_desk_close (&desk);
}

/* What stands in a cell is chosen when one comes to it, so that a digit replaces it; F2 puts the
 * cursor behind it. */
static void
test_editing (void)
{
  SzScoreGrid *grid;
  GtkWidget *cell;
  GListModel *controllers;
  PageDesk desk;
  int length;

  page_desk_open (&desk, "recruit@2025-06-20");
  sz_post_pane_show_tab (open_post (&desk, "A05"), "scores");
  desk_wait (page_desk_is_settled, &desk);
  grid = sz_post_pane_get_grid (sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk.page)));
  sz_score_grid_focus (grid);
  cell = gtk_root_get_focus (GTK_ROOT (desk.window));
  g_assert_true (GTK_IS_TEXT (cell));
  length = (int)strlen (gtk_editable_get_text (GTK_EDITABLE (cell)));
  g_assert_cmpint (length, >, 0);
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (cell), NULL, NULL));
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (grid));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_F2, 0, 0, &handled);
    }
  g_object_unref (controllers);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (cell), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (cell)), ==, length);
  page_desk_close (&desk);
}

int
main (int argc, char *argv[])
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/rec-1/rec-15/lines", test_lines);
  g_test_add_func ("/desk/rec-7/notices", test_notices);
  g_test_add_func ("/desk/rec-15/relations", test_relations);
  g_test_add_func ("/desk/rec-2/printing", test_printing);
  g_test_add_func ("/desk/rec-2/wall", test_wall);
  g_test_add_func ("/desk/rec-2/editing", test_editing);
  return g_test_run ();
}
