"""Gates and rules in words."""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from council_tui.domain.gates import Base, Gate, Measure, Op
from council_tui.domain.rules import ChairVotes, Rules
from council_tui.domain.rulesets import PresentBasis
from council_tui.wording.catalog import N_, _, pgettext

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

_OF_OWNERS = {
    Base.ROLL: N_("{share} of all owners"),
    Base.PRESENT: N_("{share} of the owners present"),
    Base.PARTICIPATING: N_("{share} of the owners taking part"),
    Base.CAST: N_("{share} of the owners for and against"),
}

_MORE_OF_OWNERS = {
    Base.ROLL: N_("more than {share} of all owners"),
    Base.PRESENT: N_("more than {share} of the owners present"),
    Base.PARTICIPATING: N_("more than {share} of the owners taking part"),
    Base.CAST: N_("more than {share} of the owners for and against"),
}

_OF_AREA = {
    Base.ROLL: N_("{share} of all exclusive floor area"),
    Base.PRESENT: N_("{share} of the exclusive floor area present"),
    Base.PARTICIPATING: N_("{share} of the exclusive floor area taking part"),
    Base.CAST: N_("{share} of the exclusive floor area for and against"),
}

_MORE_OF_AREA = {
    Base.ROLL: N_("more than {share} of all exclusive floor area"),
    Base.PRESENT: N_("more than {share} of the exclusive floor area present"),
    Base.PARTICIPATING: N_("more than {share} of the exclusive floor area taking part"),
    Base.CAST: N_("more than {share} of the exclusive floor area for and against"),
}

_OF_PARTIES = {
    Base.ROLL: N_("{share} of the parties"),
    Base.PRESENT: N_("{share} of the parties represented"),
    Base.PARTICIPATING: N_("{share} of the parties that take a stand"),
    Base.CAST: N_("{share} of the parties that say yes or no"),
}

_MORE_OF_PARTIES = {
    Base.ROLL: N_("more than {share} of the parties"),
    Base.PRESENT: N_("more than {share} of the parties represented"),
    Base.PARTICIPATING: N_("more than {share} of the parties that take a stand"),
    Base.CAST: N_("more than {share} of the parties that say yes or no"),
}

_SHORT = {
    Base.ROLL: N_("roll {op} {share}"),
    Base.PRESENT: N_("present {op} {share}"),
    Base.PARTICIPATING: N_("taking part {op} {share}"),
    Base.CAST: N_("for and against {op} {share}"),
    Base.VOTES: N_("votes {op} {share}"),
}

_SHORT_AREA = {
    Base.ROLL: N_("floor area {op} {share}"),
    Base.PRESENT: N_("floor area present {op} {share}"),
    Base.PARTICIPATING: N_("floor area taking part {op} {share}"),
    Base.CAST: N_("floor area for and against {op} {share}"),
}

_SHORT_OWNERS = {
    Base.ROLL: N_("owners {op} {share}"),
    Base.PRESENT: N_("owners present {op} {share}"),
    Base.PARTICIPATING: N_("owners taking part {op} {share}"),
    Base.CAST: N_("owners for and against {op} {share}"),
    Base.VOTES: N_("votes {op} {share}"),
}

_SHORT_PARTIES = {
    Base.ROLL: N_("parties {op} {share}"),
    Base.PRESENT: N_("parties represented {op} {share}"),
    Base.PARTICIPATING: N_("parties taking a stand {op} {share}"),
    Base.CAST: N_("parties yes and no {op} {share}"),
    Base.VOTES: N_("parties {op} {share}"),
}


class Who(StrEnum):
    """Whose heads a gate counts; of floor area it is always the owners'."""

    MEMBERS = "members"
    PARTIES = "parties"
    OWNERS = "owners"


_WHOLES = {
    Who.MEMBERS: (_OF, _MORE_OF, _SHORT),
    Who.PARTIES: (_OF_PARTIES, _MORE_OF_PARTIES, _SHORT_PARTIES),
    Who.OWNERS: (_OF_OWNERS, _MORE_OF_OWNERS, _SHORT_OWNERS),
}


def who(rules: Rules) -> Who:
    """Whose heads are counted by these rules."""
    if rules.parties:
        return Who.PARTIES
    return Who.OWNERS if rules.of_owners else Who.MEMBERS


def share_words(gate: Gate) -> str:
    """The share alone: `more than half` (过半数), `half or more` (半数以上), `two thirds or more`."""
    if gate.share == HALF:
        return _("more than half") if gate.op is Op.MORE_THAN else _("half or more")
    if gate.share == 1 and gate.op is Op.AT_LEAST:
        return pgettext("share", "all")
    text = _("more than {share}") if gate.op is Op.MORE_THAN else _("{share} or more")
    return text.format(share=_part(gate))


def gate_words(gate: Gate, of: Who = Who.MEMBERS) -> str:
    """`more than half of those present` (到会人数的过半数), `9 votes or more` (9 票以上).

    `of`: who is counted, as in `two thirds or more of the parties`.
    """
    if gate.base is Base.VOTES and of is Who.PARTIES:
        return _number_words(gate, N_("more than {count} parties"), N_("{count} parties or more"))
    if gate.base is Base.VOTES:
        return _number_words(gate, N_("more than {count} votes"), N_("{count} votes or more"))
    whole, more, _short = _WHOLES[of]
    if gate.measure is Measure.AREA:
        whole, more = _OF_AREA, _MORE_OF_AREA
    if gate.op is Op.MORE_THAN and gate.share != HALF:
        words = _(more[gate.base]).format(share=_part(gate))
    else:
        words = _(whole[gate.base]).format(share=share_words(gate))
    return _by_measure(gate.measure, words)


def _by_measure(measure: Measure, words: str) -> str:
    """Households are named beside the gate; heads and floor area are in its words."""
    return _("{gate}, by households").format(gate=words) if measure is Measure.HOUSEHOLDS else words


def quorum_words(gate: Gate, of: Who = Who.MEMBERS) -> str:
    """As `gate_words`; a fixed number is one of members present: `9 members or more` (9 人以上)."""
    if gate.base is Base.VOTES:
        return _number_words(gate, N_("more than {count} members"), N_("{count} members or more"))
    return gate_words(gate, of)


def gate_short(gate: Gate, of: Who = Who.MEMBERS) -> str:
    """The gate as a screen has it: `present > 1/2` (到会 > 1/2), `votes >= 9` (票数 >= 9)."""
    if of is Who.PARTIES and _all([gate]):
        return _("every party")
    share = str(gate.share) if gate.base is Base.VOTES else _fraction(gate)
    _whole, _more, shorts = _WHOLES[of]
    if gate.measure is Measure.AREA:
        shorts = _SHORT_AREA
    words = _(shorts[gate.base]).format(op=gate.op, share=share)
    return _by_measure(gate.measure, words)


def rules_short(rules: Rules) -> str:
    """`Rule: carried present > 1/2, quorum roll >= 2/3`."""
    carry = linked([gate_short(gate, who(rules)) for gate in rules.carry], _("{first} and {second}"))
    if not rules.quorum:
        return _("Rule: carried {carry}, no quorum").format(carry=carry)
    shorts = [gate_short(gate, who(rules)) for gate in rules.quorum]
    quorum = linked(shorts, _quorum_link(rules))
    return _("Rule: carried {carry}, quorum {quorum}").format(carry=carry, quorum=quorum)


def quorum_phrase(rules: Rules) -> str:
    """`two thirds or more of the roll`; empty where no quorum is asked."""
    if rules.parties and _all(rules.quorum):
        return _("every party is represented")
    words = gate_words if rules.parties else quorum_words
    return linked([words(gate, who(rules)) for gate in rules.quorum], _quorum_link(rules))


def quorum_sentence(rules: Rules) -> str:
    """`Quorum: two thirds or more of the roll.`"""
    if not rules.quorum:
        return _("No quorum is asked.")
    if rules.parties and _all(rules.quorum):
        return _("Every party must be represented.")
    return _("Quorum: {gates}.").format(gates=quorum_phrase(rules))


def carry_sentence(rules: Rules) -> str:
    """`Carried by more than half of those present; a tie is not carried.`"""
    if rules.parties and _all(rules.carry):
        return _("Carried if every party agrees.")
    gates = linked([gate_words(gate, who(rules)) for gate in rules.carry], _("{first} and {second}"))
    if rules.chair_votes is ChairVotes.TIE_ONLY:
        return _("Carried by {gates}; a tie is lost without the chair's casting vote.").format(gates=gates)
    return _("Carried by {gates}; a tie is not carried.").format(gates=gates)


def abstention_words(rules: Rules) -> str:
    """What an abstention does under these rules, as the bases of the result gates have it."""
    bases = {gate.base for gate in rules.carry}
    if rules.parties and bases != {Base.CAST}:
        return _("A party that reserves judgement, or is silent, has not agreed.")
    if bases & {Base.ROLL, Base.PRESENT, Base.PARTICIPATING}:
        return _("An abstention works as a no.")
    if Base.CAST in bases:
        return _("Abstentions are not counted.")
    return _("Only votes for are counted.")


def rules_words(rules: Rules) -> str:
    """How it is decided, in sentences: quorum, result, abstentions; and presence, where it is unusual."""
    text = _("{quorum} {carry} {abstention}")
    if rules.present_basis is PresentBasis.AT_OPENING:
        text = _("{quorum} {carry} {abstention} Who leaves after the opening is still counted as present.")
    return text.format(
        quorum=quorum_sentence(rules), carry=carry_sentence(rules), abstention=abstention_words(rules)
    )


def _all(gates: Sequence[Gate]) -> bool:
    """Whether the whole roll is asked for, and nothing else."""
    return bool(gates) and all(
        gate.share == 1 and gate.op is Op.AT_LEAST and gate.base is Base.ROLL for gate in gates
    )


def _quorum_link(rules: Rules) -> str:
    """What stands between the gates of a quorum: one of them is enough, or all must hold."""
    return _("{first} or {second}") if rules.any_quorum else _("{first} and {second}")


def linked(words: Sequence[str], link: str) -> str:
    """The words one after the other, with what stands between two of them; nothing for none."""
    whole = "".join(words[:1])
    for more in words[1:]:
        whole = link.format(first=whole, second=more)
    return whole


def _part(gate: Gate) -> str:
    return _(_SHARES[gate.share]) if gate.share in _SHARES else _fraction(gate)


def _fraction(gate: Gate) -> str:
    return f"{gate.share.numerator}/{gate.share.denominator}"


def _number_words(gate: Gate, above: str, at_least: str) -> str:
    return _(above if gate.op is Op.MORE_THAN else at_least).format(count=gate.share.numerator)
