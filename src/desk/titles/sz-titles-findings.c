/* sz-titles-findings.c — what does not fit in posts, titles and appointments, computed for the day
 * (RULE ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-title-findings.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"
#include "sz-view-findings.h"
#include "sz-view-people.h"

enum
{
  COLUMN_WHAT,
  COLUMN_NAME,
  COLUMN_DEPARTMENT,
  COLUMN_LEVEL,
  COLUMN_ROUND,
  COLUMN_DATE,
  COLUMN_STAFF_NO,
  COLUMN_CODE,
  N_COLUMNS
};

/* (transfer full): staff number → SzPeopleRow: everybody once, and then each finding at a glance.
 */
static GHashTable *
index_people (SzPeopleView *people)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) ids = sz_people_view_ids (people, &SZ_PEOPLE_ALL, SZ_PEOPLE_BY_STAFF_NO);

  for (guint i = 0; i < ids->len; i++)
    {
      const SzPeopleRow *row = sz_people_view_get_row (people, g_array_index (ids, gint64, i));

      g_hash_table_insert (index, (char *)row->staff_no, (gpointer)row);
    }
  return index;
}

static SzListRow *
make_row (const SzTitleFinding *finding, guint place, const SzPeopleRow *person)
{
  SzListRow *row = sz_list_row_new (place, N_COLUMNS);

  row->cells[COLUMN_WHAT] = g_strdup (sz_finding_condition (finding->code));
  row->cells[COLUMN_NAME] = g_strdup (person != NULL ? person->name : finding->staff_no);
  row->cells[COLUMN_DEPARTMENT] = g_strdup (person != NULL ? person->department : NULL);
  row->cells[COLUMN_LEVEL] = g_strdup (finding->level);
  row->cells[COLUMN_ROUND] = g_strdup (finding->batch);
  row->cells[COLUMN_DATE] = finding->date != SZ_DATE_NONE ? sz_date_format (finding->date) : NULL;
  row->cells[COLUMN_STAFF_NO] = g_strdup (finding->staff_no);
  row->cells[COLUMN_CODE] = g_strdup (finding->code);
  return row;
}

static GPtrArray *
read_findings_cb (SzOffice *office,
                  const SzListView *view,
                  const SzListAsk *ask,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GArray) findings = sz_title_findings (office, ask->day, error);
  g_autoptr (SzPeopleView) people
      = findings != NULL ? sz_view_people_open (office, ask->day, cancellable, error) : NULL;
  g_autoptr (GHashTable) index = NULL;
  GPtrArray *rows;

  if (people == NULL)
    return NULL;
  index = index_people (people);
  rows = g_ptr_array_new ();
  for (guint i = 0; i < findings->len; i++)
    {
      const SzTitleFinding *finding = &g_array_index (findings, SzTitleFinding, i);

      g_ptr_array_add (rows, make_row (finding, i + 1,
                                       finding->staff_no != NULL
                                           ? g_hash_table_lookup (index, finding->staff_no)
                                           : NULL));
    }
  return rows;
}

/* Where it can be put right: the person, else the round, else the structure. */
static void
go_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzTitlesPage *self = SZ_TITLES_PAGE (widget);
  g_autofree char *staff_no = _sz_titles_dup_cell (self, COLUMN_STAFF_NO);
  g_autofree char *round = _sz_titles_dup_cell (self, COLUMN_ROUND);
  g_autofree char *place = NULL;

  if (staff_no != NULL && *staff_no != '\0')
    {
      place = g_strconcat ("people?", staff_no, NULL);
      sz_page_go (SZ_PAGE (self), place);
    }
  else
    sz_list_page_show_view (SZ_LIST_PAGE (self),
                            round != NULL && *round != '\0' ? "titles-round" : "titles-posts");
}

void
_sz_titles_install_findings (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.go-finding", NULL, go_action_cb);
}

static const SzListColumn columns[] = {
  [COLUMN_WHAT] = { "what", N_ ("What"), 330 },
  [COLUMN_NAME] = { "name", N_ ("Name"), 84, .name = TRUE },
  [COLUMN_DEPARTMENT] = { "department", N_ ("Department"), 112 },
  [COLUMN_LEVEL] = { "level", N_ ("Level"), 88 },
  [COLUMN_ROUND] = { "round", N_ ("Round"), 130 },
  [COLUMN_DATE] = { "date", N_ ("Date"), 90 },
  [COLUMN_STAFF_NO] = { "staff-no", N_ ("Staff no."), 74 },
  [COLUMN_CODE] = { "code", N_ ("Code"), 150, .hidden = TRUE },
  [N_COLUMNS] = { NULL },
};

const SzListView *
_sz_titles_findings_view (void)
{
  static const SzListFilter filters[]
      = { { "what", N_ ("What"), "what", N_ ("All kinds") },
          { "department", N_ ("Department"), "department", N_ ("All departments") },
          { NULL } };
  static const SzListAction actions[]
      = { { N_ ("_Go There"), "titles.go-finding", SZ_NEEDS_ONE, .main = TRUE,
            .tooltip = N_ ("To the person, the round or the level (Enter)") },
          { NULL } };
  static const SzListView view = {
    .name = "titles-findings",
    .title = N_ ("Findings"),
    .unit = N_ ("findings"),
    .columns = columns,
    .filters = filters,
    .actions = actions,
    .empty = { "emblem-ok-symbolic", N_ ("Everything Fits"),
               N_ ("Posts, titles and appointments are as the rules want them.") },
    .read = read_findings_cb,
  };

  return &view;
}
