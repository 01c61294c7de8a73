/* test-stroke.c — strokes against the printed order of 通用规范汉字表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-stroke.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *character;
  int count;
  const char *order;
} Case;

static const Case cases[] = {
  /* the handbook's */
  { "丁", 2, "hs" },
  { "王", 4, "hhsh" },
  { "文", 4, "nhpn" },
  { "李", 7, "hspnzsh" },
  { "林", 8, "hspnhspn" },
  { "欧", 8, "hpnzpzpn" },
  { "洪", 9, "nnhhsshpn" },
  { "毕", 6, "hzpzhs" },
  /* 提 is 横, 捺 is 点, 竖钩 is 竖, all other hooks and turns are 折 */
  { "江", 6, "nnhhsh" },
  { "小", 3, "spn" },
  { "马", 3, "zzh" },
  { "边", 5, "zpnzn" },
  { "陈", 7, "zshzspn" },
  { "赵", 9, "hshshpnpn" },
  { "萧", 11, "hsszhhspspn" },
  { "曾", 12, "npszsnphszhh" },
  { "礼", 5, "nzsnz" },
  { "成", 6, "hpzzpn" },
  /* where the dictionary is corrected */
  { "字", 6, "nnzzsh" },
  { "龟", 7, "pzszhhz" },
  { "酆", 20, "shhhshhhszshszhnphzs" },
  { "凝", 16, "nhpzphhpnznzshpn" },
  { "龑", 20, NULL },
  { "𬭎", 12, "phhhznnzhpzn" },
  { "𬱖", 11, "szhshhpszpn" },
  { "𬨎", 13, NULL },
  { "𬴊", 15, NULL },
  /* no strokes */
  { "A", 0, NULL },
  { "·", 0, NULL },
  { "한", 0, NULL },
  { "\xf4\x8f\xbf\xbf", 0, NULL },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const gunichar character = g_utf8_get_char (cases[i].character);
      const char *order = "";

      g_test_message ("%s", cases[i].character);
      g_assert_cmpint (sz_stroke_count (character, &order), ==, cases[i].count);
      g_assert_cmpint (sz_stroke_count (character, NULL), ==, cases[i].count);
      if (cases[i].order != NULL || cases[i].count == 0)
        g_assert_cmpstr (order, ==, cases[i].order);
    }
}

typedef struct
{
  int count;
  const char *characters; /* in the printed order */
} Printed;

/* All of the first level up to seven strokes, then the surnames and what given names are made of.
 */
static const Printed printed[] = {
  { 2, "二十丁厂七卜八人入儿匕几九刁了刀力乃又" },
  { 3,
    "三干于亏工土士才下寸大丈与万上小口山巾千乞川亿个夕久么勺凡丸及广亡门丫义之尸己已巳弓子卫也女刃"
    "飞习叉马乡" },
  { 4,
    "丰王开井天夫元无云专丐扎艺木五支厅不犬太区历歹友尤匹车巨牙屯戈比互切瓦止少曰日中贝冈内水见午牛"
    "手气毛壬升夭长仁什片仆化仇币仍仅斤爪反介父从仑今凶分乏公仓月氏勿欠风丹匀乌勾凤六文亢方火为斗忆"
    "计订户认冗讥心尺引丑巴孔队办以允予邓劝双书幻" },
  { 5,
    "玉刊未末示击打巧正扑卉扒功扔去甘世艾古节本术可丙左厉石右布夯戊龙平灭轧东卡北占凸卢业旧帅归旦目"
    "且叶甲申叮电号田由只叭史央兄叽叼叫叩叨另叹冉皿凹囚四生矢失乍禾丘付仗代仙们仪白仔他斥瓜乎丛令用"
    "甩印尔乐句匆册卯犯外处冬鸟务包饥主市立冯玄闪兰半汁汇头汉宁穴它讨写让礼训议必讯记永司尼民弗弘出"
    "辽奶奴召加皮边孕发圣对台矛纠母幼丝" },
  { 6,
    "邦式迂刑戎动扛寺吉扣考托老巩圾执扩扫地场扬耳芋共芒亚芝朽朴机权过臣吏再协西压厌戌在百有存而页匠"
    "夸夺灰达列死成夹夷轨邪尧划迈毕至此贞师尘尖劣光当早吁吐吓虫曲团吕同吊吃因吸吗吆屿屹岁帆回岂则刚"
    "网肉年朱先丢廷舌竹迁乔迄伟传乒乓休伍伏优臼伐延仲件任伤价伦份华仰仿伙伪自伊血向似后行舟全会杀合"
    "兆企众爷伞创肌肋朵杂危旬旨旭负匈名各多争色壮冲妆冰庄庆亦刘齐交衣次产决亥充妄闭问闯羊并关米灯州"
    "汗污江汛池汝汤忙兴宇守宅字安讲讳军讶许讹论讼农讽设访诀寻那迅尽导异弛孙阵阳收阶阴防奸如妇妃好她"
    "妈戏羽观欢买红驮纤驯约级纪驰纫巡" },
  { 7,
    "寿弄麦玖玛形进戒吞远违韧运扶抚坛技坏抠扰扼拒找批址扯走抄贡汞坝攻赤折抓扳抡扮抢孝坎均抑抛投坟坑"
    "抗坊抖护壳志块扭声把报拟却抒劫芙芜苇芽花芹芥芬苍芳严芦芯劳克芭苏杆杠杜材村杖杏杉巫极李杨求甫匣"
    "更束吾豆两酉丽医辰励否还尬歼来连轩步卤坚肖旱盯呈时吴助县里呆吱吠呕园旷围呀吨足邮男困吵串员呐听"
    "吟吩呛吻吹呜吭吧邑吼囤别吮岖岗帐财针钉牡告我乱利秃秀私每兵估体何佐佑但伸佃作伯伶佣低你住位伴身"
    "皂伺佛囱近彻役返余希坐谷妥含邻岔肝肛肚肘肠龟甸免狂犹狈角删条彤卵灸岛刨迎饭饮系言冻状亩况床库庇"
    "疗吝应这冷庐序辛弃冶忘闰闲间闷判兑灶灿灼弟汪沐沛汰沥沙汽沃沦汹泛沧没沟沪沈沉沁怀忧忱快完宋宏牢"
    "究穷灾良证启评补初社祀识诈诉罕诊词译君灵即层屁尿尾迟局改张忌际陆阿陈阻附坠妓妙妖姊妨妒努忍劲矣"
    "鸡纬驱纯纱纲纳驳纵纷纸纹纺驴纽" },
  { 8,
    "奉武青玫拓拔坤幸若茂苗英苟苑范苔茅林枝枚松枫杭杰郁奇欧卓虎贤尚昆国昌明易迪忠咏岸岩罗凯图知牧季"
    "秉佳岳依金周鱼京庞郑单炎法河沾治怡宗定宜官房祈居屈承孟姑姐妮参练绍经" },
  { 9, "春珍玲珊封城赵荆荣胡南查柏柳威厚战临星昭贵思勋钟钢钦香秋段修保泉禹侯俊律胜独施闻闽美姜炳洁"
       "洪洛津宣宫冠祝费眉姚娜贺勇柔骆" },
  { 10, "艳泰秦珠班袁都耿聂莫莉荷晋莹桂桐桃格栗贾夏原顾柴党晓恩峰钱铁倪徐殷爱翁凌高郭席唐凉涛浦浩海"
        "涂祥陶娟桑" },
  { 11, "基菊萍萧梅曹盛雪常曼崔崇婴符敏康章阎盖清鸿淑渊梁寇尉屠隆婉" },
  { 12, "琴琼越博彭葛董敬蒋韩惠雁雄雅景喻黑程傅焦储奥舒鲁斌童善普曾湘温游禄谢强登" },
  { 13, "瑞鹊蒲蒙楚楼雷路简鲍解靖新慈满源溪福" },
  { 14, "嘉聚蔡蔚裴管廖端赛谭翟熊" },
  { 15, "慧增樊墨黎德颜毅潘" },
  { 16, "燕薛薄霍穆衡" },
  { 17, "戴鞠檀魏繁" },
  { 18, "藤瞿" },
  { 19, "警攀" },
  { 20, "馨耀" },
  { 21, "露" },
};

static int
compare_orders (const char *a, const char *b)
{
  for (; *a != '\0' && *a == *b; a++, b++)
    ;
  if (*a == *b)
    return 0;
  return strchr ("hspnz", *a) < strchr ("hspnz", *b) ? -1 : 1;
}

/* RULE ppl-5: the table itself is in the order of strokes, so each character checks the next. */
static void
test_printed_order (gconstpointer data)
{
  const Printed *row = data;
  const char *before = "";

  for (const char *p = row->characters; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *order = NULL;

      g_test_message ("%.6s", p);
      g_assert_cmpint (sz_stroke_count (g_utf8_get_char (p), &order), ==, row->count);
      g_assert_cmpint (strlen (order), ==, row->count);
      g_assert_cmpint (strspn (order, "hspnz"), ==, row->count);
      if (*before != '\0')
        g_assert_cmpint (compare_orders (before, order), <=, 0);
      before = order;
    }
}

/* Every character of the basic block is known: whoever has it in the name is sorted by it. */
static void
test_block_is_full (void)
{
  for (gunichar character = 0x4e00; character <= 0x9fa5; character++)
    {
      const int count = sz_stroke_count (character, NULL);

      g_assert_cmpint (count, >=, 1);
      g_assert_cmpint (count, <=, 64);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/ppl-5/strokes/cases", test_cases);
  g_test_add_func ("/domain/ppl-5/strokes/block-is-full", test_block_is_full);
  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/domain/ppl-5/strokes/printed-order/%d", printed[i].count);

      g_test_add_data_func (path, &printed[i], test_printed_order);
    }
  return g_test_run ();
}
