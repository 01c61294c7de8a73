/* sz-titles-panel.c — 评委会: the panel of a round, who must not vote on whom, and recusal (RULE
 * ttl-14, ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-title-panel.h"
#include "sz-titles-dialogs.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"

enum
{
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_APPLICANT,
  COLUMN_REASON,
  COLUMN_DUTY,
  COLUMN_TITLE,
  COLUMN_SPECIALTY,
  COLUMN_EMPLOYER,
  COLUMN_STAFF_NO,
  COLUMN_APPLICANT_NO,
  COLUMN_ROUND,
  N_COLUMNS
};

static const char *
get_kind_name (SzPanelLineKind kind)
{
  switch (kind)
    {
    case SZ_PANEL_SELF:
      return _ ("▲ applies in this round");
    case SZ_PANEL_KIN:
      return _ ("▲ must be recused");
    case SZ_PANEL_RECUSED:
      return _ ("✓ recused");
    case SZ_PANEL_MEMBER:
    default:
      return _ ("member");
    }
}

static GPtrArray *
read_panel_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = _sz_titles_dup_round (office, ask, &reason);
  g_autoptr (SzTitlePanel) panel = name != NULL ? sz_title_panel (office, name, &reason) : NULL;
  GPtrArray *rows;

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  rows = g_ptr_array_new ();
  for (guint i = 0; panel != NULL && i < panel->lines->len; i++)
    {
      const SzPanelLine *line = &g_array_index (panel->lines, SzPanelLine, i);
      SzListRow *row = sz_list_row_new (i + 1, N_COLUMNS);

      row->cells[COLUMN_NAME] = g_strdup (line->member);
      row->cells[COLUMN_KIND] = g_strdup (get_kind_name (line->kind));
      row->cells[COLUMN_APPLICANT] = g_strdup (line->applicant);
      row->cells[COLUMN_REASON] = g_strdup (line->reason);
      row->cells[COLUMN_DUTY] = g_strdup (line->duty);
      row->cells[COLUMN_TITLE] = g_strdup (line->title);
      row->cells[COLUMN_SPECIALTY] = g_strdup (line->specialty);
      row->cells[COLUMN_EMPLOYER] = g_strdup (line->employer);
      row->cells[COLUMN_STAFF_NO] = g_strdup (line->staff_no);
      row->cells[COLUMN_APPLICANT_NO] = g_strdup (line->applicant_no);
      row->cells[COLUMN_ROUND] = g_strdup (name);
      row->style = line->kind == SZ_PANEL_SELF || line->kind == SZ_PANEL_KIN ? "warning" : NULL;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* 评委 25 人 ✓ 单数；须回避未登记 2 */
static char *
describe_panel (SzOffice *office,
                const SzListView *view,
                const SzListAsk *ask,
                const GPtrArray *rows)
{
  g_autofree char *name = _sz_titles_dup_round (office, ask, NULL);
  g_autoptr (SzTitlePanel) panel = name != NULL ? sz_title_panel (office, name, NULL) : NULL;

  (void)rows;
  if (panel == NULL)
    return NULL;
  return g_strdup_printf (_ ("%u members: %s, %s · to be recused: %u"), panel->members,
                          panel->members % 2 == 1 ? _ ("✓ odd") : _ ("✗ even"),
                          (int)panel->members >= panel->least ? _ ("✓ enough") : _ ("✗ too few"),
                          panel->open);
}

/* 须回避：王某—李某（配偶） */
static SzListDetails *
describe_line (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  const SzListRow *row = sz_list_book_get_row (book, id);
  SzListDetails *details = sz_list_book_describe (book, id);
  g_autofree char *pair = NULL;
  const char *because;

  if (row == NULL || details == NULL || row->cells[COLUMN_APPLICANT] == NULL)
    return details;
  because = row->cells[COLUMN_REASON] != NULL ? row->cells[COLUMN_REASON] : row->cells[COLUMN_KIND];
  pair = g_strdup_printf ("%s—%s（%s）", row->cells[COLUMN_NAME], row->cells[COLUMN_APPLICANT],
                          because);
  sz_fields_add (details->fields, row->cells[COLUMN_KIND], pair);
  if (row->style != NULL)
    {
      SzField *field = sz_fields_add_note (
          details->fields, _ ("Who applies, and whose relative applies, does not vote on it."));

      sz_field_set_button (field, g_strdup ("titles.recuse"), "list-add-symbolic",
                           _ ("Register the recusal…"));
    }
  return details;
}

static void
recuse_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (widget);
  g_autofree char *round = _sz_titles_dup_cell (self, COLUMN_ROUND);
  g_autofree char *member = _sz_titles_dup_cell (self, COLUMN_NAME);
  g_autofree char *applicant = _sz_titles_dup_cell (self, COLUMN_APPLICANT_NO);
  g_autofree char *reason = _sz_titles_dup_cell (self, COLUMN_REASON);

  if (round != NULL && member != NULL && sz_page_get_tasks (SZ_PAGE (self)) != NULL)
    sz_title_recusal_present (SZ_PAGE (self), &(SzTitleRecusal){ .batch = round,
                                                                 .member = member,
                                                                 .staff_no = applicant,
                                                                 .reason = reason });
}

void
_sz_titles_install_panel (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.recuse", NULL, recuse_action_cb);
}

static const SzListColumn columns[] = {
  [COLUMN_NAME] = { "name", N_ ("Member"), 84, .name = TRUE },
  [COLUMN_KIND] = { "kind", N_ ("What it is"), 96 },
  [COLUMN_APPLICANT] = { "applicant", N_ ("Applicant"), 72 },
  [COLUMN_REASON] = { "reason", N_ ("Because"), 72 },
  [COLUMN_DUTY] = { "duty", N_ ("Duty"), 72 },
  [COLUMN_TITLE] = { "title", N_ ("Held title"), 96 },
  [COLUMN_SPECIALTY] = { "specialty", N_ ("Specialty"), 72 },
  [COLUMN_EMPLOYER] = { "employer", N_ ("Employer"), 120 },
  [COLUMN_STAFF_NO] = { "staff-no", N_ ("Staff no."), 74, .hidden = TRUE },
  [COLUMN_APPLICANT_NO] = { "applicant-no", N_ ("Applicant's no."), 74, .hidden = TRUE },
  [COLUMN_ROUND] = { "round", N_ ("Round"), 120, .hidden = TRUE },
  [N_COLUMNS] = { NULL },
};

const SzListView *
_sz_titles_panel_view (void)
{
  static const SzListFilter filters[] = { { "round", N_ ("Round"), .reads = TRUE, .hidden = TRUE },
                                          { "kind", N_ ("What it is"), "kind", N_ ("All lines") },
                                          { NULL } };
  static const SzListAction actions[]
      = { { N_ ("_Register a Recusal…"), "titles.recuse", SZ_NEEDS_ONE, .main = TRUE,
            .tooltip = N_ ("The member does not vote on the applicant") },
          { N_ ("_Import…"), "win.import" },
          { NULL } };
  static const SzListView view = {
    .name = "titles-panel",
    .title = N_ ("Panel"),
    .unit = N_ ("lines"),
    .columns = columns,
    .filters = filters,
    .actions = actions,
    .empty
    = { "system-users-symbolic", N_ ("No Panel Yet"), N_ ("Make a round and import its panel.") },
    .read = read_panel_cb,
    .line = describe_panel,
    .details = describe_line,
  };

  return &view;
}
