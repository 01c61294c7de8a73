/* sz-db-sqlite-writer.c — who is writing to a database, said beside it while it lasts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-sqlite-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define SUFFIX ".writer"

/* More than any label; what is longer is none. */
#define LABEL_MAX 2048

enum
{
  LINE_ACT,
  LINE_AT,
  LINE_PID,
  LINE_HOST,
  LINE_WHO,
  N_LINES
};

void
sz_writer_clear (SzWriter *writer)
{
  g_clear_pointer (&writer->who, g_free);
  g_clear_pointer (&writer->host, g_free);
  g_clear_pointer (&writer->since, g_free);
}

/* One line each; a name may hold anything. */
static char *
make_label (const char *act, const char *who, const char *at)
{
  g_autofree char *name = g_strdelimit (g_strdup (who), "\n\r", ' ');

  return g_strdup_printf ("%s\n%s\n%d\n%s\n%s\n", act, at, (int)getpid (), g_get_host_name (),
                          name);
}

/* No link is followed: the name is known beforehand, and what it points to is not ours. */
void
sz_writer_mark (const char *path, const char *act, const char *who, const char *at)
{
  g_autofree char *file = g_strconcat (path, SUFFIX, NULL);
  g_autofree char *label = make_label (act, who, at);
  gsize length = strlen (label);
  int fd = open (file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0644);

  if (fd < 0)
    return;
  if (write (fd, label, length) != (gssize)length)
    g_unlink (file);
  close (fd);
}

/* Its lines, or NULL when there is no whole label. */
static GStrv
read_label (const char *path)
{
  g_autofree char *file = g_strconcat (path, SUFFIX, NULL);
  char text[LABEL_MAX];
  int fd = open (file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gssize length = fd >= 0 ? read (fd, text, sizeof text) : -1;
  g_auto (GStrv) lines = NULL;

  if (fd >= 0)
    close (fd);
  if (length <= 0 || length == sizeof text || text[length - 1] != '\n'
      || !g_utf8_validate_len (text, (gsize)length, NULL))
    return NULL;
  text[length - 1] = '\0';
  lines = g_strsplit (text, "\n", -1);
  return g_strv_length (lines) == N_LINES ? g_steal_pointer (&lines) : NULL;
}

void
sz_writer_unmark (const char *path, const char *act)
{
  g_auto (GStrv) lines = read_label (path);
  g_autofree char *file = g_strconcat (path, SUFFIX, NULL);

  if (lines != NULL && g_str_equal (lines[LINE_ACT], act))
    g_unlink (file);
}

/* Of another computer nobody here knows; the label is believed. */
static gboolean
is_alive (const char *host, const char *pid)
{
  gint64 number = g_ascii_strtoll (pid, NULL, 10);

  if (!g_str_equal (host, g_get_host_name ()))
    return TRUE;
  return number > 0 && number <= G_MAXINT && (kill ((pid_t)number, 0) == 0 || errno != ESRCH);
}

gboolean
sz_writer_read (const char *path, SzWriter *writer)
{
  g_auto (GStrv) lines = read_label (path);
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (writer != NULL, FALSE);

  if (lines == NULL || !is_alive (lines[LINE_HOST], lines[LINE_PID]))
    return FALSE;
  at = g_date_time_new_from_iso8601 (lines[LINE_AT], NULL);
  local = at != NULL ? g_date_time_to_local (at) : NULL;
  if (local == NULL)
    return FALSE;
  writer->who = g_strdup (lines[LINE_WHO]);
  writer->host = g_strdup (lines[LINE_HOST]);
  writer->since = g_date_time_format (local, "%Y-%m-%d %H:%M");
  return TRUE;
}
