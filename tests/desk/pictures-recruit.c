/* pictures-recruit.c — the board, a post in each tab, part-time teachers, the establishment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures.h"
#include "sz-recruit-page.h"

void
pictures_of_recruitment (Camera *camera, GtkWidget *window, GtkWidget *page)
{
  static const char *const tabs[] = { "applicants", "scores", "result", "notice", "scheme" };
  SzPostPane *pane = sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (page));

  camera_take (camera, window, "recruit");
  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strconcat ("recruit-", tabs[i], NULL);

      sz_recruit_page_open (SZ_RECRUIT_PAGE (page), i == 1 ? "A05" : i == 2 ? "A06" : "A07");
      sz_post_pane_show_tab (pane, tabs[i]);
      camera_rest (camera);
      camera_choose_rows (camera, page, 1, 1);
      camera_take (camera, window, name);
    }
  sz_recruit_page_open (SZ_RECRUIT_PAGE (page), NULL);
}
