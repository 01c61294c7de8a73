/* sz-scheme-section.c — a part of the scheme's form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-section.h"

typedef struct
{
  gboolean showing;
} SzSchemeSectionPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SzSchemeSection, sz_scheme_section, GTK_TYPE_BOX)

void
sz_scheme_section_show (SzSchemeSection *self, const SzScheme *scheme)
{
  SzSchemeSectionPrivate *priv = sz_scheme_section_get_instance_private (self);

  priv->showing = TRUE;
  SZ_SCHEME_SECTION_GET_CLASS (self)->show (self, scheme);
  priv->showing = FALSE;
}

void
sz_scheme_section_read (SzSchemeSection *self, SzScheme *scheme, SzIssueList *issues)
{
  g_return_if_fail (SZ_IS_SCHEME_SECTION (self));

  SZ_SCHEME_SECTION_GET_CLASS (self)->read (self, scheme, issues);
}

void
sz_scheme_section_changed (SzSchemeSection *self)
{
  SzSchemeSectionPrivate *priv = sz_scheme_section_get_instance_private (self);

  if (!priv->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
sz_scheme_section_class_init (SzSchemeSectionClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_SCHEME_SECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sz_scheme_section_init (SzSchemeSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}
