/* test-conflicts.c — two people change one row: field by field, whose value stays (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <string.h>

#include "desk-fixture.h"
#include "sz-conflict-dialog.h"
#include "sz-person-act.h"
#include "sz-person-dialog.h"
#include "sz-person-set.h"
#include "sz-record-dialog.h"
#include "sz-register-dialog.h"
#include "sz-register.h"
#include "sz-take-over-jobs.h"

#define PEOPLE 40

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  GtkWidget *dialog;
  GtkWidget *closed; /* nulled when the dialog is gone */
} Desk;

static void
desk_open_at (Desk *desk, char *path)
{
  *desk = (Desk){ .path = path };
  desk->window = desk_window (path, &desk->tasks);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

static void
present (Desk *desk, GtkWidget *dialog)
{
  desk->dialog = dialog;
  g_set_weak_pointer (&desk->closed, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_closed (gpointer data)
{
  return ((Desk *)data)->closed == NULL;
}

static GtkEditable *
find_entry (Desk *desk, const char *title)
{
  GtkWidget *row = desk_find (desk->dialog, ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  return GTK_EDITABLE (row);
}

static gboolean
is_loaded (gpointer data)
{
  return *gtk_editable_get_text (find_entry (data, "ID number")) != '\0';
}

static void
press_save (GtkWidget *dialog)
{
  GtkWidget *save = desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Save");

  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
}

static GtkWidget *
find_conflict (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (SZ_IS_CONFLICT_DIALOG (window->data) && gtk_widget_get_visible (window->data))
      return window->data;
  return NULL;
}

static gboolean
is_conflict_there (gpointer data)
{
  return find_conflict () != NULL;
}

static gboolean
is_conflict_gone (gpointer data)
{
  return find_conflict () == NULL;
}

/* Another program, such as the command line: against what is there now. */
static void
edit_elsewhere (const char *path, const char *const *assignments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "李四", &error);
  g_autoptr (SzPersonFile) file = sz_office_person_load (office, 1, &error);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  const SzPersonSet set = { file->person.staff_no, assignments, 0 };
  json_t *stale = NULL;
  gint64 version = 0;

  g_assert_no_error (error);
  g_assert_true (sz_office_person_set (office, &set, &version, &stale, issues, &error));
}

static GtkWidget *
find_choice (const char *text)
{
  GtkWidget *label = desk_find (find_conflict (), GTK_TYPE_LABEL, "label", text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);
}

static gboolean
is_pressed (const char *text)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_choice (text)));
}

static GtkWidget *
find_conflict_save (void)
{
  return desk_find (find_conflict (), GTK_TYPE_BUTTON, "label", "_Save");
}

static gboolean
is_asked_again (gpointer data)
{
  return desk_find (find_conflict (), GTK_TYPE_LABEL, "label", "Theirs\n第三所") != NULL;
}

/* RULE srv-12: mine left, theirs right; what one side changed is chosen, what both did is asked;
 * and saved against what is there by then it may be stale again. */
static void
test_conflict (void)
{
  static const char *const theirs[] = { "school=别的学校", "note=他人备注", NULL };
  static const char *const later[] = { "school=第三所", NULL };
  Desk desk;
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (GError) error = NULL;

  desk_open_at (&desk, desk_demo (PEOPLE));
  desk.dialog = GTK_WIDGET (sz_person_dialog_new (GTK_WINDOW (desk.window), desk.tasks, 1));
  gtk_window_present (GTK_WINDOW (desk.dialog));
  desk_wait (is_loaded, &desk);
  edit_elsewhere (desk.path, theirs);
  gtk_editable_set_text (GTK_EDITABLE (
                             desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "School")),
                         "我的学校");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title",
                                                  "Subject of study")),
                         "我的专业");
  g_signal_emit_by_name (desk_find (desk.dialog, GTK_TYPE_BUTTON, "label", "_Save"), "clicked");
  desk_wait (is_conflict_there, NULL);
  g_assert_true (is_pressed ("Mine\n我的专业"));
  g_assert_true (is_pressed ("Theirs\n他人备注"));
  g_assert_false (is_pressed ("Mine\n我的学校") || is_pressed ("Theirs\n别的学校"));
  g_assert_false (gtk_widget_get_sensitive (find_conflict_save ()));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_choice ("Mine\n我的学校")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (find_conflict_save ()));
  edit_elsewhere (desk.path, later);
  g_signal_emit_by_name (find_conflict_save (), "clicked");
  desk_wait (is_asked_again, NULL);
  g_assert_false (gtk_widget_get_sensitive (find_conflict_save ()));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_choice ("Mine\n我的学校")), TRUE);
  g_signal_emit_by_name (find_conflict_save (), "clicked");
  desk_wait (is_conflict_gone, NULL);
  office = sz_office_open (desk.path, "test", &error);
  file = sz_office_person_load (office, 1, &error);
  g_assert_cmpstr (file->person.school, ==, "我的学校");
  g_assert_cmpstr (file->person.major, ==, "我的专业");
  g_assert_cmpstr (file->person.note, ==, "他人备注");
  desk_close (&desk);
}

/* ---- a row of a register ---- */

/* As another program does it. */
static gint64
put_quota (const char *path, gint64 id, const char *hours, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "李四", &error);
  const SzRegister *reg = sz_register_find ("quotas");
  g_autoptr (SzRegisterRow) row = NULL;

  if (id != 0)
    row = sz_register_get (office, reg, id, &error);
  else
    {
      row = g_new0 (SzRegisterRow, 1);
      row->cells = g_new0 (char *, reg->n_columns + 1);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < reg->n_columns; i++)
    {
      const char *heading = reg->columns[i].heading;
      const char *text = g_str_equal (heading, "年度") && id == 0        ? "2031"
                         : g_str_equal (heading, "工号") && id == 0      ? "1001"
                         : g_str_equal (heading, "额定课时")             ? hours
                         : g_str_equal (heading, "备注") && note != NULL ? note
                                                                         : row->cells[i];
      char *copy = g_strdup (text != NULL ? text : "");

      g_free (row->cells[i]);
      row->cells[i] = copy;
    }
  sz_office_register_put (office, reg, row, NULL, &error);
  g_assert_no_error (error);
  return row->id;
}

static char *
dup_quota (const char *path, gint64 id, const char *heading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "test", &error);
  const SzRegister *reg = sz_register_find ("quotas");
  g_autoptr (SzRegisterRow) row = sz_register_get (office, reg, id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < reg->n_columns; i++)
    if (g_str_equal (reg->columns[i].heading, heading))
      return g_strdup (row->cells[i]);
  g_assert_not_reached ();
}

static gboolean
has_filled (gpointer data)
{
  return *gtk_editable_get_text (find_entry (data, "年度")) != '\0';
}

static void
open_quota (Desk *desk, gint64 id)
{
  present (desk, GTK_WIDGET (sz_register_dialog_new (GTK_WINDOW (desk->window), desk->tasks,
                                                     sz_register_find ("quotas"), id)));
  desk_wait (has_filled, desk);
}

/* RULE srv-12: registers ask as people do: who, when, mine, theirs. */
static void
test_register (void)
{
  Desk desk;
  gint64 id;
  g_autofree char *hours = NULL;

  desk_open_at (&desk, desk_demo (PEOPLE));
  id = put_quota (desk.path, 0, "320", NULL);
  open_quota (&desk, id);
  put_quota (desk.path, id, "310", NULL);
  gtk_editable_set_text (find_entry (&desk, "额定课时"), "300.5");
  press_save (desk.dialog);
  desk_wait (is_conflict_there, NULL);
  g_assert_nonnull (
      desk_find (find_conflict (), ADW_TYPE_ACTION_ROW, "subtitle", "Before: 320.00"));
  g_assert_false (is_pressed ("Mine\n300.50") || is_pressed ("Theirs\n310.00"));
  g_assert_false (gtk_widget_get_sensitive (find_conflict_save ()));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_choice ("Mine\n300.50")), TRUE);
  g_signal_emit_by_name (find_conflict_save (), "clicked");
  desk_wait (is_conflict_gone, NULL);
  desk_wait (is_closed, &desk);
  hours = dup_quota (desk.path, id, "额定课时");
  g_assert_cmpstr (hours, ==, "300.50");
  desk_close (&desk);
}

static void
assert_quota (Desk *desk, gint64 id, const char *hours)
{
  g_autofree char *found = dup_quota (desk->path, id, "额定课时");

  g_assert_cmpstr (found, ==, hours);
}

/* RULE srv-12: equal values on both sides are no conflict, and what is theirs stands there already.
 */
static void
test_equal (void)
{
  Desk desk;
  gint64 id;

  desk_open_at (&desk, desk_demo (PEOPLE));
  id = put_quota (desk.path, 0, "320", NULL);
  open_quota (&desk, id);
  put_quota (desk.path, id, "300.50", NULL);
  gtk_editable_set_text (find_entry (&desk, "额定课时"), "300.5");
  press_save (desk.dialog);
  desk_wait (is_closed, &desk);
  g_assert_null (find_conflict ());
  assert_quota (&desk, id, "300.50");

  open_quota (&desk, id);
  put_quota (desk.path, id, "310", NULL);
  gtk_editable_set_text (find_entry (&desk, "额定课时"), "305");
  press_save (desk.dialog);
  desk_wait (is_conflict_there, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_choice ("Theirs\n310.00")), TRUE);
  g_signal_emit_by_name (find_conflict_save (), "clicked");
  desk_wait (is_closed, &desk);
  assert_quota (&desk, id, "310.00");
  desk_close (&desk);
}

/* Who cancels the question is where he was, and what he saves then is stale as before. */
static void
test_cancelled (void)
{
  Desk desk;
  gint64 id;

  desk_open_at (&desk, desk_demo (PEOPLE));
  id = put_quota (desk.path, 0, "320", NULL);
  open_quota (&desk, id);
  put_quota (desk.path, id, "310", NULL);
  gtk_editable_set_text (find_entry (&desk, "额定课时"), "300");
  press_save (desk.dialog);
  desk_wait (is_conflict_there, NULL);
  gtk_window_close (GTK_WINDOW (find_conflict ()));
  desk_wait (is_conflict_gone, NULL);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (&desk, "额定课时")), ==, "300");
  press_save (desk.dialog);
  desk_wait (is_conflict_there, NULL);
  assert_quota (&desk, id, "310.00");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_choice ("Mine\n300.00")), TRUE);
  g_signal_emit_by_name (find_conflict_save (), "clicked");
  desk_wait (is_closed, &desk);
  assert_quota (&desk, id, "300.00");
  desk_close (&desk);
}

static GtkWidget *
find_words (GtkWidget *root, const char *part)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), part) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child, part);
  return found;
}

static gboolean
is_told_gone (gpointer data)
{
  return find_words (((Desk *)data)->dialog, "李四 deleted this record at ") != NULL;
}

/* RULE srv-12: of a row that is gone the log says who and when. */
static void
test_gone (void)
{
  Desk desk;
  gint64 id;

  desk_open_at (&desk, desk_demo (PEOPLE));
  id = put_quota (desk.path, 0, "320", NULL);
  open_quota (&desk, id);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (SzOffice) office = sz_office_open (desk.path, "李四", &error);
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

    g_array_append_val (ids, id);
    g_assert_true (
        sz_office_register_delete (office, sz_register_find ("quotas"), ids, NULL, &error));
  }
  gtk_editable_set_text (find_entry (&desk, "额定课时"), "300");
  press_save (desk.dialog);
  desk_wait (is_told_gone, &desk);
  g_assert_null (find_conflict ());
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_close (&desk);
}

/* ---- a service ---- */

static SzService
read_service (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "test", &error);
  g_autoptr (SzPersonFile) file = sz_office_person_load (office, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (file->services->len, >, 0);
  return g_array_index (file->services, SzService, 0);
}

/* RULE srv-12: the end of a service that somebody else has entered meanwhile. */
static void
test_service (void)
{
  Desk desk;
  g_autoptr (GError) error = NULL;
  SzService service, theirs;

  desk_open_at (&desk, desk_demo (PEOPLE));
  service = theirs = read_service (desk.path);
  present (&desk, GTK_WIDGET (sz_record_dialog_new_leave (GTK_WINDOW (desk.window), desk.tasks, 1,
                                                          &service)));
  {
    g_autoptr (SzOffice) office = sz_office_open (desk.path, "李四", &error);

    g_assert_true (sz_date_parse ("2025-08-31", &theirs.to, NULL));
    theirs.ended_as = SZ_SERVICE_LEFT;
    g_assert_true (sz_office_service_set (office, 1, &theirs, NULL, &error));
  }
  gtk_editable_set_text (find_entry (&desk, "Last day"), "2025-07-31");
  press_save (desk.dialog);
  desk_wait (is_conflict_there, NULL);
  g_assert_false (is_pressed ("Mine\n2025-07-31") || is_pressed ("Theirs\n2025-08-31"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_choice ("Theirs\n2025-08-31")), TRUE);
  g_assert_false (gtk_widget_get_sensitive (find_conflict_save ()));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_choice ("Mine\n退休")), TRUE);
  g_signal_emit_by_name (find_conflict_save (), "clicked");
  desk_wait (is_closed, &desk);
  service = read_service (desk.path);
  g_assert_cmpint (service.to, ==, theirs.to);
  g_assert_cmpint (service.ended_as, ==, SZ_SERVICE_RETIRED);
  desk_close (&desk);
}

static SzRecord
read_record (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "test", &error);
  g_autoptr (SzPersonFile) file = sz_office_person_load (office, 1, &error);
  SzRecord record = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < file->records->len; i++)
    if (g_array_index (file->records, SzRecord, i).field == SZ_RECORD_DEPARTMENT)
      record = g_array_index (file->records, SzRecord, i);
  record.value = g_strdup (record.value);
  return record;
}

/* RULE srv-12: a dated record that both correct. */
static void
test_record (void)
{
  Desk desk;
  g_autoptr (GError) error = NULL;
  SzRecord record, theirs;

  desk_open_at (&desk, desk_demo (PEOPLE));
  record = read_record (desk.path);
  theirs = read_record (desk.path);
  present (&desk, GTK_WIDGET (sz_record_dialog_new_correction (GTK_WINDOW (desk.window), desk.tasks,
                                                               1, &record)));
  {
    g_autoptr (SzOffice) office = sz_office_open (desk.path, "李四", &error);

    g_free (theirs.value);
    theirs.value = g_strdup ("甲系");
    g_assert_true (sz_office_record_correct (office, 1, &theirs, NULL, &error));
  }
  gtk_editable_set_text (find_entry (&desk, "Department"), "乙系");
  press_save (desk.dialog);
  desk_wait (is_conflict_there, NULL);
  g_assert_false (is_pressed ("Theirs\n甲系"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_choice ("Mine\n乙系")), TRUE);
  g_signal_emit_by_name (find_conflict_save (), "clicked");
  desk_wait (is_closed, &desk);
  sz_record_clear (&record);
  sz_record_clear (&theirs);
  record = read_record (desk.path);
  g_assert_cmpstr (record.value, ==, "乙系");
  sz_record_clear (&record);
  desk_close (&desk);
}

/* ---- what another office handed over (RULE pkg-7) ---- */

static void
add_field (
    GPtrArray *fields, const char *name, const char *mine, const char *theirs, const char *base)
{
  SzPackageLookField *field = g_new0 (SzPackageLookField, 1);

  *field = (SzPackageLookField){ (char *)name, (char *)mine, (char *)theirs, (char *)base };
  g_ptr_array_add (fields, field);
}

/* Fields by their words, values as their sheets write them, numbers of people masked. */
static void
test_package_words (void)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  const SzPackageLookRow row
      = { (char *)"people", (char *)"1001", SZ_HANDOVER_CONFLICT, "changed", fields };
  g_autofree char *line = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *hours = NULL;
  const char *heading = NULL;

  add_field (fields, "phone", "13900000001", "13900000002", "13900000003");
  add_field (fields, "sex", "1", "", NULL);
  line = sz_take_over_dup_fields (&row, FALSE);
  g_assert_cmpstr (line, ==, "Telephone: 139****0001 → 139****0002; Sex: 男 → (empty)");
  whole = sz_take_over_dup_fields (&row, TRUE);
  g_assert_cmpstr (whole, ==,
                   "Telephone: 139****0001 → 139****0002   (Before: 139****0003)\n"
                   "Sex: 男 → (empty)");
  hours = sz_register_dup_shown ("quotas", "hours_x100", "30050", &heading);
  g_assert_cmpstr (hours, ==, "300.50");
  g_assert_cmpstr (heading, ==, "额定课时");
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/conflicts/srv-12/a-person", test_conflict);
  g_test_add_func ("/desk/conflicts/srv-12/a-register", test_register);
  g_test_add_func ("/desk/conflicts/srv-12/equal-values-are-none", test_equal);
  g_test_add_func ("/desk/conflicts/srv-12/cancelled", test_cancelled);
  g_test_add_func ("/desk/conflicts/srv-12/gone", test_gone);
  g_test_add_func ("/desk/conflicts/srv-12/a-service", test_service);
  g_test_add_func ("/desk/conflicts/srv-12/a-record", test_record);
  g_test_add_func ("/desk/conflicts/pkg-7/words-of-a-package", test_package_words);
  return g_test_run ();
}
