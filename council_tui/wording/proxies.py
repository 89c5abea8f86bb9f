"""Proxies in words: what the rules say of them, who is represented by whom on what paper, and refusals."""

from collections.abc import Mapping

from council_tui.domain import proxies
from council_tui.domain.ids import PersonId
from council_tui.domain.meeting import MeetingView
from council_tui.domain.proxies import Bond, Proxy
from council_tui.domain.representing import Ending, Spell, spells
from council_tui.domain.rulesets import Rules
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, ngettext, pgettext

_RULES = {
    Proxy.NONE: N_("Nobody votes by proxy."),
    Proxy.WRITTEN: N_("A member who is away may be represented by another, in writing."),
    Proxy.SAME_HOUSEHOLD: N_("A member who is away may be represented by their household, in writing."),
    Proxy.CLOSE_KIN: N_("A member who is away may be represented by a close relative, in writing."),
}

CHOICES = {
    Proxy.NONE: N_("no proxies"),
    Proxy.WRITTEN: N_("in writing"),
    Proxy.SAME_HOUSEHOLD: N_("same household"),
    Proxy.CLOSE_KIN: N_("close relatives"),
}
"""What rules can say of proxies, for a form."""

BONDS = {
    Bond.WRITTEN: N_("any member"),
    Bond.SAME_HOUSEHOLD: N_("of the same household"),
    Bond.CLOSE_KIN: N_("a close relative"),
}
"""What a holder is to the member."""

_ENDINGS = {
    Ending.CAME: N_("until {time}, then came"),
    Ending.TAKEN_BACK: N_("until {time}, then taken back"),
    Ending.GIVEN_ANEW: N_("until {time}, then given anew"),
}

_WRONG = {
    Proxy.SAME_HOUSEHOLD: N_("The rules take proxies within one household only."),
    Proxy.CLOSE_KIN: N_("The rules take proxies of close relatives only."),
}


def proxy_rule(rules: Rules) -> str:
    """Who may be represented by whom under these rules, in sentences."""
    if rules.proxy_barred:
        return _("Nobody votes by proxy: the law bars it ({law}).").format(law=rules.proxy_barred)
    words = _(_RULES[rules.proxy])
    if rules.max_per_holder is None or not rules.takes_proxies:
        return words
    text = ngettext(
        "Nobody represents more than {count} member.",
        "Nobody represents more than {count} members.",
        rules.max_per_holder,
    )
    return names.sentences([words, text.format(count=rules.max_per_holder)])


def present_words(present: int, by_proxy: int) -> str:
    """`17 present`, `17 present, 3 by proxy`."""
    if not by_proxy:
        return _("{count} present").format(count=present)
    return _("{count} present, {proxies} by proxy").format(count=present, proxies=by_proxy)


def holder_words(meeting: MeetingView, through: Mapping[PersonId, PersonId], person: PersonId) -> str:
    """`by: He Jia`, under the name of somebody represented; empty for who answers in person."""
    holder = through.get(person)
    if holder is None:
        return ""
    return pgettext("proxy", "by: {holder}").format(holder=names.name_of(meeting, holder))


def at_vote_words(meeting: MeetingView, through: Mapping[PersonId, PersonId]) -> str:
    """`By proxy (2): Feng Lixin by He Jia, Shen Li by He Jia.`; empty for nobody."""
    text = pgettext("by proxy", "{name} by {holder}")
    words = names.listed(
        text.format(name=names.name_of(meeting, person), holder=names.name_of(meeting, holder))
        for person, holder in through.items()
    )
    return _("By proxy ({count}): {names}.").format(count=len(through), names=words) if through else ""


def proxies_words(meeting: MeetingView) -> str:
    """Who was represented by whom, on what paper, and from when to when where that was not all the time, with
    what made it end or rest."""
    return names.clauses(_spell(meeting, each) for each in spells(meeting))


def _spell(meeting: MeetingView, spell: Spell) -> str:
    given = spell.given
    text = pgettext("proxy", "{name} by {holder}")
    words = text.format(
        name=names.name_of(meeting, given.person), holder=names.name_of(meeting, given.holder)
    )
    details = [_(BONDS[given.bond]) if given.bond is not Bond.WRITTEN else "", paper_words(given)]
    opened, day = meeting.opened_at[:16], meeting.plan.starts
    if opened and given.at[:16] > opened:
        details.append(pgettext("proxy", "from {time}").format(time=names.clock_time(given.at, day)))
    details += [_rest(left, back, day) for left, back in spell.rests]
    if spell.ending is not None:
        details.append(_(_ENDINGS[spell.ending]).format(time=names.clock_time(spell.until, day)))
    return names.noted(words, names.commas([each for each in details if each]))


def _rest(left: str, back: str, day: str) -> str:
    """That the holder was away, from when to when; `back` empty: they did not come back while it held."""
    gone = names.clock_time(left, day)
    if not back:
        return _("the holder left {left}").format(left=gone)
    text = _("the holder away {left} to {back}")
    return text.format(left=gone, back=names.clock_time(back, day))


def paper_words(given: proxies.ProxyGiven) -> str:
    """`proxy paper No. 3`, `proxy paper`, `no proxy paper seen`."""
    if not given.paper:
        return _("no proxy paper seen")
    if given.reference:
        return _("proxy paper {reference}").format(reference=given.reference)
    return _("proxy paper")


def refusal_words(refusal: Exception) -> str:
    """Why a proxy cannot be given, and the way out."""
    match refusal:
        case proxies.ProxiesBarred(law=law):
            return _("No member of this body may be represented: the law bars it ({law}).").format(law=law)
        case proxies.WithoutVote(name=name):
            return _("{name} has no vote here. A proxy is between two voting members.").format(name=name)
        case proxies.AnswersInPerson(name=name):
            return _("{name} is here and answers in person.").format(name=name)
        case proxies.ProxyChain(name=name):
            return _("{name} gave a proxy and cannot hold one. Take theirs back first.").format(name=name)
        case proxies.TooManyProxies(name=name, most=most):
            text = ngettext(
                "{name} represents {count} member already; the rules allow no more.",
                "{name} represents {count} members already; the rules allow no more.",
                most,
            )
            return text.format(name=name, count=most)
        case proxies.WrongBond(proxy=proxy):
            return _(_WRONG[proxy]) if proxy in _WRONG else _("The rules do not take this proxy.")
        case _:
            return _("The rules in force take no proxies. They are changed on the Rules screen (e).")
