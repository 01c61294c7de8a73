/* sz-titles-standards.c — 标准: the conditions of titles, seen, checked, taken and given (RULE
 * ttl-12, ttl-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-open-folder.h"
#include "sz-page-output.h"
#include "sz-message.h"
#include "sz-standard-book.h"
#include "sz-standard-dialog.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"

enum
{
  COLUMN_NAME,
  COLUMN_SERIES,
  COLUMN_SOURCE,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_WHOSE,
  COLUMN_ID,
  N_COLUMNS
};

static GPtrArray *
read_standards_cb (SzOffice *office,
                   const SzListView *view,
                   const SzListAsk *ask,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GPtrArray) entries = sz_standard_book (office, error);
  GPtrArray *rows;

  if (entries == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < entries->len; i++)
    {
      const SzStandardEntry *entry = g_ptr_array_index (entries, i);
      const SzStandard *standard = entry->standard;
      SzListRow *row = sz_list_row_new (i + 1, N_COLUMNS);

      row->cells[COLUMN_NAME] = g_strdup (standard->name);
      row->cells[COLUMN_SERIES] = g_strdup (standard->series);
      row->cells[COLUMN_SOURCE] = g_strdup (standard->source);
      row->cells[COLUMN_FROM] = sz_date_format (standard->from);
      row->cells[COLUMN_TO] = standard->to != SZ_DATE_NONE ? sz_date_format (standard->to) : NULL;
      row->cells[COLUMN_WHOSE] = g_strdup (entry->own ? _ ("own") : _ ("shipped"));
      row->cells[COLUMN_ID] = g_strdup (standard->id);
      row->style = sz_standard_in_force (standard, ask->day) ? NULL : "dim-label";
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* ---- what a standard asks ---- */

static void
add_condition (GString *text, const SzTitleCondition *condition)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", condition->id);
  if (condition->n_members == 0)
    return;
  g_string_append (text, "（");
  for (guint i = 0; i < condition->n_members; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " / " : "", condition->members[i]->id);
  g_string_append (text, "）");
}

static const char *
get_kind_name (SzPathKind kind)
{
  static const char *const names[SZ_N_PATH_KINDS]
      = { N_ ("normal"), N_ ("by skill"), N_ ("direct"), N_ ("exceptional") };

  return _ (names[kind]);
}

static void
add_target (GPtrArray *fields, const SzTarget *target)
{
  g_autoptr (GString) common = g_string_new (NULL);

  sz_fields_add_heading (fields, target->title);
  for (guint i = 0; i < target->n_common; i++)
    add_condition (common, target->common[i]);
  sz_fields_add (fields, _ ("On every path"), common->str);
  for (guint i = 0; i < target->n_paths; i++)
    {
      const SzPath *path = &target->paths[i];
      g_autofree char *title = g_strdup_printf ("%s %s", path->id, get_kind_name (path->kind));
      g_autofree char *waived = g_strjoinv ("、", path->waive);
      g_autoptr (GString) own = g_string_new (NULL);

      for (guint j = 0; j < path->n_all; j++)
        add_condition (own, path->all[j]);
      g_string_prepend (own, "：");
      g_string_prepend (own, path->name);
      if (*waived != '\0')
        g_string_append_printf (own, _ (" (without %s)"), waived);
      sz_fields_add (fields, title, own->str);
    }
}

static SzListDetails *
describe_standard (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  g_autoptr (GPtrArray) entries = sz_standard_book (office, error);
  const SzStandard *standard;
  SzListDetails *details;

  if (entries == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  if (id > entries->len)
    return details;
  standard = ((SzStandardEntry *)g_ptr_array_index (entries, (guint)id - 1))->standard;
  details->name = g_strdup (standard->name);
  sz_fields_add (details->fields, _ ("Document"), standard->source);
  for (guint i = 0; i < standard->n_targets; i++)
    add_target (details->fields, &standard->targets[i]);
  return details;
}

/* ---- acts ---- */

/* What the checker said of a file, in one text. */
static char *
dup_faults (const SzStandardCheck *check)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < check->faults->len; i++)
    {
      const SzStandardFault *fault = &g_array_index (check->faults, SzStandardFault, i);

      g_autofree char *sentence = sz_message_for_code (fault->code, NULL);

      g_string_append_printf (text, "%s%s: %s%s%s", i > 0 ? "\n" : "", fault->where, sentence,
                              fault->detail != NULL ? " " : "",
                              fault->detail != NULL ? fault->detail : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
import_cb (
    SzOffice *office, gpointer path, SzProgress progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzStandardCheck) check = sz_standard_import (office, path, error);
  g_autofree char *faults = check != NULL ? dup_faults (check) : NULL;

  if (check == NULL)
    return NULL;
  if (sz_standard_faults_errors (check->faults) == 0)
    return GINT_TO_POINTER (TRUE);
  sz_error_set (error, SZ_ERROR_REFUSED, "standard.faulty", "id", path, "where", faults, NULL);
  return NULL;
}

static void
import_answered_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      sz_open_folder_keep (path);
      _sz_titles_write (SZ_TITLES_PAGE (user_data), import_cb, g_steal_pointer (&path), g_free,
                        _ ("The standard was taken"));
    }
  g_object_unref (chooser);
}

static void
import_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Take a Standard"), sz_page_get_window (SZ_PAGE (widget)),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Standards (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (import_answered_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

typedef struct
{
  char *id;
  char *path;
} Giving;

static void
free_giving (gpointer data)
{
  Giving *giving = data;

  g_free (giving->id);
  g_free (giving->path);
  g_free (giving);
}

static void
set_path (gpointer data, char *path)
{
  ((Giving *)data)->path = path;
}

static gpointer
export_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Giving *giving = data;

  return sz_standard_export (office, giving->id, giving->path, error) ? g_strdup (giving->path)
                                                                      : NULL;
}

static void
edit_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *id = _sz_titles_dup_cell (SZ_TITLES_PAGE (widget), COLUMN_ID);

  if (id != NULL && sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_standard_dialog_present (SZ_PAGE (widget), id);
}

static void
export_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *id = _sz_titles_dup_cell (SZ_TITLES_PAGE (widget), COLUMN_ID);
  g_autofree char *name = id != NULL ? g_strconcat (id, ".json", NULL) : NULL;
  Giving *giving;

  if (id == NULL)
    return;
  giving = g_new0 (Giving, 1);
  giving->id = g_steal_pointer (&id);
  sz_page_save (SZ_PAGE (widget), _ ("Save the Standard"), name,
                &(SzSaving){ export_cb, giving, free_giving, set_path });
}

void
_sz_titles_install_standards (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.edit-standard", NULL, edit_action_cb);
  gtk_widget_class_install_action (klass, "titles.take-standard", NULL, import_action_cb);
  gtk_widget_class_install_action (klass, "titles.give-standard", NULL, export_action_cb);
}

static const SzListColumn columns[] = {
  [COLUMN_NAME] = { "name", N_ ("Title standard"), 200 },
  [COLUMN_SERIES] = { "series", N_ ("Series"), 160 },
  [COLUMN_SOURCE] = { "source", N_ ("Document"), 190 },
  [COLUMN_FROM] = { "from", N_ ("From"), 88 },
  [COLUMN_TO] = { "to", N_ ("To"), 88 },
  [COLUMN_WHOSE] = { "whose", N_ ("Whose"), 72 },
  [COLUMN_ID] = { "id", N_ ("Id"), 110, .hidden = TRUE },
  [N_COLUMNS] = { NULL },
};

const SzListView *
_sz_titles_standard_view (void)
{
  static const SzListAction actions[]
      = { { N_ ("_Edit…"), "titles.edit-standard", SZ_NEEDS_ONE, .main = TRUE,
            .tooltip = N_ ("Conditions as data; of a shipped one a copy") },
          { N_ ("_Take a File…"), "titles.take-standard",
            .tooltip = N_ ("Checked first: with faults nothing is taken") },
          { N_ ("_Save as a File…"), "titles.give-standard", SZ_NEEDS_ONE },
          { NULL } };
  static const SzListView view = {
    .name = "titles-standard",
    .title = N_ ("Standards"),
    .unit = N_ ("standards"),
    .columns = columns,
    .actions = actions,
    .read = read_standards_cb,
    .details = describe_standard,
  };

  return &view;
}
