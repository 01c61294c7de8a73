/* sz-view-findings.c — what scans found, as screens and commands show it (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-findings.h"

#include <string.h>

#include "sz-finding-rights.h"
#include "sz-case-tables.h"
#include "sz-message.h"
#include "sz-office-private.h"
#include "sz-store-case.h"
#include "sz-store-finding.h"
#include "sz-store-people.h"
#include "sz-words.h"

static void
item_freed_cb (gpointer data)
{
  SzFindingItem *item = data;

  g_free (item->finding.kind);
  g_free (item->finding.subject);
  g_free (item->finding.facts);
  g_free (item->finding.staff_no);
  g_free (item->finding.office);
  g_free (item->finding.answered_at);
  g_free (item->finding.answered_by);
  g_free (item->finding.answer);
  g_free (item->finding.evidence);
  g_free (item->name);
  g_free (item->message);
}

/* The facts as the arguments of a sentence. */
static char *
make_message (const SzFinding *finding)
{
  g_autofree char *code = g_strconcat ("finding.", finding->kind, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) args = NULL;
  json_t *facts = json_loads (finding->facts, 0, NULL);
  const char *name;
  json_t *value;

  json_object_foreach (facts, name, value)
  {
    g_autofree char *arg
        = json_is_integer (value)
              ? g_strdup_printf ("%s=%" JSON_INTEGER_FORMAT, name, json_integer_value (value))
          : json_is_string (value) ? g_strdup_printf ("%s=%s", name, json_string_value (value))
                                   : NULL;

    if (arg != NULL)
      g_strv_builder_add (builder, arg);
  }
  if (json_object_get (facts, "size") == NULL)
    g_strv_builder_add (builder, "size=1");
  json_decref (facts);
  args = g_strv_builder_end (builder);
  return sz_message_for_code (code, (const char *const *)args);
}

static gboolean
passes (const SzFindingItem *item, const SzFindingFilter *filter)
{
  const int state = item->finding.state;

  if (filter->state >= 0
          ? state != filter->state
          : !filter->settled && (state == SZ_FINDING_ACCEPTED || state == SZ_FINDING_CLOSED))
    return FALSE;
  return (filter->area < 0 || (int)item->area == filter->area)
         && (filter->kind == NULL || g_str_equal (item->finding.kind, filter->kind));
}

/* The answer that counts: one that was reopened since does not. */
static gboolean
read_answer (SzStore *store, SzFindingItem *item, GError **error)
{
  g_autoptr (SzCaseFile) file = NULL;
  const SzCaseStep *answer;

  if (item->finding.state == SZ_FINDING_OPEN)
    return TRUE;
  file = sz_store_case_load (store, sz_case_finding.kind, item->row_id, error);
  if (file == NULL)
    return FALSE;
  answer = sz_case_last_step (&sz_case_finding, (const SzCaseStep *)(gpointer)file->steps->data,
                              file->steps->len, "answer");
  if (answer == NULL)
    return TRUE;
  item->finding.answered_at = g_strdup (answer->at);
  item->finding.answered_by = g_strdup (answer->who);
  item->finding.answer = g_strdup (answer->reason);
  item->finding.evidence = g_strdup (answer->document);
  return TRUE;
}

static void
count_item (SzFindingsView *view, const SzFinding *finding)
{
  view->counts[finding->state]++;
  if (finding->state == SZ_FINDING_OPEN)
    view->open[finding->gravity]++;
  if (finding->present && finding->state != SZ_FINDING_ACCEPTED
      && finding->state != SZ_FINDING_CLOSED)
    view->standing[finding->gravity]++;
}

static int
compare_items_cb (gconstpointer a, gconstpointer b)
{
  const SzFinding *one = &((const SzFindingItem *)a)->finding;
  const SzFinding *other = &((const SzFindingItem *)b)->finding;
  int order;

  if (one->gravity != other->gravity)
    return one->gravity < other->gravity ? -1 : 1;
  order = strcmp (one->kind, other->kind);
  if (order != 0)
    return order;
  return one->no < other->no ? -1 : one->no > other->no;
}

/* Takes the strings of @row. */
static void
add_item (SzFindingsView *view,
          SzFindingRow *row,
          const char *state,
          const SzPersonNames *names,
          const SzFindingFilter *filter,
          guint areas)
{
  SzFindingItem item = { .finding = row->finding, .row_id = row->id };
  const SzPersonName *person = NULL;

  *row = (SzFindingRow){ 0 };
  if ((areas & (1u << sz_finding_area (item.finding.kind))) == 0)
    {
      item_freed_cb (&item);
      return;
    }
  item.finding.state = state != NULL ? MAX (0, sz_finding_state_find (state)) : SZ_FINDING_OPEN;
  item.area = sz_finding_area (item.finding.kind);
  if (item.finding.present && view->last_scan != SZ_DATE_NONE)
    item.finding.last_seen = view->last_scan;
  count_item (view, &item.finding);
  if (!passes (&item, filter))
    {
      item_freed_cb (&item);
      return;
    }
  if (item.finding.staff_no != NULL && *item.finding.staff_no != '\0')
    person = sz_person_names_find (names, item.finding.staff_no);
  item.name = g_strdup (person != NULL ? person->name : "");
  item.message = make_message (&item.finding);
  g_array_append_val (view->items, item);
}

static gboolean
read_items (SzFindingsView *view, SzOffice *office, const SzFindingFilter *filter, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  const guint areas = sz_finding_areas (office);
  g_autoptr (GHashTable) states = sz_store_case_states (store, sz_case_finding.kind, error);
  g_autoptr (SzPersonNames) names = NULL;
  g_autoptr (GArray) rows = NULL;

  if (states == NULL || !sz_store_finding_last_scan (store, &view->last_scan, error))
    return FALSE;
  names = sz_store_people_names (store, error);
  rows = names != NULL ? sz_store_finding_list (store, SZ_ROWS_ALL, error) : NULL;
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      SzFindingRow *row = &g_array_index (rows, SzFindingRow, i);

      add_item (view, row, g_hash_table_lookup (states, &row->id), names, filter, areas);
    }
  for (guint i = 0; i < view->items->len; i++)
    if (!read_answer (store, &g_array_index (view->items, SzFindingItem, i), error))
      return FALSE;
  g_array_sort (view->items, compare_items_cb);
  return TRUE;
}

SzFindingsView *
sz_view_findings (SzOffice *office, const SzFindingFilter *filter, GError **error)
{
  g_autoptr (SzFindingsView) view = NULL;
  SzStore *store;
  gboolean read;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && filter != NULL, NULL);
  view = g_new0 (SzFindingsView, 1);
  view->items = g_array_new (FALSE, TRUE, sizeof (SzFindingItem));
  g_array_set_clear_func (view->items, item_freed_cb);
  store = sz_office_get_store (office);
  if (!sz_store_begin_read (store, error))
    return NULL;
  read = read_items (view, office, filter, error);
  sz_store_end_read (store);
  return read ? g_steal_pointer (&view) : NULL;
}

void
sz_findings_view_free (SzFindingsView *view)
{
  if (view == NULL)
    return;
  g_array_unref (view->items);
  g_free (view);
}

const SzFindingItem *
sz_findings_view_find (const SzFindingsView *view, gint64 no)
{
  g_return_val_if_fail (view != NULL, NULL);
  for (guint i = 0; i < view->items->len; i++)
    if (g_array_index (view->items, SzFindingItem, i).finding.no == no)
      return &g_array_index (view->items, SzFindingItem, i);
  return NULL;
}

static void
event_freed_cb (gpointer data)
{
  SzFindingEvent *event = data;

  g_free (event->at);
  g_free (event->who);
  g_free (event->text);
  g_free (event->evidence);
}

static const char *
name_event (const char *verb)
{
  static const struct
  {
    const char *verb;
    const char *what;
  } events[] = { { "find", "found" },      { "answer", "answered" }, { "accept", "accepted" },
                 { "reopen", "reopened" }, { "return", "returned" }, { "grow", "grown" } };

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (events[i].verb, verb))
      return events[i].what;
  return "gone";
}

GArray *
sz_view_finding_events (SzOffice *office, const SzFindingItem *item, GError **error)
{
  g_autoptr (SzCaseFile) file = NULL;
  GArray *events;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && item != NULL, NULL);
  file = sz_store_case_load (sz_office_get_store (office), sz_case_finding.kind, item->row_id,
                             error);
  if (file == NULL)
    return NULL;
  events = g_array_new (FALSE, TRUE, sizeof (SzFindingEvent));
  g_array_set_clear_func (events, event_freed_cb);
  for (guint i = 0; i < file->steps->len; i++)
    {
      const SzCaseStep *step = &g_array_index (file->steps, SzCaseStep, i);
      SzFindingEvent event = { name_event (step->verb), g_strdup (step->at), g_strdup (step->who),
                               g_strdup (step->reason), g_strdup (step->document) };

      g_array_append_val (events, event);
    }
  return events;
}

const char *
sz_finding_condition (const char *kind)
{
  g_autofree char *code = NULL;
  const SzWords *words;

  g_return_val_if_fail (kind != NULL, "");
  code = g_strconcat ("condition.", kind, NULL);
  words = sz_words_find (code);
  return words != NULL ? g_dgettext (GETTEXT_PACKAGE, words->sentence) : kind;
}

/* What has a word for people, "auto.refused", says it. */
static char *
write_word (const char *name, const char *value)
{
  g_autofree char *code = g_strdup_printf ("%s.%s", name, value);
  const SzWords *words = sz_words_find (code);

  return g_strdup (words != NULL ? g_dgettext (GETTEXT_PACKAGE, words->sentence) : value);
}

/* A run of days as "from – to", other members as "name number". */
static void
append_members (GString *text, json_t *object)
{
  const char *name;
  json_t *value;

  if (json_object_get (object, "from") != NULL)
    {
      g_string_append_printf (text, "%s – %s", json_string_value (json_object_get (object, "from")),
                              json_string_value (json_object_get (object, "to")));
      return;
    }
  json_object_foreach (object, name, value)
      g_string_append_printf (text, "%s%s %" JSON_INTEGER_FORMAT, text->len > 0 ? "\n" : "", name,
                              json_integer_value (value));
}

/* Of several, one a line. */
static char *
write_fact (const char *name, json_t *value)
{
  g_autoptr (GString) text = NULL;
  json_t *one;
  size_t i;

  if (json_is_string (value))
    return write_word (name, json_string_value (value));
  if (json_is_boolean (value))
    return write_word (name, json_is_true (value) ? "true" : "false");
  if (json_is_integer (value))
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
  text = g_string_new (NULL);
  if (json_is_object (value))
    append_members (text, value);
  json_array_foreach (value, i, one)
  {
    g_string_append (text, i > 0 ? "\n" : "");
    if (json_is_object (one))
      append_members (text, one);
    else
      {
        g_autofree char *word = write_fact (name, one);

        g_string_append (text, word);
      }
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GStrv
sz_finding_facts (const SzFindingItem *item)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  json_t *facts;
  const char *name;
  json_t *value;

  g_return_val_if_fail (item != NULL, NULL);
  facts = json_loads (item->finding.facts, 0, NULL);
  json_object_foreach (facts, name, value)
  {
    g_autofree char *code = g_strconcat ("fact.", name, NULL);
    g_autofree char *text = write_fact (name, value);
    const SzWords *words = sz_words_find (code);

    g_strv_builder_add (builder, name);
    g_strv_builder_add (builder,
                        words != NULL ? g_dgettext (GETTEXT_PACKAGE, words->sentence) : name);
    g_strv_builder_add (builder, text);
  }
  json_decref (facts);
  return g_strv_builder_end (builder);
}

SzCaseView *
sz_view_finding_case (SzOffice *office, const SzFindingItem *item, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office) && item != NULL, NULL);
  return sz_view_case (office, &sz_case_finding, item->row_id, error);
}
