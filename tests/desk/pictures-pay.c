/* pictures-pay.c — every state of the page of performance pay, in pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures.h"
#include "sz-charts-pane.h"
#include "sz-compare-pane.h"
#include "sz-own-window.h"
#include "sz-query-dialog.h"
#include "sz-result-pane.h"
#include "sz-run-list.h"
#include "sz-scheme-field.h"
#include "sz-scheme-form.h"
#include "sz-tax-window.h"

#include <string.h>

/* A share of what can be scrolled, 0 to 1. */
static void
scroll (Camera *camera, GtkWidget *root, double share)
{
  GtkWidget *scrolled = camera_find (root, GTK_TYPE_SCROLLED_WINDOW, NULL, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, room * share);
  camera_rest (camera);
}

static void
take_tab (Camera *camera, GtkWidget *window, SzResultPane *result, const char *tab)
{
  g_autofree char *name = g_strconcat ("pay-", tab, NULL);

  sz_result_pane_show_tab (result, tab);
  camera_rest (camera);
  camera_take (camera, window, name);
}

static void
take_charts (Camera *camera, GtkWidget *window, SzResultPane *result)
{
  take_tab (camera, window, result, "charts");
  scroll (camera, camera_find (GTK_WIDGET (result), SZ_TYPE_CHARTS_PANE, NULL, NULL), 1);
  camera_take (camera, window, "pay-charts-end");
}

static void
take_compare (Camera *camera, GtkWidget *window, SzResultPane *result)
{
  GtkWidget *compare = GTK_WIDGET (sz_result_pane_get_compare (result));

  take_tab (camera, window, result, "compare");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (camera_find (compare, GTK_TYPE_DROP_DOWN, NULL, NULL)),
                              1);
  camera_rest (camera);
  camera_choose_rows (camera, compare, 0, 1);
  camera_rest (camera);
  camera_take (camera, window, "pay-compare-person");
  gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (
                                        camera_find (compare, GTK_TYPE_STACK_SWITCHER, NULL,
                                                     NULL))),
                                    "departments");
  camera_choose_rows (camera, compare, 0, 1);
  camera_rest (camera);
  camera_take (camera, window, "pay-compare-departments");
}

static void
type (GtkWidget *form, const char *where, const char *text)
{
  if (SZ_IS_SCHEME_FIELD (form)
      && g_strcmp0 (sz_scheme_field_get_place (SZ_SCHEME_FIELD (form)), where) == 0)
    gtk_editable_set_text (GTK_EDITABLE (camera_find (form, GTK_TYPE_ENTRY, NULL, NULL)), text);
  for (GtkWidget *child = gtk_widget_get_first_child (form); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    type (child, where, text);
}

static void
take_form (Camera *camera, GtkWidget *window, GtkWidget *page)
{
  static const char *const names[] = { "pay-form-0", "pay-form-1", "pay-form-2", "pay-form-3" };
  GtkWidget *form = camera_find (page, SZ_TYPE_SCHEME_FORM, NULL, NULL);

  gtk_widget_activate_action (page, "pay.again", NULL);
  camera_rest (camera);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      scroll (camera, form, (double)i / (G_N_ELEMENTS (names) - 1));
      camera_take (camera, window, names[i]);
    }
  scroll (camera, form, 0);
  type (form, "pool", "3,6x");
  type (form, "components[0].ratio", "99");
  type (form, "period.to", "2024-12-31");
  camera_rest (camera);
  camera_take (camera, window, "pay-faults");
}

/* The tabs of a stored run. */
static void
take_life (Camera *camera, GtkWidget *window, SzResultPane *result)
{
  for (const SzLifeList *const *list = sz_life_lists (); *list != NULL; list++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (sz_result_pane_get_list (result, (*list)->name)))
        || strcmp ((*list)->name, "splits") != 0)
      take_tab (camera, window, result, (*list)->name);
}

void
pictures_of_pay (Camera *camera, GtkWidget *window, GtkWidget *page)
{
  SzResultPane *result = SZ_RESULT_PANE (camera_find (page, SZ_TYPE_RESULT_PANE, NULL, NULL));

  sz_result_pane_show_tab (result, "people");
  camera_rest (camera);
  camera_choose_rows (camera, GTK_WIDGET (result), 1, 1);
  take_tab (camera, window, result, "people");
  sz_result_pane_select_person (result, NULL);
  take_tab (camera, window, result, "departments");
  take_tab (camera, window, result, "out");
  take_charts (camera, window, result);
  take_life (camera, window, result);
  take_compare (camera, window, result);
  take_form (camera, window, page);
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

/* What hangs over a tab with a row chosen. */
static void
take_over (Camera *camera, GtkWidget *page, const char *tab, const char *action, GType type)
{
  SzResultPane *result = SZ_RESULT_PANE (camera_find (page, SZ_TYPE_RESULT_PANE, NULL, NULL));
  g_autofree char *name = g_strconcat ("dialog-", action, NULL);
  GtkWidget *over;

  sz_result_pane_show_tab (result, tab);
  camera_rest (camera);
  camera_choose_rows (camera, GTK_WIDGET (sz_result_pane_get_list (result, tab)), 1, 1);
  gtk_widget_activate_action (page, action, NULL);
  camera_rest (camera);
  over = find_window (type);
  if (over == NULL)
    return;
  camera_take (camera, over, name);
  gtk_window_destroy (GTK_WINDOW (over));
  camera_rest (camera);
}

#define RUNS_MAX 12

void
pictures_of_runs (Camera *camera, GtkWidget *window, GtkWidget *page)
{
  SzResultPane *result = SZ_RESULT_PANE (camera_find (page, SZ_TYPE_RESULT_PANE, NULL, NULL));
  SzRunList *runs = SZ_RUN_LIST (camera_find (page, SZ_TYPE_RUN_LIST, NULL, NULL));

  for (gint64 run = 1; run <= RUNS_MAX; run++)
    {
      sz_run_list_select (runs, run);
      if (sz_run_list_get_selected (runs) != run)
        break;
      g_signal_emit_by_name (runs, "run-selected", run);
      camera_rest (camera);
      for (const SzLifeList *const *list = sz_life_lists (); *list != NULL; list++)
        {
          GtkWidget *pane = GTK_WIDGET (sz_result_pane_get_list (result, (*list)->name));
          g_autofree char *name = g_strdup_printf ("pay-run-%d-%s", (int)run, (*list)->name);

          if (!gtk_stack_page_get_visible (
                  gtk_stack_get_page (GTK_STACK (gtk_widget_get_parent (pane)), pane)))
            continue;
          sz_result_pane_show_tab (result, (*list)->name);
          camera_rest (camera);
          camera_take (camera, window, name);
        }
      take_over (camera, page, "splits", "pay.own-amounts", SZ_TYPE_OWN_WINDOW);
      take_over (camera, page, "paid", "pay.tax", SZ_TYPE_TAX_WINDOW);
      take_over (camera, page, "adjust", "pay.adjust", SZ_TYPE_QUERY_DIALOG);
    }
}
