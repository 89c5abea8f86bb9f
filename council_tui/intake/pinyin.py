"""Pinyin of names: the keys a person is found by, and a suggested Latin form.

The only place that imports pypinyin, and only when first asked: it costs a fifth of a second.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from council_tui.domain.finding import folded

MOST_KEYS = 48
"""At most so many spellings of each sort are kept for one text, the likeliest first."""
MOST_READINGS = 3
ENOUGH_PHRASES = 10
MOST_CHARACTERS = 16
MOST_TEXT = 200
"""Only the beginning of a long text is spelt: keys match from the start."""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    """`曾=zeng,ceng 单=shan,dan` as a mapping."""
    return {name: tuple(readings.split(",")) for name, readings in (line.split("=") for line in text.split())}


SURNAMES = _table(
    """
    曾=zeng,ceng 单=shan,dan 仇=qiu,chou 查=zha,cha 解=xie,jie 区=ou,qu 朴=piao,pu 盖=ge,gai 翟=zhai,di
    覃=qin,tan 缪=miao,mou 员=yun,yuan 乐=yue,le 黑=he,hei 秘=bi,mi 冼=xian 洗=xian,xi 繁=po,fan
    种=chong,zhong 召=shao,zhao 折=she,zhe 角=jue,jiao 牟=mou,mu 逄=pang 郇=xun,huan 隗=wei,kui 卜=bu
    沈=shen 句=gou,ju 谌=chen,shen 粘=nian,zhan 幺=yao 尹=yin 藏=zang,cang 都=du,dou 祭=zhai,ji
    适=kuo,shi 不=fou,bu 冯=feng 贾=jia 俞=yu 乜=nie 佴=nai 阚=kan 晟=cheng,sheng 贠=yun 逯=lu 褚=chu
    芮=rui 薄=bo,bao 汤=tang 汪=wang 姚=yao 陆=lu 郝=hao 倪=ni 瞿=qu
    """
)
"""How a character is read as a surname, first; then what people also type. No other reading is kept."""

COMPOUNDS = frozenset(
    re.findall(
        "..",
        "欧阳司马上官诸葛夏侯东方皇甫尉迟公孙慕容令狐长孙宇文司徒鲜于万俟端木百里独孤南宫西门"
        "澹台公冶宗政濮阳淳于单于太史申屠轩辕钟离闻人东郭呼延赫连拓跋左丘司空司寇闾丘第五完颜",
    )
)
"""Surnames of two characters; taken as such only before a given name."""

_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PIECES = re.compile(_HAN.pattern + r"|[^\W_]+")


def keys(text: str) -> tuple[str, ...]:
    """All keys by which `text` is found, likeliest first: full pinyin, surname and initials, initials.

    A word in another script counts as one syllable; each later word of it is a key as well.
    `("wuguoqiang", "wugq", "wgq", ...)` for 吴国强; empty for a text without letters.
    """
    pieces = _pieces(text)
    choices = _choices(pieces)
    if not choices:
        return ()
    initials = [_unique(spelling[0] for spelling in readings) for readings in choices]
    lead = 2 if _compound(pieces) else 1
    mixed = choices[:lead] + initials[lead:]
    words = [folded(piece) for piece in pieces if not _HAN.match(piece)]
    return _unique([*_spellings(choices), *_spellings(mixed), *_spellings(initials), *words])


def latin(name: str) -> str:
    """A suggested Latin form: `Wu Guoqiang`, `Ouyang Nana`, `Li Jian'an`; names in Latin letters as they are.

    A name with a middle dot has no Chinese surname: each part is one word.
    """
    if not _HAN.search(name):
        return name.strip()
    parts = [part for part in re.split(r"[·•・‧.．]", name) if part.strip()]
    if len(parts) > 1:
        return " ".join(_word(_first_readings(_pieces(part), surname=False)) for part in parts)
    pieces = _pieces(name)
    readings = _first_readings(pieces, surname=True)
    lead = 2 if _compound(pieces) else 1
    return f"{_word(readings[:lead])} {_word(readings[lead:])}".strip()


def _pieces(text: str) -> list[str]:
    """Each Chinese character, and each word of another script."""
    plain = re.sub(r"['’‘`]", "", unicodedata.normalize("NFKC", text[:MOST_TEXT]))
    return _PIECES.findall(plain)[:MOST_CHARACTERS]


def _compound(pieces: Sequence[str]) -> bool:
    return len(pieces) > 2 and "".join(pieces[:2]) in COMPOUNDS


def _choices(pieces: Sequence[str]) -> list[tuple[str, ...]]:
    """What each piece may be typed as, the likeliest first."""
    likely = _first_readings(pieces, surname=True)
    found = []
    for place, (piece, first) in enumerate(zip(pieces, likely, strict=True)):
        if not _HAN.match(piece):
            readings = [folded(piece)]
        elif place == 0 and piece in SURNAMES:
            readings = [first, *SURNAMES[piece]]
        else:
            readings = [first, *_readings(piece)[:MOST_READINGS]]
        found.append(_unique(typed for reading in readings for typed in _umlauts(reading)))
    return [readings for readings in found if readings]


def _umlauts(reading: str) -> tuple[str, ...]:
    """The ways ü is typed: 吕 is `lv` to an input method, `lu` to the eye, `lyu` in a passport."""
    return (reading, reading.replace("v", "u"), reading.replace("v", "yu")) if "v" in reading else (reading,)


def _first_readings(pieces: Sequence[str], surname: bool) -> list[str]:
    """The likeliest reading of each piece, as its neighbours decide it; of a surname, as a surname."""
    readings = [reading for run in _runs(pieces) for reading in _in_context(run)]
    if surname and pieces and pieces[0] in SURNAMES and not _compound(pieces):
        readings[0] = SURNAMES[pieces[0]][0]
    return readings


def _runs(pieces: Sequence[str]) -> list[list[str]]:
    """Neighbouring Chinese characters together, any other word alone."""
    runs: list[list[str]] = []
    for piece in pieces:
        if runs and _HAN.match(piece) and _HAN.match(runs[-1][0]):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _in_context(run: Sequence[str]) -> list[str]:
    if not _HAN.match(run[0]):
        return list(run)
    import pypinyin

    found = pypinyin.lazy_pinyin("".join(run))
    return found if len(found) == len(run) else [_readings(char)[0] for char in run]


def _readings(char: str) -> list[str]:
    """The readings of one character in use; the character itself where none is known.

    Dictionaries keep readings nobody expects in a name (果 luo). One that fewer than 2 in 100 phrases
    with the character have is left out, if there are phrases enough to tell.
    """
    import pypinyin

    found = list(pypinyin.pinyin(char, style=pypinyin.Style.NORMAL, heteronym=True)[0])
    if len(found) == 1:
        return found
    heard = {reading: _heard()[char, reading] for reading in found}
    whole = sum(heard.values())
    return [reading for reading in found if whole < ENOUGH_PHRASES or heard[reading] * 50 >= whole]


@cache
def _heard() -> Counter[tuple[str, str]]:
    """How many phrases of pypinyin's dictionary read a character so; 0.1 s, once."""
    from pypinyin.constants import PHRASES_DICT
    from pypinyin.contrib.tone_convert import to_normal

    toned = Counter(
        (char, reading[0])
        for phrase, readings in PHRASES_DICT.items()
        if len(phrase) == len(readings)
        for char, reading in zip(phrase, readings, strict=True)
    )
    heard: Counter[tuple[str, str]] = Counter()
    for (char, reading), count in toned.items():
        heard[char, to_normal(reading)] += count
    return heard


def _spellings(choices: Sequence[Sequence[str]]) -> list[str]:
    """The product of the choices, fewest unlikely readings first, never more than `MOST_KEYS` on the way."""
    paths = [(0, "")]
    for readings in choices:
        longer = [
            (odd + rank, path + reading) for odd, path in paths for rank, reading in enumerate(readings)
        ]
        paths = sorted(longer, key=lambda path: path[0])[:MOST_KEYS]
    return [path for _, path in paths]


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _word(readings: Sequence[str]) -> str:
    """Syllables as one capitalised word, with the apostrophe of ISO 7098 before a, e, o."""
    word = ""
    for reading in readings:
        apart = "'" if word and reading[:1] in tuple("aeo") else ""
        word += apart + reading.replace("v", "yu")
    return word[:1].upper() + word[1:]
