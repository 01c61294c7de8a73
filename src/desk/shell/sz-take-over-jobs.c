/* sz-take-over-jobs.c — taking over: the words of the differences, and the work in the threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-take-over-jobs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-package-apply.h"
#include "sz-person-fields.h"
#include "sz-secret-text.h"

const char *
sz_take_over_table (const char *table)
{
  static const struct
  {
    const char *table;
    const char *name;
  } names[] = {
    { "people", N_ ("People") },
    { "person_records", N_ ("Records of people") },
    { "services", N_ ("Service") },
    { "departments", N_ ("Departments") },
    { "leaves", N_ ("Leave") },
    { "staff_contracts", N_ ("Contracts of staff") },
    { "bank_accounts", N_ ("Bank accounts") },
    { "teaching_records", N_ ("Teaching") },
    { "training_records", N_ ("Training") },
    { "assessments", N_ ("Assessments") },
    { "parameters", N_ ("Parameters") },
    { "calendar_days", N_ ("Calendar") },
    { "contracts", N_ ("Part-time contracts") },
    { "pay_runs", N_ ("Pay runs") },
    { "pay_people", N_ ("People of the run") },
    { "pay_lines", N_ ("Lines of the run") },
    { "applicants", N_ ("Applicants") },
    { "recruit_positions", N_ ("Posts") },
    { "title_applications", N_ ("Applications for titles") },
    { "case_steps", N_ ("Steps taken") },
  };

  g_return_val_if_fail (table != NULL, "");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].table, table))
      return _ (names[i].name);
  return table;
}

/* People have a form of their own, dated records none. */
static const char *
name_field (const SzPackageLookRow *row, const char *name)
{
  static const struct
  {
    const char *column;
    const char *name;
  } names[] = {
    { "from_date", N_ ("From the day") },
    { "to_date", N_ ("Last day") },
    { "value", N_ ("Value") },
    { "ended_as", N_ ("How it ended") },
  };
  const SzPersonField *field
      = g_str_equal (row->table, "people") ? sz_person_field_by_name (name) : NULL;

  if (field != NULL)
    return _ (field->title);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].column, name))
      return _ (names[i].name);
  return name;
}

static char *
show_value (const SzPackageLookRow *row, const char *name, const char *value)
{
  if (*value == '\0')
    return g_strdup (C_ ("value", "(empty)"));
  return g_str_equal (row->table, "people")
             ? sz_person_field_dup_shown (sz_person_field_by_name (name), value)
             : g_strdup (value);
}

char *
sz_take_over_dup_fields (const SzPackageLookRow *row, gboolean whole)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (row != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < row->fields->len; i++)
    {
      const SzPackageLookField *field = row->fields->pdata[i];
      g_autofree char *mine = show_value (row, field->name, field->mine);
      g_autofree char *theirs = show_value (row, field->name, field->theirs);
      g_autofree char *base
          = field->base != NULL ? show_value (row, field->name, field->base) : NULL;

      if (i > 0)
        g_string_append (text, whole ? "\n" : "; ");
      g_string_append_printf (text, "%s: %s → %s", name_field (row, field->name), mine, theirs);
      if (whole && base != NULL)
        {
          g_autofree char *before = g_strdup_printf (_ ("Before: %s"), base);

          g_string_append_printf (text, "   (%s)", before);
        }
    }
  return g_string_free (text, FALSE);
}

const char *
sz_take_over_state (const SzPackageLookRow *row)
{
  static const char *const states[]
      = { N_ ("New"), N_ ("Changed"), N_ ("Newer here"), N_ ("Deleted there"), N_ ("Conflict") };

  g_return_val_if_fail (row != NULL, "");

  if (row->state != SZ_HANDOVER_CONFLICT || row->why == NULL)
    return _ (states[row->state]);
  if (g_str_equal (row->why, "deleted_here"))
    return _ ("Conflict: deleted here");
  if (g_str_equal (row->why, "deleted_there"))
    return _ ("Conflict: deleted there");
  if (g_str_equal (row->why, "renumbered"))
    return _ ("Conflict: another number here");
  return _ ("Conflict: changed here too");
}

void
sz_take_over_ask_free (gpointer data)
{
  SzTakeOverAsk *ask = data;

  g_free (ask->path);
  sz_secret_text_free (ask->password);
  g_clear_pointer (&ask->taken, g_hash_table_unref);
  g_free (ask);
}

gpointer
sz_take_over_look (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTakeOverAsk *ask = data;

  return sz_office_package_look (office,
                                 &(SzPackageSource){ .file = ask->path, .password = ask->password },
                                 error);
}

void
sz_take_over_done_free (gpointer data)
{
  SzTakeOverDone *taken = data;

  g_free (taken->text);
  g_free (taken);
}

static gint64
find_last (SzOffice *office)
{
  g_autoptr (GPtrArray) packages = sz_office_packages (office, NULL);

  return packages != NULL && packages->len > 0
             ? ((SzPackageEntry *)packages->pdata[packages->len - 1])->no
             : 0;
}

static char *
write_done (const SzPackageApplied *applied)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("%d new, %d changed, %d deleted, %d kept as they are here."),
                          (int)applied->inserted, (int)applied->updated, (int)applied->deleted,
                          (int)applied->kept);
  if (applied->run != 0 && applied->inputs_equal)
    g_string_append_printf (text, "\n%s", _ ("The run stands on the same inputs as here."));
  else if (applied->run != 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u input differs from what is here.",
                                           "%u inputs differ from what is here.",
                                           applied->n_differ),
                              applied->n_differ);
    }
  return g_string_free (text, FALSE);
}

gpointer
sz_take_over_apply (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTakeOverAsk *ask = data;
  const SzPackageDecisions decisions = { .all = SZ_TAKE_NEITHER, .rows = ask->taken };
  SzPackageApplied applied = { 0 };
  SzTakeOverDone *taken = NULL;

  if (sz_office_package_apply (office,
                               &(SzPackageSource){ .file = ask->path, .password = ask->password },
                               &decisions, &applied, error))
    {
      taken = g_new0 (SzTakeOverDone, 1);
      taken->no = find_last (office);
      taken->text = write_done (&applied);
    }
  sz_package_applied_clear (&applied);
  return taken;
}

gpointer
sz_take_over_undo (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (sz_office_package_undo (office, *(gint64 *)data, NULL, error));
}
