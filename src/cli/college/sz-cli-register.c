/* sz-cli-register.c — shizictl register …: rows of a register seen, entered, corrected, deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-cli-college.h"
#include "sz-idcard.h"
#include "sz-register.h"

typedef struct
{
  const char *kind;
  const char *find;
  gint64 id;
  const char *const *cells; /* 字段=值 */
  const char *const *ids;
} Asked;

static const SzRegister *
read_kind (SzCli *cli, const Asked *asked)
{
  const SzRegister *reg = sz_register_find (asked->kind);

  if (reg == NULL)
    sz_cli_usage (cli, _ ("There is no register “%s”; “registers” lists them."), asked->kind);
  return reg;
}

/* ---- all of them ---- */

static json_t *
make_headings (const SzRegister *reg)
{
  json_t *headings = json_array ();

  for (guint i = 0; i < reg->n_columns; i++)
    if (!reg->columns[i].is_name)
      json_array_append_new (headings, json_string (reg->columns[i].heading));
  return headings;
}

static int
run_registers (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const GPtrArray *all = sz_registers ();
  json_t *list = json_array ();

  for (guint i = 0; i < all->len; i++)
    {
      const SzRegister *reg = g_ptr_array_index (all, i);

      json_array_append_new (list, json_pack ("{s:s, s:s, s:o}", "kind", reg->kind->word, "name",
                                              reg->kind->name, "columns", make_headings (reg)));
      sz_cli_print (cli, "%s\t%s\n", reg->kind->word, reg->kind->name);
    }
  json_object_set_new (cli->document, "registers", list);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_registers
    = { "registers", N_ ("The registers whose rows can be corrected by hand"), NULL, 0,
        run_registers };

/* ---- rows ---- */

/* Numbers of people are looked at elsewhere, where the look leaves a trace. */
static char *
dup_shown (const SzRegisterColumn *column, const char *cell)
{
  if (column->field != NULL && column->field->type == SZ_FIELD_ID_NUMBER && *cell != '\0')
    return sz_idcard_mask (cell);
  if (column->field != NULL && column->field->type == SZ_FIELD_ACCOUNT && strlen (cell) > 4)
    return g_strconcat ("****", cell + strlen (cell) - 4, NULL);
  return g_strdup (cell);
}

static json_t *
make_row (SzCli *cli, const SzRegister *reg, const SzRegisterRow *row)
{
  json_t *cells = json_object ();

  sz_cli_print (cli, "%" G_GINT64_FORMAT, row->id);
  for (guint i = 0; i < reg->n_columns; i++)
    {
      const SzRegisterColumn *column = &reg->columns[i];
      g_autofree char *shown = dup_shown (column, row->cells[i]);

      json_object_set_new (cells, column->heading, json_string (shown));
      sz_cli_print (cli, "\t%s", shown);
    }
  sz_cli_print (cli, "\n");
  return json_pack ("{s:I, s:o}", "id", (json_int_t)row->id, "cells", cells);
}

static gboolean
holds (const SzRegister *reg, const SzRegisterRow *row, const char *text)
{
  for (guint i = 0; text != NULL && i < reg->n_columns; i++)
    if (strstr (row->cells[i], text) != NULL)
      return TRUE;
  return text == NULL;
}

static const SzArg list_args[] = {
  SZ_WORD_OF (TEXT, Asked, kind, N_ ("KIND")),
  SZ_OPTION (TEXT, Asked, find, "find", N_ ("TEXT"), N_ ("Only rows with this in a cell")),
  { 0 },
};

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  const SzRegister *reg = read_kind (cli, asked);
  g_autoptr (GPtrArray) rows = NULL;
  json_t *list;

  if (reg == NULL)
    return SZ_EXIT_USAGE;
  rows = sz_register_read (office, reg, NULL, error);
  if (rows == NULL)
    return SZ_EXIT_REFUSED;
  list = json_array ();
  for (guint i = 0; i < rows->len; i++)
    if (holds (reg, g_ptr_array_index (rows, i), asked->find))
      json_array_append_new (list, make_row (cli, reg, g_ptr_array_index (rows, i)));
  json_object_set_new (cli->document, "kind", json_string (reg->kind->word));
  json_object_set_new (cli->document, "rows", list);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_register
    = { "register",    N_ ("The rows of a register"), list_args, sizeof (Asked), run_list,
        .office = TRUE };

/* ---- one of them ---- */

/* 字段=值 into the cells of @row; FALSE behind a usage message. */
static gboolean
take_cells (SzCli *cli, const SzRegister *reg, const Asked *asked, SzRegisterRow *row)
{
  for (guint n = 0; asked->cells != NULL && asked->cells[n] != NULL; n++)
    {
      const char *sign = strchr (asked->cells[n], '=');
      g_autofree char *heading
          = sign != NULL ? g_strndup (asked->cells[n], (gsize)(sign - asked->cells[n])) : NULL;
      guint i = 0;

      while (heading != NULL && i < reg->n_columns
             && (reg->columns[i].is_name || !g_str_equal (reg->columns[i].heading, heading)))
        i++;
      if (heading == NULL || i == reg->n_columns)
        {
          sz_cli_usage (cli, _ ("“%s” is no 字段=值 of the register %s."), asked->cells[n],
                        reg->kind->word);
          return FALSE;
        }
      g_free (row->cells[i]);
      row->cells[i] = g_strdup (sign + 1);
    }
  return TRUE;
}

static SzRegisterRow *
make_empty (const SzRegister *reg)
{
  SzRegisterRow *row = g_new0 (SzRegisterRow, 1);

  row->cells = g_new0 (char *, reg->n_columns + 1);
  for (guint i = 0; i < reg->n_columns; i++)
    row->cells[i] = g_strdup ("");
  return row;
}

static int
put_row (SzCli *cli, SzOffice *office, const Asked *asked, GError **error)
{
  const SzRegister *reg = read_kind (cli, asked);
  g_autoptr (SzRegisterRow) row = NULL;
  g_autoptr (SzRegisterRow) after = NULL;

  if (reg == NULL)
    return SZ_EXIT_USAGE;
  row = asked->id != 0 ? sz_register_get (office, reg, asked->id, error) : make_empty (reg);
  if (row == NULL)
    return SZ_EXIT_REFUSED;
  if (!take_cells (cli, reg, asked, row))
    return SZ_EXIT_USAGE;
  if (!sz_office_register_put (office, reg, row, NULL, error))
    return SZ_EXIT_REFUSED;
  after = sz_register_get (office, reg, row->id, error);
  if (after == NULL)
    return SZ_EXIT_REFUSED;
  json_object_set_new (cli->document, "kind", json_string (reg->kind->word));
  json_object_set_new (cli->document, "row", make_row (cli, reg, after));
  return SZ_EXIT_DONE;
}

static const SzArg add_args[] = {
  SZ_WORD_OF (TEXT, Asked, kind, N_ ("KIND")),
  SZ_WORD_OF (TEXTS, Asked, cells, N_ ("字段=值")),
  { 0 },
};

static int
run_add (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return put_row (cli, office, data, error);
}

const SzCliCommand sz_cli_register_add
    = { "register add", N_ ("Enter a row of a register by hand"), add_args, sizeof (Asked), run_add,
        .office = TRUE };

static const SzArg edit_args[] = {
  SZ_WORD_OF (TEXT, Asked, kind, N_ ("KIND")),
  SZ_WORD_OF (COUNT, Asked, id, N_ ("ID"), .least = 1),
  SZ_WORD_OF (TEXTS, Asked, cells, N_ ("字段=值")),
  { 0 },
};

static int
run_edit (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return put_row (cli, office, data, error);
}

const SzCliCommand sz_cli_register_edit
    = { "register edit", N_ ("Correct a row of a register by hand"),
        edit_args,       sizeof (Asked),
        run_edit,        .office = TRUE };

static const SzArg delete_args[] = {
  SZ_WORD_OF (TEXT, Asked, kind, N_ ("KIND")),
  SZ_WORD_OF (TEXTS, Asked, ids, N_ ("ID")),
  { 0 },
};

static int
run_delete (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  const SzRegister *reg = read_kind (cli, asked);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (reg == NULL)
    return SZ_EXIT_USAGE;
  for (guint i = 0; asked->ids != NULL && asked->ids[i] != NULL; i++)
    {
      char *end = NULL;
      gint64 id = g_ascii_strtoll (asked->ids[i], &end, 10);

      if (*end != '\0' || id < 1)
        return sz_cli_usage (cli, _ ("“%s” is no number of a row."), asked->ids[i]);
      g_array_append_val (ids, id);
    }
  if (!sz_office_register_delete (office, reg, ids, NULL, error))
    return SZ_EXIT_REFUSED;
  json_object_set_new (cli->document, "kind", json_string (reg->kind->word));
  json_object_set_new (cli->document, "deleted", json_integer (ids->len));
  sz_cli_print (cli, _ ("Deleted: %u\n"), ids->len);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_register_delete = { "register delete", N_ ("Delete rows of a register"),
                                              delete_args,       sizeof (Asked),
                                              run_delete,        .office = TRUE };
