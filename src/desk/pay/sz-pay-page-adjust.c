/* sz-pay-page-adjust.c — one adjustment, and what it leaves of the reserve while it is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-issue-sentences.h"
#include "sz-pay-page-private.h"

#define FAULTS_SHOWN 8

enum
{
  PERSON,
  AMOUNT,
  REASON,
};

/* "1001 赵一", as it is offered, or the number alone. */
static char *
dup_staff_no (const char *person)
{
  g_auto (GStrv) words = g_strsplit_set (person, " 　", 2);

  return g_strdup (words[0] != NULL ? words[0] : "");
}

static gboolean
adjust_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  g_autofree char *staff_no = dup_staff_no (values[PERSON]);
  const SzAdjustLine line
      = { .row = 1, .staff_no = staff_no, .amount = values[AMOUNT], .reason = values[REASON] };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  GError *fault = NULL;
  g_autoptr (SzAdjustView) view
      = sz_office_pay_adjust (office, *(const gint64 *)run, &line, 1, issues, &fault);

  return view != NULL || sz_issues_fail (issues, FAULTS_SHOWN, fault, error) != NULL;
}

/* ---- what it leaves ---- */

typedef struct
{
  SzMoney before_fen;
  SzMoney after_fen;
} Reserve;

static gpointer
look_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  g_autoptr (SzAdjustView) view = NULL;
  Reserve *reserve;
  SzMoney amount_fen = 0;

  if (!sz_money_parse (values[AMOUNT], &amount_fen, error))
    return NULL;
  view = sz_view_pay_adjustments (office, *(const gint64 *)run, error);
  if (view == NULL)
    return NULL;
  reserve = g_new0 (Reserve, 1);
  *reserve = (Reserve){ view->reserve_fen, view->reserve_fen - amount_fen };
  return reserve;
}

/* RULE pay-10: the reserve is never below nothing. */
static char *
show_cb (GtkWidget *widget, gpointer value)
{
  g_autofree Reserve *reserve = value;
  g_autofree char *before = sz_money_format_grouped (reserve->before_fen);
  g_autofree char *after = sz_money_format_grouped (reserve->after_fen);
  /* TRANSLATORS: what the reserve (结余) is before and after the adjustment */
  g_autofree char *text = g_strdup_printf (_ ("Reserve %s → %s"), before, after);

  gtk_label_set_label (GTK_LABEL (widget), text);
  if (reserve->after_fen >= 0)
    {
      gtk_widget_remove_css_class (widget, "error");
      return NULL;
    }
  gtk_widget_add_css_class (widget, "error");
  return g_strdup (_ ("The reserve does not cover it."));
}

/* ---- the dialog ---- */

/* Everybody in the run, to choose from; who is selected already stands there. */
static char *
list_people (SzPayPage *self, GPtrArray *people)
{
  const SzPayInput *input = self->view != NULL ? self->view->input : NULL;
  const char *selected = sz_result_pane_get_selected (self->result);
  char *chosen = NULL;

  for (gsize i = 0; input != NULL && i < input->n_people; i++)
    {
      const SzPayPerson *person = &input->people[i];
      char *word = g_strconcat (person->staff_no, " ", person->name, NULL);

      g_ptr_array_add (people, word);
      if (g_strcmp0 (person->staff_no, selected) == 0)
        chosen = g_strdup (word);
    }
  g_ptr_array_add (people, NULL);
  return chosen;
}

static void
adjust_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const SzQueryPreview preview = { look_cb, show_cb, g_free };
  SzPayPage *self = SZ_PAY_PAGE (widget);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *chosen = list_people (self, people);
  const SzQueryField fields[]
      = { { N_ ("Person"), SZ_QUERY_TEXT, TRUE, chosen, (const char *const *)people->pdata },
          { N_ ("Amount, with a minus to take off"), SZ_QUERY_TEXT, TRUE, NULL, NULL },
          { N_ ("Reason"), SZ_QUERY_TEXT, TRUE, NULL, NULL },
          { 0 } };
  SzQueryDialog *dialog = _sz_pay_page_ask (self,
                                            &(SzQueryOrder){ .title = _ ("Add an Adjustment"),
                                                             .verb = _ ("_Add"),
                                                             .func = adjust_cb },
                                            fields);
  GtkWidget *reserve;

  if (dialog == NULL)
    return;
  reserve = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (reserve), 0);
  gtk_widget_add_css_class (reserve, "numeric");
  sz_query_dialog_preview (dialog, reserve, &preview);
}

void
_sz_pay_page_install_adjust_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pay.adjust", NULL, adjust_action_cb);
}
