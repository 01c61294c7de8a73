/* sz-view-history.c — what happened to one person: entered, changed, corrected; and their pay runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-history.h"

#include "sz-office-private.h"
#include "sz-store-person-past.h"

void
sz_person_event_free (SzPersonEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->at);
  g_free (event->who);
  g_free (event->kind);
  g_free (event->subject);
  g_free (event->before);
  g_free (event->after);
  g_free (event);
}

void
sz_person_pay_free (SzPersonPay *pay)
{
  if (pay == NULL)
    return;
  g_free (pay->name);
  g_free (pay->state);
  g_free (pay->reason);
  g_free (pay);
}

/* Text of a member, whatever it is; "" when it is not there. */
static char *
dup_member (const json_t *row, const char *name)
{
  const json_t *value = row != NULL ? json_object_get (row, name) : NULL;

  if (json_is_string (value))
    return g_strdup (json_string_value (value));
  if (json_is_integer (value))
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
  return g_strdup ("");
}

static SzPersonEvent *
add_event (GPtrArray *events, const SzHistoryEntry *entry, SzEventType type, const char *subject)
{
  SzPersonEvent *event = g_new0 (SzPersonEvent, 1);

  event->type = type;
  event->at = g_strdup (entry->at);
  event->who = g_strdup (entry->who);
  event->kind = g_strdup (entry->kind);
  event->subject = g_strdup (subject);
  g_ptr_array_add (events, event);
  return event;
}

static SzDate
read_date (const json_t *row, const char *name)
{
  g_autofree char *text = dup_member (row, name);
  SzDate date = SZ_DATE_NONE;

  return sz_date_parse (text, &date, NULL) ? date : SZ_DATE_NONE;
}

static SzEventType
find_type (char op)
{
  if (op == 'd')
    return SZ_EVENT_REMOVED;
  return op == 'i' ? SZ_EVENT_CHANGED : SZ_EVENT_CORRECTED;
}

static void
add_field_event (GPtrArray *events,
                 const SzHistoryEntry *entry,
                 const char *name,
                 const json_t *before,
                 const json_t *after)
{
  g_autofree char *old = dup_member (before, name);
  g_autofree char *new = dup_member (after, name);
  SzPersonEvent *event;

  if (g_str_equal (old, new) || g_str_equal (name, "batch_id") || g_str_equal (name, "source_row"))
    return;
  event = add_event (events, entry, *old == '\0' ? SZ_EVENT_ENTERED : SZ_EVENT_CORRECTED, name);
  event->before = g_steal_pointer (&old);
  event->after = g_steal_pointer (&new);
}

/* Columns that were empty are not in the journal: both rows are asked for their names. */
static void
add_person_events (GPtrArray *events, const SzHistoryEntry *entry, json_t *before, json_t *after)
{
  const char *name;
  json_t *value;

  if (entry->op != 'u')
    {
      add_event (events, entry, entry->op == 'i' ? SZ_EVENT_ENTERED : SZ_EVENT_REMOVED, "person");
      return;
    }
  json_object_foreach (after, name, value) add_field_event (events, entry, name, before, after);
  json_object_foreach (before, name, value)
  {
    if (json_object_get (after, name) == NULL)
      add_field_event (events, entry, name, before, after);
  }
}

static void
add_record_event (GPtrArray *events,
                  const SzHistoryEntry *entry,
                  const json_t *before,
                  const json_t *after)
{
  g_autofree char *field = dup_member (after != NULL ? after : before, "field");
  SzPersonEvent *event = add_event (events, entry, find_type (entry->op), field);

  event->is_record = TRUE;
  event->before = dup_member (before, "value");
  event->after = dup_member (after, "value");
  event->from = read_date (after != NULL ? after : before, "from_date");
}

static void
add_service_event (GPtrArray *events,
                   const SzHistoryEntry *entry,
                   const json_t *before,
                   const json_t *after)
{
  SzPersonEvent *event = add_event (events, entry, find_type (entry->op), "service");

  event->before = dup_member (before, "to_date");
  event->after = dup_member (after, "to_date");
  event->from = read_date (after != NULL ? after : before, "from_date");
}

static gboolean
take_past_cb (const char *table, const SzHistoryEntry *entry, gpointer user_data, GError **error)
{
  GPtrArray *events = user_data;
  json_t *before = *entry->before != '\0' ? json_loads (entry->before, 0, NULL) : NULL;
  json_t *after = *entry->after != '\0' ? json_loads (entry->after, 0, NULL) : NULL;

  if (g_str_equal (table, "people"))
    add_person_events (events, entry, before, after);
  else if (g_str_equal (table, "person_records"))
    add_record_event (events, entry, before, after);
  else
    add_service_event (events, entry, before, after);
  json_decref (before);
  json_decref (after);
  return TRUE;
}

static void
turn_around (GPtrArray *events)
{
  for (guint i = 0; i < events->len / 2; i++)
    {
      gpointer first = events->pdata[i];

      events->pdata[i] = events->pdata[events->len - 1 - i];
      events->pdata[events->len - 1 - i] = first;
    }
}

GPtrArray *
sz_view_person_events (SzOffice *office, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) events
      = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_person_event_free);

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  if (!sz_store_person_past (sz_office_get_store (office), person_id, take_past_cb, events, error))
    return NULL;
  turn_around (events);
  return g_steal_pointer (&events);
}

static void
take_run_cb (const SzPersonRun *run, gpointer user_data)
{
  SzPersonPay *pay = g_new0 (SzPersonPay, 1);

  *pay = (SzPersonPay){ .run = run->run,
                        .name = g_strdup (run->name),
                        .state = g_strdup (run->state),
                        .from = run->from,
                        .to = run->to,
                        .reason = g_strdup (run->reason),
                        .total_fen = run->total_fen };
  g_ptr_array_add (user_data, pay);
}

GPtrArray *
sz_view_person_pay (SzOffice *office, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_person_pay_free);

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  if (!sz_store_person_runs (sz_office_get_store (office), person_id, take_run_cb, runs, error))
    return NULL;
  return g_steal_pointer (&runs);
}
