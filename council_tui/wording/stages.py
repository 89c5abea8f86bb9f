"""The stages of a proposal in words: which it is, what was decided with its figures, what opens when."""

from collections.abc import Iterable, Iterator

from council_tui.domain.ids import VoteId
from council_tui.domain.items import ItemView
from council_tui.domain.rules import judge
from council_tui.domain.stages import Decision, Ladder, Publication, Rung, Stage, StageState
from council_tui.domain.stagetexts import Course, stage_rules
from council_tui.wording import names
from council_tui.wording.bilingual import either
from council_tui.wording.catalog import N_, _, current, ngettext, pgettext
from council_tui.wording.counts import verdict_sentence
from council_tui.wording.rules import rules_name

PUBLICATIONS = {
    Publication.RESOLUTION: N_("Resolution made public"),
    Publication.RESULT: N_("Result made public"),
}


def course_name(course: Course) -> str:
    """What a way in stages is called: `Four discussions, two publications`."""
    return course.name(current())


def course_mark(courses: Iterable[Course]) -> str:
    """Which of these ways have a source that was not read in full; empty for none."""
    unread = [course_name(course) for course in courses if not course.verified]
    if not unread:
        return ""
    return _("To be checked against your own rules: {names}").format(names=names.listed(unread))


def body_words(stage: Stage, lang: str) -> str:
    """Who decides a stage; `lang` is the council's language."""
    return either(stage.body, stage.body_2, lang)


def place_words(ladder: Ladder, rung: Rung) -> str:
    """`stage 3 of 4`, 第3步（共4步）."""
    return _("stage {number} of {whole}").format(number=rung.number, whole=len(ladder.rungs))


def stage_title(ladder: Ladder, rung: Rung, lang: str) -> str:
    """`stage 3 of 4: Party members' meeting considers`."""
    return _("{label}: {words}").format(label=place_words(ladder, rung), words=body_words(rung.stage, lang))


def stage_heading(ladder: Ladder, rung: Rung, lang: str) -> str:
    """The same with a capital, where it begins a sentence or stands above a form."""
    words = stage_title(ladder, rung, lang)
    return words[:1].upper() + words[1:]


def vote_place(item: ItemView, vote: VoteId) -> str:
    """Which stage a vote under an item decides: `stage 3 of 4`; empty for one that decides none."""
    for motion in item.motions:
        rung = motion.ladder.put_by(vote) if motion.ladder is not None else None
        if motion.ladder is not None and rung is not None:
            return place_words(motion.ladder, rung)
    return ""


def terms_words(stage: Stage) -> str:
    """By which rule a stage is decided, and how long the next one waits."""
    rules = stage_rules(stage)
    name = rules_name(rules) if rules is not None else _("the council's rules")
    if not stage.days:
        return _("by: {rule}").format(rule=name)
    text = ngettext(
        "by: {rule}; the next stage waits {count} calendar day, never moved",
        "by: {rule}; the next stage waits {count} calendar days, the last never moved",
        stage.days,
    )
    return text.format(rule=name, count=stage.days)


def state_words(ladder: Ladder, rung: Rung, day: str) -> str:
    """Where a stage stands on a day, in a few words: `carried  16 of 31, needed 16`, `opens 4 December`."""
    match ladder.state(rung, day):
        case StageState.CARRIED | StageState.LOST:
            return decided_short(rung.decision) if rung.decision is not None else ""
        case StageState.OPEN:
            return pgettext("stage", "open now")
        case StageState.WAITING:
            return pgettext("stage", "opens {day}").format(day=ladder.opens(rung) or "")
        case StageState.CLOSED:
            waiting = next(each.number for each in ladder.rungs if not each.carried)
            return pgettext("stage", "after stage {number}").format(number=waiting)


def decided_short(decision: Decision) -> str:
    """`carried  yes 16 of 31, needed 16`; out of those the rule counts."""
    verdict = judge(decision.rules, decision.count)
    if not verdict.quorum_met:
        text = pgettext("stage", "not carried  no quorum, {present} of {needed}")
        return text.format(present=decision.count.present, needed=verdict.quorum_needed or 0)
    whole, needed = verdict.first.denominator, verdict.needed
    text = pgettext("stage", "carried  {yes} of {whole}, needed {needed}")
    if not decision.carried:
        text = pgettext("stage", "not carried  {yes} of {whole}, needed {needed}")
    figures = {"whole": whole if whole is not None else decision.count.present}
    return text.format(yes=decision.count.yes, needed=needed if needed is not None else "-", **figures)


def decided_where(decision: Decision) -> str:
    """`Meeting No. 3 of 2023, 8 February 2023`; of what was reported, by whom, when, where and who signed."""
    day = names.day_words(decision.day)
    if decision.vote is not None:
        year, number = decision.meeting or (int(decision.day[:4]), 0)
        return names.commas([names.title_numbered(year, number), day])
    told = _("as that body reported")
    parts = [told, day, decision.place] if decision.place else [told, day]
    if decision.signed:
        parts.append(_("signed by {names}").format(names=decision.signed))
    return names.commas(parts)


def decided_sentence(ladder: Ladder, rung: Rung, lang: str) -> str:
    """A stage that was decided, with its arithmetic: what a paper says of it."""
    if rung.decision is None:
        return ""
    decision = rung.decision
    verdict = verdict_sentence(decision.count, judge(decision.rules, decision.count))
    text = _("{stage} ({where}): {verdict}")
    words = text.format(
        stage=stage_heading(ladder, rung, lang),
        where=decided_where(decision),
        verdict=names.tight(verdict),
    )
    return names.sentences([words, early_sentence(ladder, rung)])


def early_sentence(ladder: Ladder, rung: Rung) -> str:
    """That a stage was decided before its time, and why; empty for one in its time."""
    if rung.decision is None or not ladder.early(rung, rung.decision.day):
        return ""
    opens = ladder.opens(rung)
    if opens is None:
        number = next(each.number for each in ladder.rungs if not each.carried)
        return _("It was decided before its time: stage {number} is not carried.").format(number=number)
    return _("It was decided before its time: it opened on {day}.").format(day=names.day_words(opens))


def paper_points(ladder: Ladder, votes: frozenset[VoteId], lang: str) -> Iterator[str]:
    """What a paper says of the stages: those decided up to the one put in its meeting, what comes next and
    when, and what was made public. `votes`: those of the meeting; without one, all that is known."""
    here = [number for vote, number in ladder.votes.items() if vote in votes]
    last = max(here, default=len(ladder.rungs))
    for rung in ladder.rungs[:last]:
        if rung.decision is not None:
            yield decided_sentence(ladder, rung, lang)
    following = next((rung for rung in ladder.rungs if not rung.carried or rung.number > last), None)
    yield next_sentence(ladder, following, lang)
    if following is None:
        yield from published_lines(ladder)


def next_sentence(ladder: Ladder, rung: Rung | None, lang: str) -> str:
    """`Next: stage 3 of 4: Party members' meeting considers, from 16 February 2023.`, and which last day of
    waiting was not moved; of a stage that was lost, that it ends there."""
    if rung is None:
        return _("All stages are carried.")
    if rung.decision is not None and not rung.carried:
        return _("The proposal ends at stage {number}, unless that is decided anew.").format(
            number=rung.number
        )
    opens = ladder.opens(rung)
    title = stage_title(ladder, rung, lang)
    if opens is None:
        before = next(each.number for each in ladder.rungs if not each.carried)
        return _("Next: {stage}, once stage {number} is carried.").format(stage=title, number=before)
    if not opens:
        return _("Next: {stage}.").format(stage=title)
    words = _("Next: {stage}, from {day}.").format(stage=title, day=names.day_words(opens))
    return names.sentences([words, unmoved_sentence(ladder, rung)])


def unmoved_sentence(ladder: Ladder, rung: Rung) -> str:
    """That the last day of waiting falls on a weekend; empty for one that does not."""
    last = ladder.unmoved(rung)
    if not last:
        return ""
    text = _("The last day of the wait, {day}, is not moved to a working day.")
    return text.format(day=names.day_in_full(last))


def published_lines(ladder: Ladder) -> Iterator[str]:
    """`Resolution made public on 1 April 2023, notice board.`"""
    for what in Publication:
        if (note := ladder.published.get(what)) is not None:
            parts = [_(PUBLICATIONS[what]), names.day_words(note.day), *([note.place] if note.place else [])]
            yield names.sentence(names.commas(parts))
