"""A council writes rules of its own, looks at those it had, and puts them to the vote as item 1."""

from collections.abc import Sequence
from dataclasses import replace

from council_tui.domain import plain
from council_tui.domain.council import RulesChosen
from council_tui.domain.counts import BadNumber
from council_tui.domain.errors import Missing
from council_tui.domain.gates import Gate
from council_tui.domain.home import next_planned
from council_tui.domain.ids import ItemId, MeetingId, Seq, VoteId
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingLine
from council_tui.domain.proxies import ProxiesBarred, Proxy
from council_tui.domain.rulebook import RulesView, Version
from council_tui.domain.rules import ChairVotes, Names, Publish, Rules, rules_text
from council_tui.domain.rulesets import PresentBasis
from council_tui.domain.ruletexts import floor_from_text, rules_from_text
from council_tui.domain.secrecy import Matter
from council_tui.domain.votes import Way
from council_tui.store import council, meeting, rulebook, votes
from council_tui.store.act import Act, Reader
from council_tui.store.rulebook import Dated
from council_tui.usecases import agenda, meetings, proposals
from council_tui.usecases.agenda import ItemEntry
from council_tui.usecases.council import choose_rules
from council_tui.usecases.hall import hall_among
from council_tui.usecases.proposals import Wording

NAME, SOURCE = 60, 400
"""The longest texts, in characters."""
DAYS = 999
"""The longest notice, and the longest posting."""


@dataclass(frozen=True, slots=True)
class RulesEntry:
    """What is typed about rules; what is not asked stays as in those they were copied from."""

    names: Names
    """By language; an empty one is left out."""
    quorum: tuple[Gate, ...]
    carry: tuple[Gate, ...]
    any_quorum: bool = False
    ask_abstain: bool = True
    chair_votes: ChairVotes = ChairVotes.WITH_ALL
    secret_required_for: tuple[Matter, ...] = ()
    present_basis: PresentBasis = PresentBasis.AT_VOTE
    close_vote_hint: bool = False
    notice_days: int | None = None
    within_days: int | None = None
    posted_days: int | None = None
    """How long a result is posted; None: it is not."""
    source: str = ""
    parties: tuple[str, ...] = ()
    """Of a joint meeting; then it is voted by parties alone."""
    proxy: Proxy = Proxy.NONE
    max_per_holder: int | None = None


def write_rules(act: Act, like: str, entry: RulesEntry) -> str:
    """Rules of the council's own, copied from `like` (JSON text) and changed: in force from the next
    opening on, provisional until the council adopts them. Returns their id.

    Raises ProxiesBarred where a law lets no member of such a body be represented.
    """
    before = council.chosen(act)
    if before is None:
        raise Missing("rules")
    old = rules_from_text(like)
    if old.proxy_barred and entry.proxy is not Proxy.NONE:
        raise ProxiesBarred(old.proxy_barred)
    source = plain.clean_line(entry.source, SOURCE)
    parties = tuple(plain.clean_line(each, NAME) for each in entry.parties)
    typed = (entry.quorum, entry.carry, source, parties, entry.proxy, _most(entry))
    own = replace(
        old,
        id=f"own_{before.id}",
        names=_names(entry.names),
        quorum=entry.quorum,
        carry=entry.carry,
        parties=parties,
        methods=_methods(old, parties),
        any_quorum=entry.any_quorum,
        ask_abstain=entry.ask_abstain,
        chair_votes=entry.chair_votes,
        secret_required_for=entry.secret_required_for,
        present_basis=entry.present_basis,
        close_vote_hint=entry.close_vote_hint,
        notice_days=_days(entry.notice_days),
        publish=_publish(entry, old),
        proxy=entry.proxy,
        max_per_holder=_most(entry),
        source=source,
        verified=old.verified and typed == _checked(old),
        valid_from=None,
        valid_to=None,
    )
    choose_rules(act, rules_text(own), before.fact.floor, True)
    return own.id


def _checked(rules: Rules) -> tuple[object, ...]:
    """What was read in the source: changed in any of it, rules are to be checked again."""
    return rules.quorum, rules.carry, rules.source, rules.parties, rules.proxy, rules.max_per_holder


def _names(typed: Names) -> Names:
    names = tuple((lang, name) for lang, text in typed if (name := plain.clean_line(text, NAME)))
    if not names:
        raise Missing("name")
    return tuple(sorted(names))


def _methods(old: Rules, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Where parties are counted there is one way of voting; rules that had them get the usual ones back."""
    if parties:
        return (Way.PARTIES,)
    return (Way.HANDS, Way.ROLL_CALL, Way.SECRET, Way.CONSENT) if old.parties else old.methods


def _days(days: int | None) -> int | None:
    if days is not None and not 0 <= days <= DAYS:
        raise BadNumber(days)
    return days


def _most(entry: RulesEntry) -> int | None:
    """How many one member may represent, where the rules take proxies at all."""
    if entry.proxy is Proxy.NONE or entry.max_per_holder is None:
        return None
    return meetings.a_number(entry.max_per_holder)


def _publish(entry: RulesEntry, old: Rules) -> Publish | None:
    within, posted = _days(entry.within_days), _days(entry.posted_days)
    if within is None and posted is None:
        return None
    workdays = old.publish is not None and old.publish.workdays
    return Publish(within or 0, posted or 0, workdays)


def propose_rules(act: Act, meeting: MeetingId, entry: ItemEntry, wording: Wording) -> ItemId:
    """The rules are put before the meeting first of all, with the text to be voted on."""
    before = [(each.id, each.level) for each in meetings.unended(act, meeting).items]
    item = agenda.add_item(act, meeting, replace(entry, matter=Matter.RULES))
    if before:
        agenda.order_agenda(act, meeting, [(item, 0), *before])
    proposals.write_proposal(act, item, wording)
    return item


def view_rules(at: Reader, chosen: MeetingId | None = None) -> RulesView:
    """The council's rules, beside the meeting in hand."""
    lines = tuple(meeting.meetings(at))
    history = rulebook.chosen(at)
    coming = next_planned(lines, at.now)
    return RulesView(
        hall=hall_among(at, lines, chosen),
        versions=_versions(at, history, lines),
        carried=rulebook.carried(at, history[0][0].entry if history else Seq(0)),
        planned=meeting.meeting(at, coming.id) if coming is not None else None,
        today=at.now[:10],
    )


def _versions(at: Reader, history: Sequence[Dated], lines: Sequence[MeetingLine]) -> tuple[Version, ...]:
    """Each set of rules once, as it was chosen last."""
    known: dict[str, Version] = {}
    for kept, day in history:
        fact = kept.fact
        if fact.rules in known:
            continue
        rules, floor = rules_from_text(fact.rules), floor_from_text(fact.floor)
        adopted = _meeting_of(at, lines, fact)
        known[fact.rules] = Version(kept.id, day, rules, floor, fact.provisional, adopted)
    return tuple(known.values())


def _meeting_of(at: Reader, lines: Sequence[MeetingLine], fact: RulesChosen) -> MeetingLine | None:
    vote = votes.vote(at, VoteId(fact.vote)) if fact.vote is not None else None
    if vote is None:
        return None
    return next((line for line in lines if line.id == vote.opened.meeting), None)
