/* college-small.c — the handbook's little college, imported as an office would
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"

const char small_scheme[]
    = "{\"name\": \"手册P2\", \"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"},"
      " \"pool\": \"100000.00\","
      " \"components\": [{\"name\": \"常规\", \"ratio\": \"rest\","
      "   \"factors\": [\"post\", \"assessment\", \"months\"]}],"
      " \"coefficients\": {"
      "  \"post\": {\"正高级\": \"1.3\", \"副高级\": \"1.2\", \"中级\": \"1.1\", \"初级\": "
      "\"1.0\"},"
      "  \"assessment\": {\"优秀\": \"1.1\", \"合格\": \"1.0\", \"基本合格\": \"0.6\"}}}";

void
small_import_people (Fixture *fixture, const SmallPerson *people, gsize n)
{
  g_autoptr (GString) text = g_string_new (
      "工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,专任教师,来校日期,离校日期,薪酬方式\n");

  for (gsize i = 0; i < n; i++)
    {
      const SmallPerson *person = &people[i];
      g_autofree char *birth = g_strdup_printf ("%04d0315", 1960 + (int)(i % 35));
      g_autofree char *id = fixture_id (birth, (int)(i / 35) + 1);

      g_string_append_printf (text, "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s\n", person->staff_no,
                              person->name, id, person->department, person->employment,
                              person->category, person->post, person->full_time, person->entry,
                              person->exit, person->regime);
    }
  fixture_import_text (fixture, "people", text->str);
}

void
small_import_handbook (Fixture *fixture)
{
  static const SmallPerson people[] = {
    { "P1", "曾国强", "机械系", "在编", "专业技术", "专技四级", "是", "2010-07-01", "", "绩效" },
    { "P2", "单丽", "机械系", "在编", "专业技术", "专技十级", "否", "2012-07-01", "", "绩效" },
    { "P3", "吕明", "信息系", "人事代理", "专业技术", "专技十二级", "是", "2025-06-01", "",
      "绩效" },
    { "P4", "尉迟远", "信息系", "在编", "专业技术", "专技九级", "否", "2011-03-01", "", "绩效" },
    { "P5", "解小虎", "机械系", "在编", "专业技术", "专技八级", "是", "2009-03-01", "", "绩效" },
    { "P6", "王外", "机械系", "外聘", "专业技术", "专技八级", "是", "2020-03-01", "", "绩效" },
    { "P7", "查走", "信息系", "在编", "专业技术", "专技八级", "是", "2009-03-01", "2024-08-31",
      "绩效" },
    { "P8", "翟高", "信息系", "在编", "专业技术", "专技三级", "是", "2019-03-01", "", "年薪" },
  };

  small_import_people (fixture, people, G_N_ELEMENTS (people));
  fixture_import_text (fixture, "assessments",
                       "年度,工号,姓名,档次\n2025,P1,曾国强,优秀\n2025,P2,单丽,合格\n"
                       "2025,P3,吕明,合格\n2025,P4,尉迟远,基本合格\n2025,P5,解小虎,不合格\n");
}
