"""One sentence for each refusal: what was refused, the figures, and the way out."""

from collections.abc import Callable
from typing import Any, TypeVar

from council_tui.domain import (
    casting,
    council,
    counts,
    errors,
    failures,
    gates,
    laptop,
    parties,
    plans,
    polls,
    proxies,
    recounts,
    reopenings,
    rules,
    stages,
    units,
)
from council_tui.domain.areas import BadArea
from council_tui.domain.failures import CannotCopy, CannotOpen, Unfit
from council_tui.domain.plain import ends
from council_tui.domain.rulesets import NotForMeetings, UnknownRules
from council_tui.wording.catalog import N_, _
from council_tui.wording.counts import impossible_words, unmeasured_words
from council_tui.wording.parties import by_parties_words, no_party_words, not_represented_words

E = TypeVar("E", bound=Exception)
Sentence = Callable[[Any], str]

_SENTENCES: dict[type[Exception], Sentence] = {}
"""Refusals whose sentence needs more than their facts put into a text."""

_TEXTS: dict[type[Exception], str] = {
    errors.AlreadyFounded: N_("This file already holds a council: {name}."),
    errors.NotADay: N_("Not a date or time: {text}. Type it like 2023-02-08 or 19:30."),
    errors.NumberTaken: N_("Meeting No. {number} of {year} already exists. Type another number."),
    errors.MeetingNotOpen: N_("The meeting is not open. Open or resume it first (0 on the Agenda screen)."),
    plans.CalledOff: N_("This meeting was cancelled. Plan a new one (n on the Home screen), or undo (u)."),
    errors.MeetingOver: N_("The meeting is adjourned. Only corrections and wording can still change."),
    errors.MeetingRunning: N_("Meeting No. {number} is still open. Adjourn it first."),
    errors.AlreadyOpen: N_("The meeting is open already."),
    errors.EmptyRoll: N_("Nobody has a seat with a vote yet. Enter the members on the People screen first."),
    errors.NotOnAgenda: N_("This item is not on the agenda of this meeting."),
    errors.ItemOpen: N_("This item was already before the meeting and cannot leave the agenda."),
    errors.NotPresent: N_("{name} is not signed in. Sign them in first (s on the Agenda screen)."),
    errors.NotEntitled: N_("{name} has no vote on this question."),
    errors.NotInTheRoom: N_("{name} is not signed in as a member. Sign them in first."),
    errors.NoText: N_("A vote needs the exact text of the motion. Write it first (e)."),
    errors.NotMoved: N_("Nobody has moved this proposal yet. Move it first (m)."),
    errors.OwnSecond: N_("{name} moved this and cannot second it as well."),
    errors.AmendmentPending: N_("Another motion or amendment is pending. Vote on it or withdraw it first."),
    errors.SettledAlready: N_(
        "This was settled already. It can be corrected (c) or taken up at the next meeting."
    ),
    errors.VoteRunning: N_("A vote is open. Close it first."),
    errors.VoteOver: N_("This vote takes no answers any more."),
    errors.NotClosed: N_("A vote is closed but not announced. Announce its result first."),
    errors.Announced: N_("The result was announced. It can only be corrected, with a reason (c)."),
    reopenings.StandsNoLonger: N_("This result was annulled, or its question taken up again."),
    casting.NoTieToBreak: N_("There is no tie here that a casting vote could break."),
    recounts.NotRecountable: N_(
        "Only hands and papers can be counted again: call a second round, or correct one answer."
    ),
    reopenings.BuiltUpon: N_("The motion was decided on this amendment: take up the motion's vote first."),
    laptop.CountAstray: N_(
        "Not recorded: {answered} answers, {turnout} voted, {electorate} may vote."
        " End this ballot without a result (b) and hold it again."
    ),
    laptop.NoRecount: N_("A ballot on the laptop cannot be counted again. Annul it (o) and vote anew."),
    stages.StagesBegun: N_("A stage was put or decided already. Its stages are no longer set otherwise."),
    stages.NotStaged: N_("This proposal is not decided in stages. Set them first (s)."),
    stages.StageStands: N_("Stage {number} was carried by a vote here. Annul that vote first (o)."),
    stages.TextCarried: N_("A stage was carried on this text. To change it, move an amendment (r)."),
    stages.BadStages: N_("These stages cannot be used: {field} is {value!r}."),
    units.UnitKnown: N_("Unit {number} is entered already."),
    recounts.NothingChanges: N_("Nothing would change: this paper is recorded so already."),
    recounts.NoSuchPaper: N_("No paper was typed like this: {marks}."),
    reopenings.PollStandsNoLonger: N_("This poll was annulled, or its question taken up again."),
    reopenings.FollowedUp: N_("Another round followed this poll: annul or reconsider that round first."),
    polls.PollRunning: N_("A poll is open or not announced yet. See to it first (Votes screen)."),
    polls.PollOver: N_("This poll takes no papers any more."),
    polls.TooManyMarks: N_("{found} marked, at most {most}: the paper is invalid."),
    polls.ShortPaper: N_("{found} figures typed; there are {needed}, one for each candidate."),
    polls.BadMarks: N_("No paper of this poll can have these marks: {text}."),
    polls.MorePapers: N_("Not recorded: {returned} papers were typed, but {issued} were issued."),
    polls.TieStands: N_("A tie stands in the way: draw lots, or hold a further round."),
    polls.BadLot: N_("These are not all who are tied, or an earlier draw says otherwise."),
    polls.OtherCandidates: N_("The file has other candidates than this poll: {name}."),
    polls.FewCandidates: N_("Candidates: {found}; at least {needed} are needed."),
    errors.NotAnnounced: N_("The result was not announced yet: undo (u) and count again."),
    errors.NoOneToVote: N_("Nobody who may vote is signed in."),
    errors.TooManyAnswers: N_(
        "Not recorded: {yes} + {no} + {abstain} = {answered}, but {present} are present."
        " Who has not signed in?"
    ),
    errors.IssuedOverElectorate: N_(
        "Not recorded: {issued} papers issued, but {electorate} may vote."
        " Such a vote is void: issue new papers."
    ),
    errors.Unlikely: N_(
        "Only {answered} of {present} answered. Count again, or give a reason to record it so."
    ),
    counts.BadNumber: N_("This number cannot be recorded: {number}."),
    council.NotCarried: N_("Rules are adopted by a vote that was carried and announced."),
    NotForMeetings: N_("Rules that count floor area or households are not for votes in a meeting."),
    errors.NeedsReason: N_("Please give a reason."),
    errors.NotOver: N_("The meeting is not adjourned yet."),
    errors.NotSealed: N_("Only minutes that were signed off can be adopted, and by a later meeting."),
    errors.NothingChanged: N_("Nothing has changed since version {version} was signed off."),
    errors.Stale: N_("Something was recorded in between. Look again, then repeat."),
    errors.TooLong: N_('Not recorded: "{begins}.." has {found} characters, {limit} at most.'),
    errors.Unknown: N_("This no longer exists. It may have been undone."),
    failures.NotRecorded: N_(
        "NOT recorded: the disk refused ({detail}). No more is taken until council-tui is started again."
    ),
    failures.FileMoved: N_(
        "NOT recorded: {path} was moved, replaced or deleted. Put it back, then start council-tui again."
    ),
    failures.ViewOnly: N_("View only: another window writes this file, or the disk may not be written."),
    failures.Waiting: N_("Waiting for the main window. Try again in a moment."),
    failures.NothingToUndo: N_("Nothing can be undone here: what was announced or signed is corrected (c)."),
    failures.NothingToRedo: N_("Nothing was undone since the last thing recorded."),
    failures.Doubled: N_("This is recorded already."),
    UnknownRules: N_("There are no rules called {id}. List them with: council-tui rules list."),
}

_FIELDS = {
    "name": N_("the name"),
    "title": N_("the title"),
    "text": N_("the text"),
    "words": N_("the words of the amendment"),
    "task": N_("what is to be done"),
    "reason": N_("the reason"),
    "body": N_("the body that decides"),
    "stages": N_("the stages"),
    "candidates": N_("the candidates"),
    "unit": N_("the number of the unit"),
    "owner": N_("the owner"),
    "cost": N_("what each project costs"),
    "budget": N_("the budget"),
    "vote": N_("the vote that decided it"),
}

_UNFIT = {
    Unfit.MISSING: N_("There is no file at {path}. Start council-tui without a command to make one."),
    Unfit.FOREIGN: N_("{path} is not a council-tui file. Nothing was changed. Choose another with --file."),
    Unfit.DAMAGED: N_("{path} is damaged ({detail}). Nothing was changed. Open a backup with --file."),
    Unfit.NEWER: N_("{path} was written by a newer council-tui. Nothing was changed. Update the program."),
    Unfit.OLDER: N_(
        "{path} is of an older council-tui. Open it in the app once: it is backed up and renewed."
    ),
    Unfit.UNREADABLE: N_("{path} cannot be read ({detail}). Check the disk and the file's permissions."),
    Unfit.FOLDER: N_("{path} is a folder. Name a file with --file."),
    Unfit.OLD_SQLITE: N_("This Python brings SQLite {detail}; council-tui needs 3.37 or newer."),
    Unfit.NO_ROOM: N_("The disk is full: {path} cannot be written. Free some room and start again."),
}


def say(error: Exception) -> str:
    """A refusal in the language in use."""
    for kind in type(error).__mro__:
        if kind in _SENTENCES:
            return _SENTENCES[kind](error)
        if kind in _TEXTS:
            return _(_TEXTS[kind]).format(**_facts(error))
    return _("This was not recorded ({kind}).").format(kind=type(error).__name__)


def sentence(kind: type[E]) -> Callable[[Callable[[E], str]], Callable[[E], str]]:
    """Register the sentence of a refusal that stands outside this file's reach (the store's, a format's)."""

    def register(make: Callable[[E], str]) -> Callable[[E], str]:
        _SENTENCES[kind] = make
        return make

    return register


def _facts(error: Exception) -> dict[str, Any]:
    facts = dict(vars(error))
    if isinstance(error, errors.TooManyAnswers):
        facts["answered"] = error.yes + error.no + error.abstain
    return facts


@sentence(errors.Missing)
def _missing(error: errors.Missing) -> str:
    return _("Please fill in {field}.").format(field=_(_FIELDS.get(error.field, error.field)))


@sentence(errors.SeatTaken)
def _seat(error: errors.SeatTaken) -> str:
    return _("Seat {seat} belongs to {name}. Choose another.").format(seat=error.seat, name=error.name)


@sentence(errors.SameStep)
def _same(error: errors.SameStep) -> str:
    texts = {
        "left": N_("{name} is not in the room."),
        "excused": N_("{name} is excused already."),
        "absent": N_("{name} is down as absent already."),
    }
    return _(texts.get(error.presence, N_("{name} is signed in already."))).format(name=error.name)


@sentence(errors.PapersDoNotAddUp)
def _papers(error: errors.PapersDoNotAddUp) -> str:
    if error.returned > error.issued:
        return _("Not recorded: {returned} papers returned, but only {issued} were issued.").format(
            **vars(error)
        )
    total = error.yes + error.no + error.abstain + error.invalid
    return _(
        "Not recorded: {yes} + {no} + {abstain} + {invalid} invalid = {total},"
        " but {returned} papers came back."
    ).format(total=total, **vars(error))


@sentence(rules.ImpossibleCount)
def _impossible(error: rules.ImpossibleCount) -> str:
    return impossible_words(error)


@sentence(rules.Unmeasured)
def _unmeasured(error: rules.Unmeasured) -> str:
    return unmeasured_words(error)


@sentence(parties.ByParties)
def _by_parties(error: parties.ByParties) -> str:
    return by_parties_words(error)


@sentence(parties.NoParty)
def _no_party(error: parties.NoParty) -> str:
    return no_party_words(error)


@sentence(proxies.ProxyRefusal)
def _proxy(error: proxies.ProxyRefusal) -> str:
    from council_tui.wording.proxies import refusal_words

    return refusal_words(error)


@sentence(parties.NotRepresented)
def _not_represented(error: parties.NotRepresented) -> str:
    return not_represented_words(error)


@sentence(failures.OlderFile)
def _older(error: failures.OlderFile) -> str:
    if error.forked:
        text = N_("Not the file used here before: entry {remembered} ({at}) is another one. Is this a copy?")
    else:
        text = N_(
            "Older than the file used here before: it ends at entry {found};"
            " entry {remembered} ({at}) is missing. Is this a copy?"
        )
    return _(text).format(**vars(error))


@sentence(CannotCopy)
def _cannot_copy(error: CannotCopy) -> str:
    if error.exists:
        return _("There is a file at {path} already. Name another.").format(path=ends(error.path))
    return _("No copy at {path}: {detail}.").format(path=ends(error.path), detail=ends(error.detail))


@sentence(CannotOpen)
def _cannot_open(error: CannotOpen) -> str:
    return _(_UNFIT[error.why]).format(path=ends(error.path), detail=ends(error.detail))


@sentence(BadArea)
def _bad_area(error: BadArea) -> str:
    return _("Not a floor area: {text}. Write square metres with two decimals at most, like 89.50.").format(
        text=error.text
    )


@sentence(gates.BadGate)
def _bad_gate(error: gates.BadGate) -> str:
    return _('Not a gate: {text}. Write it like ">= 2/3 of roll" or "> 1/2 of present".').format(
        text=error.text
    )


@sentence(rules.BadRules)
def _bad_rules(error: rules.BadRules) -> str:
    return _("These rules cannot be used: {id} ({field}).").format(id=error.id, field=error.field)
