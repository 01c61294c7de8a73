/* test-server-address.c — addresses of colleges on a server: written, read, kept among the recent
 * ones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-fixture.h"
#include "sz-office.h"
#include "sz-recent.h"
#include "sz-server-address.h"
#include "sz-server-dialog.h"

/* RULE srv-13: away from here only who proves himself gets a password. */
static void
test_addresses (void)
{
  static const struct
  {
    const char *server;
    const char *certificate;
    const char *address;
  } cases[] = {
    { "localhost", "", "postgresql://wang@localhost/college" },
    { "127.0.0.1:5433", "", "postgresql://wang@127.0.0.1:5433/college" },
    { "/run/pg", "", "postgresql://wang@/college?host=/run/pg" },
    { "10.1.2.3", "", "postgresql://wang@10.1.2.3/college?sslmode=verify-full" },
    { "db.example.com", "/etc/ca.crt",
      "postgresql://wang@db.example.com/college?sslmode=verify-full&sslrootcert=/etc/ca.crt" },
    { "postgresql://x@y/z?sslmode=verify-full", "", "postgresql://x@y/z?sslmode=verify-full" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address
          = sz_server_dup_address (cases[i].server, "college", "wang", cases[i].certificate);

      g_assert_cmpstr (address, ==, cases[i].address);
      g_assert_true (sz_office_at_server (address));
    }
}

/* RULE srv-17: what was opened stands among the recent colleges, its parts in the dialog again. */
static void
test_recent (void)
{
  static const struct
  {
    const char *address;
    const char *server;
    const char *label;
  } cases[] = {
    { "postgresql://wang@localhost/college", "localhost", "college (wang@localhost)" },
    { "postgresql://wang@127.0.0.1:5433/college", "127.0.0.1:5433",
      "college (wang@127.0.0.1:5433)" },
    { "postgresql://wang@/college?host=/run/pg", "/run/pg", "college (wang@/run/pg)" },
    { "postgresql://wang@10.1.2.3/college?sslmode=verify-full&sslrootcert=/etc/ca.crt", "10.1.2.3",
      "college (wang@10.1.2.3)" },
    { "postgresql://x@y/z?sslmode=verify-full&channel_binding=require",
      "postgresql://x@y/z?sslmode=verify-full&channel_binding=require", "z (x@y)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
      g_autoptr (GMenu) menu = g_menu_new ();
      g_autofree char *label = NULL;
      g_auto (SzServerAddress) parts = { 0 };
      GtkWidget *dialog, *row;

      sz_recent_add (settings, cases[i].address);
      sz_recent_fill (menu, settings);
      g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "label", "s", &label);
      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_true (sz_server_address_read (cases[i].address, &parts));
      g_assert_cmpstr (parts.server, ==, cases[i].server);
      dialog = GTK_WIDGET (sz_server_dialog_new_at (NULL, cases[i].address));
      row = desk_find (dialog, ADW_TYPE_PREFERENCES_ROW, "title", "Server, such as 10.1.2.3");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, cases[i].server);
      gtk_window_destroy (GTK_WINDOW (dialog));
      g_settings_reset (settings, "recent");
    }
  {
    g_auto (SzServerAddress) parts = { 0 };

    g_assert_false (sz_server_address_read ("postgresql://x:secret@localhost/z", &parts));
    g_assert_false (sz_server_address_read ("postgresql://x@localhost/z?password=secret", &parts));
  }
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/server-address/srv-13/written", test_addresses);
  g_test_add_func ("/desk/server-address/srv-17/recent", test_recent);
  return g_test_run ();
}
