"""Parties of a joint meeting in words: their names, their stands, their figures, and how a vote stands."""

from collections.abc import Iterable

from council_tui.domain.gates import Base
from council_tui.domain.parties import ByParties, NoParty, NotRepresented, Party
from council_tui.domain.rules import Count, Outlook, Part, Standing, Verdict
from council_tui.domain.votes import Choice
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, pgettext
from council_tui.wording.gates import share_words

PARTIES = {
    Party.COMMUNITY: N_("the community"),
    Party.PROPERTY: N_("the property company"),
    Party.OWNERS: N_("the owners"),
}

_WHOLE = {
    Base.ROLL: N_("{whole} parties"),
    Base.PRESENT: N_("{whole} parties represented"),
    Base.PARTICIPATING: N_("{whole} parties took a stand"),
    Base.CAST: N_("{whole} parties said yes or no"),
}


def party_words(party: str) -> str:
    """A known party in the language in use; any other as the council calls it."""
    return _(PARTIES[Party(party)]) if party in PARTIES else party


def parties_words(parties: Iterable[str]) -> str:
    """`the community, the property company, the owners`, 社区、物业、业主."""
    return names.listed(party_words(each) for each in parties)


def stand_words(stand: Choice) -> str:
    """`agrees`, `disagrees`, `reserves judgement`, and `no stand` for one that said nothing."""
    match stand:
        case Choice.YES:
            return pgettext("stand", "agrees")
        case Choice.NO:
            return pgettext("stand", "disagrees")
        case Choice.ABSTAIN:
            return pgettext("stand", "reserves judgement")
        case Choice.NONE:
            return pgettext("stand", "no stand")


def missing_words(count: Count, verdict: Verdict) -> str:
    """`Not carried: not every party is represented (2 of 3).`"""
    needed = verdict.quorum_needed or 0
    text = _("Not carried: too few parties are represented ({needed} needed, {present} present).")
    if needed >= count.roll:
        text = _("Not carried: not every party is represented ({present} of {roll}).")
    return text.format(needed=needed, present=count.present, roll=count.roll)


def arithmetic_words(part: Part) -> str:
    """`3 parties, all must agree`, `3 parties, more than half is 2`; or why nothing would do."""
    if part.empty is not None:
        return _("No party counts")
    if part.needed is None or part.gate is None or part.base is None or part.denominator is None:
        return _("{needed} parties must agree").format(needed=part.needed or "-")
    if part.base is Base.ROLL and part.needed == part.denominator:
        return _("{whole} parties, all must agree").format(whole=part.denominator)
    whole = _(_WHOLE[part.base]).format(whole=part.denominator)
    text = pgettext("measure", "{whole}, {share} is {needed}")
    return text.format(whole=whole, share=share_words(part.gate), needed=part.needed)


def answers_words(count: Count) -> str:
    """`agree 2, disagree 0, reserve 1`, and those represented that took no stand, if any."""
    words = _("agree {yes}, disagree {no}, reserve {abstain}")
    words = words.format(yes=count.yes, no=count.no, abstain=count.abstain)
    if count.not_voting > 0:
        words = _("{answers}, no stand {count}").format(answers=words, count=count.not_voting)
    return words


def outlook_sentence(outlook: Outlook, count: Count, unasked: int) -> str:
    """`2 of 3 parties agree: 1 still to be asked.` and its like, live while the parties speak."""
    facts = {"yes": outlook.yes, "roll": count.roll, "most": outlook.most, "short": outlook.short}
    return _(_OUTLOOKS[_standing(outlook, unasked)]).format(count=unasked, **facts)


def _standing(outlook: Outlook, unasked: int) -> Standing | None:
    """As the outlook says; None where all who are still to be asked have to agree."""
    return None if outlook.standing is Standing.SHORT and outlook.short == unasked else outlook.standing


_OUTLOOKS = {
    None: N_("{yes} of {roll} parties agree: {count} still to be asked."),
    Standing.NO_QUORUM: N_("Not every party is represented: cannot be carried."),
    Standing.ENOUGH: N_("{yes} of {roll} parties agree: enough."),
    Standing.AHEAD: N_("{yes} of {roll} parties agree: enough so far."),
    Standing.SHORT: N_("{yes} of {roll} parties agree: {short} short, {count} still to be asked."),
    Standing.TIE: N_("{yes} of {roll} parties agree: tied, not carried."),
    Standing.OUT_OF_REACH: N_("{yes} of {roll} parties agree, {most} at most: cannot be carried any more."),
}


def by_parties_words(refusal: ByParties) -> str:
    """In which way such a question is put."""
    if refusal.parties:
        return _("These rules count parties: put it to the vote by stands of the parties.")
    return _("These rules have no parties: put it to the vote in another way.")


def no_party_words(refusal: NoParty) -> str:
    """That it is not known who speaks for whom, and where that is entered."""
    text = _("Nobody on the roll speaks for {parties}. Enter who does on the People screen (8).")
    return text.format(parties=parties_words(refusal.parties))


def not_represented_words(refusal: NotRepresented) -> str:
    """Which party cannot take a stand."""
    return _("Nobody present speaks for {party}.").format(party=party_words(refusal.party))
