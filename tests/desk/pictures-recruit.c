/* pictures-recruit.c — the board, a post in each tab, part-time teachers, the establishment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures.h"
#include "sz-recruit-page.h"

/* The post with the tab that shows most: somebody to be looked at, marks half typed, a substitute,
 * notices. */
static const struct
{
  const char *tab;
  const char *post;
} shots[] = { { "applicants", "A04" },
              { "scores", "A05" },
              { "result", "A06" },
              { "notice", "A07" },
              { "scheme", "A05" } };

void
pictures_of_recruitment (Camera *camera, GtkWidget *window, GtkWidget *page)
{
  SzPostPane *pane = sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (page));

  camera_take (camera, window, "recruit");
  for (gsize i = 0; i < G_N_ELEMENTS (shots); i++)
    {
      g_autofree char *name = g_strconcat ("recruit-", shots[i].tab, NULL);

      sz_recruit_page_open (SZ_RECRUIT_PAGE (page), shots[i].post);
      sz_post_pane_show_tab (pane, shots[i].tab);
      camera_rest (camera);
      camera_choose_rows (camera, page, 1, 1);
      camera_take (camera, window, name);
    }
  sz_recruit_page_open (SZ_RECRUIT_PAGE (page), NULL);
}
