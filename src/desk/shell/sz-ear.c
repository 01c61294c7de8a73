/* sz-ear.c — when to look whether others have written (RULE srv-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-ear.h"

/* A file tells nobody, and a server that is away neither. */
#define POLL_MS 1000

struct _SzEar
{
  SzEarFunc ask;
  gpointer user_data;
  guint source;   /* 0: under way */
  gboolean again; /* as soon as that is known */
};

SzEar *
sz_ear_new (SzEarFunc ask, gpointer user_data)
{
  SzEar *ear = g_new0 (SzEar, 1);

  ear->ask = ask;
  ear->user_data = user_data;
  return ear;
}

void
sz_ear_free (SzEar *ear)
{
  if (ear == NULL)
    return;
  g_clear_handle_id (&ear->source, g_source_remove);
  g_free (ear);
}

void
sz_ear_ask (SzEar *ear)
{
  g_return_if_fail (ear != NULL);

  if (ear->source == 0)
    {
      ear->again = TRUE;
      return;
    }
  g_clear_handle_id (&ear->source, g_source_remove);
  ear->ask (ear->user_data);
}

static gboolean
waited_cb (gpointer user_data)
{
  SzEar *ear = user_data;

  ear->source = 0;
  ear->ask (ear->user_data);
  return G_SOURCE_REMOVE;
}

/* The thread that has the connection takes it off the socket: until then nobody waits here, or the
 * loop would go round and round. */
static gboolean
heard_cb (GIOChannel *socket, GIOCondition condition, gpointer user_data)
{
  return waited_cb (user_data);
}

static guint
watch (SzEar *ear, int fd)
{
  GIOChannel *socket = g_io_channel_unix_new (fd);
  guint source = g_io_add_watch (socket, G_IO_IN | G_IO_HUP | G_IO_ERR | G_IO_NVAL, heard_cb, ear);

  g_io_channel_unref (socket);
  return source;
}

void
sz_ear_wait (SzEar *ear, int fd)
{
  g_return_if_fail (ear != NULL);

  g_clear_handle_id (&ear->source, g_source_remove);
  if (fd >= 0)
    ear->source = watch (ear, fd);
  else
    ear->source = g_timeout_add (POLL_MS, waited_cb, ear);
  if (ear->again)
    {
      ear->again = FALSE;
      sz_ear_ask (ear);
    }
}
