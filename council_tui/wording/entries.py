"""An entry of the journal in a line: what was done, and to whom or what."""

from collections.abc import Mapping
from datetime import datetime

from council_tui.domain.agenda import Attendance, ItemMoved, ItemSettled, ItemState, Recusal
from council_tui.domain.casting import Casting, CastingVote
from council_tui.domain.council import CouncilNamed, OperatorChosen
from council_tui.domain.people import PersonNamed
from council_tui.domain.plans import MeetingCancelled
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.proposals import Moved, ProposalWritten, Seconded, Withdrawn
from council_tui.domain.proxies import ProxyGiven
from council_tui.domain.record import Announced, Both, Entry, Fact, History, Names
from council_tui.domain.reopenings import VoteReopened
from council_tui.domain.votes import (
    Ballot,
    Choice,
    PartyStand,
    ResultAnnounced,
    VoteAbandoned,
    VoteClosed,
    VoteOpened,
)
from council_tui.wording.bilingual import either, name_words
from council_tui.wording.carried import outcome_words
from council_tui.wording.catalog import _, ngettext, pgettext
from council_tui.wording.deeds import DEEDS
from council_tui.wording.parties import party_words, stand_words


def choice_words(choice: Choice) -> str:
    """`yes`, `no`, `abstain`, and `not yet` for an answer taken back."""
    match choice:
        case Choice.YES:
            return pgettext("answer", "yes")
        case Choice.NO:
            return pgettext("answer", "no")
        case Choice.ABSTAIN:
            return pgettext("answer", "abstain")
        case Choice.NONE:
            return pgettext("answer", "not yet")


def casting_words(choice: Casting) -> str:
    """`yes`, `no`, `none`: what the chair cast after a tie."""
    match choice:
        case Casting.YES:
            return pgettext("answer", "yes")
        case Casting.NO:
            return pgettext("answer", "no")
        case Casting.NONE:
            return pgettext("casting vote", "none")


def clock_words(at: str) -> str:
    """The local time of an entry's UTC stamp: `19:41`."""
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M")


def entry_words(entry: Entry, names: Names) -> str:
    """`Answer given: Zheng Yumei, yes`."""
    deed = _(DEEDS[entry.kind]) if entry.kind in DEEDS else entry.kind
    told = [kept.fact for kept in entry.facts if len(entry.facts) == 1 or not _put_away(kept.fact)]
    facts = sorted(told, key=_weight)
    subject = _crowd(entry) or next((words for fact in facts if (words := _subject(fact, names))), "")
    return _("{deed}: {subject}").format(deed=deed, subject=subject) if subject else deed


def entry_line(entry: Entry, names: Names) -> str:
    """`#440  19:59  Answer given: Zheng Yumei, yes`."""
    return f"#{entry.seq}  {clock_words(entry.at)}  {entry_words(entry, names)}"


def last_words(last: History) -> str:
    """`Recorded #440  19:59  Answer given: Zheng Yumei, yes`; what was undone is said so."""
    if not last.entries:
        return ""
    entry = last.entries[0]
    line = entry_line(entry, last.names)
    return _("Recorded {line}").format(line=line) if entry.stands else _("Undone {line}").format(line=line)


def _put_away(fact: Fact) -> bool:
    """Whether a fact only makes room for what its entry is about: the item before is put away."""
    return isinstance(fact, ItemMoved) and fact.state is ItemState.CLOSED


def _weight(fact: Fact) -> int:
    """What the chair cast is said, else what a vote came to, before the item that it settled."""
    if isinstance(fact, CastingVote):
        return 0
    return 1 if isinstance(fact, ResultAnnounced | VoteClosed) else 2


def _crowd(entry: Entry) -> str:
    """How many people an entry names; empty for one, who is called by name."""
    count = max(
        sum(isinstance(kept.fact, kind) for kept in entry.facts) for kind in (PersonNamed, Attendance)
    )
    return ngettext("{count} person", "{count} people", count).format(count=count) if count > 1 else ""


def _subject(fact: Fact, names: Names) -> str:
    """Whom or what a fact is about, in a few words; empty where another fact of the entry says it better."""
    return _of_people(fact, names) or _of_votes(fact, names) or _of_texts(fact, names)


def _of_people(fact: Fact, names: Names) -> str:
    match fact:
        case Ballot(person=person, choice=choice):
            return _pair(_called(names, person), choice_words(choice))
        case ProxyGiven(person=person, holder=holder) if holder is not None:
            text = pgettext("proxy", "{name} by {holder}")
            return text.format(name=_called(names, person), holder=_called(names, holder))
        case Attendance(person=person, reason=reason):
            return _pair(_called(names, person), reason)
        case (
            Recusal(person=person)
            | ProxyGiven(person=person)
            | OperatorChosen(person=person)
            | Moved(mover=person)
            | Seconded(seconder=person)
        ):
            return _called(names, person)
        case PersonNamed(name=name, latin=latin):
            return name_words(name, latin)
        case CouncilNamed(name=name, name_2=second, lang=lang):
            return either(name, second, lang)
        case _:
            return ""


def _of_votes(fact: Fact, names: Names) -> str:
    match fact:
        case PartyStand(party=party, stand=stand):
            return _pair(party_words(party), stand_words(stand))
        case VoteOpened(question=question, question_2=second):
            return either(question, second, names.lang)
        case VoteClosed(vote=vote, yes=yes, no=no, abstain=abstain):
            return _pair(figures_words(yes, no, abstain), _said(names, names.votes, vote))
        case ResultAnnounced(vote=vote):
            return _pair(_result(names.results.get(vote)), _said(names, names.votes, vote))
        case CastingVote(vote=vote, choice=choice):
            return _pair(casting_words(choice), _said(names, names.votes, vote))
        case VoteAbandoned(vote=vote) | VoteReopened(vote=vote):
            return _said(names, names.votes, vote)
        case _:
            return ""


def figures_words(yes: int, no: int, abstain: int) -> str:
    """`+14 -1 =2`."""
    return f"+{yes} -{no} ={abstain}"


def _result(announced: Announced | None) -> str:
    """`carried, +14 -1 =2`."""
    if announced is None:
        return ""
    figures = figures_words(announced.yes, announced.no, announced.abstain)
    return _pair(outcome_words(announced), figures)


def _of_texts(fact: Fact, names: Names) -> str:
    match fact:
        case ItemMoved(item=item) | ItemSettled(item=item):
            return _said(names, names.items, item)
        case ProposalWritten(words=words, words_2=words_2, text=text, text_2=text_2):
            return either(words, words_2, names.lang) or either(text, text_2, names.lang)
        case ActionAssigned(task=task, task_2=second):
            return either(task, second, names.lang)
        case Withdrawn(reason=reason) | MeetingCancelled(reason=reason):
            return reason
        case _:
            return _titles(fact, names)


def _titles(fact: Fact, names: Names) -> str:
    """The title or text of any other fact that has one."""
    title = either(getattr(fact, "title", ""), getattr(fact, "title_2", ""), names.lang)
    return title or str(getattr(fact, "day", ""))


def _called(names: Names, person: int) -> str:
    return name_words(*names.people.get(person, ("", "")))


def _said(names: Names, texts: Mapping[int, Both], id: int) -> str:
    """A text in the language in use, where it was written in it."""
    return either(*texts.get(id, ("", "")), names.lang)


def _pair(first: str, second: str) -> str:
    if not (first and second):
        return first or second
    return _("{first}, {second}").format(first=first, second=second)
