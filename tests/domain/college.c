/* college.c — a college made up in memory for the tests of workload and pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"

#include "sz-error.h"

typedef struct
{
  SzPayPerson person;
  GArray *records;
  GArray *services;
  GArray *roles;
  GArray *values;
} Member;

struct _College
{
  GPtrArray *members; /* of Member */
  GArray *departments;
  GArray *people; /* of SzPayPerson, what the input borrows */
  GStringChunk *strings;
  SzPayInput input;
};

static void
free_member_cb (gpointer data)
{
  Member *member = data;

  g_array_unref (member->records);
  g_array_unref (member->services);
  g_array_unref (member->roles);
  g_array_unref (member->values);
  g_free (member);
}

College *
college_new (void)
{
  College *college = g_new0 (College, 1);

  college->members = g_ptr_array_new_with_free_func (free_member_cb);
  college->departments = g_array_new (FALSE, FALSE, sizeof (SzPayDepartment));
  college->people = g_array_new (FALSE, FALSE, sizeof (SzPayPerson));
  college->strings = g_string_chunk_new (4096);
  return college;
}

void
college_free (College *college)
{
  if (college == NULL)
    return;
  g_ptr_array_unref (college->members);
  g_array_unref (college->departments);
  g_array_unref (college->people);
  g_string_chunk_free (college->strings);
  g_free (college);
}

static char *
keep (College *college, const char *text)
{
  return g_string_chunk_insert_const (college->strings, text);
}

static Member *
get_member (College *college, guint person)
{
  g_assert_cmpuint (person, <, college->members->len);
  return g_ptr_array_index (college->members, person);
}

guint
college_add (
    College *college, const char *staff_no, const char *department, const char *post, SzDate from)
{
  Member *member = g_new0 (Member, 1);
  guint person = college->members->len;

  member->records = g_array_new (FALSE, FALSE, sizeof (SzRecord));
  member->services = g_array_new (FALSE, FALSE, sizeof (SzService));
  member->roles = g_array_new (FALSE, FALSE, sizeof (SzPayRole));
  member->values = g_array_new (FALSE, FALSE, sizeof (SzPayValue));
  member->person.person_id = (gint64)person + 1;
  member->person.staff_no = member->person.name = keep (college, staff_no);
  member->person.grade = SZ_GRADE_QUALIFIED;
  member->person.load.quota_x100 = -1;
  g_ptr_array_add (college->members, member);
  college_serve (college, person, from, SZ_DATE_NONE);
  if (department != NULL)
    college_record (college, person, SZ_RECORD_DEPARTMENT, from, department);
  college_record (college, person, SZ_RECORD_EMPLOYMENT, from, "established");
  college_record (college, person, SZ_RECORD_PAY_REGIME, from, "performance");
  if (post != NULL)
    college_post (college, person, from, post);
  return person;
}

SzPayPerson *
college_get (College *college, guint person)
{
  return &get_member (college, person)->person;
}

guint
college_size (const College *college)
{
  return college->members->len;
}

void
college_record (College *college, guint person, SzRecordField field, SzDate from, const char *value)
{
  SzRecord record = { .field = field, .from = from, .value = keep (college, value) };

  g_array_append_val (get_member (college, person)->records, record);
}

void
college_post (College *college, guint person, SzDate from, const char *post)
{
  SzPost parsed = sz_post_parse (post);
  g_autofree char *code = sz_post_code (parsed);

  g_assert_cmpint (parsed, >, 0);
  college_record (college, person, SZ_RECORD_POST, from, code);
}

void
college_serve (College *college, guint person, SzDate from, SzDate to)
{
  SzService service = { .from = from, .to = to };

  g_array_append_val (get_member (college, person)->services, service);
}

void
college_leave (College *college, guint person, SzDate to)
{
  GArray *services = get_member (college, person)->services;

  g_array_index (services, SzService, services->len - 1).to = to;
}

void
college_role (College *college, guint person, const char *role, SzDate from, SzDate to)
{
  SzPayRole held = { keep (college, role), from, to };

  g_array_append_val (get_member (college, person)->roles, held);
}

void
college_value (College *college, guint person, const char *item, gint64 value_x1e4)
{
  SzPayValue value = { keep (college, item), value_x1e4 };

  g_array_append_val (get_member (college, person)->values, value);
}

void
college_department (College *college, const char *name, gint64 coefficient_x1e4)
{
  SzPayDepartment department = { keep (college, name), coefficient_x1e4, TRUE };

  g_array_append_val (college->departments, department);
}

const SzPayInput *
college_input (College *college)
{
  g_array_set_size (college->people, 0);
  for (guint i = 0; i < college->members->len; i++)
    {
      Member *member = get_member (college, i);
      SzPayPerson person = member->person;

      person.records = (const SzRecord *)(gpointer)member->records->data;
      person.n_records = member->records->len;
      person.services = (const SzService *)(gpointer)member->services->data;
      person.n_services = member->services->len;
      person.roles = (const SzPayRole *)(gpointer)member->roles->data;
      person.n_roles = member->roles->len;
      person.values = (const SzPayValue *)(gpointer)member->values->data;
      person.n_values = member->values->len;
      g_array_append_val (college->people, person);
    }
  college->input.people = (SzPayPerson *)(gpointer)college->people->data;
  college->input.n_people = college->people->len;
  college->input.departments = (SzPayDepartment *)(gpointer)college->departments->data;
  college->input.n_departments = college->departments->len;
  return &college->input;
}

void
college_shuffle (College *college, GRand *rand)
{
  for (guint i = college->members->len; i > 1; i--)
    {
      guint j = (guint)g_rand_int_range (rand, 0, (gint32)i);
      gpointer kept = college->members->pdata[i - 1];

      college->members->pdata[i - 1] = college->members->pdata[j];
      college->members->pdata[j] = kept;
    }
}

SzScheme *
scheme_2025 (SzMoney pool_fen)
{
  SzScheme *scheme = sz_scheme_new ();

  scheme->name = g_strdup ("2025年度奖励性绩效工资分配方案");
  scheme->from = 20250101;
  scheme->to = 20251231;
  scheme->pool_fen = pool_fen;
  return scheme;
}

SzComponent *
scheme_component (SzScheme *scheme, const char *name, gint64 ratio_x1e4, const char *factors)
{
  g_auto (GStrv) words = g_strsplit (factors, " ", -1);
  SzComponent component;

  sz_component_init (&component, name);
  component.rest = ratio_x1e4 < 0;
  component.ratio_x1e4 = MAX (ratio_x1e4, 0);
  for (char **word = words; *word != NULL && **word != '\0'; word++)
    {
      SzFactor factor = { 0 };

      g_assert_true (sz_factor_parse (*word, &factor.kind, &factor.item));
      g_array_append_val (component.factors, factor);
    }
  g_array_append_val (scheme->components, component);
  return &g_array_index (scheme->components, SzComponent, scheme->components->len - 1);
}

void
scheme_fixed (SzScheme *scheme, const char *name, const char *role, SzMoney amount_fen)
{
  SzFixed fixed = { g_strdup (name), g_strdup (role), amount_fen };

  g_array_append_val (scheme->fixed, fixed);
}

void
scheme_coefficients (SzScheme *scheme)
{
  static const struct
  {
    const char *name;
    gint64 value_x1e4;
  } posts[] = { { "正高级", 13000 }, { "副高级", 12000 }, { "中级", 11000 },
                { "初级", 10000 },   { "管理", 11000 },   { "工勤", 10000 } },
    grades[] = { { "优秀", 11000 },
                 { "合格", 10000 },
                 { "基本合格", 6000 },
                 { "不合格", 0 },
                 { "不确定档次", 8000 } };

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    sz_scheme_put_coefficient (scheme->post_x1e4, posts[i].name, posts[i].value_x1e4);
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    sz_scheme_put_coefficient (scheme->assessment_x1e4, grades[i].name, grades[i].value_x1e4);
}

SzPayResult *
compute (const SzScheme *scheme, College *college)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzPayResult *result = sz_pay_compute (scheme, college_input (college), issues, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);
  return result;
}

SzIssueList *
compute_fails (const SzScheme *scheme, College *college, const char *code)
{
  SzIssueList *issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sz_pay_compute (scheme, college_input (college), issues, &error));
  assert_code (error, code);
  return issues;
}

const SzPayLine *
get_line (const SzPayResult *result, College *college, const char *staff_no)
{
  for (gsize i = 0; i < result->n_lines; i++)
    if (g_str_equal (college_get (college, result->lines[i].index)->staff_no, staff_no))
      return &result->lines[i];
  return NULL;
}

SzLoadRules *
load_rules (void)
{
  static const gint64 types_x1e4[SZ_N_COURSE_TYPES] = { 10000, 12000, 12000, 8000, 9000, 5000 };
  static const gint64 times_x1e4[SZ_N_TIME_SLOTS] = { 10000, 13000, 12000 };
  static const gint64 roles_x1e4[SZ_N_TRAINING_ROLES] = { 10000, 10000, 1000, 1000 };
  SzLoadRules *rules = sz_load_rules_new ();
  gint64 gold_x1e4 = 12000;

  for (int i = 0; i < 10; i++)
    rules->size[i] = (SzSizeStep){ i < 9 ? 40 + 10 * i : 0, 10000 + 1000 * i };
  rules->n_size = 10;
  rules->repeat_x1e4 = 9000;
  rules->new_course_x1e4 = 12000;
  for (int i = 0; i < SZ_N_COURSE_TYPES; i++)
    rules->type_x1e4[i] = types_x1e4[i];
  for (int i = 0; i < SZ_N_TIME_SLOTS; i++)
    rules->time_x1e4[i] = times_x1e4[i];
  for (int i = 0; i < SZ_N_TRAINING_ROLES; i++)
    rules->role_x1e4[i] = roles_x1e4[i];
  sz_scheme_put_coefficient (rules->category_x1e4, "金蓝领", gold_x1e4);
  rules->train_ratio_x1e4 = 8000;
  rules->train_cap_x1e4 = 5000;
  rules->quota_hours_x100 = 40000;
  rules->dual_share_numerator = 1;
  rules->dual_share_denominator = 3;
  for (int i = 0; i < 12; i++)
    rules->teaching_month[i] = i != 1 && i != 7;
  rules->over_rate_fen[SZ_BAND_FULL_SENIOR] = 8000;
  rules->over_rate_fen[SZ_BAND_ASSOCIATE_SENIOR] = 7500;
  rules->over_rate_fen[SZ_BAND_INTERMEDIATE] = 7000;
  rules->over_rate_fen[SZ_BAND_JUNIOR] = 6500;
  rules->over_rate_lowest_fen = 6500;
  rules->student_hours_x100 = 120000;
  rules->student_ratio_x1e4 = 10000;
  return rules;
}

void
assert_code (const GError *error, const char *code)
{
  g_autofree char *found = NULL;

  g_assert_nonnull (error);
  g_assert_true (error->domain == SZ_ERROR);
  found = sz_error_dup_code (error);
  g_assert_cmpstr (found, ==, code);
}

const SzIssue *
find_issue (const SzIssueList *issues, const char *code)
{
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    if (g_str_equal (sz_issue_list_get (issues, i)->code, code))
      return sz_issue_list_get (issues, i);
  return NULL;
}
