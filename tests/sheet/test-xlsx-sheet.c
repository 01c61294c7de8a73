/* test-xlsx-sheet.c — the rows of a sheet: what cells say, and what is refused with its address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "table-fixture.h"

typedef struct
{
  const char *name;
  const char *inside; /* of <worksheet> */
  const char *rows;
} Case;

static const char strings[]
    = "<sst><si><t>张三</t></si><si><r><rPr><b/></rPr><t>李</t></r><r><t>四</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>リ</t></rPh><phoneticPr fontId=\"1\"/></si><si/><si><t/></si>"
      "<si><t xml:space=\"preserve\"> 两边 </t></si><si><t>\n  修齐 \n</t></si>"
      "<si><t>一_x000D_\n二</t></si><si><t>&lt;&amp;&gt;&#24352;</t></si></sst>";
/* 0 General, 1 a known date, 2 a time, 3 a date of the file's own, 4 own text, 5 General again */
static const char styles[]
    = "<styleSheet><numFmts><numFmt numFmtId=\"176\" "
      "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
      "<numFmt numFmtId=\"15\" formatCode=\"0.00&quot;d&quot;\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"14\"/><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/><xf "
      "numFmtId=\"176\"/>"
      "<xf numFmtId=\"15\"/><xf/></cellXfs>"
      "<dxfs><dxf><numFmt numFmtId=\"177\" formatCode=\"yyyy\"/></dxf></dxfs></styleSheet>";

#define ROWS(inside) "<sheetData>" inside "</sheetData>"
#define ROW(cells) ROWS ("<row r=\"1\">" cells "</row>")

static const Case cell_cases[] = {
  { "shared", ROW ("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"),
    "1: T:张三 T:李四\n" },
  { "shared-empty",
    ROW (
        "<c r=\"A1\" t=\"s\"><v>2</v></c><c r=\"B1\" t=\"s\"><v>3</v></c><c r=\"C1\"><v>1</v></c>"),
    "1: E E N:1\n" },
  { "shared-spaces", ROW ("<c r=\"A1\" t=\"s\"><v>4</v></c><c r=\"B1\" t=\"s\"><v> 5 </v></c>"),
    "1: T:[ 两边 ] T:修齐\n" },
  { "shared-escape", ROW ("<c r=\"A1\" t=\"s\"><v>6</v></c><c r=\"B1\" t=\"s\"><v>7</v></c>"),
    "1: T:[一\r\n二] T:<&>张\n" },
  { "shared-none",
    ROW ("<c r=\"A1\" t=\"s\"/><c r=\"B1\" t=\"s\"><v></v></c><c r=\"C1\" t=\"s\"><v>0</v></c>"),
    "1: E E T:张三\n" },
  { "inline", ROW ("<c r=\"A1\" t=\"inlineStr\"><is><t>王五</t></is></c>"), "1: T:王五\n" },
  { "inline-rich",
    ROW ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>赵</t></r><r><rPr/><t xml:space=\"preserve\"> "
         "六</t></r><rPh><t>x</t></rPh></is></c>"),
    "1: T:[赵 六]\n" },
  { "inline-escape", ROW ("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x005F_b_x0041_</t></is></c>"),
    "1: T:a_bA\n" },
  { "inline-cdata", ROW ("<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[<钱>&七]]></t></is></c>"),
    "1: T:<钱>&七\n" },
  { "numbers",
    ROW ("<c r=\"A1\"><v>42</v></c><c r=\"B1\" t=\"n\"><v>3.3000000000000003</v></c><c "
         "r=\"C1\"><v>1E+17</v></c><c r=\"D1\"><v> 5 </v></c>"),
    "1: N:42 N:3.3 N:100000000000000000 N:5\n" },
  { "dates",
    ROW ("<c r=\"A1\" s=\"1\"><v>43709</v></c><c r=\"B1\" s=\"3\"><v>43709.75</v></c><c r=\"C1\" "
         "s=\"2\"><v>0.5</v></c><c r=\"D1\" s=\"4\"><v>43709</v></c>"),
    "1: D:2019-09-01 D:2019-09-01 N:0.5 T:43709d\n" },
  { "date-edges",
    ROW ("<c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>59</v></c><c r=\"C1\" "
         "s=\"1\"><v>61</v></c><c r=\"D1\" s=\"1\"><v>2958465</v></c>"),
    "1: D:1900-01-01 D:1900-02-28 D:1900-03-01 D:9999-12-31\n" },
  { "date-none",
    ROW ("<c r=\"A1\" s=\"1\"><v>-5</v></c><c r=\"B1\" s=\"1\"><v>1E+9</v></c><c r=\"C1\" "
         "s=\"1\"><v>0.25</v></c><c r=\"D1\" s=\"1\"/>"),
    "1: N:-5 N:1000000000 N:0.25\n" },
  { "date-iso",
    ROW ("<c r=\"A1\" t=\"d\"><v>2019-09-01</v></c><c r=\"B1\" "
         "t=\"d\"><v>2019-09-01T08:00:00Z</v></c>"),
    "1: D:2019-09-01 D:2019-09-01\n" },
  { "style-unknown",
    ROW ("<c r=\"A1\" s=\"99\"><v>43709</v></c><c r=\"B1\" s=\"99999999999\"><v>1</v></c>"),
    "1: N:43709 N:1\n" },
  { "boolean", ROW ("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"),
    "1: B:TRUE B:FALSE\n" },
  { "error",
    ROW ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c><c r=\"B1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
    "1: X:#N/A X:#DIV/0!\n" },
  { "formula",
    ROW ("<c r=\"A1\"><f>B1*2</f><v>84</v></c><c r=\"B1\" "
         "t=\"str\"><f>C1&amp;\"x\"</f><v>文_x0041_</v></c><c r=\"C1\" "
         "s=\"1\"><f>TODAY()</f><v>43709</v></c>"),
    "1: N:84 T:文A D:2019-09-01\n" },
  { "formula-uncached",
    ROW ("<c r=\"A1\"><f>SUM(B1:B9)</f></c><c r=\"B1\"><f>1+1</f><v/></c><c r=\"C1\"><f "
         "t=\"shared\" si=\"0\"/><v></v></c>"),
    "1: X:= X:= X:=\n" },
  { "formula-empty-text",
    ROW ("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B1\"><v>1</v></c>"), "1: E N:1\n" },
  { "empty-cells", ROW ("<c r=\"A1\"/><c r=\"B1\" s=\"1\"></c><c r=\"C1\"><v></v></c>"), "1:\n" },
  { "gaps", ROW ("<c r=\"B1\"><v>1</v></c><c r=\"E1\"><v>2</v></c>"), "1: E N:1 E E N:2\n" },
  { "no-reference",
    ROWS ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c "
          "r=\"C2\"><v>3</v></c><c><v>4</v></c></row>"),
    "1: N:1 N:2\n2: E E N:3 N:4\n" },
  { "rows-apart",
    ROWS ("<row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row><c r=\"A4\"><v>2</v></c></row><row "
          "r=\"9\"/>"),
    "3: N:1\n4: N:2\n9:\n" },
  { "hidden",
    ROWS ("<row r=\"1\" hidden=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"true\"/><row "
          "r=\"3\" hidden=\"0\"/><row r=\"4\"/>"),
    "1h: N:1\n2h:\n3:\n4:\n" },
  { "no-rows", "<sheetData/>", "" },
  { "nothing", "<sheetPr/>", "" },
  { "prefixed",
    "<x:sheetData><x:row r=\"1\"><x:c r=\"A1\" "
    "t=\"inlineStr\"><x:is><x:t>前缀</x:t></x:is></x:c></x:row></x:sheetData>",
    "1: T:前缀\n" },
  { "foreign",
    ROWS (
        "<row r=\"1\"><c r=\"A1\"><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row>") "<extLst"
                                                                                           "><row "
                                                                                           "r="
                                                                                           "\"7\"><"
                                                                                           "c "
                                                                                           "r="
                                                                                           "\"A7\">"
                                                                                           "<v>7</"
                                                                                           "v></"
                                                                                           "c></"
                                                                                           "row></"
                                                                                           "extLst"
                                                                                           ">",
    "! file.format detail=cell_value cell=A1\n" },
  { "behind",
    ROW ("<c><v>1</v></c>") "<extLst><row r=\"7\"><c r=\"A7\"><v>7</v></c></row></extLst>",
    "1: N:1\n" },
  { "comments", ROWS ("<!-- a --><row r=\"1\"><?x y?><c r=\"A1\"><v>1<!-- b -->2</v></c></row>"),
    "1: N:12\n" },
};

static const Case refused_cases[] = {
  { "shared-range", ROW ("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>8</v></c>"),
    "! file.format detail=shared_string cell=B1\n" },
  { "shared-huge", ROW ("<c r=\"A1\" t=\"s\"><v>99999999999999999999999</v></c>"),
    "! file.format detail=shared_string cell=A1\n" },
  { "shared-negative", ROW ("<c r=\"A1\" t=\"s\"><v>-1</v></c>"),
    "! file.format detail=shared_string cell=A1\n" },
  { "number", ROW ("<c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>十二</v></c>"),
    "! file.format detail=cell_number cell=B1\n" },
  { "boolean", ROW ("<c r=\"A1\" t=\"b\"><v>2</v></c>"),
    "! file.format detail=cell_value cell=A1\n" },
  { "iso-date", ROW ("<c r=\"A1\" t=\"d\"><v>2019-02-30</v></c>"), "1: T:2019-02-30\n" },
  { "iso-date-short", ROW ("<c r=\"A1\" t=\"d\"><v>2019</v></c>"), "1: T:2019\n" },
  { "type", ROW ("<c r=\"C1\" t=\"z\"><v>1</v></c>"), "! file.format detail=cell_type cell=C1\n" },
  { "two-values", ROW ("<c r=\"A1\"><v>1</v><v>2</v></c>"),
    "! file.format detail=cell_value cell=A1\n" },
  { "cell-order", ROW ("<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>"),
    "! file.format detail=cell_order cell=A1\n" },
  { "cell-twice", ROW ("<c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c>"),
    "! file.format detail=cell_order cell=B1\n" },
  { "cell-elsewhere", ROW ("<c r=\"B2\"><v>1</v></c>"),
    "! file.format detail=cell_reference cell=B2\n" },
  { "cell-beyond", ROW ("<c r=\"XFE1\"><v>1</v></c>"),
    "! file.format detail=cell_reference cell=XFE1\n" },
  { "cell-behind-last", ROW ("<c r=\"XFD1\"/><c/>"),
    "! file.format detail=cell_reference cell=XFE1\n" },
  { "cell-nonsense", ROW ("<c r=\"1A\"><v>1</v></c>"),
    "! file.format detail=cell_reference cell=1A\n" },
  { "row-order", ROWS ("<row r=\"5\"/><row r=\"4\"/>"),
    "5:\n! file.format detail=row_order cell=A4\n" },
  { "row-twice", ROWS ("<row r=\"5\"/><row r=\"5\"/>"),
    "5:\n! file.format detail=row_order cell=A5\n" },
  { "row-beyond", ROWS ("<row r=\"1048577\"/>"),
    "! file.format detail=cell_reference cell=1048577\n" },
  { "row-last", ROWS ("<row r=\"1048576\"/><row/>"),
    "1048576:\n! file.format detail=row_order cell=A1048576\n" },
  { "row-zero", ROWS ("<row r=\"0\"/>"), "! file.format detail=cell_reference cell=0\n" },
  { "row-nonsense", ROWS ("<row r=\"x\"/>"), "! file.format detail=cell_reference cell=x\n" },
  { "row-in-row", ROWS ("<row r=\"1\"><row r=\"2\"/></row>"),
    "! file.format detail=xml cell=A1\n" },
  { "cell-in-cell", ROW ("<c r=\"A1\"><c r=\"B1\"/></c>"), "! file.format detail=xml cell=A1\n" },
  { "malformed", ROW ("<c r=\"A1\"><v>1</c>"),
    "! file.format detail=xml part=xl/worksheets/sheet1.xml\n" },
};

#define MERGED(cells, merges) ROWS (cells) "<mergeCells>" merges "</mergeCells>"

static const Case merge_cases[] = {
  { "down",
    MERGED (
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c></row><row "
        "r=\"2\"><c r=\"A2\"/><c r=\"B2\"><v>2</v></c></row>"
        "<row r=\"3\"><c r=\"B3\"><v>3</v></c></row><row r=\"4\"><c r=\"B4\"><v>4</v></c></row>",
        "<mergeCell ref=\"A1:A3\"/>"),
    "1: T:张三 N:1\n2: T:张三 N:2\n3: T:张三 N:3\n4: E N:4\n" },
  { "down-date",
    MERGED ("<row r=\"1\"><c r=\"B1\" s=\"1\"><v>43709</v></c></row><row r=\"2\"><c "
            "r=\"A2\"><v>2</v></c></row>",
            "<mergeCell ref=\"B1:B2\"/>"),
    "1: E D:2019-09-01\n2: N:2 D:2019-09-01\n" },
  { "across",
    MERGED ("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"/></row><row r=\"2\"><c "
            "r=\"B2\"><v>2</v></c></row>",
            "<mergeCell ref=\"A1:C1\"/>"),
    "1: N:1\n2: E N:2\n" },
  { "both",
    MERGED (
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"D2\"><v>2</v></c></row>",
        "<mergeCell ref=\"A1:C2\"/>"),
    "1: N:1\n2: N:1 E E N:2\n" },
  { "hidden-below",
    MERGED ("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>9</v></c><c "
            "r=\"B2\"><v>2</v></c></row>",
            "<mergeCell ref=\"A1:A2\"/>"),
    "1: N:1\n2: N:1 N:2\n" },
  { "nothing-else",
    MERGED ("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>5</v></c></row><row r=\"2\"><c "
            "r=\"A2\"/><c r=\"B2\"/></row><row r=\"3\"><c r=\"B3\"><v>3</v></c></row>",
            "<mergeCell ref=\"A1:A3\"/>"),
    "1: N:1 N:5\n2:\n3: N:1 N:3\n" },
  { "empty-top",
    MERGED (
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>",
        "<mergeCell ref=\"A1:A2\"/>"),
    "1: E N:1\n2: E N:2\n" },
  { "absent-top",
    MERGED ("<row r=\"2\"><c r=\"B2\"><v>2</v></c></row>", "<mergeCell ref=\"A1:A2\"/>"),
    "2: E N:2\n" },
  { "one-after-the-other",
    MERGED ("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c "
            "r=\"B2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row><row r=\"4\"><c "
            "r=\"B4\"><v>4</v></c></row>",
            "<mergeCell ref=\"A3:A4\"/><mergeCell ref=\"A1:A2\"/>"),
    "1: N:1\n2: N:1 N:2\n3: N:3\n4: N:3 N:4\n" },
  { "single",
    MERGED ("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            "<mergeCell ref=\"A1\"/><mergeCell ref=\"C7:C7\"/>"),
    "1: N:1\n" },
  { "overlap",
    MERGED (
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"C2\"><v>1</v></c></row>",
        "<mergeCell ref=\"A1:B3\"/><mergeCell ref=\"B2:C3\"/>"),
    "1: N:1\n! file.format detail=merge_overlap cell=B2\n" },
  { "backwards", MERGED ("<row r=\"1\"/>", "<mergeCell ref=\"B3:A1\"/>"),
    "! file.format detail=merge cell=B3:A1\n" },
  { "beyond", MERGED ("<row r=\"1\"/>", "<mergeCell ref=\"A1:A1048577\"/>"),
    "! file.format detail=merge cell=A1:A1048577\n" },
  { "nameless", MERGED ("<row r=\"1\"/>", "<mergeCell/>"), "! file.format detail=merge cell=\n" },
  /* a comment may hold what looks like the end of the rows; then the joined cells must not be lost
   */
  { "decoy",
    "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><!-- </sheetData> --><row r=\"2\"><c "
    "r=\"B2\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>",
    "1: N:1\n2: N:1 N:2\n" },
  { "spaced",
    "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c "
    "r=\"B2\"><v>2</v></c></row></sheetData  ><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>",
    "1: N:1\n2: N:1 N:2\n" },
  { "prefixed",
    "<x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row><x:row r=\"2\"><x:c "
    "r=\"B2\"><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell "
    "ref=\"A1:A2\"/></x:mergeCells>",
    "1: N:1\n2: N:1 N:2\n" },
};

static void
check_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *xml = fixture_sheet_xml (c->inside);
  g_autofree char *path = fixture_book (xml, strings, styles);
  g_autofree char *rows = fixture_dump (path);

  g_assert_cmpstr (rows, ==, c->rows);
}

static void
add_cases (const char *group, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/xlsx/%s/%s", group, cases[i].name);

      g_test_add_data_func (path, &cases[i], check_case);
    }
}

/* The end of the rows is looked for in blocks; it must be found on every seam of them. */
static void
test_merge_seams (void)
{
  for (guint padding = 65380; padding < 65540; padding++)
    {
      g_autofree char *blanks = g_strnfill (padding, ' ');
      g_autofree char *inside
          = g_strconcat ("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c "
                         "r=\"B2\"><v>2</v></c></row>",
                         blanks, "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>",
                         NULL);
      g_autofree char *xml = fixture_sheet_xml (inside);
      g_autofree char *path = fixture_book (xml, NULL, NULL);
      g_autofree char *rows = fixture_dump (path);

      g_assert_cmpstr (rows, ==, "1: N:1\n2: N:1 N:2\n");
    }
}

/* Cells of all lengths around the parser's blocks: nothing is lost on a seam. */
static void
test_long_rows (void)
{
  g_autoptr (GString) inside = g_string_new ("<sheetData>");
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *xml = NULL, *path = NULL, *rows = NULL;

  for (guint row = 1; row <= 400; row++)
    {
      g_autofree char *text = g_strnfill (row * 7 % 3001 + 1, (char)('a' + row % 26));

      g_string_append_printf (inside,
                              "<row r=\"%u\"><c r=\"A%u\"><v>%u</v></c><c r=\"C%u\" "
                              "t=\"inlineStr\"><is><t>师%s&amp;</t></is></c></row>",
                              row, row, row, row, text);
      g_string_append_printf (expected, "%u: N:%u E T:师%s&\n", row, row, text);
    }
  g_string_append (inside, "</sheetData>");
  xml = fixture_sheet_xml (inside->str);
  path = fixture_book (xml, NULL, NULL);
  rows = fixture_dump (path);
  g_assert_cmpstr (rows, ==, expected->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("cell", cell_cases, G_N_ELEMENTS (cell_cases));
  add_cases ("refused", refused_cases, G_N_ELEMENTS (refused_cases));
  add_cases ("merge", merge_cases, G_N_ELEMENTS (merge_cases));
  g_test_add_func ("/sheet/xlsx/merge/seams", test_merge_seams);
  g_test_add_func ("/sheet/xlsx/cell/long-rows", test_long_rows);
  return g_test_run ();
}
