/* sz-score-log.c — what the log tells of scores (RULE rec-19, aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-score-log.h"

#include <jansson.h>
#include <string.h>

#include "sz-audit.h"
#include "sz-office-private.h"

struct _SzScoreLog
{
  char *plan;
  GHashTable *notes; /* by make_key(), of SzScoreNote */
};

static char *
make_key (const char *ticket, const char *component, const char *item)
{
  return g_strdup_printf ("%s\x1f%s\x1f%s", ticket, component, item);
}

static void
note_freed_cb (gpointer data)
{
  SzScoreNote *note = data;

  g_free (note->typed_by);
  g_free (note->checked_by);
  g_free (note->second);
  g_free (note->before);
  g_free (note);
}

static const char *
get_text (json_t *summary, const char *name)
{
  const char *text = json_string_value (json_object_get (summary, name));

  return text != NULL ? text : "";
}

static SzScoreNote *
need_note (SzScoreLog *log, json_t *summary)
{
  g_autofree char *key = make_key (get_text (summary, "ticket"), get_text (summary, "component"),
                                   get_text (summary, "item"));
  SzScoreNote *note = g_hash_table_lookup (log->notes, key);

  if (note != NULL)
    return note;
  note = g_new0 (SzScoreNote, 1);
  note->typed_by = g_strdup ("");
  note->checked_by = g_strdup ("");
  note->second = g_strdup ("");
  note->before = g_strdup ("");
  g_hash_table_insert (log->notes, g_steal_pointer (&key), note);
  return note;
}

static void
take (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
read_summary (SzScoreLog *log, const SzAuditRow *row, json_t *summary)
{
  SzScoreNote *note;

  if (strcmp (get_text (summary, "plan"), log->plan) != 0)
    return;
  note = need_note (log, summary);
  if (strcmp (row->kind, "exam.check") == 0)
    {
      take (&note->checked_by, row->who);
      take (&note->second, get_text (summary, "second"));
      return;
    }
  take (&note->typed_by, row->who);
  if (json_is_true (json_object_get (summary, "locked")) && *note->before == '\0')
    take (&note->before, get_text (summary, "before"));
}

static gboolean
read_act_cb (const SzAuditRow *row, gpointer user_data, GError **error)
{
  static const char *const kinds[] = { "exam.enter", "exam.correct", "exam.check", NULL };
  json_t *summary;

  if (row->refused || !g_strv_contains (kinds, row->kind))
    return TRUE;
  summary = json_loads (row->summary, 0, NULL);
  read_summary (user_data, row, summary);
  json_decref (summary);
  return TRUE;
}

SzScoreLog *
sz_score_log_load (SzOffice *office, const char *plan, GError **error)
{
  g_autoptr (SzScoreLog) log = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && plan != NULL, NULL);
  log = g_new0 (SzScoreLog, 1);
  log->plan = g_strdup (plan);
  log->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, note_freed_cb);
  return sz_audit_each (sz_office_get_store (office), 0, read_act_cb, log, error)
             ? g_steal_pointer (&log)
             : NULL;
}

void
sz_score_log_free (SzScoreLog *log)
{
  if (log == NULL)
    return;
  g_hash_table_unref (log->notes);
  g_free (log->plan);
  g_free (log);
}

const SzScoreNote *
sz_score_log_find (const SzScoreLog *log,
                   const char *ticket,
                   const char *component,
                   const char *item)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (log != NULL && ticket != NULL && component != NULL && item != NULL, NULL);
  key = make_key (ticket, component, item);
  return g_hash_table_lookup (log->notes, key);
}

char *
sz_score_text (const SzScoreRow *row)
{
  g_autofree char *score = NULL;

  g_return_val_if_fail (row != NULL, NULL);
  score = row->score_x100 >= 0 ? sz_decimal_format (row->score_x100, SZ_HOURS_DECIMALS)
                               : g_strdup ("");
  return g_strdup_printf ("%s%s%s", row->marks != NULL ? row->marks : "", score,
                          row->status != NULL ? row->status : "");
}

char *
sz_score_word (const char *text, guint index)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  words = g_strsplit (text, " ", -1);
  return g_strdup (index < g_strv_length (words) ? words[index] : "");
}

guint
sz_score_compare (const char *one, const char *other, guint *equal)
{
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) others = NULL;
  guint n, m;

  g_return_val_if_fail (one != NULL && other != NULL && equal != NULL, 0);
  words = g_strsplit (one, " ", -1);
  others = g_strsplit (other, " ", -1);
  n = *one != '\0' ? g_strv_length (words) : 0;
  m = *other != '\0' ? g_strv_length (others) : 0;
  *equal = 0;
  for (guint i = 0; i < MIN (n, m); i++)
    *equal += strcmp (words[i], others[i]) == 0 ? 1 : 0;
  return MAX (n, m);
}
