/* sz-scheme-section.h — a part of the scheme's form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-scheme.h"

G_BEGIN_DECLS

/** SzSchemeSection: base class; a vertical box. Signal "changed": by the user only. */
#define SZ_TYPE_SCHEME_SECTION (sz_scheme_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (SzSchemeSection, sz_scheme_section, SZ, SCHEME_SECTION, GtkBox)

struct _SzSchemeSectionClass
{
  GtkBoxClass parent_class;

  void (*show) (SzSchemeSection *self, const SzScheme *scheme);
  /* Puts what stands in the section into @scheme; what cannot be read is an error in @issues. */
  void (*read) (SzSchemeSection *self, SzScheme *scheme, SzIssueList *issues);
};

/** sz_scheme_section_show: without telling anybody; sz_scheme_section_read: see the vfunc. */
void sz_scheme_section_show (SzSchemeSection *self, const SzScheme *scheme);
void sz_scheme_section_read (SzSchemeSection *self, SzScheme *scheme, SzIssueList *issues);
/** sz_scheme_section_changed: for handlers of what stands in a section. */
void sz_scheme_section_changed (SzSchemeSection *self);

G_END_DECLS
