/* sz-leave-button.c — kinds of leave whose whole months do not count
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-leave-button.h"

#include <glib/gi18n.h>

#include "sz-codes.h"

#define PER_LINE 3

struct _SzLeaveButton
{
  SzValueButton parent_instance;

  GtkCheckButton *checks[SZ_N_LEAVE_KINDS]; /* borrowed */
};

G_DEFINE_FINAL_TYPE (SzLeaveButton, sz_leave_button, SZ_TYPE_VALUE_BUTTON)

void
sz_leave_button_show (SzLeaveButton *self, guint kinds)
{
  g_return_if_fail (SZ_IS_LEAVE_BUTTON (self));

  sz_value_button_set_showing (SZ_VALUE_BUTTON (self), TRUE);
  for (guint i = 0; i < SZ_N_LEAVE_KINDS; i++)
    gtk_check_button_set_active (self->checks[i], (kinds & 1u << i) != 0);
  sz_value_button_set_showing (SZ_VALUE_BUTTON (self), FALSE);
}

guint
sz_leave_button_read (SzLeaveButton *self)
{
  guint kinds = 0;

  g_return_val_if_fail (SZ_IS_LEAVE_BUTTON (self), 0);

  for (guint i = 0; i < SZ_N_LEAVE_KINDS; i++)
    {
      if (gtk_check_button_get_active (self->checks[i]))
        kinds |= 1u << i;
    }
  return kinds;
}

static char *
sz_leave_button_describe (SzValueButton *button)
{
  guint kinds = sz_leave_button_read (SZ_LEAVE_BUTTON (button));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SZ_N_LEAVE_KINDS; i++)
    {
      if ((kinds & 1u << i) == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, "、");
      g_string_append (text, sz_codes_by_value (SZ_TABLE_LEAVE, (int)i)->name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_content (SzLeaveButton *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (int i = 0; i < SZ_N_LEAVE_KINDS; i++)
    {
      GtkWidget *check
          = gtk_check_button_new_with_label (sz_codes_by_value (SZ_TABLE_LEAVE, i)->name);

      gtk_grid_attach (GTK_GRID (grid), check, i % PER_LINE, i / PER_LINE, 1, 1);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (sz_value_button_changed), self);
      self->checks[i] = GTK_CHECK_BUTTON (check);
    }
  return grid;
}

static void
sz_leave_button_class_init (SzLeaveButtonClass *klass)
{
  SZ_VALUE_BUTTON_CLASS (klass)->describe = sz_leave_button_describe;
}

static void
sz_leave_button_init (SzLeaveButton *self)
{
  sz_value_button_setup (SZ_VALUE_BUTTON (self),
                         _ ("Kinds of leave whose whole months do not count"),
                         _ ("Every month counts"), make_content (self));
}
