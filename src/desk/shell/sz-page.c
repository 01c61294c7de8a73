/* sz-page.c — a duty's page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-page.h"

#include "sz-error.h"
#include "sz-help.h"

typedef struct
{
  /* Owned */
  char *title;
  char *icon_name;
  char *search;
  char *foot;
  SzTasks *tasks;
  GSettings *settings;
  GPtrArray *jobs; /* of SzJob */
  SzJob *reading;  /* borrowed: one of them */
  SzJob *writing;  /* the same */

  /* Borrowed */
  GtkWidget *info_bar;
  GtkWidget *info_label;
  GtkWidget *box;

  SzDate as_of;
  guint badge;
  gulong changed_handler;
  gboolean stale;
} SzPagePrivate;

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_SETTINGS,
  PROP_TASKS,
  PROP_AS_OF,
  PROP_SEARCH,
  PROP_FOOT,
  PROP_BADGE,
  N_PROPS
};

enum
{
  TOAST,
  DONE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SzPage,
                                  sz_page,
                                  ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (SzPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child) && type == NULL)
    sz_page_set_child (SZ_PAGE (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
reload_now (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  priv->stale = FALSE;
  if (priv->tasks != NULL && SZ_PAGE_GET_CLASS (self)->reload != NULL)
    SZ_PAGE_GET_CLASS (self)->reload (self);
}

void
sz_page_reload (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_if_fail (SZ_IS_PAGE (self));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload_now (self);
  else
    priv->stale = TRUE;
}

void
sz_page_show (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_if_fail (SZ_IS_PAGE (self));
  if (priv->stale && priv->tasks != NULL)
    reload_now (self);
}

static void
tasks_changed_cb (SzTasks *tasks, guint changes, gpointer user_data)
{
  SzChange concerns = SZ_PAGE_GET_CLASS (user_data)->concerns;

  if (concerns == SZ_CHANGED_NOTHING || (concerns & changes) != 0)
    sz_page_reload (user_data);
}

static void
set_tasks (SzPage *self, SzTasks *tasks)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  if (priv->tasks == tasks)
    return;
  if (priv->tasks != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->tasks);
  g_set_object (&priv->tasks, tasks);
  if (tasks != NULL)
    priv->changed_handler
        = g_signal_connect (tasks, "changed", G_CALLBACK (tasks_changed_cb), self);
  gtk_widget_hide (priv->info_bar);
  /* Its tables know before it asks. An object that is still being made tells nobody by itself. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TASKS]);
  sz_page_reload (self);
}

static void
set_search (SzPage *self, const char *text)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  if (g_strcmp0 (priv->search, text) == 0)
    return;
  g_free (priv->search);
  priv->search = g_strdup (text);
  if (SZ_PAGE_GET_CLASS (self)->search_changed != NULL)
    SZ_PAGE_GET_CLASS (self)->search_changed (self, priv->search != NULL ? priv->search : "");
}

static void
sz_page_map (GtkWidget *widget)
{
  SzPage *self = SZ_PAGE (widget);
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  GTK_WIDGET_CLASS (sz_page_parent_class)->map (widget);
  if (priv->stale)
    reload_now (self);
}

static void
sz_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SzPage *self = SZ_PAGE (object);
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  switch (id)
    {
    case PROP_TITLE:
      g_free (priv->title);
      priv->title = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      g_free (priv->icon_name);
      priv->icon_name = g_value_dup_string (value);
      break;
    case PROP_SETTINGS:
      g_assert (priv->settings == NULL);
      priv->settings = g_value_dup_object (value);
      break;
    case PROP_TASKS:
      set_tasks (self, g_value_get_object (value));
      break;
    case PROP_AS_OF:
      if (priv->as_of != g_value_get_int (value))
        {
          priv->as_of = g_value_get_int (value);
          sz_page_reload (self);
        }
      break;
    case PROP_SEARCH:
      set_search (self, g_value_get_string (value));
      break;
    case PROP_FOOT:
      sz_page_set_foot (self, g_value_get_string (value));
      break;
    case PROP_BADGE:
      sz_page_set_badge (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sz_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SzPagePrivate *priv = sz_page_get_instance_private (SZ_PAGE (object));

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, priv->settings);
      break;
    case PROP_TASKS:
      g_value_set_object (value, priv->tasks);
      break;
    case PROP_AS_OF:
      g_value_set_int (value, priv->as_of);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, priv->search);
      break;
    case PROP_FOOT:
      g_value_set_string (value, priv->foot);
      break;
    case PROP_BADGE:
      g_value_set_uint (value, priv->badge);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sz_page_dispose (GObject *object)
{
  SzPage *self = SZ_PAGE (object);
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  if (priv->tasks != NULL)
    g_clear_signal_handler (&priv->changed_handler, priv->tasks);
  g_clear_object (&priv->tasks);
  priv->reading = NULL;
  priv->writing = NULL;
  g_clear_pointer (&priv->jobs, g_ptr_array_unref);
  G_OBJECT_CLASS (sz_page_parent_class)->dispose (object);
}

static void
sz_page_finalize (GObject *object)
{
  SzPagePrivate *priv = sz_page_get_instance_private (SZ_PAGE (object));

  g_clear_object (&priv->settings);
  g_free (priv->title);
  g_free (priv->icon_name);
  g_free (priv->search);
  g_free (priv->foot);
  G_OBJECT_CLASS (sz_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                                                   flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TASKS]
      = g_param_spec_object ("tasks", NULL, NULL, SZ_TYPE_TASKS, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  properties[PROP_FOOT]
      = g_param_spec_string ("foot", NULL, NULL, NULL, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_BADGE]
      = g_param_spec_uint ("badge", NULL, NULL, 0, G_MAXUINT, 0, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sz_page_class_init (SzPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sz_page_set_property;
  object_class->get_property = sz_page_get_property;
  object_class->dispose = sz_page_dispose;
  object_class->finalize = sz_page_finalize;
  widget_class->map = sz_page_map;
  install_properties (object_class);
  signals[TOAST] = g_signal_new ("toast", SZ_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DONE] = g_signal_new ("done", SZ_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
info_bar_answered_cb (GtkInfoBar *bar, int response, gpointer user_data)
{
  gtk_widget_hide (GTK_WIDGET (bar));
}

static void
sz_page_init (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), priv->box);
  priv->info_bar = gtk_info_bar_new ();
  priv->info_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (priv->info_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (priv->info_label), 0);
  gtk_label_set_selectable (GTK_LABEL (priv->info_label), TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (priv->info_bar), priv->info_label);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (priv->info_bar), TRUE);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (priv->info_bar), GTK_MESSAGE_ERROR);
  g_signal_connect (priv->info_bar, "response", G_CALLBACK (info_bar_answered_cb), NULL);
  gtk_widget_hide (priv->info_bar);
  gtk_box_append (GTK_BOX (priv->box), priv->info_bar);
  priv->stale = TRUE;
  priv->jobs = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_job_free);
}

GSettings *
sz_page_get_settings (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_val_if_fail (SZ_IS_PAGE (self), NULL);
  return priv->settings;
}

GtkWindow *
sz_page_get_window (SzPage *self)
{
  GtkRoot *root;

  g_return_val_if_fail (SZ_IS_PAGE (self), NULL);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
job_failed_cb (gpointer owner, const GError *error)
{
  sz_page_show_error (owner, error);
}

SzJob *
sz_page_add_job (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);
  SzJob *job;

  g_return_val_if_fail (SZ_IS_PAGE (self), NULL);
  job = sz_job_new (self, job_failed_cb);
  g_ptr_array_add (priv->jobs, job);
  return job;
}

void
sz_page_read (SzPage *self, const SzWork *work, SzJobDone done)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_if_fail (SZ_IS_PAGE (self) && work != NULL && priv->tasks != NULL);
  if (priv->reading == NULL)
    priv->reading = sz_page_add_job (self);
  sz_job_read (priv->reading, priv->tasks, work, done);
}

void
sz_page_write (SzPage *self, const SzWork *work, SzJobDone done)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_if_fail (SZ_IS_PAGE (self) && work != NULL && priv->tasks != NULL);
  if (priv->writing == NULL)
    priv->writing = sz_page_add_job (self);
  sz_job_write (priv->writing, priv->tasks, work, done);
}

gboolean
sz_page_is_settled (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_val_if_fail (SZ_IS_PAGE (self), FALSE);
  for (guint i = 0; i < priv->jobs->len; i++)
    if (sz_job_is_pending (g_ptr_array_index (priv->jobs, i)))
      return FALSE;
  return !priv->stale;
}

SzTasks *
sz_page_get_tasks (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_val_if_fail (SZ_IS_PAGE (self), NULL);
  return priv->tasks;
}

SzDate
sz_page_get_as_of (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_val_if_fail (SZ_IS_PAGE (self), SZ_DATE_NONE);
  return priv->as_of;
}

const char *
sz_page_get_search (SzPage *self)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_val_if_fail (SZ_IS_PAGE (self), "");
  return priv->search != NULL ? priv->search : "";
}

void
sz_page_set_foot (SzPage *self, const char *text)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_if_fail (SZ_IS_PAGE (self));
  if (g_strcmp0 (priv->foot, text) == 0)
    return;
  g_free (priv->foot);
  priv->foot = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOOT]);
}

void
sz_page_set_badge (SzPage *self, guint count)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_if_fail (SZ_IS_PAGE (self));
  if (priv->badge == count)
    return;
  priv->badge = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE]);
}

void
sz_page_set_child (SzPage *self, GtkWidget *child)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_if_fail (SZ_IS_PAGE (self) && GTK_IS_WIDGET (child));
  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (GTK_BOX (priv->box), child);
}

void
sz_page_toast (
    SzPage *self, const char *text, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;
  const SzToast toast = { text, label, action, sunk };

  g_return_if_fail (SZ_IS_PAGE (self) && text != NULL);
  g_signal_emit (self, signals[TOAST], 0, &toast);
}

void
sz_page_done (SzPage *self, const char *text, const char *act)
{
  g_return_if_fail (SZ_IS_PAGE (self) && text != NULL && act != NULL);
  g_signal_emit (self, signals[DONE], 0, text, act);
}

void
sz_page_show_error (SzPage *self, const GError *error)
{
  SzPagePrivate *priv = sz_page_get_instance_private (self);

  g_return_if_fail (SZ_IS_PAGE (self) && error != NULL);
  if (g_error_matches (error, SZ_ERROR, SZ_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sz_refusal_tell (GTK_LABEL (priv->info_label), error);
  gtk_widget_show (priv->info_bar);
}

void
sz_page_go (SzPage *self, const char *name)
{
  g_return_if_fail (SZ_IS_PAGE (self) && name != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", name);
}
