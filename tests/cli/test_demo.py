"""The demo council: a meeting held, another ready to be opened, in both languages, on recent days."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.program import EVENING, demo, on, run

HAN = re.compile(r"[\u3400-\u9fff]+")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    return demo(folder / "copy.db", folder)


def rows(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


def paper(file: Path, lang: str) -> str:
    result = run("--file", file, "minutes", "export", "--meeting", "2023-3", "--lang", lang)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_the_meeting_held_has_the_figures_of_the_example(file: Path):
    text = paper(file, "zh")
    assert "会议时间：2023年2月8日（星期三）19:00—20:46" in text
    assert "应到人数：21人；实到17人，请假3人，缺席1人" in text
    found = rows(text)
    assert ["修正案（一）", "17", "14", "1", "2", "9", "通过"] in found
    assert ["议题（修正后）", "17", "16", "0", "1", "9", "通过"] in found
    assert ["议题", "17", "8", "8", "1", "9", "未通过"] in found
    assert "无记名投票：发出17张，收回17张，有效17张。" in text
    assert [row[0] for row in found if row and row[-1].startswith("2023-0")] == ["1", "2", "3", "4"]


def test_the_same_figures_stand_in_the_english_paper_and_no_text_is_missing_there(file: Path):
    text = paper(file, "en")
    found = rows(text)
    assert ["Amendment", "1", "17", "14", "1", "2", "9", "Carried"] in found
    assert ["Motion", "as", "amended", "17", "16", "0", "1", "9", "Carried"] in found
    assert ["Motion", "17", "8", "8", "1", "9", "Lost"] in found
    assert HAN.findall(text) == ["住院", "出差", "值班"]  # why three are excused stands as it was typed


def test_the_other_meeting_is_tonight_with_the_rules_first_and_what_was_left_over(file: Path):
    shown = json.loads(run("--file", file, "meeting", "show", "--json").stdout)
    assert (shown["meeting"], shown["starts"], shown["state"]) == ("2023-4", "2023-03-08T19:00", None)
    assert [item["title_2"] for item in shown["items"]] == [
        "Adopt our rules",
        "A covenant to keep the corridors clear",
        "A new site for the charging shelter",
        "Matters arising",
    ]
    assert shown["items"][1]["number"] == "T-2023-006"


def test_the_record_of_the_demo_is_sound_and_signed_by_the_one_at_the_keyboard(file: Path):
    checked = json.loads(run("--file", file, "verify", "--json").stdout)
    assert (checked["sound"], checked["faults"], checked["older_than"]) == (True, [], None)
    assert checked["entries"] > 80


def test_a_demo_in_january_numbers_its_meetings_by_the_year(tmp_path: Path):
    file = demo(tmp_path / "copy.db", tmp_path, "2024-01-10T08:00")
    listed = json.loads(run("--file", file, "meeting", "list", "--json").stdout)
    assert [(each["meeting"], each["starts"]) for each in listed] == [
        ("2024-1", "2024-01-10T19:00"),
        ("2023-3", "2023-12-13T19:00"),
    ]


def test_the_copy_asked_for_is_all_that_is_left_and_stands_in_nothings_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    with on(EVENING):
        assert run("demo", "--output", "陈果 [b].db").exit_code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["陈果 [b].db"]
    written = (tmp_path / "陈果 [b].db").read_bytes()
    again = run("demo", "--output", "陈果 [b].db")
    assert (again.exit_code, again.stdout, again.stderr.count("\n")) == (2, "", 1)
    assert (tmp_path / "陈果 [b].db").read_bytes() == written
