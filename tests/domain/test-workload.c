/* test-workload.c — workload: the worked values of the handbook, and laws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"

#include "sz-error.h"

/* 专技九级 中级, 管理六级, 专技十三级 … */
#define POST_INTERMEDIATE 209
#define POST_JUNIOR 213
#define POST_ASSOCIATE 206
#define POST_SENIOR 204
#define POST_MANAGEMENT 106
#define POST_WORKER 302

static const SzService since_2010[] = { { .from = 20100901 } };

/* RULE wrk-1: the four courses of A, 360.00 together. */
static const struct
{
  SzTeaching record;
  gint64 hours_x100;
} teaching_cases[] = {
  { { 7200, 46, SZ_COURSE_THEORY, FALSE, FALSE }, 7920 },
  { { 7200, 38, SZ_COURSE_THEORY, TRUE, FALSE }, 6480 },
  { { 12000, 40, SZ_COURSE_INTEGRATED, FALSE, FALSE }, 14400 },
  { { 9000, 30, SZ_COURSE_LAB, FALSE, FALSE }, 7200 },
  { { 6000, 25, SZ_COURSE_BILINGUAL, FALSE, FALSE }, 7200 },
  { { 6000, 25, SZ_COURSE_OPERATION, FALSE, FALSE }, 5400 },
  { { 6000, 25, SZ_COURSE_INTERNSHIP, FALSE, FALSE }, 3000 },
  { { 6000, 25, SZ_COURSE_THEORY, FALSE, TRUE }, 7200 },
  { { 6800, 36, SZ_COURSE_INTEGRATED, TRUE, TRUE }, 8813 }, /* 88.128 */
  { { 5, 45, SZ_COURSE_INTERNSHIP, FALSE, FALSE }, 3 },     /* 0.0275 */
  { { 30, 41, SZ_COURSE_INTERNSHIP, FALSE, FALSE }, 17 },   /* 0.165: half-up */
  { { 0, 41, SZ_COURSE_THEORY, FALSE, FALSE }, 0 },
};

static void
test_teaching (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (teaching_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 hours_x100;

      g_assert_true (
          sz_load_teaching (rules, &teaching_cases[i].record, &hours_x100, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (hours_x100, ==, teaching_cases[i].hours_x100);
    }
  g_assert_cmpint (7920 + 6480 + 14400 + 7200, ==, 36000);
}

static void
test_size (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  static const struct
  {
    int students;
    gint64 size_x1e4;
  } sizes[] = { { 0, 10000 },   { 40, 10000 },  { 41, 11000 },  { 46, 11000 },  { 50, 11000 },
                { 51, 12000 },  { 60, 12000 },  { 61, 13000 },  { 80, 14000 },  { 81, 15000 },
                { 100, 16000 }, { 101, 17000 }, { 110, 17000 }, { 111, 18000 }, { 120, 18000 },
                { 121, 19000 }, { 1000, 19000 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_assert_cmpint (sz_load_size (rules, sizes[i].students), ==, sizes[i].size_x1e4);
}

static void
test_teaching_terms (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  SzTeaching record = { 7200, 46, SZ_COURSE_INTEGRATED, TRUE, TRUE };
  SzLoadTerms terms;
  gint64 hours_x100;

  g_assert_true (sz_load_teaching (rules, &record, &hours_x100, &terms, NULL));
  g_assert_cmpint (terms.size_x1e4, ==, 11000);
  g_assert_cmpint (terms.repeat_x1e4, ==, 9000);
  g_assert_cmpint (terms.type_x1e4, ==, 12000);
  g_assert_cmpint (terms.new_x1e4, ==, 12000);
  g_assert_cmpint (terms.category_x1e4, ==, SZ_RATIO_ONE);
  g_assert_cmpint (terms.time_x1e4, ==, SZ_RATIO_ONE);
  g_assert_cmpint (terms.role_x1e4, ==, SZ_RATIO_ONE);
}

/* RULE wrk-2: 69.12 + 46.80 + 28.80 = 144.72; × 0.8 = 115.776 → 115.78 */
static const struct
{
  SzTraining record;
  gint64 hours_x100;
} training_cases[] = {
  { { 4800, 55, SZ_COURSE_THEORY, SZ_TIME_REGULAR, SZ_TRAINING_LECTURER, SZ_PAY_MODE_COUNT,
      "金蓝领" },
    6912 },
  { { 4000, 30, SZ_COURSE_OPERATION, SZ_TIME_ON_SITE, SZ_TRAINING_INSTRUCTOR, SZ_PAY_MODE_COUNT,
      "企业在职职工" },
    4680 },
  { { 2400, 28, SZ_COURSE_THEORY, SZ_TIME_OFF_DUTY, SZ_TRAINING_LECTURER, SZ_PAY_MODE_SPLIT, NULL },
    2880 },
  { { 2400, 28, SZ_COURSE_THEORY, SZ_TIME_REGULAR, SZ_TRAINING_ADVISER, SZ_PAY_MODE_COUNT, NULL },
    240 },
  { { 2400, 28, SZ_COURSE_THEORY, SZ_TIME_REGULAR, SZ_TRAINING_LEADER, SZ_PAY_MODE_COUNT,
      "创业培训" },
    240 },
};

static void
test_training (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (training_cases); i++)
    {
      SzLoadTerms terms;
      gint64 hours_x100;

      g_assert_true (
          sz_load_training (rules, &training_cases[i].record, &hours_x100, &terms, NULL));
      g_assert_cmpint (hours_x100, ==, training_cases[i].hours_x100);
      g_assert_cmpint (terms.category_x1e4, ==, i == 0 ? 12000 : 10000);
    }
}

static void
compute_year (const SzLoadRules *rules, const SzTraining *training, gsize n, SzLoadYear *year)
{
  SzTeaching teaching[4];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    teaching[i] = teaching_cases[i].record;
  sz_load_year (rules, 2025, teaching, 4, training, n, TRUE, POST_INTERMEDIATE, since_2010, 1, -1,
                year, &error);
  g_assert_no_error (error);
}

static void
test_training_sum (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  SzTraining training[] = { training_cases[0].record, training_cases[1].record,
                            training_cases[2].record, training_cases[0].record };
  SzLoadYear year;

  training[3].pay_mode = SZ_PAY_MODE_FEE; /* a fourth one, paid by fee, does not enter Σt */
  compute_year (rules, training, 4, &year);
  g_assert_cmpint (year.training_raw_x100, ==, 14472);
  g_assert_cmpint (year.training_fee_x100, ==, 6912);
  g_assert_cmpint (year.training_x100, ==, 11578);
  g_assert_cmpint (year.training_credit_x100, ==, 11578);
  g_assert_cmpint (year.training_over_x100, ==, 0);
}

/* RULE wrk-5: 360.00 + 115.78 − 400 = 75.78; × 70 = 5,304.60 */
static void
test_over_hours (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  SzTraining training[]
      = { training_cases[0].record, training_cases[1].record, training_cases[2].record };
  SzLoadYear year;

  compute_year (rules, training, 3, &year);
  g_assert_cmpint (year.teaching_x100, ==, 36000);
  g_assert_cmpint (year.quota_x100, ==, 40000);
  g_assert_cmpint (year.over_x100, ==, 7578);
  g_assert_cmpint (year.over_rate_fen, ==, 7000);
  g_assert_cmpint (year.over_pay_fen, ==, 530460);

  compute_year (rules, NULL, 0, &year);
  g_assert_cmpint (year.over_x100, ==, 0);
  g_assert_cmpint (year.over_pay_fen, ==, 0);
}

static void
test_over_rates (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  static const struct
  {
    SzPost post;
    SzMoney rate_fen;
  } rates[] = { { POST_SENIOR, 8000 }, { POST_ASSOCIATE, 7500 },  { POST_INTERMEDIATE, 7000 },
                { POST_JUNIOR, 6500 }, { POST_MANAGEMENT, 6500 }, { POST_WORKER, 6500 },
                { SZ_POST_NONE, 6500 } };

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      SzLoadYear year;

      g_assert_true (sz_load_year (rules, 2025, NULL, 0, NULL, 0, TRUE, rates[i].post, since_2010,
                                   1, -1, &year, NULL));
      g_assert_cmpint (year.over_rate_fen, ==, rates[i].rate_fen);
    }
}

/* RULE wrk-3: T = 260 → 200 credited, 60 over */
static void
test_cap (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  SzTraining training
      = { 32500, 30, SZ_COURSE_THEORY, SZ_TIME_REGULAR, SZ_TRAINING_LECTURER, SZ_PAY_MODE_SPLIT,
          NULL };
  SzLoadYear year;

  compute_year (rules, &training, 1, &year);
  g_assert_cmpint (year.training_x100, ==, 26000);
  g_assert_cmpint (year.training_credit_x100, ==, 20000);
  g_assert_cmpint (year.training_over_x100, ==, 6000);
}

/* The cap is of the person's own quota: 133.33 → 66.67 (66.665 rounded). */
static void
test_cap_own_quota (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  SzTraining training
      = { 11665, 30, SZ_COURSE_THEORY, SZ_TIME_REGULAR, SZ_TRAINING_LECTURER, SZ_PAY_MODE_COUNT,
          NULL };
  SzLoadYear year;

  g_assert_true (sz_load_year (rules, 2025, NULL, 0, &training, 1, FALSE, POST_MANAGEMENT,
                               since_2010, 1, -1, &year, NULL));
  g_assert_cmpint (year.training_x100, ==, 9332);
  g_assert_cmpint (year.quota_x100, ==, 13333);
  g_assert_cmpint (year.training_credit_x100, ==, 6667);
  g_assert_cmpint (year.training_over_x100, ==, 2665);

  /* a `quotas` row counts for the cap as well */
  g_assert_true (sz_load_year (rules, 2025, NULL, 0, &training, 1, FALSE, POST_MANAGEMENT,
                               since_2010, 1, 5000, &year, NULL));
  g_assert_cmpint (year.quota_x100, ==, 5000);
  g_assert_cmpint (year.training_credit_x100, ==, 2500);
}

/* RULE wrk-4 */
static const struct
{
  gboolean full_time;
  gboolean has_record;
  SzDate from;
  SzDate to;
  gint64 quota_x100;
} quota_cases[] = {
  { TRUE, FALSE, 20100901, 0, 40000 },        { TRUE, FALSE, 20250701, 0, 20000 }, /* 7, 9–12 */
  { TRUE, FALSE, 20250731, 0, 20000 },        /* one day is enough */
  { TRUE, FALSE, 20250801, 0, 16000 },        /* August is none */
  { TRUE, FALSE, 20100901, 20250416, 12000 }, /* 1, 3, 4 */
  { TRUE, FALSE, 20100901, 20250228, 4000 },  { TRUE, FALSE, 20250801, 20250831, 0 },
  { TRUE, FALSE, 20100901, 20241231, -1 }, /* gone before the year */
  { TRUE, FALSE, 20260101, 0, -1 },           { FALSE, TRUE, 20100901, 0, 13333 },
  { FALSE, TRUE, 20250701, 0, 6667 }, /* 66.666…, from the unrounded third */
  { FALSE, TRUE, 20250601, 0, 8000 }, /* 133.333… × 6 / 10 = 80.00, not 79.998 */
  { FALSE, FALSE, 20100901, 0, -1 },
};

static void
test_quota (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (quota_cases); i++)
    {
      SzService service = { .from = quota_cases[i].from, .to = quota_cases[i].to };
      g_autoptr (GError) error = NULL;
      gint64 quota_x100;

      sz_load_quota (rules, 2025, quota_cases[i].full_time, quota_cases[i].has_record, &service, 1,
                     &quota_x100, &error);
      g_assert_no_error (error);
      g_assert_cmpint (quota_x100, ==, quota_cases[i].quota_x100);
    }
}

/* Two services in one month are one month. */
static void
test_quota_services (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  const SzService services[]
      = { { .from = 20200101, .to = 20250310 }, { .from = 20250320, .to = 20250405 } };
  gint64 quota_x100;

  g_assert_true (sz_load_quota (rules, 2025, TRUE, FALSE, services, 2, &quota_x100, NULL));
  g_assert_cmpint (quota_x100, ==, 12000);
}

/* Any record gives a quota, those paid by fee too; a `quotas` row overrides; 0 is a quota. */
static void
test_quota_year (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  SzTraining training = training_cases[0].record;
  SzLoadYear year;

  training.pay_mode = SZ_PAY_MODE_FEE;
  g_assert_true (sz_load_year (rules, 2025, NULL, 0, &training, 1, FALSE, POST_MANAGEMENT,
                               since_2010, 1, -1, &year, NULL));
  g_assert_cmpint (year.quota_x100, ==, 13333);
  g_assert_cmpint (year.training_x100, ==, 0);
  g_assert_true (sz_load_year (rules, 2025, NULL, 0, NULL, 0, TRUE, POST_MANAGEMENT, since_2010, 1,
                               32000, &year, NULL));
  g_assert_cmpint (year.quota_x100, ==, 32000);
  g_assert_true (sz_load_year (rules, 2025, NULL, 0, NULL, 0, FALSE, POST_MANAGEMENT, since_2010, 1,
                               -1, &year, NULL));
  g_assert_cmpint (year.quota_x100, ==, -1);
  g_assert_cmpint (year.over_x100, ==, 0);
}

static void
test_parameters (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  g_autoptr (GError) months = NULL;
  g_autoptr (GError) share = NULL;
  g_autoptr (GError) students = NULL;
  gint64 value;

  rules->dual_share_denominator = 0;
  g_assert_false (sz_load_quota (rules, 2025, FALSE, TRUE, since_2010, 1, &value, &share));
  assert_code (share, "load.parameter_missing");
  for (int i = 0; i < 12; i++)
    rules->teaching_month[i] = FALSE;
  g_assert_false (sz_load_quota (rules, 2025, TRUE, FALSE, since_2010, 1, &value, &months));
  assert_code (months, "load.parameter_missing");
  rules->student_hours_x100 = 0;
  g_assert_false (sz_load_equivalent_students (rules, 100, &value, &students));
  assert_code (students, "load.parameter_missing");
}

static void
test_overflow (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  g_autoptr (GError) error = NULL;
  SzTeaching record = { G_MAXINT64, 46, SZ_COURSE_INTEGRATED, FALSE, FALSE };
  gint64 hours_x100;

  g_assert_false (sz_load_teaching (rules, &record, &hours_x100, NULL, &error));
  assert_code (error, "number.overflow");
}

/* RULE wrk-7: 7,000 person-times × 40 = 280,000; / 1,200 = 233.33; r2 0.8 → 186.67 */
static void
test_students (void)
{
  g_autoptr (SzLoadRules) rules = load_rules ();
  gint64 students_x100;

  g_assert_true (sz_load_equivalent_students (rules, 28000000, &students_x100, NULL));
  g_assert_cmpint (students_x100, ==, 23333);
  rules->student_ratio_x1e4 = 8000;
  g_assert_true (sz_load_equivalent_students (rules, 28000000, &students_x100, NULL));
  g_assert_cmpint (students_x100, ==, 18667);
}

/* Whatever the records: nothing is lost, nothing is negative, the credit is within the cap. */
static void
test_laws (void)
{
  const guint32 seed = 20250601;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (SzLoadRules) rules = load_rules ();

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 5000; round++)
    {
      SzTraining training[8];
      gsize n = (gsize)g_rand_int_range (rand, 0, 8);
      SzLoadYear y;

      for (gsize i = 0; i < n; i++)
        training[i] = (SzTraining){ g_rand_int_range (rand, 1, 20000),
                                    g_rand_int_range (rand, 1, 150),
                                    (SzCourseType)g_rand_int_range (rand, 0, SZ_N_COURSE_TYPES),
                                    (SzTimeSlot)g_rand_int_range (rand, 0, SZ_N_TIME_SLOTS),
                                    (SzTrainingRole)g_rand_int_range (rand, 0, SZ_N_TRAINING_ROLES),
                                    (SzPayMode)g_rand_int_range (rand, 0, 3),
                                    g_rand_boolean (rand) ? "金蓝领" : "其他" };
      g_assert_true (sz_load_year (rules, 2025, NULL, 0, training, n, g_rand_boolean (rand),
                                   POST_SENIOR, since_2010, 1, -1, &y, NULL));
      g_assert_cmpint (y.training_credit_x100 + y.training_over_x100, ==, y.training_x100);
      g_assert_cmpint (y.training_over_x100, >=, 0);
      g_assert_cmpint (y.over_x100, >=, 0);
      if (y.quota_x100 >= 0)
        g_assert_cmpint (2 * y.training_credit_x100, <=, y.quota_x100 + 1);
      else
        g_assert_cmpuint (n, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/wrk-1/records/79.20+64.80+144.00+72.00", test_teaching);
  g_test_add_func ("/domain/wrk-1/size", test_size);
  g_test_add_func ("/domain/wrk-1/terms", test_teaching_terms);
  g_test_add_func ("/domain/wrk-2/records/69.12+46.80+28.80", test_training);
  g_test_add_func ("/domain/wrk-2/sum/144.72-115.78", test_training_sum);
  g_test_add_func ("/domain/wrk-3/cap/260-200-60", test_cap);
  g_test_add_func ("/domain/wrk-3/own-quota/66.67", test_cap_own_quota);
  g_test_add_func ("/domain/wrk-4/quota/200.00-133.33", test_quota);
  g_test_add_func ("/domain/wrk-4/services", test_quota_services);
  g_test_add_func ("/domain/wrk-4/year", test_quota_year);
  g_test_add_func ("/domain/wrk-5/over-hours/75.78-5304.60", test_over_hours);
  g_test_add_func ("/domain/wrk-5/rates", test_over_rates);
  g_test_add_func ("/domain/wrk-7/students/233.33-186.67", test_students);
  g_test_add_func ("/domain/num-7/parameters-missing", test_parameters);
  g_test_add_func ("/domain/num-3/workload-overflow", test_overflow);
  g_test_add_func ("/domain/wrk-3/laws", test_laws);
  return g_test_run ();
}
