/* sz-rules-payrun.c — parameters of tax, leave, notices and the bank as typed rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rules-payrun.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-param-entry.h"

#define DEFAULT_TEMPLATE "通用"

/* Everything of this file, so that each key has its place. */
typedef struct
{
  SzTaxRules tax;
  SzLeaveRules leave;
  SzPayRules pay;
  json_t *templates;
} Rules;

static void
clear_rules (Rules *rules)
{
  json_decref (rules->templates);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rules, clear_rules)

/* Rows of upper end (null: none), percent, quick deduction. */
static gboolean
read_brackets (const SzParamValue *value, json_t *json, gpointer field)
{
  SzTaxTable *table = field;
  gsize n = json_array_size (json);

  if (n == 0 || n > SZ_TAX_BRACKETS_MAX)
    return sz_param_value_refuse (value, "");
  for (gsize i = 0; i < n; i++)
    {
      json_t *row = json_array_get (json, i);
      SzTaxBracket *bracket = &table->brackets[i];
      g_autofree char *part = g_strdup_printf ("%" G_GSIZE_FORMAT, i + 1);

      if (json_array_size (row) != 3)
        return sz_param_value_refuse (value, part);
      bracket->up_to_fen = 0;
      if (!json_is_null (json_array_get (row, 0))
          && !sz_param_value_decimal (value, part, json_array_get (row, 0), 2, &bracket->up_to_fen))
        return FALSE;
      if (!sz_param_value_decimal (value, part, json_array_get (row, 1), 2, &bracket->rate_x1e4)
          || !sz_param_value_decimal (value, part, json_array_get (row, 2), 2, &bracket->quick_fen))
        return FALSE;
    }
  table->n = (guint)n;
  return sz_tax_table_check (table) || sz_param_value_refuse (value, "");
}

static gboolean
read_money (const SzParamValue *value, json_t *json, gpointer field)
{
  return sz_param_value_decimal (value, "", json, 2, field);
}

static gboolean
read_day (const SzParamValue *value, json_t *json, gpointer field)
{
  SzDate *day = field;
  const char *text = json_string_value (json);

  return (text != NULL && sz_date_parse (text, day, NULL) && !sz_date_is_month (*day))
         || sz_param_value_refuse (value, "");
}

/* The second of two words is TRUE. */
static gboolean
read_switch (const SzParamValue *value, json_t *json, const char *off, const char *on, gboolean *is)
{
  const char *word = json_string_value (json);

  if (json_is_boolean (json))
    word = json_is_true (json) ? "true" : "false";
  *is = g_strcmp0 (word, on) == 0;
  return *is || g_strcmp0 (word, off) == 0 || sz_param_value_refuse (value, "");
}

static gboolean
read_rejoin (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_switch (value, json, "continue", "restart", field);
}

static gboolean
read_truth (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_switch (value, json, "false", "true", field);
}

static gboolean
read_four_eyes (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_switch (value, json, "refuse", "warn", field);
}

static gboolean
read_sick_mode (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_switch (value, json, "continuous", "yearly", field);
}

static gboolean
read_days (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 days = 0;

  if (!sz_param_value_decimal (value, "", json, 0, &days))
    return FALSE;
  if (days < 1 || days > 365)
    return sz_param_value_refuse (value, "");
  *(int *)field = (int)days;
  return TRUE;
}

static gboolean
read_day_base (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 *base_x100 = field;

  return sz_param_value_decimal (value, "", json, 2, base_x100)
         && (*base_x100 > 0 || sz_param_value_refuse (value, ""));
}

/* RULE pay-14: rows of up to month, under ten years, from ten years; the last one up to 0. */
static gboolean
read_tiers (const SzParamValue *value, json_t *json, gpointer field)
{
  SzLeaveRules *rules = field;
  gsize n = json_array_size (json);
  int before = 0;

  if (n == 0 || n > SZ_SICK_TIERS_MAX)
    return sz_param_value_refuse (value, "");
  for (gsize i = 0; i < n; i++)
    {
      json_t *row = json_array_get (json, i);
      SzSickTier *tier = &rules->tiers[i];
      g_autofree char *part = g_strdup_printf ("%" G_GSIZE_FORMAT, i + 1);

      if (json_array_size (row) != 3 || !json_is_integer (json_array_get (row, 0)))
        return sz_param_value_refuse (value, part);
      tier->up_to = (int)CLAMP (json_integer_value (json_array_get (row, 0)), -1, G_MAXINT);
      if (i + 1 == n ? tier->up_to != 0 : tier->up_to <= before)
        return sz_param_value_refuse (value, part);
      before = tier->up_to;
      if (!sz_param_value_decimal (value, part, json_array_get (row, 1), SZ_RATIO_DECIMALS,
                                   &tier->under_x1e4)
          || !sz_param_value_decimal (value, part, json_array_get (row, 2), SZ_RATIO_DECIMALS,
                                      &tier->from_x1e4))
        return FALSE;
      if (tier->under_x1e4 > SZ_RATIO_ONE || tier->from_x1e4 > SZ_RATIO_ONE)
        return sz_param_value_refuse (value, part);
    }
  rules->n_tiers = (guint)n;
  return TRUE;
}

/* One column of a layout: a field, ="fixed text", or an object of field and title. */
static gboolean
read_column (json_t *json, SzBankColumn *column)
{
  const char *field = json_string_value (json);
  const char *title = field;

  if (json_is_object (json))
    {
      field = json_string_value (json_object_get (json, "field"));
      title = json_string_value (json_object_get (json, "title"));
    }
  if (field == NULL || title == NULL)
    return FALSE;
  *column = (SzBankColumn){ SZ_BANK_FIXED, title, field + 1 };
  if (*field == '=')
    {
      column->title = json_is_object (json) ? title : "";
      return TRUE;
    }
  return sz_bank_field_parse (field, &column->field);
}

static gboolean
read_layout (json_t *json, SzBankTemplate *layout)
{
  json_t *columns = json_object_get (json, "columns");
  const char *amount = json_string_value (json_object_get (json, "amount"));
  const char *end = json_string_value (json_object_get (json, "end"));
  gsize n = json_array_size (columns);

  if (n == 0 || n > SZ_BANK_COLUMNS_MAX)
    return FALSE;
  *layout = (SzBankTemplate){ .n_columns = (guint)n };
  for (gsize i = 0; i < n; i++)
    if (!read_column (json_array_get (columns, i), &layout->columns[i]))
      return FALSE;
  layout->heading = json_is_true (json_object_get (json, "heading"));
  layout->trailer = json_is_true (json_object_get (json, "trailer"));
  layout->delimiter = json_string_value (json_object_get (json, "delimiter"));
  layout->encoding = json_string_value (json_object_get (json, "encoding"));
  layout->in_fen = g_strcmp0 (amount, "fen") == 0;
  layout->crlf = g_strcmp0 (end, "lf") != 0;
  return layout->delimiter != NULL && *layout->delimiter != '\0' && layout->encoding != NULL
         && (amount == NULL || layout->in_fen || strcmp (amount, "yuan") == 0)
         && (end == NULL || strcmp (end, "lf") == 0 || strcmp (end, "crlf") == 0)
         && (g_ascii_strcasecmp (layout->encoding, "gb18030") == 0
             || g_ascii_strcasecmp (layout->encoding, "gbk") == 0
             || g_ascii_strcasecmp (layout->encoding, "utf-8") == 0);
}

static gboolean
read_templates (const SzParamValue *value, json_t *json, gpointer field)
{
  json_t **templates = field;
  const char *name;
  json_t *item;
  SzBankTemplate layout;

  if (json_object_size (json) == 0)
    return sz_param_value_refuse (value, "");
  json_object_foreach (json, name, item)
  {
    if (!read_layout (item, &layout))
      return sz_param_value_refuse (value, name);
  }
  json_decref (*templates);
  *templates = json_incref (json);
  return TRUE;
}

#define TAX(field) G_STRUCT_OFFSET (Rules, tax.field)
#define LEAVE(field) G_STRUCT_OFFSET (Rules, leave.field)
#define PAY(field) G_STRUCT_OFFSET (Rules, pay.field)

static const SzParamEntry tax_entries[] = {
  { "tax.year_table", read_brackets, TAX (year_table) },
  { "tax.month_table", read_brackets, TAX (month_table) },
  { "tax.labour_table", read_brackets, TAX (labour_table) },
  { "tax.labour_flat", read_money, TAX (labour_flat_fen) },
  { "tax.labour_edge", read_money, TAX (labour_edge_fen) },
  { "tax.labour_share", sz_param_value_ratio, TAX (labour_share_x1e4) },
  { "tax.deduction", read_money, TAX (deduction_fen) },
  { "tax.bonus_until", read_day, TAX (bonus_until) },
  { "tax.rejoin", read_rejoin, TAX (rejoin_restart) },
  { "tax.half_for_conv", read_truth, TAX (half_for_conv) },
};

static const SzParamEntry leave_entries[] = {
  { "leave.sick_table", read_tiers, G_STRUCT_OFFSET (Rules, leave) },
  { "leave.sick_mode", read_sick_mode, LEAVE (yearly) },
  { "leave.day_base", read_day_base, LEAVE (day_base_x100) },
};

static const SzParamEntry pay_entries[] = {
  { "pay.publicity_wd", read_days, PAY (publicity_wd) },
  { "pay.four_eyes", read_four_eyes, PAY (only_warns) },
  { "pay.notice_by_strokes", read_truth, PAY (by_strokes) },
};

static const SzParamEntry bank_entries[] = {
  { "bank.templates", read_templates, G_STRUCT_OFFSET (Rules, templates) },
};

gboolean
sz_rules_tax (const GArray *params, SzDate day, SzTaxRules *rules, GError **error)
{
  g_auto (Rules) all = { 0 };

  g_return_val_if_fail (params != NULL && rules != NULL, FALSE);
  if (!sz_param_entries_read (tax_entries, G_N_ELEMENTS (tax_entries), params, day, &all, error))
    return FALSE;
  *rules = all.tax;
  return TRUE;
}

gboolean
sz_rules_leave (const GArray *params, SzDate day, SzLeaveRules *rules, GError **error)
{
  g_auto (Rules) all = { 0 };

  g_return_val_if_fail (params != NULL && rules != NULL, FALSE);
  if (!sz_param_entries_read (leave_entries, G_N_ELEMENTS (leave_entries), params, day, &all,
                              error))
    return FALSE;
  *rules = all.leave;
  return TRUE;
}

gboolean
sz_rules_payrun (const GArray *params, SzDate day, SzPayRules *rules, GError **error)
{
  g_auto (Rules) all = { 0 };

  g_return_val_if_fail (params != NULL && rules != NULL, FALSE);
  if (!sz_param_entries_read (pay_entries, G_N_ELEMENTS (pay_entries), params, day, &all, error))
    return FALSE;
  *rules = all.pay;
  return TRUE;
}

void
sz_bank_layout_clear (SzBankLayout *layout)
{
  g_return_if_fail (layout != NULL);
  json_decref (layout->json);
  *layout = (SzBankLayout){ .json = NULL };
}

static gboolean
refuse_template (json_t *templates, const char *name, GError **error)
{
  g_autoptr (GString) choices = g_string_new (NULL);
  const char *known;
  json_t *item;

  json_object_foreach (templates, known, item)
  {
    g_string_append_printf (choices, "%s%s", choices->len > 0 ? "、" : "", known);
  }
  return sz_error_set (error, SZ_ERROR_REFUSED, "bank.template_unknown", "value", name, "choices",
                       choices->str, NULL);
}

gboolean
sz_rules_bank (
    const GArray *params, SzDate day, const char *name, SzBankLayout *layout, GError **error)
{
  g_auto (Rules) all = { 0 };
  json_t *found;

  g_return_val_if_fail (params != NULL && layout != NULL, FALSE);
  if (name == NULL)
    name = DEFAULT_TEMPLATE;
  if (!sz_param_entries_read (bank_entries, G_N_ELEMENTS (bank_entries), params, day, &all, error))
    return FALSE;
  found = json_object_get (all.templates, name);
  if (found == NULL)
    return refuse_template (all.templates, name, error);
  layout->json = json_incref (found);
  return read_layout (found, &layout->layout);
}

GStrv
sz_rules_bank_names (const GArray *params, SzDate day, GError **error)
{
  g_auto (Rules) all = { 0 };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *name;
  json_t *item;

  g_return_val_if_fail (params != NULL, NULL);
  if (!sz_param_entries_read (bank_entries, G_N_ELEMENTS (bank_entries), params, day, &all, error))
    return NULL;
  json_object_foreach (all.templates, name, item)
  {
    g_strv_builder_add (names, name);
  }
  return g_strv_builder_end (names);
}

static const struct
{
  const SzParamEntry *entries;
  gsize n;
} groups[] = {
  { tax_entries, G_N_ELEMENTS (tax_entries) },
  { leave_entries, G_N_ELEMENTS (leave_entries) },
  { pay_entries, G_N_ELEMENTS (pay_entries) },
  { bank_entries, G_N_ELEMENTS (bank_entries) },
};

gboolean
sz_rules_payrun_check (const char *key, const char *value, gboolean *known, GError **error)
{
  g_auto (Rules) rules = { 0 };

  g_return_val_if_fail (key != NULL && value != NULL && known != NULL, FALSE);
  *known = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (gsize j = 0; j < groups[i].n; j++)
      if (g_str_equal (groups[i].entries[j].key, key))
        {
          *known = TRUE;
          return sz_param_entry_read (&groups[i].entries[j], value, &rules, error);
        }
  return TRUE;
}
