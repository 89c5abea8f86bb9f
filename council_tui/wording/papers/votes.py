"""The votes under an item: their table, and the sentences that say how each was decided."""

from collections.abc import Iterator

from council_tui.domain.areas import area_text
from council_tui.domain.casting import Casting
from council_tui.domain.ids import NOBODY
from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.quality import Caution, Lack, Warning, open_way, other_way
from council_tui.domain.rules import Rules
from council_tui.domain.votes import Choice, VoteClosed, VoteView, Way
from council_tui.wording import counts, gates, names, rules, stages, units
from council_tui.wording.catalog import _, pgettext
from council_tui.wording.document import Align, Column, Table
from council_tui.wording.entries import casting_words
from council_tui.wording.papers import casting, laptop, late, mended, recounts, reopenings, stands
from council_tui.wording.proxies import at_vote_words
from council_tui.wording.quality import lack_words, warning_words

PAPERS = frozenset({Way.SECRET, Way.UNITS, Way.LAPTOP})
"""Ways in which it is told how many got a paper, or the laptop, and used it."""


def subject(item: ItemView, vote: VoteView) -> str:
    """What was voted on; with its stage, the number of its motion where an item had several, and of the vote
    where it was counted several times."""
    words = names.subject_words(vote.opened.subject, vote.opened.ordinal)
    words = names.noted(words, stages.vote_place(item, vote.id))
    return names.noted(_of_motion(item, vote, words), _turn(item, vote))


def _turn(item: ItemView, vote: VoteView) -> str:
    """`vote 2`, where the same motion was put several times and has several results; else nothing."""
    same = [each.id for each in item.votes if each.closed and each.opened.proposal == vote.opened.proposal]
    if len(same) < 2 or vote.id not in same:
        return ""
    return _("vote {number}").format(number=same.index(vote.id) + 1)


def _of_motion(item: ItemView, vote: VoteView, words: str) -> str:
    moved = [motion.id for motion in item.motions if motion.amends is None and motion.mover is not None]
    main = [motion.amends or motion.id for motion in item.motions if motion.id == vote.opened.proposal]
    if len(moved) < 2 or not main or main[0] not in moved:
        return words
    return names.noted(words, _("motion {number}").format(number=names.counted(moved.index(main[0]) + 1)))


def table(item: ItemView) -> Table | None:
    """Every closed vote in a row; who did not vote and invalid papers where there are any."""
    closed = [(vote, vote.closed) for vote in item.votes if vote.closed is not None]
    if not closed:
        return None
    silent = any(figures.not_voting for _vote, figures in closed)
    invalid = any(figures.invalid for _vote, figures in closed)
    heads = [pgettext("column", "Present"), pgettext("column", "Yes"), pgettext("column", "No")]
    heads += [pgettext("column", "Abstain")]
    heads += [pgettext("column", "Not voting")] * silent + [pgettext("column", "Invalid")] * invalid
    heads += [pgettext("column", "Needed")]
    if all(vote.opened.way is Way.UNITS for vote, _figures in closed):
        heads[0] = pgettext("column", "Took part")
    if all(vote.rules.parties for vote, _figures in closed):
        heads = stands.heads(silent=silent)
    columns = (
        Column(pgettext("column", "Question"), share=1),
        *(Column(head, Align.RIGHT) for head in heads),
        Column(pgettext("column", "Result")),
    )
    return Table(columns, tuple(_row(item, vote, figures, silent, invalid) for vote, figures in closed))


def _row(item: ItemView, vote: VoteView, closed: VoteClosed, silent: bool, invalid: bool) -> tuple[str, ...]:
    count = vote.count()
    present = count.present if count is not None else len(closed.presence)
    figures: list[int | None] = [present, closed.yes, closed.no, closed.abstain]
    figures += [closed.not_voting] * silent + [closed.invalid] * invalid
    figures += [closed.needed]
    return (
        subject(item, vote),
        *("-" if figure is None else str(figure) for figure in figures),
        _column(vote, closed),
    )


def _column(vote: VoteView, closed: VoteClosed) -> str:
    """The result as the table has it; a result that stands no longer is none."""
    if vote.reopened is not None:
        return reopenings.reopened_short(vote.reopened)
    words = pgettext("column", "Carried") if closed.carried else pgettext("column", "Lost")
    return names.noted(words, pgettext("note", "casting vote") if vote.tie_broken else "")


def ways(item: ItemView) -> str:
    """How answers were taken, of each vote where they differ, with the figures of papers; or nothing."""
    done = [vote for vote in item.votes if vote.closed is not None]
    if len({vote.opened.way for vote in done}) == 1 and done[0].opened.way not in PAPERS:
        return way_sentence(names.way_words(done[0].opened.way))
    return names.sentences(_way(item, vote, alone=len(done) == 1) for vote in done)


def _way(item: ItemView, vote: VoteView, *, alone: bool) -> str:
    words = names.way_words(vote.opened.way)
    if vote.closed is not None and vote.opened.way in PAPERS:
        words = papers_words(vote)
    elif alone:
        return names.sentence(words)
    return (
        words if alone else _("{label}: {words}").format(label=subject(item, vote), words=names.ended(words))
    )


def way_sentence(words: str) -> str:
    """`Show of hands.`"""
    return pgettext("way", "{way}.").format(way=words[:1].upper() + words[1:])


def papers_words(vote: VoteView) -> str:
    """`Secret ballot: 17 issued, 17 returned, 17 valid.`; empty where there are no papers."""
    closed = vote.closed
    if closed is None or vote.opened.way not in PAPERS:
        return ""
    if vote.opened.way is Way.LAPTOP:
        return laptop.laptop_words(vote, closed)
    facts: dict[str, object] = {
        "issued": closed.issued,
        "returned": closed.returned,
        "invalid": closed.invalid,
    }
    valid = (closed.returned or 0) - closed.invalid
    if vote.owners is not None:
        count = vote.owners.count
        text = _(
            "Papers of owners ({owners} in all, {area} sq m):"
            " {issued} issued, {returned} returned, {valid} valid, {invalid} invalid."
        )
        facts |= {"owners": count.roll, "area": area_text((count.area or count).roll)}
    elif closed.invalid:
        text = _("Secret ballot: {issued} issued, {returned} returned, {valid} valid, {invalid} invalid.")
    else:
        text = _("Secret ballot: {issued} issued, {returned} returned, {valid} valid.")
    words = text.format(valid=valid, **facts)
    aside = vote.owners is not None and closed.invalid and not vote.rules.invalid_counts
    return names.sentences([words, units.invalid_words() if aside else ""])


def sentences(meeting: MeetingView, item: ItemView) -> Iterator[str]:
    """What is to be said of each vote beside its figures, in the order of their opening."""
    for vote in item.votes:
        label = subject(item, vote)
        for words in _sentences(meeting, vote):
            yield _("{label}: {words}").format(label=label, words=words)


def _sentences(meeting: MeetingView, vote: VoteView) -> Iterator[str]:
    if vote.abandoned is not None:
        yield abandoned(meeting, vote)
        return
    if vote.open:
        yield _("the vote is open.")
        return
    if vote.rules != meeting.rules:
        yield special_rule(vote.rules)
    if vote.casting is not None:
        yield from corrections(meeting, vote)
    yield verdict(vote)
    if vote.represented or vote.rules.parties:
        yield at_vote_words(meeting, vote.represented) or stands.stands(meeting, vote)
    yield from aside(meeting, vote)


def verdict(vote: VoteView) -> str:
    """The verdict with its arithmetic; empty while the vote is open."""
    return names.tight(casting.told(vote))


def figures(vote: VoteView) -> str:
    """`(yes 16, no 0, abstain 1)` of what was decided by; empty while the vote is open."""
    count = vote.decided()
    if count is None:
        return ""
    cast = vote.casting.choice if vote.casting is not None and vote.tie_broken else Casting.NONE
    words = counts.answers_words(count, casting=cast)
    return pgettext("gap", "({words})").format(words=names.tight(words))


def special_rule(under: Rules) -> str:
    """The rule of a vote that is not decided by the meeting's own."""
    text = _('The rule "{name}" applies. {words}')
    return text.format(name=rules.rules_name(under), words=names.tight(gates.rules_words(under)))


def abandoned(meeting: MeetingView, vote: VoteView) -> str:
    """A vote that ended without a result, and why."""
    if vote.abandoned is None:
        return ""
    text = _("{way}; ended without a result at {time}: {reason}")
    time = names.clock_time(vote.abandoned.at, meeting.plan.starts)
    reason = (
        names.ended(vote.abandoned.reason)
        if vote.abandoned.reason
        else _("the program ended while it ran, so it is void.")
    )
    return text.format(way=names.way_words(vote.opened.way), time=time, reason=reason)


def aside(meeting: MeetingView, vote: VoteView) -> Iterator[str]:
    """That the rules do not name the way it was taken; why unlikely figures were taken, every correction
    (with a casting vote they stand before it), and that a result stands no longer or was not announced."""
    if other_way(vote.opened.way, vote.rules):
        yield warning_words(Warning(Caution.OTHER_WAY))
    item = meeting.item(vote.opened.item)
    if item is not None and open_way(vote.opened.way, vote.rules, item):
        yield warning_words(Warning(Caution.SECRECY))
    if vote.late:
        yield late.late_words(meeting, vote.late)
    if vote.closed is not None and vote.closed.override:
        yield override(vote.closed)
    if vote.casting is None:
        yield from corrections(meeting, vote)
    if vote.reopened is not None:
        yield reopenings.reopened(meeting, vote.reopened)
    if not vote.announced:
        yield lack_words(Lack.NOT_ANNOUNCED)


def override(closed: VoteClosed) -> str:
    """Why unlikely figures were taken all the same."""
    return _("The figures were recorded as counted, because: {reason}").format(
        reason=names.ended(closed.override)
    )


def corrections(meeting: MeetingView, vote: VoteView) -> Iterator[str]:
    """Every correction of an announced result, and every recount."""
    makers = (*vote.correctors, *[NOBODY] * len(vote.corrections))
    for number, ((old, new), by) in enumerate(zip(vote.corrections, makers, strict=False)):
        yield (
            recounts.recount(meeting, vote, number)
            or mended.paper(meeting, vote, number, by)
            or mended.correction(meeting, (old, new), by, parties=bool(vote.rules.parties))
        )


def named(meeting: MeetingView, vote: VoteView) -> str:
    """Who answered what in a roll call: `Yes (14): ...; no (1): ...`; who voted, where a ballot on the
    laptop kept it; or each party's stand; empty for other ways."""
    if vote.opened.way is Way.PARTIES:
        return stands.stands(meeting, vote)
    if vote.ticked:
        listed = names.listed(names.name_of(meeting, each) for each in vote.ticked)
        return names.sentence(_("voted ({count}): {names}").format(count=len(vote.ticked), names=listed))
    if vote.opened.way is not Way.ROLL_CALL or vote.closed is None:
        return ""
    given = {person: choice for person, (_ballot, choice) in vote.answers.items()}
    heads = {
        Choice.YES: _("yes ({count}): {names}"),
        Choice.NO: _("no ({count}): {names}"),
        Choice.ABSTAIN: _("abstain ({count}): {names}"),
        Choice.NONE: _("not voting ({count}): {names}"),
    }
    cast = vote.casting if vote.tie_broken else None
    asked = [each for each in vote.closed.presence if cast is None or each != cast.chair]
    parts = []
    for choice, text in heads.items():
        people = [each for each in asked if given.get(each, Choice.NONE) is choice]
        if people:
            words = names.listed(names.name_of(meeting, each) for each in people)
            parts.append(text.format(count=len(people), names=words))
    if cast is not None:
        text = _("casting vote: {name} ({choice})")
        chair = names.name_of(meeting, cast.chair)
        parts.append(text.format(name=chair, choice=casting_words(cast.choice)))
    return names.sentence(names.clauses(parts))
