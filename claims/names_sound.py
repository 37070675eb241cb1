"""How a name sounds, whatever its script: one spelling of sounds, and what a difference of sounds costs.

Romanisation varies by rule: what one language writes ou, je, w, kh, sch, another writes u, ye, v, h, sh. Scripts lose
sounds by rule too: Arabic and Hebrew write few vowels, kana have no l, Han characters end a syllable in a vowel or n.
So the cost of a difference depends on the scripts of both sides.
"""

# ruff: noqa: E501 - the tables of sounds are read in rows

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import regex
from anyascii import anyascii

__all__ = ["VOWELS", "allowance", "romanise", "script_of", "sound_distance", "sounds"]

_SCRIPTS: Final = (
    ("Kana", regex.compile(r"[\p{Hiragana}\p{Katakana}]")),
    ("Hani", regex.compile(r"\p{Han}")),
    ("Hang", regex.compile(r"\p{Hangul}")),
    ("Arab", regex.compile(r"\p{Arabic}")),
    ("Hebr", regex.compile(r"\p{Hebrew}")),
    ("Cyrl", regex.compile(r"\p{Cyrillic}")),
    ("Grek", regex.compile(r"\p{Greek}")),
    ("Geor", regex.compile(r"\p{Georgian}")),
    ("Deva", regex.compile(r"[\p{Devanagari}\p{Bengali}\p{Tamil}\p{Telugu}\p{Gujarati}]")),
    ("Thai", regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")),
)

_LETTERS: Final = str.maketrans(
    {
        "š": "sh", "ş": "sh", "ș": "sh", "č": "ch", "ç": "ts", "ć": "ch", "ž": "zh", "ż": "zh", "ź": "zh", "ś": "s",
        "ñ": "ny", "ń": "n", "ř": "r", "ţ": "ts", "ț": "ts", "ğ": "g", "ı": "i", "ø": "o", "å": "o", "ł": "l",
        "đ": "dj", "ð": "d", "þ": "th", "ß": "ss", "æ": "e", "œ": "e", "ä": "e", "ё": "yo", "є": "ye", "ґ": "g",
        "ъ": "", "ь": "", "ʼ": "", "’": "", "ђ": "dj", "џ": "dj", "ћ": "ch",
    }
)  # fmt: skip

_BEFORE: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "Grek": (
        (r"γου(?=[ιίαάεέ])", "w"),
        (r"(?<=[αάεέηήιίοόυύωώ])ντ", "nd"), ("ντ", "d"),
        (r"(?<=[αάεέηήιίοόυύωώ])μπ", "mb"), ("μπ", "b"), ("γκ", "g"), ("γγ", "ng"), ("ου", "u"), ("ού", "u"), ("τζ", "j"), ("τσ", "ts"),
        (r"γι(?=[αάοόεέ])", "y"),
        ("αι", "e"), ("αί", "e"), ("ει", "i"), ("εί", "i"), ("οι", "i"), ("οί", "i"), ("αυ", "av"), ("αύ", "av"),
        ("ευ", "ev"), ("εύ", "ev"),
    ),
    "Arab": (("\u0640", ""), ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ا"), ("ة", "ه"), ("ا", "a"), ("ظ", "z"), ("ذ", "z"), ("ث", "th"), ("ع", ""),
             ("ء", ""), ("ئ", "y"), ("ؤ", "w")),
    "Cyrl": (("чж", "dzh"), ("цз", "dzh"), ("^у(?=[аеиоэі])", "в"), ("ъ(?=[^яюеёъ])", "а")),
    "Kana": (("[ッっ]", ""),),
    "Deva": (("[ंँ](?![पफबभम])", "n"), ("[चछ]", "ch"), ("ाव$", "ao")),
    "Hebr": (("א", "a"), ("ע", "a"), ("ז'", "zh"), ("ג'", "j"), ("צ'", "ch"), ("ץ'", "ch"), ("פ", "p"), ("ב", "b"),
             ("ף", "f"), ("ש", "sh"), ("ץ", "ts"), ("צ", "ts"), ("ח", "h"), ("ק", "k"), ("ך", "kh"), ("כ", "k")),
}  # fmt: skip

_AFTER: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "Kana": (
        (r"(sh|ch|j)iy([aueo])", r"\1\2"), (r"([kgnhbpmr])iy([aueo])", r"\1y\2"), (r"vu([aeio])", r"v\1"),
        (r"fu([aeio])", r"f\1"), (r"([td])ei", r"\1i"), (r"ui([^aeiou]|$)", r"wi\1"), (r"ue([^aeiou]|$)", r"we\1"),
    ),
    "Hang": ((r"j", "J"), (r"eo", "o"), (r"eu", "u"), (r"ae", "e"), (r"oe", "e"), (r"ui", "i")),
    "Deva": ((r"j", "J"),),
    "Cyrl": ((r"ou", "o"),),
    "Hani": ((r"zh", "J"), (r"q", "C"), (r"x", "S"), (r"ch", "C"), (r"yu", "u"), (r"wu", "u"), (r"yi", "i")),
}  # fmt: skip

_FOLDS: Final = tuple(
    (regex.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=[aeo]u)x$", ""), (r"dge$", "J"), (r"shch|schtsch|szcz|chtch", "S"), (r"tsch|tch|cz|tsh", "C"), (r"dzh|dsch|dzs|dj|dž|gj", "J"),
        (r"sch|sh|sz(?!k)", "S"), (r"tz|ts|te?s$|zz", "W"), (r"dz(?=i)", "J"), (r"dz(?=[aoue])", "z"), (r"zh", "Z"), (r"kh", "h"), (r"ch", "X"), (r"ph", "f"), (r"th", "T"), (r"ck|cq", "Q"),
        (r"qu(?=[eiy])", "k"), (r"q(?=i)", "C"), (r"q", "k"), (r"^x", "S"), (r"x", "ks"),
        (r"gu(?=[eiy])", "g"), (r"(?<=in)e$", ""), (r"ng(?![aeiouy])", "n"),
        (r"c(?=[eiy])", "W"), (r"c(?![eiy])", "Q"), (r"(?<=[gdbrl])h", ""),
        (r"(?<=[SXC])ov", "ev"), (r"(?<=[aeiou])y(?=[aeiou])", ""), (r"ou|oo", "u"), (r"oe", "o"), (r"ae", "e"), (r"ue(?=[a-zA-Z])", "u"),
        (r"(?<=[aeou])y(?![aeiou])", "i"), (r"(?<=[^aeiou])(?:iy|yi|ij|yj|ii|yy|y|j)$", "i"),
        (r"(?<=[^aeiou])y(?![aeiou])", "i"), (r"(?<=[^aeiou_])[jy]e|ie(?=[^aeiou])|ee", "e"), (r"ea", "e"), (r"w", "v"),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""Applied in this order to lower-case ASCII.

Capitals are sounds: S sh, Z zh, C ch, J dj, W ts, T th, X a ch of any reading."""

VOWELS: Final = frozenset("aeiou")


def _costs(text: str) -> Mapping[str, float]:
    table: dict[str, float] = {}
    for item in text.split():
        pair, cost = item.split("=")
        table[pair] = table[pair[::-1]] = float(cost)
    return MappingProxyType(table)


_SUBSTITUTE: Final[Mapping[str, Mapping[str, float]]] = {
    "": _costs(
        "ei=.15 iy=0 ao=.4 ou=.45 ae=.35 eo=.55 ui=.45 au=.5 ai=.6 "
        "eu=.6 io=.6 ey=.1 vu=.2 vf=.15 vb=.4 gh=.2 hk=.35 "
        "gk=.4 dt=.4 bp=.45 sz=.15 Ss=.3 Zz=.25 SZ=.35 CS=.25 Ws=.2 "
        "WC=.2 Wk=.3 Wz=.1 tW=.35 XC=0 Xh=.1 Xk=.15 XS=.15 "
        "XW=.2 jy=0 ji=.05 jJ=0 jZ=.05 jh=.36 jg=.25 JZ=.1 Jz=.2 Jg=.15 Jy=.3 JC=.25 jC=.3 mn=.5 gy=.4 yi=0 ij=.05 "
        "kX=.15 Cs=.4 Zs=.3 Zg=.15 ue=.6 hv=.6 gJ=.15 gZ=.15 "
        "Qk=0 QW=.1 QX=.1 QC=.1 Qg=.35 Qh=.35 QS=.3 WJ=.25 Wj=.25 Sj=.2 Ws=.15 "
        "Wz=.15 Wd=.6 ZJ=.1 Tt=0 Td=.35 Ts=.25 Tz=.25 Tf=.3 WT=.3 jX=.3"
    ),
    "Cyrl": _costs("ou=.3 gh=.05 hX=0 ao=.2 tW=.15 yu=.4 iu=.4 dJ=.2 eo=.35 Ja=.5 ke=.9 hf=.5 tf=.3 zs=.15 ev=.5"),
    "Grek": _costs("bp=.1 dt=.1 gk=.1 sS=.05 zZ=.05 WC=.05 zJ=.1 zj=.15 WS=.15 gy=.1 hX=0 ao=.3 ou=.2 WJ=.1 gh=.2"),
    "Geor": _costs("fp=.05 hX=0 hk=.3 Xk=.1 gh=.1 eu=.5 vu=.1 WC=.1 Ws=.15"),
    "Kana": _costs(
        "WS=.12 tX=.12 Ts=0 rl=0 bv=0 Ss=.1 Ct=.1 Wt=.1 jz=.05 Jz=.05 jJ=0 Zj=0 "
        "ZJ=0 hf=.1 st=.25 ao=.25 au=.2 ae=.25 ei=.1 eo=.3 ui=.2 "
        "ou=.1 ai=.3 io=.4 eu=.3 mn=.15 hv=.3 vu=.1 dj=.2 dJ=.2 "
        "tC=.1 tX=.15 Xt=.15 Xk=.1 Xh=.1 WC=.1 Ws=.1 zd=.2 yi=0 gk=.35 dz=.25"
    ),
    "Hang": _costs(
        "rl=0 bv=0 fp=0 zj=.05 Jz=.05 bp=.1 gk=.05 dt=.1 jC=.1 "
        "JC=.1 jX=.05 jJ=0 Ss=.05 hf=.2 ao=.15 ou=.1 ae=.15 ei=.1 "
        "eo=.15 au=.15 ui=.2 ai=.3 WJ=.1 Wj=.1 WC=.05 Zj=0 vu=.05 st=.25 vf=.2 pv=.1 eu=.2 vi=.3"
    ),
    "Arab": _costs(
        "ha=.1 WS=.2 ae=.05 ai=.1 ao=.1 au=.15 ei=.03 ou=.03 eo=.15 "
        "ui=.2 vu=.02 vo=.05 yi=0 ye=.05 vf=.05 pb=.05 vb=.1 gj=.1 "
        "gk=.15 gh=.1 jg=.1 Jg=.1 jX=.1 JC=.1 jJ=0 XS=.05 CS=.05 "
        "kX=.1 kh=.15 sz=.1 ss=0 dt=.25 dz=.15 ts=.25 ya=.15 "
        "Ws=.05 Wt=.15 Wz=.1 Zj=.05 ZJ=.05 ky=.9 va=.25 fp=.3 st=.25 tW=.15"
    ),
    "Hebr": _costs(
        "ha=.1 ae=.05 ai=.1 ao=.1 au=.1 ei=.03 ou=.03 vo=.03 vu=.03 vf=.2 "
        "vb=.03 pf=.03 Ss=.05 yi=0 ye=.05 ya=.1 Xk=.05 kX=.05 "
        "Xh=.02 hk=.1 Ws=.1 Wt=.2 Wz=.1 Jg=.05 jg=.1 Zz=.1 tW=.15 eo=.1 ui=.15 eu=.15 gj=.05"
    ),
    "Hani": _costs(
        "ao=.15 ae=.15 ai=.15 au=.2 ei=.1 eo=.15 ou=.1 ui=.2 io=.25 "
        "eu=.15 rl=0 dt=.05 gk=.05 bp=.05 bv=.1 pf=.15 pv=.2 "
        "vf=.1 gJ=.1 gj=.1 Jd=.3 jJ=0 jC=.1 JC=.1 kC=.15 gC=.2 "
        "Ss=.05 SC=.15 SX=.05 Sh=.1 sh=.3 sz=.1 sC=.15 zJ=.1 zj=.1 "
        "Zj=.05 ZJ=.05 Zr=.15 Zl=.2 jr=.2 zW=.05 Ws=.1 Wt=.15 WC=.1 "
        "tC=.15 hk=.2 hg=.2 hf=.15 mn=.15 vu=.02 va=.3 ve=.3 "
        "yi=0 Xk=.1 XC=0 Xh=.05 st=.35 sJ=.2 Sk=.3 ts=.25 nl=.25 "
        "nr=.4 hv=.2 Jt=.15 dJ=.15 tJ=.15 jd=.2 Jk=.2 zs=.1 gh=.2"
    ),
    "Deva": _costs("ae=.1 ao=.2 au=.25 ei=.1 ou=.1 ai=.3 eo=.3 dt=.05 "
                   "bv=.1 Ss=.05 zj=.05 jJ=0 pf=.05 Zj=.05 Jz=.05 ek=.9 "
                   "gk=.3 vu=.1 yi=0 kh=.2"),
    "Thai": _costs("rl=.05 dt=.05 bp=.05 gk=.05 vf=.1 jC=.1 ae=.2 ao=.2 ou=.2 ei=.1"),
}  # fmt: skip

_DROP: Final[Mapping[str, Mapping[str, float]]] = {
    "": _costs("a=.6 e=.35 i=.3 o=.6 u=.5 h=.15 y=.05 j=.15 v=.7 s=.8"),
    "Cyrl": _costs("i=.2 e=.3 v=.6 u=.4 h=.1"),
    "Grek": _costs("X=.3 m=.4 n=.3 s=.4 i=.25 h=.1"),
    "Kana": _costs("u=.05 o=.1 i=.12 a=.25 e=.25 r=.3 l=.3 y=.03 h=.1 v=.3 n=.5 t=.4 d=.5"),
    "Hang": _costs("u=.05 i=.1 e=.25 o=.3 a=.4 r=.2 l=.2 h=.1 y=.03 v=.1 g=.4"),
    "Arab": _costs("a=.04 e=.03 i=.04 o=.04 u=.05 h=.1 y=.05 v=.15 g=.4"),
    "Hebr": _costs("a=.04 e=.03 i=.04 o=.04 u=.04 h=.05 y=.05 v=.15"),
    "Hani": _costs("a=.12 e=.08 i=.08 o=.12 u=.08 y=.03 v=.2 h=.1 r=.12 "
                   "l=.15 n=.2 g=.12 s=.2 t=.25 d=.25 m=.3 k=.25 p=.3 "
                   "b=.3 f=.3 W=.25 z=.3"),
    "Deva": _costs("a=.05 e=.2 i=.15 o=.25 u=.2 h=.08 y=.05"),
    "Thai": _costs("a=.2 e=.2 i=.15 o=.25 u=.2 h=.08 y=.05 r=.15 n=.4 s=.3"),
}  # fmt: skip

_LOSSY: Final = frozenset({"Arab", "Hebr", "Kana", "Hani", "Hang"})
_SPELLED: Final = frozenset({"Arab", "Hebr"})
_SLACK: Final[Mapping[str, float]] = {
    "": 1.0, "Cyrl": 1.15, "Grek": 1.4, "Geor": 1.2, "Kana": 1.6, "Hang": 1.5, "Arab": 1.3, "Hebr": 1.3, "Hani": 1.7, "Deva": 1.2,
    "Thai": 1.4,
}  # fmt: skip


@lru_cache(maxsize=65536)
def script_of(name: str) -> str:
    """The ISO 15924 code of the script that ``name`` is written in, "" for Latin and what is read like it."""
    return next((script for script, pattern in _SCRIPTS if pattern.search(name)), "")


@lru_cache(maxsize=65536)
def romanise(word: str) -> str:
    """``word`` in lower-case ASCII letters, by the rules of its script; marks and blanks are dropped."""
    script = script_of(word)
    text = word.lower().replace("\u0307", "")
    for pattern, new in _BEFORE.get(script, ()):
        text = regex.sub(pattern, new, text)
    plain = anyascii(text.translate(_LETTERS)).lower()
    return str(regex.sub(r"[^a-z]", "", plain))


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The sounds of ``word``, one character a sound: equal for spellings that differ by romanisation only."""
    script = script_of(word)
    text = romanise(word)
    if script in _SPELLED:
        text = "_".join(map(romanise, _letters(word, script))).replace("t_sh", "ch").replace("t_s", "ts")
    for pattern, sound in _AFTER.get(script, ()):
        text = regex.sub(pattern, sound, text)
    for fold, sound in _FOLDS:
        text = fold.sub(sound, text)
    return str(text.replace("_", ""))


def _letters(word: str, script: str) -> list[str]:
    """The letters of ``word``, so that two of them are not read as one sound (Hebrew s and h as sh)."""
    text = word
    if script == "Arab":
        text = regex.sub(r"[أإآ]", "ا", text)
        text = regex.sub(r"^او", "و", text)
        text = regex.sub(r"^اي", "ي", text)
    return list(regex.findall(r"\X['’׳]?", text))


@lru_cache(maxsize=512)
def _table(kind: str, left: str, right: str) -> Mapping[str, float]:
    """The costs between two scripts; within one script nothing is lost, so that sounds are not dropped for free."""
    tables = _SUBSTITUTE if kind == "substitute" else _DROP
    merged = dict(tables[""])
    if left == right and kind == "drop":
        return MappingProxyType(merged)
    for script in {left, right} - {""}:
        for pair, cost in tables.get(script, {}).items():
            merged[pair] = min(cost, merged.get(pair, 1.0))
    return MappingProxyType(merged)


@lru_cache(maxsize=262144)
def sound_distance(
    left: str, right: str, left_script: str = "", right_script: str = "", most: float = float("inf")
) -> float:
    """The least cost that turns the sounds ``left`` into ``right`` (0.0 for none, about 1 a foreign consonant).

    The first sound of a word is the surest one: a difference there costs half as much again. Within one script, or
    from one alphabet to another, a last vowel tells Paul from Paula. What costs ``most`` or more is not computed to
    its end, and any number from ``most`` on may stand for it: most names are of two people, and far apart.
    """
    substitute = _table("substitute", left_script, right_script)
    drop = _table("drop", left_script, right_script)
    ends = left_script == right_script
    gendered = ends or not {left_script, right_script} & _LOSSY
    last_left, last_right = len(left) - 1, len(right) - 1
    your_drops = [_drop_cost(drop, sound, gendered and j == last_right) for j, sound in enumerate(right)]
    above = [0.0]
    for j, your_drop in enumerate(your_drops):
        above.append(above[-1] + your_drop * (1.5 if j == 0 and ends else 1))
    for i, mine in enumerate(left):
        mine_drop = _drop_cost(drop, mine, gendered and i == last_left)
        before = above[0] + mine_drop * (1.5 if i == 0 and ends else 1)
        row = [before]
        for j, yours in enumerate(right):
            change = 0.0 if mine == yours else substitute.get(mine + yours, 1.0)
            if i == 0 and j == 0:
                change *= 1.5
            elif ends and change > 0.1 and i == last_left and j == last_right and {mine, yours} <= VOWELS:
                change = max(2 * change, 0.45)
            before = min(above[j] + change, above[j + 1] + mine_drop, before + your_drops[j])
            row.append(before)
        above = row
        if min(above) >= most:
            return min(above)
    return above[-1]


def _drop_cost(drop: Mapping[str, float], sound: str, gendered_end: bool) -> float:
    cost = drop.get(sound, 0.85)
    if not gendered_end or sound not in VOWELS:
        return cost
    return max(cost, 0.5 if sound == "e" else 0.85)


@lru_cache(maxsize=512)
def _slack(left: str, right: str) -> float:
    """How much more two words may differ than in one alphabet; one lossy script read in itself loses nothing."""
    if left == right:
        return {"": 1.0, "Cyrl": 1.0, "Grek": 1.0, "Geor": 1.0, "Hani": 0.15, "Hang": 0.4, "Kana": 0.6}.get(left, 0.6)
    one, other = sorted((_SLACK.get(left, 1.0), _SLACK.get(right, 1.0)))
    return other if one <= 1.2 and not {left, right} <= _LOSSY else min(one, 1.25)


def allowance(left: str, right: str, left_script: str = "", right_script: str = "") -> float:
    """How much two words of these sounds may differ and still be one name: grows with length, and with the script."""
    return (0.12 + 0.06 * (len(left) + len(right)) / 2) * _slack(left_script, right_script)
