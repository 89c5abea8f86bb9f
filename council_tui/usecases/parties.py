"""A vote by parties: each takes its stand through somebody who speaks for it, and silence is no consent."""

from council_tui.domain.attending import counted
from council_tui.domain.errors import NotEntitled, NotPresent, Unknown, VoteOver
from council_tui.domain.figures import Figures
from council_tui.domain.ids import PersonId, VoteId
from council_tui.domain.items import ItemView
from council_tui.domain.lazily import dataclass
from council_tui.domain.meeting import MeetingView
from council_tui.domain.parties import NotRepresented, represented, speaking
from council_tui.domain.people import PersonView
from council_tui.domain.votes import Choice, PartyStand, VoteView, Way
from council_tui.store import people, votes
from council_tui.store.act import Act
from council_tui.usecases import agenda, late, meetings
from council_tui.usecases.votes import closing, view_vote


@dataclass(frozen=True, slots=True)
class _Table:
    """An open vote by parties, and who sits there to speak."""

    running: VoteView
    held: MeetingView
    item: ItemView
    now: str
    when: str | None
    """The moment at which presence is asked for; None: the last step recorded is what holds."""

    @property
    def here(self) -> tuple[PersonView, ...]:
        """Who may speak: voting members in the room who do not stand aside."""
        may = self.held.electorate(self.item, self.when, self.running.rules)
        return tuple(self.held.people[each].person for each in may)


def take_stand(act: Act, vote: VoteId, party: str, stand: Choice, speaker: PersonId) -> int:
    """A party says whether it agrees; a newer stand stands in for the older. The stand's id."""
    table = _table(act, vote, None)
    if party not in table.running.rules.parties or stand is Choice.NONE:
        raise Unknown("party", vote)
    before = votes.stand(act, vote, party)
    spoke = before.fact.speaker if before is not None else None
    speakers = [each.id for each in speaking(party, table.here)]
    if not speakers and spoke is None:
        raise NotRepresented(party)
    if speaker not in speakers and speaker != spoke:
        raise _not_for(act, table, party, speaker)
    return act.add(
        PartyStand(vote, party, stand, speaker, replaces=before.id if before is not None else None)
    )


def take_back_stand(act: Act, vote: VoteId, party: str) -> None:
    """A party's stand is taken back: it has said nothing yet."""
    if party not in _table(act, vote, None).running.rules.parties:
        raise Unknown("party", vote)
    before = votes.stand(act, vote, party)
    if before is not None and before.fact.stand is not Choice.NONE:
        act.add(PartyStand(vote, party, Choice.NONE, None, replaces=before.id))


def close_parties(act: Act, vote: VoteId, at: str | None = None) -> None:
    """The stands taken close the vote; a party that took none has not agreed."""
    table = _table(act, vote, at)
    presence = counted(table.held, table.item, table.running, table.when)
    spoke = [stand.party for _id, stand in table.running.stands.values()]
    found = represented(table.running.rules.parties, table.here)
    count = table.running.tally(len({*found, *spoke}))
    figures = Figures(count.yes, count.no, count.abstain, represented=count.present)
    late.note(act, table.held, table.now, vote=vote)
    act.add(closing(table.running, presence, figures, table.now))


def _table(act: Act, vote: VoteId, at: str | None) -> _Table:
    running = view_vote(act, vote)
    if running.opened.way is not Way.PARTIES:
        raise Unknown("vote", vote)
    if not running.open:
        raise VoteOver(vote)
    held = meetings.view(act, running.opened.meeting)
    now = meetings.moment(act, held, at)
    when = meetings.presence_at(act, held, at) or running.answered_at
    return _Table(running, held, agenda.on_agenda(held, running.opened.item), now, when)


def _not_for(act: Act, table: _Table, party: str, speaker: PersonId) -> NotPresent | NotEntitled:
    """Why somebody cannot speak for a party: they are not in the room, or not of it."""
    name = people.names(act, [speaker]).get(speaker, "")
    member = table.held.people.get(speaker)
    theirs = member is not None and member.person.party == party and not member.present
    return NotPresent(speaker, name) if theirs else NotEntitled(speaker, name)
