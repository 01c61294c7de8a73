/* sz-template-xlsx.h — an empty workbook to fill in: headings, drop-downs, notes, an example
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_TEMPLATE_TEXT, /* cells are text: codes and numbers that must keep every digit */
  SZ_TEMPLATE_DATE,
  SZ_TEMPLATE_NUMBER,
} SzTemplateFormat;

/** SzTemplateColumn: all borrowed. A required heading is printed with a "*" behind it. */
typedef struct
{
  const char *heading;
  gboolean required;
  SzTemplateFormat format;
  const char *note;           /* (nullable): on the heading */
  const char *const *choices; /* (nullable), NULL-terminated: a drop-down */
  const char *example;        /* (nullable) */
} SzTemplateColumn;

/**
 * sz_template_write_xlsx:
 * @name: of the sheet
 * @rows: how many rows are prepared below the headings
 *
 * The example row is the second one; its first cell begins with 示例, by which the reader knows
 * that it is no data. Choices stand in a hidden second sheet. Errors as sz_paper_write_xlsx().
 */
gboolean sz_template_write_xlsx (const char *path,
                                 const char *name,
                                 const SzTemplateColumn *columns,
                                 guint n_columns,
                                 guint rows,
                                 GError **error);

G_END_DECLS
