"""The figures of a vote in words, and what the rules say of them: the sentence with its arithmetic."""

from council_tui.domain.areas import area_text
from council_tui.domain.casting import Casting
from council_tui.domain.gates import Base, Measure
from council_tui.domain.rules import (
    Count,
    Impossible,
    ImpossibleCount,
    Outlook,
    Part,
    Standing,
    Unmeasured,
    Verdict,
)
from council_tui.wording import parties
from council_tui.wording.carried import outcome_words
from council_tui.wording.catalog import N_, _, ngettext, pgettext
from council_tui.wording.gates import share_words

_WHOLE = {
    Base.ROLL: N_("{whole} on the roll"),
    Base.PRESENT: N_("{whole} present"),
    Base.PARTICIPATING: N_("{whole} took part"),
    Base.CAST: N_("{whole} voted for or against"),
}

_WHOLE_OWNERS = {**_WHOLE, Base.ROLL: N_("{whole} owners in all")}
"""The roll is that of the council, in whose meeting owners' papers are counted."""

_EMPTY = {
    Base.ROLL: N_("Nobody on the roll"),
    Base.PRESENT: N_("Nobody present"),
    Base.PARTICIPATING: N_("Nobody took part"),
    Base.CAST: N_("Nobody voted for or against"),
}

_WHOLE_MEASURED = {
    Base.ROLL: N_("{whole} in all"),
    Base.PRESENT: N_("{whole} represented"),
    Base.PARTICIPATING: N_("{whole} taking part"),
    Base.CAST: N_("{whole} for or against"),
}

_BY = {
    Measure.HEADS: N_("by heads: {words}"),
    Measure.HOUSEHOLDS: N_("by households: {words}"),
    Measure.AREA: N_("by floor area: {words}"),
}
"""The figures by one measure among several."""

_BY_LEAST = {
    Measure.HEADS: N_("by heads (quorum {needed}): {words}"),
    Measure.HOUSEHOLDS: N_("by households (quorum {needed}): {words}"),
    Measure.AREA: N_("by floor area (quorum {needed}): {words}"),
}
"""The same with what was needed for a quorum."""


def whole_words(base: Base, whole: int) -> str:
    """What a share of heads is taken of: `17 present`, `9 took part`."""
    return _(_WHOLE[base]).format(whole=whole)


def verdict_sentence(count: Count, verdict: Verdict, outcome: str = "") -> str:
    """`17 present, more than half is 9; yes 16, no 0, abstain 1: carried.`

    `outcome`: what became of the result, where it is not the rule's.

    Members not voting and invalid papers are named when there are any. Without quorum the sentence
    says that alone. Where more than heads are counted it says each measure's figures.
    """
    if len(verdict.parts) == 1:
        if not verdict.quorum_met and count.parties:
            return parties.missing_words(count, verdict)
        if not verdict.quorum_met:
            return _no_quorum(verdict.quorum_needed or 0, count.present, count.by_proxy)
        words = _figured(count, verdict.first)
    else:
        words = _by_each(count, verdict)
    return _("{figures}: {outcome}.").format(figures=words, outcome=outcome or _ending(verdict))


def _by_each(count: Count, verdict: Verdict) -> str:
    """The figures by every measure, in its own unit."""
    said = ""
    for part in verdict.parts:
        by = count.by(part.measure) or count
        words = _figured(by, part) if verdict.quorum_met else _came(by, part)
        if verdict.quorum_met and part.quorum_needed is not None:
            least = _number(part.quorum_needed, part.measure)
            words = _(_BY_LEAST[part.measure]).format(needed=least, words=words)
        else:
            words = _(_BY[part.measure]).format(words=words)
        said = pgettext("measure", "{first}; {second}").format(first=said, second=words) if said else words
    return said


def _ending(verdict: Verdict) -> str:
    return outcome_words(verdict) if verdict.quorum_met else pgettext("verdict", "not carried, no quorum")


def _came(count: Count, part: Part) -> str:
    """`60 needed, 59 took part`; without the first where this measure asks for no quorum."""
    heads, present = part.measure is Measure.HEADS, _number(count.present, part.measure)
    if part.quorum_needed is None:
        text = pgettext("heads", "{present} took part") if heads else _("{present} took part")
        return text.format(present=present)
    text = pgettext("heads", "{needed} needed, {present} took part")
    if not heads:
        text = _("{needed} needed, {present} took part")
    return text.format(present=present, needed=_number(part.quorum_needed, part.measure))


def _figured(count: Count, part: Part) -> str:
    """What was needed, and what was answered."""
    if part.gate is None:
        return answers_words(count, part.measure)
    answers = answers_words(count, part.measure)
    arithmetic = parties.arithmetic_words(part) if count.parties else _arithmetic(part, count)
    text = _("{arithmetic}; {answers}")
    if count.by_proxy and part.base is not Base.PRESENT:
        text = _("{arithmetic}; {answers}; present by proxy {proxies}")
    return text.format(arithmetic=arithmetic, answers=answers, proxies=count.by_proxy)


def _number(figure: int, measure: Measure) -> str:
    """A figure in its unit; heads have none."""
    match measure:
        case Measure.HEADS:
            return str(figure)
        case Measure.HOUSEHOLDS:
            return _("{count} households").format(count=figure)
        case Measure.AREA:
            return _("{area} sq m").format(area=area_text(figure))


def answers_words(count: Count, measure: Measure = Measure.HEADS, casting: Casting = Casting.NONE) -> str:
    """`yes 14, no 1, abstain 2`, and not voting, invalid and silent where there are any.

    `casting`: on whose side the chair's casting vote is among these figures; NONE: on neither.
    """
    if count.parties:
        return parties.answers_words(count)

    def figure(value: int) -> str:
        return _number(value, measure)

    def side(value: int, choice: Casting) -> str:
        text = _("{figure} with the chair's casting vote") if casting is choice else "{figure}"
        return text.format(figure=figure(value))

    words = _("yes {yes}, no {no}, abstain {abstain}")
    yes, no = side(count.yes, Casting.YES), side(count.no, Casting.NO)
    words = words.format(yes=yes, no=no, abstain=figure(count.abstain))
    if count.not_voting > 0:
        words = _("{answers}, not voting {count}").format(answers=words, count=figure(count.not_voting))
    if count.invalid > 0:
        words = _("{answers}, invalid {count}").format(answers=words, count=figure(count.invalid))
    if count.silent > 0:
        words = _("{answers}, silent {count}").format(answers=words, count=figure(count.silent))
    return words


def outlook_sentence(outlook: Outlook) -> str:
    """`9 needed, 8 yes: 1 short.` and its like, live while answers come in."""
    if outlook.standing is Standing.NO_QUORUM:
        return _no_quorum(outlook.quorum_needed or 0, outlook.present)
    if outlook.needed is None:
        return _("It cannot be carried with these answers.")
    facts = {"needed": outlook.needed, "yes": outlook.yes, "short": outlook.short, "most": outlook.most}
    return _(_OUTLOOKS[outlook.standing]).format(**facts)


_OUTLOOKS = {
    Standing.ENOUGH: N_("{needed} needed, {yes} yes: enough."),
    Standing.AHEAD: N_("{needed} needed, {yes} yes: enough so far."),
    Standing.SHORT: N_("{needed} needed, {yes} yes: {short} short."),
    Standing.TIE: N_("{needed} needed, {yes} yes: tied, not carried."),
    Standing.OUT_OF_REACH: N_("{needed} needed, {most} at most: cannot be carried any more."),
}


def impossible_words(refusal: ImpossibleCount) -> str:
    """Why these figures cannot be: `14 + 1 + 3 = 18, but 17 are present.`"""
    count = refusal.count

    def figure(value: int) -> str:
        return _number(value, refusal.measure)

    match refusal.why:
        case Impossible.NEGATIVE:
            return _("A count is never below zero.")
        case Impossible.MORE_PRESENT_THAN_ROLL if count.parties:
            text = _("{present} parties represented, but there are {roll}.")
            return text.format(present=count.present, roll=count.roll)
        case Impossible.MORE_VOTES_THAN_PRESENT:
            parts = [count.yes, count.no, count.abstain] + [count.invalid] * (count.invalid > 0)
            whole = f"{' + '.join(map(figure, parts))} = {figure(sum(parts))}"
            return _("{sum}, but {present} are present.").format(sum=whole, present=figure(count.present))
        case Impossible.MORE_PRESENT_THAN_ROLL:
            text = _("{present} present, but {roll} on the roll.")
            return text.format(present=figure(count.present), roll=figure(count.roll))


def unmeasured_words(refusal: Unmeasured) -> str:
    """By what the figures have to be given too."""
    if refusal.measure is Measure.AREA:
        return _("This rule counts floor area too: give the areas in square metres.")
    return _("This rule counts households too: give their numbers.")


def _arithmetic(part: Part, count: Count) -> str:
    """What is needed, and out of what; or why nothing would do."""
    if part.empty is not None:
        return _(_EMPTY[part.empty])
    if part.needed is None or part.gate is None:
        return _("No number of votes for is enough")
    if part.base is None or part.denominator is None:
        text = ngettext("{needed} vote needed", "{needed} votes needed", part.needed)
        return text.format(needed=part.needed)
    wholes = _WHOLE if count.area is None else _WHOLE_OWNERS
    if part.measure is not Measure.HEADS:
        wholes = _WHOLE_MEASURED
    whole = _(wholes[part.base]).format(whole=_number(part.denominator, part.measure))
    if count.by_proxy and part.base is Base.PRESENT:
        whole = _("{whole} ({proxies} by proxy)").format(whole=whole, proxies=count.by_proxy)
    needed = _number(part.needed, part.measure)
    text = _("{whole}, {share} is {needed}")
    if part.measure is not Measure.HEADS:
        text = pgettext("measure", "{whole}, {share} is {needed}")
    return text.format(whole=whole, share=share_words(part.gate), needed=needed)


def _no_quorum(needed: int, present: int, by_proxy: int = 0) -> str:
    text = _("Not carried: no quorum ({needed} needed, {present} present).")
    if by_proxy:
        text = _("Not carried: no quorum ({needed} needed, {present} present, {proxies} of them by proxy).")
    return text.format(needed=needed, present=present, proxies=by_proxy)
