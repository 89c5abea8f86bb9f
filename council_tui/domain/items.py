"""An item before a meeting, with its motions, amendments, votes and end, as they stand."""

from collections.abc import Mapping, Sequence

from council_tui.domain.agenda import ItemSettled, ItemState, Outcome
from council_tui.domain.floor import Remark
from council_tui.domain.ids import ItemId, PersonId, ProposalId
from council_tui.domain.lazily import dataclass
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.record import Kept
from council_tui.domain.stages import Ladder
from council_tui.domain.votes import Subject, VoteView


@dataclass(frozen=True, slots=True)
class MotionView:
    """A proposal under an item, with its amendments' place in it."""

    id: ProposalId
    amends: ProposalId | None
    words: str
    words_2: str
    text: str
    """The text as first written; of an amendment, the full text it would make."""
    text_2: str
    mover: PersonId | None
    """None until it is moved in this meeting."""
    moved_at: str
    seconder: PersonId | None
    withdrawn: str | None
    """Why it was taken back; None while it stands."""
    votes: tuple[VoteView, ...]
    written: int
    """The id of the standing `proposal_written` fact."""
    withdrawn_at: str = ""
    ladder: Ladder | None = None
    """Its stages, where it is decided in several."""

    @property
    def carried(self) -> bool | None:
        """Its announced result, as it stands; None before one."""
        told = [vote for vote in self.votes if vote.decides and vote.closed is not None]
        return told[-1].closed.carried if told and told[-1].closed is not None else None


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item on the agenda of this meeting."""

    id: ItemId
    position: int
    """From 0, in the order of the agenda."""
    label: str
    """Its number in the papers: `2`, `2.1`."""
    level: int
    number: str
    """The council's own number, `T-2023-004`; may be empty."""
    title: str
    title_2: str
    source: str
    source_2: str
    presenter: PersonId | None
    minutes: int | None
    written: int
    """The id of the standing `item_written` fact."""
    spells: tuple[tuple[str, str | None], ...]
    """When it was before the meeting: from, to (None: still)."""
    motions: tuple[MotionView, ...]
    settled: ItemSettled | None
    """Its end; None where the vote that ended it stands no longer."""
    settled_id: int | None
    remarks: tuple[Kept[Remark], ...]
    recused: Mapping[PersonId, str]
    """Who stands aside, and why."""
    actions: tuple[Kept[ActionAssigned], ...]

    @property
    def state(self) -> ItemState | None:
        """Whether it is before the meeting; None before its turn."""
        if not self.spells:
            return None
        return ItemState.OPENED if self.spells[-1][1] is None else ItemState.CLOSED

    @property
    def motion(self) -> MotionView | None:
        """The main motion: the newest proposal moved that stands."""
        found = [m for m in self.motions if m.amends is None and m.mover is not None and m.withdrawn is None]
        return found[-1] if found else None

    def amendments(self, motion: MotionView) -> tuple[MotionView, ...]:
        """What was moved to change a motion, in order."""
        return tuple(m for m in self.motions if m.amends == motion.id and m.mover is not None)

    def pending(self, motion: MotionView) -> MotionView | None:
        """The amendment that waits for its vote."""
        waiting = [m for m in self.amendments(motion) if m.withdrawn is None and m.carried is None]
        return waiting[-1] if waiting else None

    def wording(self, motion: MotionView) -> tuple[str, str]:
        """A motion's text as it stands, in both languages: the last carried amendment's, else its own."""
        carried = [m for m in self.amendments(motion) if m.carried]
        last = carried[-1] if carried else motion
        return last.text, last.text_2

    def amended(self, motion: MotionView) -> bool:
        """Whether an amendment to it was carried."""
        return any(m.carried for m in self.amendments(motion))

    @property
    def votes(self) -> tuple[VoteView, ...]:
        """Every vote under this item, in the order of their opening."""
        found = [vote for motion in self.motions for vote in motion.votes]
        return tuple(sorted(found, key=lambda vote: vote.id))


def staged_at(item: ItemView) -> tuple[int, int] | None:
    """The stage, and out of how many, that the vote which ended an item decided; None for no stage."""
    vote = item.settled.vote if item.settled is not None else None
    for motion in item.motions:
        rung = motion.ladder.put_by(vote) if motion.ladder is not None and vote is not None else None
        if motion.ladder is not None and rung is not None:
            return rung.number, len(motion.ladder.rungs)
    return None


def on_its_way(item: ItemView) -> bool:
    """Whether an item was carried at a stage that is not the last: nothing is resolved for good yet."""
    at = staged_at(item)
    carried = item.settled is not None and item.settled.outcome is Outcome.CARRIED
    return carried and at is not None and at[0] < at[1]


def subject_of(item: ItemView, motion: MotionView) -> tuple[Subject, int]:
    """What a vote on this motion is called, and an amendment's number under its motion."""
    if motion.amends is not None:
        siblings: Sequence[MotionView] = [m for m in item.motions if m.amends == motion.amends and m.mover]
        return Subject.AMENDMENT, [m.id for m in siblings].index(motion.id) + 1
    return (Subject.AMENDED if item.amended(motion) else Subject.MOTION), 0
