/* sz-package-make.h — handing over: a part of the college into a sealed file (RULE pkg-1, pkg-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzPackageAsk: what is handed over, for whom, and where to. */
typedef struct
{
  const char *part;
  int year;          /* 0: none */
  gint64 run;        /* 0: none */
  const char *plan;  /* (nullable): code of a plan of recruitment */
  const char *batch; /* (nullable): name of a batch of titles */
  const char *file;
  const char *password;  /* (nullable) */
  const char *const *to; /* (nullable): names of trusted keys */
  const char *answers;   /* (nullable): id of the package that this answers */
} SzPackageAsk;

typedef struct
{
  char *package;
  gint64 number;
  gint64 rows;
  char *sha256;
} SzPackageMade;
void sz_package_made_clear (SzPackageMade *made);

/**
 * sz_office_package_make:
 *
 * One act "package.make". REFUSED "package.part" (part, known), "package.year", "package.run",
 * "package.plan", "package.batch" (part), "package.superfluous" (part, option), "package.run_state"
 * (run), "package.nothing" (part, name), "run.unknown" (run), "package.nobody" (neither password
 * nor recipient), "package.password_short", "key.unknown" (name), "package.exists" (file).
 */
gboolean sz_office_package_make (SzOffice *office,
                                 const SzPackageAsk *ask,
                                 SzPackageMade *made,
                                 GError **error);

G_END_DECLS
