/* sz-xlsx-workbook.c — which sheets a workbook has and where its parts lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

#define SHEETS_MAX 1000u

typedef struct
{
  char *id;
  char *type; /* the last word of the relationship's URI */
  char *part;
} Relation;

typedef struct
{
  SzXml *xml;
  char *folder; /* of the part that the relations start from, "" or "xl/" */
  GPtrArray *relations;
} RelationReader;

typedef struct
{
  SzXml *xml;
  SzXlsx *xlsx;
  GPtrArray *relations;
  guint n_sheets; /* hidden ones too */
  guint active;   /* of them */
} WorkbookReader;

static void
free_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->part);
  g_free (relation);
}

void
sz_xlsx_sheet_info_free (SzXlsxSheetInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->name);
  g_free (info->part);
  g_clear_pointer (&info->merges, g_array_unref);
  g_free (info);
}

/* "worksheets/sheet1.xml" beside "xl/workbook.xml" → "xl/worksheets/sheet1.xml". */
static char *
resolve_target (const char *folder, const char *target)
{
  g_autofree char *joined
      = target[0] == '/' ? g_strdup (target + 1) : g_strconcat (folder, target, NULL);
  g_auto (GStrv) pieces = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  g_strdelimit (joined, "\\", '/');
  pieces = g_strsplit (joined, "/", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (strcmp (pieces[i], "..") == 0 && kept->len > 0)
        g_ptr_array_set_size (kept, (gint)kept->len - 1);
      else if (strcmp (pieces[i], "..") != 0 && strcmp (pieces[i], ".") != 0
               && pieces[i][0] != '\0')
        g_ptr_array_add (kept, pieces[i]);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **)kept->pdata);
}

static void
relation_started_cb (gpointer owner, const char *name, const char **attributes)
{
  RelationReader *reader = owner;
  const char *id = sz_xml_attribute (attributes, "Id");
  const char *type = sz_xml_attribute (attributes, "Type");
  const char *target = sz_xml_attribute (attributes, "Target");
  Relation *relation;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
    return;
  if (g_strcmp0 (sz_xml_attribute (attributes, "TargetMode"), "External") == 0)
    return;
  relation = g_new0 (Relation, 1);
  relation->id = g_strdup (id);
  relation->type = g_strdup (strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type);
  relation->part = resolve_target (reader->folder, target);
  g_ptr_array_add (reader->relations, relation);
  if (reader->relations->len > SHEETS_MAX)
    sz_xml_refuse (reader->xml, "relations");
}

/* The relations of @part ("": of the package); an absent part has none. */
static GPtrArray *
read_relations (SzXlsx *xlsx, const char *part, GCancellable *cancellable, GError **error)
{
  static const SzXmlHandlers handlers = { relation_started_cb, NULL, NULL };
  const char *slash = strrchr (part, '/');
  const char *base = slash != NULL ? slash + 1 : part;
  g_autofree char *folder = g_strndup (part, (gsize)(base - part));
  g_autofree char *name = g_strconcat (folder, "_rels/", base, ".rels", NULL);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (free_relation);
  RelationReader reader = { NULL, folder, relations };

  if (sz_zip_has (xlsx->zip, name)
      && !sz_xml_read_part (xlsx->zip, xlsx->input, name, &reader.xml, &handlers, &reader,
                            cancellable, error))
    return NULL;
  return g_steal_pointer (&relations);
}

static const Relation *
find_relation (GPtrArray *relations, const char *type, const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if ((type == NULL || strcmp (relation->type, type) == 0)
          && (id == NULL || strcmp (relation->id, id) == 0))
        return relation;
    }
  return NULL;
}

static const char *
find_relation_id (const char **attributes)
{
  for (const char **pair = attributes; *pair != NULL; pair += 2)
    if (strchr (pair[0], ':') != NULL && strcmp (sz_xml_local_name (pair[0]), "id") == 0)
      return pair[1];
  return NULL;
}

static void
take_sheet (WorkbookReader *reader, const char **attributes)
{
  const char *name = sz_xml_attribute (attributes, "name");
  const char *state = sz_xml_attribute (attributes, "state");
  const char *id = find_relation_id (attributes);
  const Relation *relation = id != NULL ? find_relation (reader->relations, NULL, id) : NULL;
  SzXlsxSheetInfo *info;
  guint place = reader->n_sheets++;

  if (name == NULL || relation == NULL || reader->xlsx->sheets->len >= SHEETS_MAX)
    {
      sz_xml_refuse (reader->xml, "sheets");
      return;
    }
  /* Charts and dialogues on sheets of their own hold no cells. */
  if (strcmp (relation->type, "worksheet") != 0
      || (state != NULL && strcmp (state, "visible") != 0))
    return;
  info = g_new0 (SzXlsxSheetInfo, 1);
  info->name = g_strdup (name);
  info->part = g_strdup (relation->part);
  if (place == reader->active)
    reader->xlsx->active = (gint)reader->xlsx->sheets->len;
  g_ptr_array_add (reader->xlsx->sheets, info);
}

static void
workbook_started_cb (gpointer owner, const char *name, const char **attributes)
{
  WorkbookReader *reader = owner;

  if (strcmp (name, "workbookPr") == 0)
    reader->xlsx->date1904 = sz_xml_is_true (sz_xml_attribute (attributes, "date1904"));
  else if (strcmp (name, "workbookView") == 0)
    {
      const char *tab = sz_xml_attribute (attributes, "activeTab");

      reader->active = tab != NULL ? (guint)MIN (g_ascii_strtoull (tab, NULL, 10), G_MAXINT) : 0;
    }
  else if (strcmp (name, "sheet") == 0)
    take_sheet (reader, attributes);
}

static char *
dup_part_of_type (GPtrArray *relations, const char *type)
{
  const Relation *relation = find_relation (relations, type, NULL);

  return relation != NULL ? g_strdup (relation->part) : NULL;
}

/* What a container is that holds no workbook of ours, for the sentence. */
static const char *
name_stranger (SzZip *zip)
{
  if (sz_zip_has (zip, "xl/workbook.bin"))
    return "xlsb";
  if (sz_zip_has (zip, "word/document.xml"))
    return "docx";
  if (sz_zip_has (zip, "ppt/presentation.xml"))
    return "pptx";
  if (sz_zip_has (zip, "mimetype") && sz_zip_has (zip, "content.xml"))
    return "ods";
  return "no_workbook";
}

static char *
find_workbook_part (SzXlsx *xlsx, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) relations = read_relations (xlsx, "", cancellable, error);
  g_autofree char *part = NULL;

  if (relations == NULL)
    return NULL;
  part = dup_part_of_type (relations, "officeDocument");
  if (part == NULL)
    part = g_strdup ("xl/workbook.xml");
  if (g_str_has_suffix (part, ".xml") && sz_zip_has (xlsx->zip, part)
      && strncmp (part, "word/", 5) != 0 && strncmp (part, "ppt/", 4) != 0)
    return g_steal_pointer (&part);
  sz_input_refuse (xlsx->input, error, name_stranger (xlsx->zip), NULL, NULL);
  return NULL;
}

gboolean
sz_xlsx_workbook_read (SzXlsx *xlsx, GCancellable *cancellable, GError **error)
{
  static const SzXmlHandlers handlers = { workbook_started_cb, NULL, NULL };
  g_autofree char *part = find_workbook_part (xlsx, cancellable, error);
  g_autoptr (GPtrArray) relations = NULL;
  WorkbookReader reader = { .xlsx = xlsx };

  xlsx->active = -1;
  if (part == NULL)
    return FALSE;
  relations = read_relations (xlsx, part, cancellable, error);
  if (relations == NULL)
    return FALSE;
  reader.relations = relations;
  if (!sz_xml_read_part (xlsx->zip, xlsx->input, part, &reader.xml, &handlers, &reader, cancellable,
                         error))
    return FALSE;
  if (xlsx->sheets->len == 0)
    return sz_input_refuse (xlsx->input, error, "no_sheet", NULL, NULL);
  xlsx->strings_part = dup_part_of_type (relations, "sharedStrings");
  xlsx->styles_part = dup_part_of_type (relations, "styles");
  return TRUE;
}
