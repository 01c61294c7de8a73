/* sz-kind-kinship.c — kind kinship 亲属关系 (RULE aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-import-cell.h"
#include "sz-kin.h"
#include "sz-kinds-people.h"
#include "sz-row-type.h"
#include "sz-store-registers.h"
#include "sz-text.h"

/* The words of sz_relation_name(). */
#define RELATIONS                                                                                                                        \
  "夫妻/父母/子女/祖父母/孙子女/外祖父母/外孙子女/父母子女/祖孙/兄弟姐妹/堂兄弟姐妹/表兄弟姐妹/" \
  "叔伯姑舅姨/侄子女/甥子女/叔侄/姑侄/"                                                                                   \
  "舅甥/姨甥/配偶的父母/子女的配偶/子女配偶的父母/配偶兄弟姐妹的配偶/配偶的兄弟姐妹/"               \
  "配偶的旁系血亲/旁系血亲的配偶/岳婿/婆媳/翁媳/养父母/"                                                          \
  "养子女/继父母/继子女"

static const SzImportField fields[] = {
  { "工号", SZ_FIELD_STAFF_NO, .example = "1001", .note = N_ ("Or the ID number of the person") },
  { "身份证号", SZ_FIELD_ID_NUMBER, .example = "", .note = N_ ("18 characters, as text") },
  { "姓名", SZ_FIELD_NAME, .example = "张三", .note = N_ ("Only compared with the register") },
  { "亲属工号", SZ_FIELD_STAFF_NO, .example = "1002",
    .note = N_ ("Or the ID number of the relative, or at least the name") },
  { "亲属身份证号", SZ_FIELD_ID_NUMBER, .example = "", .note = N_ ("18 characters, as text") },
  { "亲属姓名", SZ_FIELD_NAME, .example = "李四" },
  { "关系", SZ_FIELD_CHOICE, SZ_FIELD_AT (SzKinshipRow, relation), .required = TRUE,
    .choices = RELATIONS, .example = "夫妻", .note = N_ ("What the relative is to the person") },
  { "备注", SZ_FIELD_TEXT, SZ_FIELD_AT (SzKinshipRow, note), .example = "" },
};

/* One of the two sides: what it says, and who that is. */
typedef struct
{
  char *key;
  char *name;
  gint64 person_id;
  int field; /* what names it */
} Party;

static void
clear_party (Party *party)
{
  g_free (party->key);
  g_free (party->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Party, clear_party)

static void
compare_name (SzImportRun *run, Party *party, int name_field, const SzPersonName *person)
{
  if (*party->name != '\0' && !sz_text_same_name (party->name, person->name))
    sz_import_find (run, SZ_SEVERITY_WARNING, "name.mismatch", name_field, party->name, "staff_no",
                    person->staff_no, "name", person->name, NULL);
  g_free (party->name);
  party->name = g_strdup (person->name);
}

/* The number of another, or of nobody here. Whose the register says it is, is not told in full. */
static void
find_mismatch (SzImportRun *run, int field, const char *staff_no, const SzPersonName *owner)
{
  sz_import_find (run, SZ_SEVERITY_ERROR, "idcard.mismatch", field, staff_no, "expected",
                  owner != NULL ? owner->staff_no : "—", NULL);
}

/* A person of the college by 工号 or by an ID number that is one's, an outsider by ID number or,
   where @by_name, by name. */
static void
read_party (SzImportRun *run, const char *prefix, gboolean by_name, Party *party)
{
  g_autofree char *staff_heading = g_strconcat (prefix, "工号", NULL);
  g_autofree char *id_heading = g_strconcat (prefix, "身份证号", NULL);
  g_autofree char *name_heading = g_strconcat (prefix, "姓名", NULL);
  int staff_field = sz_import_field (run, staff_heading);
  int id_field = sz_import_field (run, id_heading);
  int name_field = sz_import_field (run, name_heading);
  g_autofree char *staff_no = NULL;
  g_autofree char *id_number = NULL;
  const SzPersonName *person = NULL;

  /* The cells are sound: each was read by its field. */
  sz_import_read_text (run, (guint)staff_field, &staff_no);
  sz_import_read_id_number (run, (guint)id_field, &id_number);
  sz_import_read_text (run, (guint)name_field, &party->name);
  party->field = *staff_no != '\0' ? staff_field : id_number != NULL ? id_field : name_field;
  if (*staff_no != '\0')
    person = sz_person_names_find (run->names, staff_no);
  else if (id_number != NULL)
    person = sz_import_person_by_id_number (run, id_number);
  if (*staff_no != '\0' && person == NULL)
    sz_import_fail (run, "staff_no.unknown", (guint)staff_field, staff_no);
  else if (person != NULL && id_number != NULL && !g_str_equal (person->id_number, id_number))
    find_mismatch (run, staff_field, staff_no, sz_import_person_by_id_number (run, id_number));
  else if (person != NULL)
    {
      compare_name (run, party, name_field, person);
      party->person_id = person->id;
      party->key = g_strdup_printf ("p%" G_GINT64_FORMAT, person->id);
    }
  else if (id_number != NULL)
    party->key = g_strconcat ("i", id_number, NULL);
  else if (by_name && *party->name != '\0')
    party->key = g_strconcat ("n", party->name, NULL);
  else
    sz_import_fail (run, "required.missing", (guint)(by_name ? name_field : staff_field), NULL);
}

static gboolean
resolve_pair (SzImportRun *run, gpointer data, GError **error)
{
  SzKinshipRow *row = data;
  g_auto (Party) own = { 0 };
  g_auto (Party) relative = { 0 };
  Party *a = &own;
  Party *b = &relative;

  read_party (run, "", FALSE, &own);
  read_party (run, "亲属", TRUE, &relative);
  if (own.key == NULL || relative.key == NULL)
    return TRUE;
  if (g_str_equal (own.key, relative.key))
    {
      sz_import_fail (run, "kin.self", (guint)relative.field,
                      sz_import_get_cell (run, (guint)relative.field)->text);
      return TRUE;
    }
  row->of_b = g_strcmp0 (own.key, relative.key) > 0;
  if (row->of_b)
    {
      a = &relative;
      b = &own;
    }
  row->party_a = g_steal_pointer (&a->key);
  row->party_b = g_steal_pointer (&b->key);
  row->name_a = g_steal_pointer (&a->name);
  row->name_b = g_steal_pointer (&b->name);
  row->person_a = a->person_id;
  row->person_b = b->person_id;
  return TRUE;
}

/* RULE aud-4 */
static gboolean
says_same (SzImportRun *run, gconstpointer data, gconstpointer there, int *field)
{
  const SzKinshipRow *row = data;
  const SzKinshipRow *other = there;

  *field = SZ_IMPORT_FIELD (run, SzKinshipRow, relation);
  return sz_relation_agrees (sz_relation_find (row->relation), sz_relation_find (other->relation),
                             row->of_b == other->of_b);
}

static char *
write_party (GHashTable *people, gconstpointer data, const char *heading)
{
  const SzKinshipRow *row = data;
  const gboolean of_relative = g_str_has_prefix (heading, "亲属");
  const gboolean of_b = row->of_b != of_relative;
  const char *key = of_b ? row->party_b : row->party_a;
  const SzPersonName *person = g_hash_table_lookup (people, of_b ? &row->person_b : &row->person_a);

  if (g_str_has_suffix (heading, "姓名"))
    return g_strdup (of_b ? row->name_b : row->name_a);
  if (g_str_has_suffix (heading, "工号"))
    return g_strdup (person != NULL ? person->staff_no : "");
  return g_strdup (*key == 'i' ? key + 1 : "");
}

static const SzImportHooks hooks = {
  .written = write_party,
  .wants = SZ_IMPORT_WANTS_NAMES,
  .resolve = resolve_pair,
  .says_same = says_same,
};

const SzImportKind sz_import_kind_kinship = {
  "kinship",       "亲属关系",           SZ_IMPORT_FIELDS (fields), .type = &sz_kinship_type,
  .hooks = &hooks, .alias = "relations",
};
