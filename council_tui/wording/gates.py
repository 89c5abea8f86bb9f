"""Gates, verdicts and outlooks in words: the sentence with its arithmetic."""

from fractions import Fraction

from council_tui.domain.gates import Base, Gate, Measure, Op
from council_tui.domain.rules import Count, Impossible, ImpossibleCount, Outlook, Rules, Standing, Verdict
from council_tui.wording.catalog import N_, _, ngettext, pgettext

HALF = Fraction(1, 2)

_SHARES = {
    Fraction(1, 3): N_("one third"),
    Fraction(2, 3): N_("two thirds"),
    Fraction(1, 4): N_("one quarter"),
    Fraction(3, 4): N_("three quarters"),
    Fraction(1, 5): N_("one fifth"),
    Fraction(2, 5): N_("two fifths"),
    Fraction(3, 5): N_("three fifths"),
    Fraction(4, 5): N_("four fifths"),
    Fraction(1, 10): N_("one tenth"),
    Fraction(9, 10): N_("nine tenths"),
}

_OF = {
    Base.ROLL: N_("{share} of the roll"),
    Base.PRESENT: N_("{share} of those present"),
    Base.PARTICIPATING: N_("{share} of those taking part"),
    Base.CAST: N_("{share} of the votes for and against"),
}

_MORE_OF = {
    Base.ROLL: N_("more than {share} of the roll"),
    Base.PRESENT: N_("more than {share} of those present"),
    Base.PARTICIPATING: N_("more than {share} of those taking part"),
    Base.CAST: N_("more than {share} of the votes for and against"),
}
"""Whole phrases: Chinese puts the base between "more than" and the share. Half has a word of its own."""

_SHORT = {
    Base.ROLL: N_("roll {op} {share}"),
    Base.PRESENT: N_("present {op} {share}"),
    Base.PARTICIPATING: N_("taking part {op} {share}"),
    Base.CAST: N_("for and against {op} {share}"),
    Base.VOTES: N_("votes {op} {share}"),
}

_WHOLE = {
    Base.ROLL: N_("{whole} on the roll"),
    Base.PRESENT: N_("{whole} present"),
    Base.PARTICIPATING: N_("{whole} took part"),
    Base.CAST: N_("{whole} voted for or against"),
}

_EMPTY = {
    Base.ROLL: N_("Nobody on the roll"),
    Base.PRESENT: N_("Nobody present"),
    Base.PARTICIPATING: N_("Nobody took part"),
    Base.CAST: N_("Nobody voted for or against"),
}


def share_words(gate: Gate) -> str:
    """The share alone: `more than half` (过半数), `half or more` (半数以上), `two thirds or more`."""
    if gate.share == HALF:
        return _("more than half") if gate.op is Op.MORE_THAN else _("half or more")
    if gate.share == 1 and gate.op is Op.AT_LEAST:
        return pgettext("share", "all")
    text = _("more than {share}") if gate.op is Op.MORE_THAN else _("{share} or more")
    return text.format(share=_part(gate))


def gate_words(gate: Gate) -> str:
    """`more than half of those present` (到会人数的过半数), `9 votes or more` (9 票以上)."""
    if gate.base is Base.VOTES:
        return _number_words(gate, N_("more than {count} votes"), N_("{count} votes or more"))
    if gate.op is Op.MORE_THAN and gate.share != HALF:
        words = _(_MORE_OF[gate.base]).format(share=_part(gate))
    else:
        words = _(_OF[gate.base]).format(share=share_words(gate))
    match gate.measure:
        case Measure.HEADS:
            return words
        case Measure.HOUSEHOLDS:
            return _("{gate}, by households").format(gate=words)
        case Measure.AREA:
            return _("{gate}, by floor area").format(gate=words)


def quorum_words(gate: Gate) -> str:
    """As `gate_words`; a fixed number is one of members present: `9 members or more` (9 人以上)."""
    if gate.base is Base.VOTES:
        return _number_words(gate, N_("more than {count} members"), N_("{count} members or more"))
    return gate_words(gate)


def gate_short(gate: Gate) -> str:
    """The gate as a screen has it: `present > 1/2` (到会 > 1/2), `votes >= 9` (票数 >= 9)."""
    share = str(gate.share) if gate.base is Base.VOTES else _fraction(gate)
    return _(_SHORT[gate.base]).format(op=gate.op, share=share)


def rules_short(rules: Rules) -> str:
    """`Rule: carried present > 1/2, quorum roll >= 2/3`."""
    carry = _all_of([gate_short(gate) for gate in rules.carry])
    if not rules.quorum:
        return _("Rule: carried {carry}, no quorum").format(carry=carry)
    quorum = _all_of([gate_short(gate) for gate in rules.quorum])
    return _("Rule: carried {carry}, quorum {quorum}").format(carry=carry, quorum=quorum)


def quorum_phrase(rules: Rules) -> str:
    """`two thirds or more of the roll`; empty where no quorum is asked."""
    return _all_of([quorum_words(gate) for gate in rules.quorum]) if rules.quorum else ""


def quorum_sentence(rules: Rules) -> str:
    """`Quorum: two thirds or more of the roll.`"""
    if not rules.quorum:
        return _("No quorum is asked.")
    return _("Quorum: {gates}.").format(gates=quorum_phrase(rules))


def carry_sentence(rules: Rules) -> str:
    """`Carried by more than half of those present; a tie is not carried.`"""
    gates = _all_of([gate_words(gate) for gate in rules.carry])
    return _("Carried by {gates}; a tie is not carried.").format(gates=gates)


def abstention_words(rules: Rules) -> str:
    """What an abstention does under these rules, as the bases of the result gates have it."""
    bases = {gate.base for gate in rules.carry}
    if bases & {Base.ROLL, Base.PRESENT, Base.PARTICIPATING}:
        return _("An abstention works as a no.")
    if Base.CAST in bases:
        return _("Abstentions are not counted.")
    return _("Only votes for are counted.")


def rules_words(rules: Rules) -> str:
    """How it is decided, in three sentences: quorum, result, abstentions."""
    return _("{quorum} {carry} {abstention}").format(
        quorum=quorum_sentence(rules), carry=carry_sentence(rules), abstention=abstention_words(rules)
    )


def verdict_sentence(count: Count, verdict: Verdict) -> str:
    """`17 present, more than half is 9; yes 16, no 0, abstain 1: carried.`

    Members not voting and invalid papers are named when there are any. Without quorum the sentence
    says that alone.
    """
    if not verdict.quorum_met:
        return _no_quorum(verdict.quorum_needed or 0, count.present)
    return _("{arithmetic}; {answers}: {outcome}.").format(
        arithmetic=_arithmetic(count, verdict), answers=answers_words(count), outcome=outcome_words(verdict)
    )


def outcome_words(verdict: Verdict) -> str:
    """`carried`, `not carried`, or `tied, not carried`."""
    if verdict.carried:
        return pgettext("verdict", "carried")
    return pgettext("verdict", "tied, not carried") if verdict.tie else pgettext("verdict", "not carried")


def answers_words(count: Count) -> str:
    """`yes 14, no 1, abstain 2`, and not voting and invalid where there are any."""
    words = _("yes {yes}, no {no}, abstain {abstain}")
    words = words.format(yes=count.yes, no=count.no, abstain=count.abstain)
    if count.not_voting > 0:
        words = _("{answers}, not voting {count}").format(answers=words, count=count.not_voting)
    if count.invalid > 0:
        words = _("{answers}, invalid {count}").format(answers=words, count=count.invalid)
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
    match refusal.why:
        case Impossible.NEGATIVE:
            return _("A count is never below zero.")
        case Impossible.MORE_VOTES_THAN_PRESENT:
            text = _("{sum}, but {present} are present.")
            return text.format(sum=_sum(count), present=count.present)
        case Impossible.MORE_PRESENT_THAN_ROLL:
            text = _("{present} present, but {roll} on the roll.")
            return text.format(present=count.present, roll=count.roll)


def unrecorded_words(refusal: ImpossibleCount) -> str:
    """The same while a vote is entered, with the way out: `Not recorded: ... Who has not signed in?`"""
    words = _("Not recorded: {why}").format(why=impossible_words(refusal))
    if refusal.why is not Impossible.MORE_VOTES_THAN_PRESENT:
        return words
    return _("{refused} Who has not signed in?").format(refused=words)


def _sum(count: Count) -> str:
    parts = [count.yes, count.no, count.abstain] + [count.invalid] * (count.invalid > 0)
    return f"{' + '.join(str(part) for part in parts)} = {sum(parts)}"


def _arithmetic(count: Count, verdict: Verdict) -> str:
    """What is needed, and out of what; or why nothing would do."""
    if verdict.empty is not None:
        return _(_EMPTY[verdict.empty])
    if verdict.needed is None:
        return _("No number of votes for is enough")
    if verdict.base is None:
        text = ngettext("{needed} vote needed", "{needed} votes needed", verdict.needed)
        return text.format(needed=verdict.needed)
    whole = _(_WHOLE[verdict.base]).format(whole=verdict.denominator)
    share = share_words(verdict.gate)
    return _("{whole}, {share} is {needed}").format(whole=whole, share=share, needed=verdict.needed)


def _no_quorum(needed: int, present: int) -> str:
    text = _("Not carried: no quorum ({needed} needed, {present} present).")
    return text.format(needed=needed, present=present)


def _all_of(words: list[str]) -> str:
    whole = words[0]
    for more in words[1:]:
        whole = _("{first} and {second}").format(first=whole, second=more)
    return whole


def _part(gate: Gate) -> str:
    return _(_SHARES[gate.share]) if gate.share in _SHARES else _fraction(gate)


def _fraction(gate: Gate) -> str:
    return f"{gate.share.numerator}/{gate.share.denominator}"


def _number_words(gate: Gate, above: str, at_least: str) -> str:
    return _(above if gate.op is Op.MORE_THAN else at_least).format(count=gate.share.numerator)
