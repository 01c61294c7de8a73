/* sz-cli-param.c — shizictl param list, param set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-params.h"

static json_t *
make_param_value (gconstpointer param)
{
  return json_loads (((const SzParam *)param)->value, JSON_DECODE_ANY, NULL);
}

static const SzMember param_fields[] = {
  SZ_SHOW_TEXT (SzParam, key, "key", N_ ("Key")),
  SZ_SHOW_MADE ("value", NULL, make_param_value),
  SZ_SHOW_TEXT (SzParam, value, "written", N_ ("Value"), .flags = SZ_SAID),
  SZ_SHOW_TEXT (SzParam, source, "source", N_ ("Source")),
  SZ_SHOW_DATE (SzParam, from, "from", N_ ("From")),
  SZ_SHOW_DATE (SzParam, to, "to", NULL),
  SZ_SHOW_FLAG (SzParam, preset, "preset", NULL),
  { NULL },
};

typedef struct
{
  SzDate date;
  GArray *params;
} InForce;

static const SzMember list_fields[] = {
  SZ_SHOW_DATE (InForce, date, "date", NULL),
  SZ_SHOW_LIST (InForce, params, "params", "", param_fields),
  { NULL },
};

typedef struct
{
  SzDate on;
} ListAsked;

static const SzArg list_args[] = {
  SZ_OPTION (DATE, ListAsked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ListAsked *asked = data;
  const SzDate day = sz_cli_day (office, asked->on);
  g_autoptr (GArray) params = sz_params_in_force (office, day, error);
  const InForce in_force = { day, params };

  if (params == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, list_fields, &in_force);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_param_list
    = { "param list", N_ ("The parameters in force, with their documents"),
        list_args,    sizeof (ListAsked),
        run_list,     .office = TRUE };

typedef struct
{
  const char *key;
  const char *value;
  SzDate from;
  const char *source;
} SetAsked;

static const SzArg set_args[] = {
  SZ_WORD_OF (TEXT, SetAsked, key, N_ ("KEY")),
  SZ_WORD_OF (TEXT, SetAsked, value, N_ ("VALUE")),
  SZ_OPTION (
      DATE, SetAsked, from, "from", N_ ("DATE"), N_ ("In force from this day"), .required = TRUE),
  SZ_OPTION (TEXT,
             SetAsked,
             source,
             "source",
             N_ ("文号"),
             N_ ("Number of the document (文号)"),
             .required = TRUE),
  { 0 },
};

static const SzMember set_fields[] = {
  SZ_SHOW_TEXT (SetAsked, key, "key", NULL),
  SZ_SHOW_TEXT (SetAsked, value, "value", NULL),
  SZ_SHOW_DATE (SetAsked, from, "from", NULL),
  SZ_SHOW_TEXT (SetAsked, source, "source", NULL, .flags = SZ_SAID),
  SZ_SHOW_SAY (N_ ("{key} is {value} from {from} on ({source})")),
  { NULL },
};

static int
run_set (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const SetAsked *asked = data;

  if (!sz_params_set (office, asked->key, asked->value, asked->from, asked->source, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, set_fields, asked);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_param_set
    = { "param set", N_ ("The college's own value of a parameter from a day on"),
        set_args,    sizeof (SetAsked),
        run_set,     .office = TRUE };
