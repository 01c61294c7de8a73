/* sz-people-page.c — the people of the college: list, filters, details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-page.h"

struct _SzPeoplePage
{
  SzPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SzPeoplePage, sz_people_page, SZ_TYPE_PAGE)

static void
sz_people_page_reload (SzPage *page)
{
}

static void
sz_people_page_class_init (SzPeoplePageClass *klass)
{
  SzPageClass *page_class = SZ_PAGE_CLASS (klass);

  page_class->reload = sz_people_page_reload;
  page_class->has_search = TRUE;
  page_class->has_date = TRUE;
  page_class->has_details = TRUE;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/shizi/Shizi/ui/sz-people-page.ui");
}

static void
sz_people_page_init (SzPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
