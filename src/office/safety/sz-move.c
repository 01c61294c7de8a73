/* sz-move.c — a college taken from a file to a server, back, or to another file (RULE srv-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-move.h"

#include <glib/gstdio.h>

#include "sz-audit.h"
#include "sz-office-act.h"
#include "sz-password.h"
#include "sz-session-private.h"
#include "sz-store-account.h"
#include "sz-store-college.h"
#include "sz-store-make.h"
#include "sz-store-open.h"

#define KIND "college.moved"

static void
account_freed_cb (gpointer data)
{
  SzMovedAccount *account = data;

  g_free (account->login);
  g_free (account->password);
  g_free (account);
}

void
sz_moved_clear (SzMoved *moved)
{
  g_return_if_fail (moved != NULL);

  g_clear_pointer (&moved->from, g_free);
  g_clear_pointer (&moved->to, g_free);
  g_clear_pointer (&moved->accounts, g_ptr_array_unref);
}

typedef struct
{
  SzSession *session; /* (nullable): who signs the first act over there */
  const char *who;
  const char *to;
  SzMoved *moved;
  GCancellable *cancellable;
  SzStore *there; /* what was made */
} Move;

static gboolean
check_sound (Move *move, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzAuditCount count = { 0 };
  gboolean accepted = FALSE;

  if (!sz_audit_verify (move->there, issues, &count, move->cancellable, error)
      || (sz_issue_list_length (issues) > 0
          && !sz_audit_is_accepted (move->there, issues, &accepted, error)))
    return FALSE;
  g_strlcpy (move->moved->head, count.head, sizeof move->moved->head);
  return sz_issue_list_length (issues) == 0 || accepted
         || sz_error_set (error, SZ_ERROR_CORRUPT, "move.unsound", "file", move->moved->from,
                          "detail", sz_issue_list_get (issues, 0)->code, NULL);
}

/* A server judges passwords by itself and a file by their hash: neither can go on with what the
 * other keeps. A key that the old password sealed is made anew with the next sign-in. */
static gboolean
renew_account (SzAct *act, SzAccountRow *row, GPtrArray *accounts, GError **error)
{
  g_autofree char *password = sz_recovery_dup_code ();
  SzMovedAccount *account;

  g_free (row->password);
  row->password = sz_store_dup_password (sz_act_get_store (act), password, error);
  g_free (row->private_key);
  row->private_key = g_strdup ("");
  if (row->password == NULL || !sz_store_account_put (act, row, SZ_PUT_UPDATE, NULL, error))
    return FALSE;
  if (!g_str_equal (row->state, SZ_ACCOUNT_ACTIVE))
    return TRUE;
  if (!sz_store_set_login (act, &(SzDbLogin){ row->login, password, row->roles, TRUE }, error))
    return FALSE;
  account = g_new0 (SzMovedAccount, 1);
  account->login = g_strdup (row->login);
  account->password = g_steal_pointer (&password);
  g_ptr_array_add (accounts, account);
  return TRUE;
}

static gboolean
renew_accounts (SzAct *act, GPtrArray *accounts, GError **error)
{
  g_autoptr (GArray) rows = sz_store_account_list (sz_act_get_store (act), SZ_ROWS_ALL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!renew_account (act, &g_array_index (rows, SzAccountRow, i), accounts, error))
      return FALSE;
  return rows != NULL;
}

/* The first act over there: the log goes on, and says with which head it came. */
static gboolean
note_arrival (Move *move, const char *now, gboolean renew, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  SzActInfo info = { .id = id, .kind = KIND, .who = move->who, .at = now };
  g_autoptr (SzAct) act = NULL;

  if (move->session != NULL)
    sz_session_sign_for (move->session, move->there);
  act = sz_act_begin (move->there, &info, error);
  return act != NULL && sz_store_set_moved (act, SZ_STORE_MOVED_FROM, move->moved->head, error)
         && (!renew || renew_accounts (act, move->moved->accounts, error))
         && sz_act_commit (act, error);
}

static gboolean
carry_rows (Move *move, SzStore *here, const SzLogin *by, GError **error)
{
  SzCarried carried = { 0 };

  move->there = sz_store_carry (here, move->to, by, &carried, move->cancellable, error);
  if (move->there == NULL)
    return FALSE;
  move->moved->to = g_strdup (sz_store_get_path (move->there));
  move->moved->tables = carried.tables;
  move->moved->rows = carried.rows;
  return check_sound (move, error);
}

/* Under the write lock of the college that is left. */
static gboolean
move_college (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Move *move = user_data;
  SzStore *here = sz_act_get_store (act);
  const gboolean from_file = sz_store_is_file (move->moved->from);

  if (!carry_rows (move, here, NULL, error))
    return FALSE;
  json_object_set_new (summary, "to", json_string (move->moved->to));
  json_object_set_new (summary, "rows", json_integer (move->moved->rows));
  return note_arrival (move, sz_act_get_at (act), from_file != sz_store_is_file (move->to), error)
         && sz_store_set_moved (act, SZ_STORE_MOVED_TO, move->moved->to, error);
}

static void
begin_moved (SzMoved *moved, const char *from)
{
  *moved = (SzMoved){ .from = g_strdup (from),
                      .accounts = g_ptr_array_new_with_free_func (account_freed_cb) };
}

static void
end_move (Move *move, gboolean done)
{
  if (done)
    sz_store_free (move->there);
  else if (move->there != NULL)
    sz_store_unmake (move->there);
}

gboolean
sz_office_move (
    SzOffice *office, const char *to, SzMoved *moved, GCancellable *cancellable, GError **error)
{
  Move move = { .to = to, .moved = moved, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && to != NULL && moved != NULL, FALSE);

  move.session = sz_office_get_session (office);
  move.who = sz_office_get_who (office);
  begin_moved (moved, sz_office_get_path (office));
  done = sz_office_run (office, &(SzActHead){ .kind = KIND }, move_college, &move, NULL, error);
  end_move (&move, done);
  return done;
}

/* What is open can be read to its end all the same. */
static void
forget_file (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);

  g_unlink (file);
  g_rmdir (folder);
}

gboolean
sz_office_restore_to_server (const SzRestoreSource *source,
                             const char *to,
                             const char *login,
                             const char *password,
                             SzMoved *moved,
                             GError **error)
{
  const SzLogin by = { login, password };
  g_autoptr (GDateTime) clock = g_date_time_new_now_utc ();
  g_autofree char *now = g_date_time_format_iso8601 (clock);
  g_autoptr (SzStore) here = NULL;
  Move move = { .who = login != NULL ? login : g_get_user_name (), .to = to, .moved = moved };
  gboolean done;

  g_return_val_if_fail (source != NULL && to != NULL && moved != NULL, FALSE);

  begin_moved (moved, source->name != NULL ? source->name : source->file);
  here = sz_store_open (source->file, SZ_STORE_READ_ONLY, now, error);
  if (source->fleeting)
    forget_file (source->file);
  done = here != NULL && carry_rows (&move, here, &by, error)
         && note_arrival (&move, now, TRUE, error);
  end_move (&move, done);
  return done;
}

char *
sz_office_dup_moved_from (SzOffice *office, GError **error)
{
  g_autofree char *head = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  head = sz_store_dup_moved (sz_office_get_store (office), SZ_STORE_MOVED_FROM, error);
  return head != NULL && *head != '\0' ? g_steal_pointer (&head) : NULL;
}
