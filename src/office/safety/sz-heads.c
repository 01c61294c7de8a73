/* sz-heads.c — where the log stood, written down elsewhere: anchors against a rewritten log
 * (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-heads.h"

#include <string.h>

#include "sz-audit.h"
#include "sz-office-private.h"

#define SHORT 12
#define LEAST 8
#define WHOLE 64

static char *
format_head (const char *hash, gint64 seq)
{
  return g_strdup_printf ("%.*s@%" G_GINT64_FORMAT, SHORT, hash, seq);
}

char *
sz_office_dup_head (SzOffice *office, GError **error)
{
  const char *fixed;
  SzAuditHead head;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  fixed = g_object_get_data (G_OBJECT (office), "fixed-head");
  if (fixed != NULL)
    return g_strdup (fixed);
  if (!sz_audit_head (sz_office_get_store (office), &head, error))
    return NULL;
  return format_head (head.hash, head.seq);
}

void
sz_office_fix_head (SzOffice *office, const char *head)
{
  g_return_if_fail (SZ_IS_OFFICE (office));

  g_object_set_data_full (G_OBJECT (office), "fixed-head", g_strdup (head), g_free);
}

static void
head_freed_cb (gpointer data)
{
  SzHead *head = data;

  g_free (head->head);
  g_free (head->at);
  g_free (head->who);
  g_free (head->kind);
  g_free (head->file);
  g_free (head);
}

typedef struct
{
  GPtrArray *heads;
  char hash[WHOLE + 1]; /* of the act before */
} Walk;

static gboolean
act_read_cb (const SzAuditRow *row, gpointer user_data, GError **error)
{
  Walk *walk = user_data;

  if (!row->refused && *row->source != '\0'
      && (g_str_equal (row->kind, "backup") || g_str_has_prefix (row->kind, "export.")))
    {
      SzHead *head = g_new0 (SzHead, 1);

      head->head = format_head (walk->hash, row->seq - 1);
      head->seq = row->seq - 1;
      head->at = g_strdup (row->at);
      head->who = g_strdup (row->who);
      head->kind = g_strdup (row->kind);
      head->file = g_strdup (row->source);
      g_ptr_array_insert (walk->heads, 0, head);
    }
  g_strlcpy (walk->hash, row->hash, sizeof walk->hash);
  return TRUE;
}

GPtrArray *
sz_office_heads (SzOffice *office, GError **error)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (head_freed_cb);
  Walk walk = { .heads = heads };

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return sz_audit_each (sz_office_get_store (office), 0, act_read_cb, &walk, error)
             ? g_steal_pointer (&heads)
             : NULL;
}

gboolean
sz_office_compare_head (SzOffice *office, const char *head, SzIssueList *issues, GError **error)
{
  g_autofree char *hash = NULL;
  const char *at;
  char *end = NULL;
  gint64 seq = 0;
  gboolean found = FALSE;
  gsize length;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && head != NULL && issues != NULL, FALSE);

  at = strchr (head, '@');
  hash = g_ascii_strdown (head, at != NULL ? at - head : -1);
  length = strlen (hash);
  if (at != NULL)
    seq = g_ascii_strtoll (at + 1, &end, 10);
  if (length < LEAST || length > WHOLE || strspn (hash, "0123456789abcdef") != length
      || (at != NULL && (seq < 1 || *end != '\0' || !g_ascii_isdigit (at[1]))))
    return sz_error_set (error, SZ_ERROR_FORMAT, "head.format", "head", head, NULL);
  if (!sz_audit_find_head (sz_office_get_store (office), hash, seq, &found, error))
    return FALSE;
  if (!found)
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "audit.head_missing", 0, NULL, NULL, "head", head,
                       NULL);
  return TRUE;
}
