"""The head of a meeting's papers: whose they are, who met when, and under which rules."""

from collections.abc import Iterable, Iterator

from council_tui.domain import offices, presence
from council_tui.domain.agenda import MeetingState, Role
from council_tui.domain.attendees import Attendee, Step
from council_tui.domain.meeting import MeetingView, by_proxy, present_at
from council_tui.domain.minutes import PaperKind
from council_tui.domain.quality import Caution, Lack, warnings
from council_tui.wording import gates, names, presences, rules
from council_tui.wording.bilingual import council_name
from council_tui.wording.catalog import _, ngettext, pgettext
from council_tui.wording.document import Labelled, Title
from council_tui.wording.papers import stands
from council_tui.wording.proxies import proxies_words
from council_tui.wording.quality import lack_words, warning_words


def titles(meeting: MeetingView, kind: PaperKind) -> Iterator[Title]:
    """Whose paper it is, which, and its number."""
    yield Title(council_name(meeting.council))
    which = names.title_numbered(meeting.year, meeting.number)
    if kind is PaperKind.MINUTES:
        yield Title(_("Minutes of {meeting}").format(meeting=which))
    else:
        yield Title(_("Record of proceedings of {meeting}").format(meeting=which))
    if meeting.plan.reference:
        yield Title(_("(Ref. {reference})").format(reference=meeting.plan.reference))


def head(meeting: MeetingView) -> Iterator[Labelled]:
    """The labelled lines above the items; what there is nothing to say of is left out."""
    lines = (
        (pgettext("paper", "Type"), _(names.KINDS[meeting.kind])),
        (pgettext("paper", "Date"), when(meeting)),
        (pgettext("paper", "Place"), names.said(meeting, meeting.plan.place, meeting.plan.place_2)),
        *_offices(meeting),
        (pgettext("paper", "Members"), _members(meeting)),
        (pgettext("paper", "Parties"), stands.sides(meeting)),
        (pgettext("paper", "Quorum"), names.sentences([quorum(meeting), _quorum_met(meeting)])),
        (
            pgettext("paper", "Present"),
            names.listed(names.person_name(each.person) for each in presence.attended(meeting)),
        ),
        (pgettext("paper", "By proxy"), proxies_words(meeting) if meeting.proxies else ""),
        (pgettext("paper", "Came, left"), _movements(meeting)),
        (pgettext("paper", "Excused"), _with_reasons(presence.excused(meeting))),
        (pgettext("paper", "Absent"), _with_reasons(presence.absent(meeting))),
        (pgettext("paper", "Observers"), _with_posts(meeting, presence.observers(meeting))),
        (pgettext("paper", "Rules"), _rules(meeting)),
        (pgettext("paper", "Notice"), _notice(meeting)),
        (pgettext("paper", "Adopted"), _earlier(meeting)),
    )
    return (Labelled(label, text) for label, text in lines if text)


def when(meeting: MeetingView) -> str:
    """The day, and from when to when; marked when it was entered afterwards."""
    starts = meeting.plan.starts
    opened, ended = meeting.opened_at, meeting.adjourned_at
    if not opened:
        words = _("{day}, {start}").format(day=names.day_in_full(starts), start=names.clock_time(starts))
    else:
        text = (
            _("{day}; called to order {start}, adjourned {end}")
            if ended
            else _("{day}; called to order {start}")
        )
        end = names.clock_time(ended, opened)
        words = text.format(day=names.day_in_full(opened), start=names.clock_time(opened), end=end)
    return names.noted(words, _("entered afterwards") if meeting.plan.late else "")


def _offices(meeting: MeetingView) -> Iterator[tuple[str, str]]:
    """Who held which office, and from when if not from the opening; a post is said where a name stands
    first."""
    told: set[int] = set()
    missing = {Role.CHAIR: Lack.NO_CHAIR, Role.RECORDER: Lack.NO_RECORDER}
    for role in Role:
        words = []
        for at, held in offices.spells(meeting, role):
            people = names.listed(_officer(meeting, each, told) for each in held)
            time = names.clock_time(at, meeting.plan.starts)
            words.append(_("from {time} {names}").format(time=time, names=people) if at else people)
        if words:
            yield _(names.ROLES[role]), names.clauses(words)
        elif role in missing:
            yield _(names.ROLES[role]), pgettext("gap", "({words})").format(words=lack_words(missing[role]))


def _officer(meeting: MeetingView, id: int, told: set[int]) -> str:
    who = next((each for each in meeting.people.values() if each.person.id == id), None)
    if who is None:
        return _("somebody")
    post = "" if id in told else names.post_words(who.person, meeting.council.lang)
    told.add(id)
    return names.noted(names.name_in_caps(who.person), post)


def _members(meeting: MeetingView) -> str:
    through, opened = len(presence.only_represented(meeting)), meeting.opened_at
    came = len(presence.attended(meeting)) + through
    facts = {
        "roll": len(meeting.roll),
        "present": came,
        "proxies": through,
        "excused": len(presence.excused(meeting)),
        "absent": len(presence.absent(meeting)),
    }
    text = _("{roll} on the roll; {present} present, {excused} excused, {absent} absent")
    if through:
        text = _(
            "{roll} on the roll; {present} present ({proxies} by proxy), {excused} excused, {absent} absent"
        )
    words = text.format(**facts)
    first = present_at(meeting, opened) if opened else came
    if first != came:
        at_first = _("{count} present at the opening").format(count=first)
        words = names.clauses([words, at_first])
    return words if came else names.clauses([words, names.tight(lack_words(Lack.NOBODY_PRESENT))])


def quorum(meeting: MeetingView) -> str:
    """`6 (two thirds or more of the roll).`, `3 of 3 parties (every party is represented).`"""
    phrase, needed = gates.quorum_phrase(meeting.rules), meeting.quorum_needed
    if not phrase or needed is None:
        return names.tight(gates.quorum_sentence(meeting.rules))
    text = _("{needed} ({rule}).")
    if meeting.rules.parties:
        text = _("{needed} of {whole} parties ({rule}).")
    return names.tight(text.format(needed=needed, whole=len(meeting.rules.parties), rule=phrase))


def _quorum_met(meeting: MeetingView) -> str:
    """Whether so many were there when the meeting was opened; empty where none are asked for."""
    needed = meeting.quorum_needed
    if needed is None or not meeting.opened_at:
        return ""
    opened = [move.at for move in meeting.moves if move.state is MeetingState.OPEN]
    if not opened:
        return _("Not reached: held as an informal discussion, in which nothing can be decided.")
    there = presence.attending_at(meeting, opened[-1])
    through = len(by_proxy(meeting, at=opened[-1]))
    if there >= needed and through:
        text = _("Quorum present: yes ({count} at the opening, {proxies} of them by proxy).")
        return text.format(count=there, proxies=through)
    if there >= needed:
        return _("Quorum present: yes.")
    if meeting.rules.parties:
        text = _("Quorum present: no ({count} of them represented at the opening).")
        return names.tight(text.format(count=there))
    text = _("Quorum present: no ({count} present at the opening).")
    if through:
        text = _("Quorum present: no ({count} at the opening, {proxies} of them by proxy).")
    return text.format(count=there, proxies=through)


def _movements(meeting: MeetingView) -> str:
    """`Han Mei left 19:40, returned 19:52; Yang Defu arrived 19:10`."""
    text = pgettext("came", "{name} {movements}")
    return names.clauses(
        text.format(name=names.person_name(who.person), movements=_steps(meeting, steps))
        for who, steps in presence.movements(meeting)
    )


def _steps(meeting: MeetingView, steps: Iterable[Step]) -> str:
    day = meeting.plan.starts
    return names.listed(
        names.noted(presences.movement_words(step.presence, step.at, day), step.reason) for step in steps
    )


def _with_reasons(people: Iterable[Attendee]) -> str:
    return names.listed(names.noted(names.person_name(each.person), each.reason) for each in people)


def _with_posts(meeting: MeetingView, people: Iterable[Attendee]) -> str:
    lang = meeting.council.lang
    return names.listed(
        names.noted(names.person_name(each.person), names.post_words(each.person, lang)) for each in people
    )


def _rules(meeting: MeetingView) -> str:
    """Which rules, whether they were only provisional or no longer in force, and what they say."""
    floor = meeting.floor
    held = {warning.caution for warning in warnings(meeting)}
    marks = []
    if Caution.PROVISIONAL_RULES in held:
        marks = [_("provisional, not yet adopted by the council"), rules.mark(meeting.rules)]
    elif meeting.council.provisional:
        marks = [_("provisional until this meeting adopted them")]
    if Caution.OLD_RULES in held:
        marks.append(_("in force until {day} only").format(day=names.day_words(meeting.rules.valid_to or "")))
    name = names.noted(rules.rules_name(meeting.rules), names.clauses(each for each in marks if each))
    speech = _("{time} a speech, {count} speeches a member on one item.").format(
        time=_length(floor.speech_seconds), count=floor.speeches_per_item
    )
    words = names.sentences([speech, names.tight(gates.carry_sentence(meeting.rules))])
    return _("{label}: {words}").format(label=name, words=words)


def _length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if rest:
        return names.tight(ngettext("{count} second", "{count} seconds", seconds).format(count=seconds))
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def _notice(meeting: MeetingView) -> str:
    """Only what was wrong with the notice: too short, or none."""
    wrong = {Caution.SHORT_NOTICE, Caution.NOT_POSTED}
    return names.sentences(warning_words(each) for each in warnings(meeting) if each.caution in wrong)


def _earlier(meeting: MeetingView) -> str:
    text = _("the minutes of {meeting}, version {version}, at {time}")
    return names.clauses(
        text.format(
            meeting=names.title_numbered(each.year, each.number),
            version=each.version,
            time=names.clock_time(each.at, meeting.plan.starts),
        )
        for each in meeting.earlier
    )
