"""Names found by pinyin. Surnames after 现代汉语词典; Latin forms after ISO 7098 and GB/T 28039."""

import subprocess
import sys
from pathlib import Path

import pytest

from council_tui.domain.finding import matches
from council_tui.intake import pinyin
from council_tui.intake.people import read_roster

ROSTER = Path(__file__).parent / "rosters" / "gb18030.csv"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("吴国强", {"wuguoqiang", "wgq", "wugq"}),
        ("曾国藩", {"zengguofan", "zgf"}),
        ("单雄信", {"shanxiongxin", "sxx", "dxx"}),
        ("仇英", {"qiuying", "qy"}),
        ("查良镛", {"zhaliangyong", "zly"}),
        ("吕不韦", {"lvbuwei", "lubuwei", "lbw"}),
        ("解珍", {"xiezhen", "xz"}),
        ("任我行", {"renwoxing", "rwx"}),
        ("区家麟", {"oujialin", "ojl"}),
        ("朴树", {"piaoshu", "ps"}),
        ("盖叫天", {"gejiaotian", "gjt"}),
        ("翟让", {"zhairang", "zr"}),
        ("欧阳娜娜", {"ouyangnana", "oynn", "ouyangnn"}),
        ("尉迟恭", {"yuchigong", "ycg"}),
        ("长孙无忌", {"zhangsunwuji", "zswj"}),
        ("王茜", {"wangqian", "wangxi"}),
        ("李乐", {"lile", "liyue"}),
        ("John O'Neil", {"johnoneil", "jo", "oneil"}),
        ("José María", {"josemaria", "jm", "maria"}),
        ("Anna 李", {"annali", "al"}),
        ("陈果 [/]", {"chenguo", "cg"}),
    ],
)
def test_every_sensible_reading_of_a_name_is_a_key(name: str, wanted: set[str]):
    assert wanted <= set(pinyin.keys(name))


def test_readings_nobody_expects_are_no_keys():
    assert set(pinyin.keys("陈果")) == {"chenguo", "cheng", "cg"}  # the dictionary also has 果 luo, guan
    assert not matches("pinglx", pinyin.keys("冯立新"))


def test_a_text_without_letters_has_no_key_and_a_long_one_not_too_many():
    assert pinyin.keys("[/] -") == ()
    assert len(pinyin.keys("行长乐重曾单" * 20_000)) < 200
    assert max(map(len, pinyin.keys("a" * 100_000))) < 300


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("吴国强", "Wu Guoqiang"),
        ("欧阳娜娜", "Ouyang Nana"),
        ("李建安", "Li Jian'an"),
        ("吕秀英", "Lyu Xiuying"),
        ("单雄信", "Shan Xiongxin"),
        ("单于明", "Chanyu Ming"),
        ("万俟卨", "Moqi Xie"),
        ("李", "Li"),
        ("买买提·吐尔逊", "Maimaiti Tu'erxun"),
        ("O'Neil-Smith", "O'Neil-Smith"),
    ],
)
def test_a_latin_form_is_suggested(name: str, form: str):
    assert pinyin.latin(name) == form


def test_the_latin_names_of_the_example_minutes_are_suggested_as_they_stand_there():
    roster = read_roster(ROSTER.read_bytes())
    assert not isinstance(roster, list)
    assert ",".join(pinyin.latin(row.name) for row in roster.rows) == (
        "Zhou Min,He Jia,Zhao Mingyi,Sun Lan,Ma Jianguo,Qian Xiuying,Li Xiuzhen,Chen Weidong,Wu Guoqiang,"
        "Zheng Yumei,Feng Lixin,Han Mei,Yang Defu,Zhu Guiying,Xu Zhigang,Shen Li,Luo Yongnian,Cao Jianhua,"
        "Wei Hong,Jiang Wen,Gao Jianjun"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "赵",
        "赵明",
        "zmy",
        "ZM",
        "zhao",
        "zhaomingyi",
        "zhao'mingyi",
        "Zhao Ming",
        "ｚｍｙ",
        "3",
        "３",
        "zhaomy",
    ],
)
def test_a_member_is_found_from_the_start_of_name_pinyin_initials_or_by_the_seat(typed: str):
    assert matches(typed, ("赵明义", "3", *pinyin.keys("赵明义")))


@pytest.mark.parametrize("typed", ["", " ", "'", "明义", "mingyi", "my", "1", "30", "zhaoyi", "[/]"])
def test_nobody_is_found_by_the_middle_of_a_name_a_part_of_a_seat_or_nothing(typed: str):
    assert not matches(typed, ("赵明义", "13", *pinyin.keys("赵明义")))


def test_pypinyin_is_imported_only_when_a_name_is_read():
    code = "import sys, council_tui.intake.pinyin; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
