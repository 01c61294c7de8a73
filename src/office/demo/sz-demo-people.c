/* sz-demo-people.c — people who do not exist, with the history of a working life
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "sz-demo-private.h"
#include "sz-store-people.h"

static const char *const departments[SZ_DEMO_DEPARTMENTS] = {
  "机械工程系", "电气工程系", "汽车工程系", "信息工程系", "现代服务系", "基础教学部",
  "培训处",     "教务处",     "学生处",     "人事处",     "财务处",     "后勤处",
};

/* The first six teach. */
#define TEACHING_DEPARTMENTS 6

static const char *const surnames[] = {
  "王", "李", "张", "刘", "陈", "杨",   "赵",   "黄",   "周",   "吴",   "徐", "孙", "胡",
  "朱", "高", "林", "何", "郭", "马",   "罗",   "梁",   "宋",   "郑",   "谢", "韩", "唐",
  "冯", "于", "董", "萧", "程", "曹",   "袁",   "邓",   "许",   "傅",   "沈", "曾", "彭",
  "吕", "苏", "卢", "蒋", "蔡", "贾",   "丁",   "魏",   "薛",   "叶",   "阎", "余", "潘",
  "杜", "戴", "夏", "钟", "汪", "田",   "任",   "姜",   "单",   "解",   "仇", "区", "查",
  "翟", "朴", "乐", "盖", "缪", "欧阳", "司马", "尉迟", "上官", "诸葛",
};

static const char *const given[] = {
  "伟", "芳", "娜", "秀", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰",
  "娟", "涛", "明", "超", "兰", "霞", "平", "刚", "桂", "英", "华", "玉", "萍", "红",
  "鹏", "辉", "波", "宇", "浩", "凯", "健", "俊", "帆", "雪", "婷", "慧", "欣", "怡",
  "佳", "晨", "轩", "梓", "涵", "博", "文", "远", "志", "国", "建", "春",
};

const char *
sz_demo_department (guint index)
{
  return departments[index % SZ_DEMO_DEPARTMENTS];
}

char *
sz_demo_make_name (SzDemo *demo)
{
  const char *surname = surnames[sz_demo_pick (demo, G_N_ELEMENTS (surnames))];
  const char *first = given[sz_demo_pick (demo, G_N_ELEMENTS (given))];
  const char *second
      = sz_demo_chance (demo, 75) ? given[sz_demo_pick (demo, G_N_ELEMENTS (given))] : "";

  return g_strconcat (surname, first, second, NULL);
}

/* Region 379xxx was never given out. Index, sex and a third of the birth days keep numbers apart
   up to a million people. */
char *
sz_demo_make_id_number (guint index, SzDate birth_date, SzSex sex)
{
  char digits[19];
  guint region = 379000 + index % 900;
  guint order = (index / 900) % 499 * 2 + (sex == SZ_SEX_MALE ? 1 : 0);

  g_snprintf (digits, sizeof digits, "%06u%08d%03u", region, birth_date, order);
  return g_strdup_printf ("%s%c", digits, sz_idcard_check_digit (digits));
}

static SzDate
make_birth_date (SzDemo *demo, guint index)
{
  int year = demo->request->year - 59 + (int)sz_demo_pick (demo, 36);
  int month = 1 + (int)sz_demo_pick (demo, 12);
  int day = 1 + (int)(sz_demo_pick (demo, 9) * 3 + index / 449100);

  return sz_date_make (year, month, day);
}

static SzDate
make_entry_date (SzDemo *demo, SzDate birth_date)
{
  static const int months[] = { 3, 7, 9 };
  int year = demo->request->year;
  int entered;

  if (sz_demo_chance (demo, 4))
    return sz_date_make (year, months[sz_demo_pick (demo, 3)], 1);
  entered = sz_date_year (birth_date) + 22 + (int)sz_demo_pick (demo, 6);
  return sz_date_make (MIN (entered, year - 1), months[sz_demo_pick (demo, 3)], 1);
}

static SzPost
make_post (SzDemo *demo, gboolean teaches)
{
  guint dice = sz_demo_pick (demo, 100);
  int level;

  if (!teaches && dice < 45)
    return SZ_POST_MANAGEMENT * 100 + 5 + (int)sz_demo_pick (demo, 5);
  if (!teaches && dice < 70)
    return SZ_POST_WORKER * 100 + 2 + (int)sz_demo_pick (demo, 4);
  dice = sz_demo_pick (demo, 100);
  if (dice < 4)
    level = 2 + (int)sz_demo_pick (demo, 3);
  else if (dice < 30)
    level = 5 + (int)sz_demo_pick (demo, 3);
  else if (dice < 65)
    level = 8 + (int)sz_demo_pick (demo, 3);
  else
    level = 11 + (int)sz_demo_pick (demo, 3);
  return SZ_POST_PROFESSIONAL * 100 + level;
}

static const char *
find_title (SzPost post)
{
  switch (sz_post_band (post))
    {
    case SZ_BAND_FULL_SENIOR:
      return "正高级讲师";
    case SZ_BAND_ASSOCIATE_SENIOR:
      return "高级讲师";
    case SZ_BAND_INTERMEDIATE:
      return "讲师";
    case SZ_BAND_JUNIOR:
      return sz_post_level (post) == 13 ? "三级实习指导教师" : "助理讲师";
    case SZ_BAND_NONE:
    case SZ_BAND_MANAGEMENT:
    case SZ_BAND_WORKER:
    case SZ_N_BANDS:
    default:
      return NULL;
    }
}

static void
add_record (SzPersonFile *file, SzRecordField field, SzDate from, const char *value)
{
  SzRecord record = { .field = field, .from = from, .value = g_strdup (value) };

  g_array_append_val (file->records, record);
}

static const char *
pick_employment (SzDemo *demo)
{
  guint dice = sz_demo_pick (demo, 100);

  return dice < 84 ? "established" : dice < 93 ? "agency" : dice < 98 ? "dispatched" : "external";
}

/* 3 of 100 rise a level in July of the year, so that a year has two stretches (RULE pay-6). */
static void
add_rise (SzDemo *demo, SzPersonFile *file, SzPost post, SzDate entry)
{
  SzDate day = sz_date_make (demo->request->year, 6, 15);
  g_autofree char *code = NULL;

  if (sz_post_category (post) != SZ_POST_PROFESSIONAL || sz_post_level (post) <= 2 || entry >= day
      || !sz_demo_chance (demo, 3))
    return;
  code = sz_post_code (post - 1);
  add_record (file, SZ_RECORD_POST, day, code);
}

static void
add_records (SzDemo *demo, SzPersonFile *file, SzDemoPerson *person, const char *department)
{
  g_autofree char *post = sz_post_code (person->post);
  const char *title = find_title (person->post);
  SzDate entry = person->from;

  add_record (file, SZ_RECORD_DEPARTMENT, entry, department);
  add_record (file, SZ_RECORD_EMPLOYMENT, entry, pick_employment (demo));
  add_record (file, SZ_RECORD_POST, entry, post);
  add_rise (demo, file, person->post, entry);
  add_record (file, SZ_RECORD_FULL_TIME, entry, person->full_time ? "1" : "0");
  if (title != NULL)
    add_record (file, SZ_RECORD_TITLE, entry, sz_codes_by_name (SZ_TABLE_TITLE, title)->code);
  add_record (file, SZ_RECORD_PAY_REGIME, entry,
              sz_demo_chance (demo, 1) ? "annual" : "performance");
}

static void
fill_person (SzDemo *demo, SzPerson *person, guint index, guint width)
{
  static const char *const educations[] = { "本科", "本科", "本科", "硕士研究生", "专科" };
  const char *education = educations[sz_demo_pick (demo, G_N_ELEMENTS (educations))];

  person->staff_no = g_strdup_printf ("%0*u", (int)width, index + 1001);
  person->name = sz_demo_make_name (demo);
  person->sex = sz_demo_chance (demo, 50) ? SZ_SEX_MALE : SZ_SEX_FEMALE;
  person->birth_date = make_birth_date (demo, index);
  person->id_number = sz_demo_make_id_number (index, person->birth_date, person->sex);
  person->ethnicity = g_strdup (sz_demo_chance (demo, 92) ? "01" : "03");
  person->political = g_strdup (sz_demo_chance (demo, 45) ? "01" : "13");
  person->education = g_strdup (sz_codes_by_name (SZ_TABLE_EDUCATION, education)->code);
  person->original_retirement_age = person->sex == SZ_SEX_MALE ? 60 : 55;
  person->phone = g_strdup_printf ("139%08u", sz_demo_pick (demo, 100000000));
  person->bank_account = g_strdup_printf ("6222%07u%08u", sz_demo_pick (demo, 10000000),
                                          sz_demo_pick (demo, 100000000));
}

gboolean
sz_demo_add_person (SzDemo *demo, guint index, SzDemoPerson *person, GError **error)
{
  g_autoptr (SzPersonFile) file = sz_person_file_new ();
  const SzOrigin origin = { 0 };
  guint department = sz_demo_pick (demo, 10) < 7
                         ? sz_demo_pick (demo, TEACHING_DEPARTMENTS)
                         : TEACHING_DEPARTMENTS + sz_demo_pick (demo, TEACHING_DEPARTMENTS);
  gboolean teaches = department < TEACHING_DEPARTMENTS;
  SzService service = { 0 };
  guint width = MAX (4, (guint)snprintf (NULL, 0, "%u", demo->request->people + 1000));

  g_return_val_if_fail (person != NULL, FALSE);

  fill_person (demo, &file->person, index, width);
  *person = (SzDemoPerson){ .index = index, .full_time = teaches && sz_demo_chance (demo, 95) };
  person->post = make_post (demo, teaches);
  person->from = make_entry_date (demo, file->person.birth_date);
  file->person.work_start = person->from;
  if (sz_demo_chance (demo, 2))
    person->to = sz_date_make (demo->request->year, 4 + (int)sz_demo_pick (demo, 7), 30);
  if (person->to != SZ_DATE_NONE && person->to < person->from)
    person->to = SZ_DATE_NONE;

  service
      = (SzService){ .from = person->from,
                     .to = person->to,
                     .ended_as = person->to != SZ_DATE_NONE ? SZ_SERVICE_LEFT : SZ_SERVICE_ACTIVE };
  g_array_append_val (file->services, service);
  add_records (demo, file, person, departments[department]);
  if (!sz_store_person_insert (demo->act, file, &origin, error))
    return FALSE;
  person->id = file->person.id;
  demo->report->people++;
  return TRUE;
}
