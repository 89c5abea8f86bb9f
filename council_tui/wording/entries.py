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
from council_tui.wording.catalog import N_, _, ngettext, pgettext
from council_tui.wording.parties import party_words, stand_words

DEEDS = {
    "found_council": N_("Council founded"),
    "rename_council": N_("Council renamed"),
    "choose_rules": N_("Rules chosen"),
    "write_rules": N_("Rules written"),
    "choose_operator": N_("At the keyboard"),
    "add_person": N_("Person entered"),
    "change_person": N_("Person changed"),
    "import_roster": N_("Roster taken over"),
    "end_seat": N_("Seat given up"),
    "import_units": N_("Units taken over"),
    "plan_meeting": N_("Meeting planned"),
    "change_plan": N_("Plan changed"),
    "call_meeting": N_("Meeting planned"),
    "revise_meeting": N_("Plan changed"),
    "propose_rules": N_("Rules put on the agenda"),
    "adopt_rules": N_("Rules adopted"),
    "cancel_meeting": N_("Meeting cancelled"),
    "post_notice": N_("Notice posted"),
    "hand_over": N_("Office handed over"),
    "open_meeting": N_("Meeting opened"),
    "start_talk": N_("Talk begun"),
    "recess": N_("Recess begun"),
    "resume": N_("Meeting resumed"),
    "adjourn": N_("Meeting adjourned"),
    "add_item": N_("Item added"),
    "change_item": N_("Item changed"),
    "order_agenda": N_("Agenda put in order"),
    "carry_over": N_("Unfinished items taken over"),
    "open_item": N_("Item taken up"),
    "close_item": N_("Item put away"),
    "settle_item": N_("Item settled"),
    "sign_in": N_("Signed in"),
    "sign_in_rest": N_("Signed in"),
    "sign_out": N_("Left the room"),
    "excuse": N_("Excuse noted"),
    "mark_absent": N_("Absence noted"),
    "correct_step": N_("Attendance put right"),
    "admit_guest": N_("Guest admitted"),
    "give_proxy": N_("Proxy given"),
    "take_back_proxy": N_("Proxy taken back"),
    "note_paper": N_("Proxy paper noted"),
    "recuse": N_("Stands aside"),
    "readmit": N_("Takes part again"),
    "write_proposal": N_("Proposal written"),
    "change_proposal": N_("Proposal reworded"),
    "move": N_("Motion moved"),
    "move_proposal": N_("Proposal moved"),
    "second": N_("Motion seconded"),
    "amend": N_("Amendment moved"),
    "withdraw": N_("Proposal withdrawn"),
    "set_stages": N_("Stages set"),
    "report_stage": N_("Stage decided elsewhere"),
    "publish_stages": N_("Made public"),
    "note_remark": N_("Remark noted"),
    "change_remark": N_("Remark reworded"),
    "put_question": N_("Vote opened"),
    "open_vote": N_("Vote opened"),
    "open_secret_vote": N_("Secret vote opened"),
    "open_owners_vote": N_("Owners' vote opened"),
    "enter_paper": N_("Owner's paper entered"),
    "close_owners_vote": N_("Owners' papers counted"),
    "cast_ballot": N_("Answer given"),
    "take_back": N_("Answer taken back"),
    "close_hands": N_("Hands counted"),
    "close_roll_call": N_("Roll call closed"),
    "close_secret_vote": N_("Papers counted"),
    "open_laptop_vote": N_("Secret vote on the laptop opened"),
    "close_laptop_vote": N_("Secret vote on the laptop closed"),
    "void_laptop_vote": N_("Secret vote on the laptop void"),
    "end_laptop_vote": N_("Secret vote on the laptop ended without a result"),
    "close_consent": N_("Nobody objected"),
    "take_stand": N_("Stand taken"),
    "take_back_stand": N_("Stand taken back"),
    "close_parties": N_("Stands of the parties closed"),
    "correct_stand": N_("Stand corrected"),
    "abandon_vote": N_("Vote ended without a result"),
    "announce_result": N_("Result announced"),
    "give_casting_vote": N_("Casting vote"),
    "correct_result": N_("Result corrected"),
    "correct_ballot": N_("Answer corrected"),
    "correct_paper": N_("Paper of an owner corrected"),
    "recount_vote": N_("Votes counted again"),
    "annul_vote": N_("Vote annulled"),
    "call_second_round": N_("Second round called"),
    "reconsider_vote": N_("Question taken up again"),
    "open_poll": N_("Poll opened"),
    "add_paper": N_("Paper counted"),
    "read_papers": N_("Papers read from a file"),
    "take_back_paper": N_("Paper taken back"),
    "draw_lot": N_("Lots drawn"),
    "close_poll": N_("Poll counted"),
    "announce_poll": N_("Result of a poll announced"),
    "abandon_poll": N_("Poll ended without a result"),
    "correct_poll": N_("Poll corrected"),
    "annul_poll": N_("Poll annulled"),
    "reconsider_poll": N_("Question of a poll taken up again"),
    "add_unit": N_("Unit entered"),
    "change_unit": N_("Unit changed"),
    "assign_action": N_("Action assigned"),
    "change_action": N_("Action changed"),
    "drop_action": N_("Action taken back"),
    "word_part": N_("Minutes reworded"),
    "note_outcome": N_("Outcome entered afterwards"),
    "name_office": N_("Office entered afterwards"),
    "sign_off": N_("Minutes signed off"),
    "export_paper": N_("Sealed paper exported"),
    "adopt_minutes": N_("Minutes adopted"),
    "erase_text": N_("Text erased"),
}
"""What each act is called; an act without a line here is called by its own name."""


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
    lost = pgettext("verdict", "tied, not carried") if announced.tie else pgettext("verdict", "not carried")
    verdict = pgettext("verdict", "carried") if announced.carried else lost
    return _pair(verdict, figures_words(announced.yes, announced.no, announced.abstain))


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
