/* pictures-pay.c — every state of the page of performance pay, in pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures.h"
#include "sz-charts-pane.h"
#include "sz-compare-pane.h"
#include "sz-result-pane.h"
#include "sz-scheme-field.h"
#include "sz-scheme-form.h"

/* A share of what can be scrolled, 0 to 1. */
static void
scroll (GtkWidget *root, double share)
{
  GtkWidget *scrolled = pictures_find (root, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, room * share);
  pictures_rest (PICTURES_SHORT_REST_MS);
}

static void
take_tab (GtkWidget *window, SzResultPane *result, const PicturesPlace *place, const char *tab)
{
  g_autofree char *name = g_strconcat ("pay-", tab, NULL);

  sz_result_pane_show_tab (result, tab);
  pictures_rest (PICTURES_SHORT_REST_MS);
  pictures_take (window, place, name);
}

static void
take_charts (GtkWidget *window, SzResultPane *result, const PicturesPlace *place)
{
  take_tab (window, result, place, "charts");
  scroll (pictures_find (GTK_WIDGET (result), SZ_TYPE_CHARTS_PANE), 1);
  pictures_take (window, place, "pay-charts-end");
}

static void
take_compare (GtkWidget *window, SzResultPane *result, const PicturesPlace *place)
{
  GtkWidget *compare = GTK_WIDGET (sz_result_pane_get_compare (result));

  take_tab (window, result, place, "compare");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (pictures_find (compare, GTK_TYPE_DROP_DOWN)), 1);
  pictures_rest (PICTURES_REST_MS);
  pictures_choose_row (compare, 0);
  pictures_rest (PICTURES_SHORT_REST_MS);
  pictures_take (window, place, "pay-compare-person");
  gtk_stack_set_visible_child_name (
      gtk_stack_switcher_get_stack (
          GTK_STACK_SWITCHER (pictures_find (compare, GTK_TYPE_STACK_SWITCHER))),
      "departments");
  pictures_choose_row (compare, 0);
  pictures_rest (PICTURES_SHORT_REST_MS);
  pictures_take (window, place, "pay-compare-departments");
}

static void
type (GtkWidget *form, const char *where, const char *text)
{
  if (SZ_IS_SCHEME_FIELD (form)
      && g_strcmp0 (sz_scheme_field_get_place (SZ_SCHEME_FIELD (form)), where) == 0)
    gtk_editable_set_text (GTK_EDITABLE (pictures_find (form, GTK_TYPE_ENTRY)), text);
  for (GtkWidget *child = gtk_widget_get_first_child (form); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    type (child, where, text);
}

static void
take_form (GtkWidget *window, GtkWidget *page, const PicturesPlace *place)
{
  static const char *const names[] = { "pay-form-0", "pay-form-1", "pay-form-2", "pay-form-3" };
  GtkWidget *form = pictures_find (page, SZ_TYPE_SCHEME_FORM);

  gtk_widget_activate_action (page, "pay.again", NULL);
  pictures_rest (PICTURES_REST_MS);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      scroll (form, (double)i / (G_N_ELEMENTS (names) - 1));
      pictures_take (window, place, names[i]);
    }
  scroll (form, 0);
  type (form, "pool", "3,6x");
  type (form, "components[0].ratio", "99");
  type (form, "period.to", "2024-12-31");
  pictures_rest (PICTURES_REST_MS);
  pictures_take (window, place, "pay-faults");
}

void
pictures_of_pay (GtkWidget *window, GtkWidget *page, const PicturesPlace *place)
{
  SzResultPane *result = SZ_RESULT_PANE (pictures_find (page, SZ_TYPE_RESULT_PANE));

  sz_result_pane_show_tab (result, "people");
  pictures_rest (PICTURES_SHORT_REST_MS);
  pictures_choose_row (GTK_WIDGET (result), 1);
  take_tab (window, result, place, "people");
  sz_result_pane_select_person (result, NULL);
  take_tab (window, result, place, "departments");
  take_tab (window, result, place, "out");
  take_charts (window, result, place);
  take_compare (window, result, place);
  take_form (window, page, place);
}
