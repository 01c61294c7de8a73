/* test-title-papers.c — what applicants hand in: shown, attached, opened, forgotten in the window
 * (ttl-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include <glib/gstdio.h>

#include "sz-list-book.h"
#include "sz-title-file.h"
#include "sz-title-round.h"
#include "sz-titles-dialogs.h"
#include "sz-titles-page.h"

static const char paper[] = "三篇论文的首页";

/* The round in the middle, and who applied first in it. */
typedef struct
{
  PageDesk desk;
  char *round;
  char *staff_no;
} Papers;

static void
papers_open (Papers *papers)
{
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (GArray) rounds = NULL;
  const SzListRow *row;

  page_desk_open_of (&papers->desk, 60, "titles:titles-round");
  office = page_desk_open_office (&papers->desk);
  rounds = sz_title_round_list (office, NULL);
  papers->round = g_strdup (g_array_index (rounds, SzTitleRoundBrief, rounds->len - 1).name);
  sz_list_page_choose (SZ_LIST_PAGE (papers->desk.page), "round", papers->round);
  desk_wait (page_desk_is_settled, &papers->desk);
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (papers->desk.page)), FALSE);
  desk_wait (page_desk_is_settled, &papers->desk);
  row = sz_list_book_get_row (sz_list_page_get_book (SZ_LIST_PAGE (papers->desk.page)),
                              sz_list_page_get_current (SZ_LIST_PAGE (papers->desk.page)));
  g_assert_nonnull (row);
  papers->staff_no = g_strdup (row->cells[9]);
}

static void
papers_close (Papers *papers)
{
  page_desk_close (&papers->desk);
  g_free (papers->round);
  g_free (papers->staff_no);
}

/* Of the file of a line, or of the one that no line names when NULL; −1: there is no such line. */
static gint64
get_bytes (const Papers *papers, const char *material)
{
  g_autoptr (SzOffice) office = page_desk_open_office ((PageDesk *)&papers->desk);
  g_autoptr (GArray) lines = sz_title_materials (office, papers->round, papers->staff_no, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SzTitleMaterial *line = &g_array_index (lines, SzTitleMaterial, i);

      if (g_str_equal (line->material, material != NULL ? material : ""))
        return line->bytes;
    }
  return -1;
}

static gboolean
is_kept (gpointer data)
{
  Papers *papers = data;

  return page_desk_is_settled (&papers->desk) && get_bytes (papers, "论文首页") > 0
         && desk_find (GTK_WIDGET (papers->desk.window), GTK_TYPE_LABEL, "label",
                       "业绩 · 论文首页");
}

static gboolean
is_gone (gpointer data)
{
  Papers *papers = data;

  return page_desk_is_settled (&papers->desk) && get_bytes (papers, "论文首页") < 0;
}

static void
attach (Papers *papers)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "论文首页.txt", NULL);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, paper, -1, NULL));
  sz_title_attach_present (papers->desk.page,
                           &(SzTitleWhom){ papers->round, papers->staff_no, "某人", "业绩" }, "",
                           path);
  dialog = page_desk_find_dialog (&papers->desk);
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Attach"), "clicked");
  desk_wait (is_kept, papers);
  g_unlink (path);
}

/* It is called as the file is; Ctrl+Z takes line and file back. */
static void
test_attach (void)
{
  Papers papers;

  papers_open (&papers);
  g_assert_nonnull (
      desk_find (GTK_WIDGET (papers.desk.window), GTK_TYPE_LABEL, "label", "业绩 · 论文目录"));
  attach (&papers);
  g_assert_nonnull (
      desk_find (GTK_WIDGET (papers.desk.window), GTK_TYPE_LABEL, "label", "业绩 · 论文首页"));
  gtk_widget_activate_action (GTK_WIDGET (papers.desk.window), "win.undo", NULL);
  desk_wait (is_gone, &papers);
  papers_close (&papers);
}

static gboolean
is_out (gpointer data)
{
  Papers *papers = data;
  const char *folder = g_object_get_data (G_OBJECT (papers->desk.page), "papers-folder");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "论文目录.txt", NULL) : NULL;

  return page_desk_is_settled (&papers->desk) && path != NULL
         && g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_removed (gpointer folder)
{
  return !g_file_test (folder, G_FILE_TEST_EXISTS);
}

/* What is opened lies in a folder of this user alone, and goes with the window. */
static void
test_open (void)
{
  Papers papers;
  GtkWidget *button;
  GStatBuf status;
  g_autofree char *folder = NULL;

  papers_open (&papers);
  button = desk_find (GTK_WIDGET (papers.desk.window), GTK_TYPE_BUTTON, "tooltip-text",
                      "Open the paper");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  desk_wait (is_out, &papers);
  folder = g_strdup (g_object_get_data (G_OBJECT (papers.desk.page), "papers-folder"));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  papers_close (&papers);
  desk_wait (is_removed, folder);
}

static gboolean
is_forgotten (gpointer data)
{
  Papers *papers = data;

  return page_desk_is_settled (&papers->desk) && get_bytes (papers, NULL) < 0;
}

/* A file that no line names is shown as such and can be forgotten. */
static void
test_forget (void)
{
  Papers papers;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "散页.txt", NULL);
  GtkWidget *button;

  papers_open (&papers);
  {
    g_autoptr (SzOffice) office = page_desk_open_office (&papers.desk);

    g_assert_true (g_file_set_contents (path, paper, -1, NULL));
    sz_title_attach (office,
                     &(SzTitleAttachment){ papers.round, papers.staff_no, path, NULL, NULL, NULL },
                     &error);
    g_assert_no_error (error);
    g_unlink (path);
  }
  sz_page_reload (papers.desk.page);
  desk_wait (page_desk_is_settled, &papers.desk);
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (papers.desk.page)), FALSE);
  desk_wait (page_desk_is_settled, &papers.desk);
  button = desk_find (GTK_WIDGET (papers.desk.window), GTK_TYPE_BUTTON, "tooltip-text",
                      "Forget the file");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  desk_wait (is_forgotten, &papers);
  papers_close (&papers);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/titles-page/ttl-15/papers/attach", test_attach);
  g_test_add_func ("/titles-page/ttl-15/papers/open", test_open);
  g_test_add_func ("/titles-page/ttl-15/papers/forget", test_forget);
  return g_test_run ();
}
