/* sz-person-fields.c — the fields of a person's form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-mask.h"
#include "sz-spoken.h"

/* The class of a row that shows a blotted number. */
#define MASKED "sz-masked"
#define MEMBER(name) G_STRUCT_OFFSET (SzPerson, name)

static const SzPersonField fields[]
    = { { "工号", N_ ("Staff number"), SZ_FIELD_TEXT, 0, MEMBER (staff_no), FALSE },
        { "姓名", N_ ("Name"), SZ_FIELD_TEXT, 0, MEMBER (name), FALSE },
        { "拼音", N_ ("Pinyin, where the program reads the name wrongly"), SZ_FIELD_TEXT, 0,
          MEMBER (pinyin), FALSE },
        { "身份证号", N_ ("ID number"), SZ_FIELD_TEXT, 0, MEMBER (id_number), FALSE, "id_number" },
        { "性别", N_ ("Sex"), SZ_FIELD_SEX, SZ_TABLE_SEX, MEMBER (sex), FALSE },
        { "出生日期", N_ ("Date of birth"), SZ_FIELD_DATE, 0, MEMBER (birth_date), FALSE },
        { "民族", N_ ("Ethnicity"), SZ_FIELD_CODE, SZ_TABLE_ETHNICITY, MEMBER (ethnicity), FALSE },
        { "政治面貌", N_ ("Political status"), SZ_FIELD_CODE, SZ_TABLE_POLITICAL,
          MEMBER (political), FALSE },
        { "学历", N_ ("Education"), SZ_FIELD_CODE, SZ_TABLE_EDUCATION, MEMBER (education), TRUE },
        { "学位", N_ ("Degree"), SZ_FIELD_CODE, SZ_TABLE_DEGREE, MEMBER (degree), TRUE },
        { "毕业院校", N_ ("School"), SZ_FIELD_TEXT, 0, MEMBER (school), TRUE },
        { "所学专业", N_ ("Subject of study"), SZ_FIELD_TEXT, 0, MEMBER (major), TRUE },
        { "技能等级", N_ ("Skill level"), SZ_FIELD_CODE, SZ_TABLE_SKILL, MEMBER (skill), TRUE },
        { "参加工作日期", N_ ("Began to work"), SZ_FIELD_DATE, 0, MEMBER (work_start), TRUE },
        { "原退休年龄", N_ ("Original retirement age"), SZ_FIELD_AGE, 0,
          MEMBER (original_retirement_age), TRUE },
        { "手机", N_ ("Telephone"), SZ_FIELD_TEXT, 0, MEMBER (phone), TRUE, "phone" },
        { "银行卡号", N_ ("Bank account"), SZ_FIELD_TEXT, 0, MEMBER (bank_account), TRUE,
          "bank_account" },
        { "备注", N_ ("Note"), SZ_FIELD_TEXT, 0, MEMBER (note), TRUE },
        { NULL, NULL, SZ_FIELD_TEXT, 0, 0, FALSE } };

static const char *const ages[] = { "—", "60", "55", "50", NULL };

const SzPersonField *
sz_person_fields (void)
{
  return fields;
}

static char **
find_text (const SzPersonField *field, const SzPerson *person)
{
  return G_STRUCT_MEMBER_P (person, field->offset);
}

static SzDate *
find_date (const SzPersonField *field, const SzPerson *person)
{
  return G_STRUCT_MEMBER_P (person, field->offset);
}

GtkWidget *
sz_code_row_new (const char *title, SzCodeTable table)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, "—");
  for (const SzCode *code = sz_codes_table (table); code->code != NULL; code++)
    gtk_string_list_append (names, code->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

void
sz_code_row_show (GtkWidget *row, SzCodeTable table, const char *code)
{
  guint place = 0;
  guint found = 0;

  g_return_if_fail (GTK_IS_WIDGET (row));

  for (const SzCode *known = sz_codes_table (table); known->code != NULL; known++)
    {
      place++;
      if (g_strcmp0 (known->code, code) == 0)
        found = place;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), found);
}

const char *
sz_code_row_read (GtkWidget *row, SzCodeTable table)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
             ? ""
             : sz_codes_table (table)[selected - 1].code;
}

static GtkWidget *
make_age_row (const SzPersonField *field)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (ages);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

GtkWidget *
sz_field_row_new (const SzPersonField *field)
{
  GtkWidget *row;

  g_return_val_if_fail (field != NULL, NULL);

  if (field->kind == SZ_FIELD_CODE || field->kind == SZ_FIELD_SEX)
    return sz_code_row_new (_ (field->title), field->table);
  if (field->kind == SZ_FIELD_AGE)
    return make_age_row (field);
  row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->title));
  sz_spoken_text (row);
  return row;
}

static void
show_sex (GtkWidget *row, SzSex sex)
{
  const SzCode *code = sex != SZ_SEX_UNKNOWN ? sz_codes_by_value (SZ_TABLE_SEX, (int)sex) : NULL;

  sz_code_row_show (row, SZ_TABLE_SEX, code != NULL ? code->code : NULL);
}

static void
show_age (GtkWidget *row, int age)
{
  g_autofree char *text = g_strdup_printf ("%d", age);
  guint selected = 0;

  for (guint i = 1; ages[i] != NULL; i++)
    {
      if (g_str_equal (ages[i], text))
        selected = i;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
}

void
sz_field_row_show (GtkWidget *row, const SzPersonField *field, const SzPerson *person)
{
  g_autofree char *date = NULL;
  const char *text;

  g_return_if_fail (GTK_IS_WIDGET (row) && field != NULL && person != NULL);

  switch (field->kind)
    {
    case SZ_FIELD_CODE:
      sz_code_row_show (row, field->table, *find_text (field, person));
      return;
    case SZ_FIELD_SEX:
      show_sex (row, person->sex);
      return;
    case SZ_FIELD_AGE:
      show_age (row, person->original_retirement_age);
      return;
    case SZ_FIELD_DATE:
      text = date = sz_date_format (*find_date (field, person));
      break;
    case SZ_FIELD_TEXT:
    default:
      text = *find_text (field, person);
    }
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

void
sz_field_row_mask (GtkWidget *row)
{
  g_autofree char *masked = sz_mask_code (gtk_editable_get_text (GTK_EDITABLE (row)));

  gtk_editable_set_text (GTK_EDITABLE (row), masked);
  gtk_editable_set_editable (GTK_EDITABLE (row), FALSE);
  gtk_widget_add_css_class (row, MASKED);
}

void
sz_field_row_unmask (GtkWidget *row, const char *number)
{
  gtk_widget_remove_css_class (row, MASKED);
  gtk_editable_set_text (GTK_EDITABLE (row), number);
  gtk_editable_set_editable (GTK_EDITABLE (row), TRUE);
}

gboolean
sz_field_row_is_masked (GtkWidget *row)
{
  g_return_val_if_fail (GTK_IS_WIDGET (row), FALSE);

  return gtk_widget_has_css_class (row, MASKED);
}

static void
take_text (const SzPersonField *field, SzPerson *person, char *value)
{
  char **text = find_text (field, person);

  g_free (*text);
  *text = value;
}

static gboolean
read_date (GtkWidget *row, const SzPersonField *field, SzPerson *person)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  SzDate *date = find_date (field, person);

  if (*text != '\0')
    return sz_date_parse (text, date, NULL);
  *date = SZ_DATE_NONE;
  return TRUE;
}

static SzSex
read_sex (GtkWidget *row)
{
  const SzCode *code = sz_codes_by_code (SZ_TABLE_SEX, sz_code_row_read (row, SZ_TABLE_SEX));

  return code != NULL ? (SzSex)code->value : SZ_SEX_UNKNOWN;
}

gboolean
sz_field_row_read (GtkWidget *row, const SzPersonField *field, SzPerson *person)
{
  g_return_val_if_fail (GTK_IS_WIDGET (row) && field != NULL && person != NULL, FALSE);

  switch (field->kind)
    {
    case SZ_FIELD_CODE:
      take_text (field, person, g_strdup (sz_code_row_read (row, field->table)));
      return TRUE;
    case SZ_FIELD_SEX:
      person->sex = read_sex (row);
      return TRUE;
    case SZ_FIELD_AGE:
      person->original_retirement_age
          = (int)g_ascii_strtoll (ages[adw_combo_row_get_selected (ADW_COMBO_ROW (row))], NULL, 10);
      return TRUE;
    case SZ_FIELD_DATE:
      return read_date (row, field, person);
    case SZ_FIELD_TEXT:
    default:
      if (sz_field_row_is_masked (row))
        return TRUE;
      take_text (field, person, g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)))));
      return TRUE;
    }
}

/* The journal's names of fields are those of the form's members. */
static const struct
{
  const char *name;
  const char *heading;
} headings[] = {
  { "name", "姓名" },
  { "pinyin", "拼音" },
  { "id_number", "身份证号" },
  { "sex", "性别" },
  { "birth_date", "出生日期" },
  { "ethnicity", "民族" },
  { "political", "政治面貌" },
  { "education", "学历" },
  { "degree", "学位" },
  { "school", "毕业院校" },
  { "major", "所学专业" },
  { "skill", "技能等级" },
  { "work_start", "参加工作日期" },
  { "phone", "手机" },
  { "bank_account", "银行卡号" },
  { "note", "备注" },
};

const SzPersonField *
sz_person_field_by_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].name, name))
      for (const SzPersonField *field = sz_person_fields (); field->heading != NULL; field++)
        if (g_str_equal (field->heading, headings[i].heading))
          return field;
  return NULL;
}

char *
sz_person_field_dup_shown (const SzPersonField *field, const char *value)
{
  const SzCode *code;

  g_return_val_if_fail (value != NULL, NULL);

  if (field == NULL)
    return g_strdup (value);
  if (field->code != NULL)
    return sz_mask_code (value);
  code = field->kind == SZ_FIELD_CODE || field->kind == SZ_FIELD_SEX
             ? sz_codes_by_code (field->table, value)
             : NULL;
  return g_strdup (code != NULL ? code->name : value);
}
