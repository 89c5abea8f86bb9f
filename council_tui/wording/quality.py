"""What a meeting's papers lack, and what the chair is warned of, in words."""

from council_tui.domain.items import ItemView
from council_tui.domain.meeting import MeetingView
from council_tui.domain.promises import ActionAssigned
from council_tui.domain.quality import Caution, Gap, Lack, Warning, open_way, other_way
from council_tui.domain.rules import Rules
from council_tui.domain.votes import Way
from council_tui.wording import names
from council_tui.wording.catalog import N_, _, ngettext, pgettext

LACKS = {
    Lack.NOBODY_PRESENT: N_("Nobody was signed in."),
    Lack.NO_CHAIR: N_("No chair was named."),
    Lack.NO_RECORDER: N_("No recorder was named."),
    Lack.NO_AGENDA: N_("There is no item on the agenda."),
    Lack.NO_OUTCOME: N_("No outcome was recorded."),
    Lack.VOTE_WITHOUT_QUORUM: N_("It was voted without a quorum."),
    Lack.NOT_ANNOUNCED: N_("A result was not announced."),
    Lack.PROXY_WITHOUT_PAPER: N_("A member was represented, and the proxy paper was not seen."),
    Lack.PROXIES_OVER_LIMIT: N_("One member held more proxies than the rules allow."),
    Lack.PROXY_NOT_TAKEN: N_("A proxy was given that the rules do not take: it was not counted."),
    Lack.ACTION_WITHOUT_OWNER: N_("An action has no owner."),
    Lack.ACTION_WITHOUT_DATE: N_("An action has no date."),
}

CAUTIONS = {
    Caution.NO_QUORUM: N_("No quorum: {needed} needed, {found} present. What is voted now is not carried."),
    Caution.PARTY_MISSING: N_(
        "Not every party is here ({found} of {needed}). What is voted now is not carried."
    ),
    Caution.PROXY_WITHOUT_PAPER: N_("Proxies whose paper was not seen: {found}."),
    Caution.PROXIES_OVER_LIMIT: N_("Members who hold more proxies than {needed}: {found}."),
    Caution.PROXY_NOT_TAKEN: N_("Proxies that the rules do not take, and that are not counted: {found}."),
    Caution.PROXY_RESTS: N_("Proxies that rest, because their holder is away: {found}."),
    Caution.NOT_POSTED: N_("No notice of the meeting was recorded."),
    Caution.AMENDMENT_PENDING: N_("An amendment is pending. It is voted on first."),
    Caution.NOT_SECONDED: N_("The motion was not seconded."),
    Caution.OTHER_WAY: N_("The rules do not name this way of voting."),
    Caution.SECRECY: N_("This is to be voted on secretly, and another way was taken."),
    Caution.OVER_TIME: N_("The time allotted to this item is over."),
    Caution.STAGE_WAITS: N_("Stage {needed} is before its time: it opens on {day}."),
    Caution.PROVISIONAL_RULES: N_("Provisional rules: the council has not adopted them yet."),
    Caution.OLD_RULES: N_("These rules were no longer in force on the day of the meeting."),
    Caution.CLOSE_VOTE: N_("The sides came close. The question may be postponed."),
}


def lack_words(lack: Lack) -> str:
    """What is missing, in a sentence."""
    return _(LACKS[lack])


def gap_words(meeting: MeetingView, gap: Gap) -> str:
    """What is missing and where: `2. Street lights: No outcome was recorded.`"""
    words = lack_words(gap.lack)
    where = _action(meeting, gap.action) if gap.action is not None else ""
    item = meeting.item(gap.item) if gap.item is not None else None
    if not where and item is not None:
        title = names.said(meeting, item.title, item.title_2)
        where = pgettext("item", "{number} {title}").format(number=names.numeral(item.label), title=title)
    return _("{label}: {words}").format(label=where, words=words) if where else words


def warning_words(warning: Warning) -> str:
    """What the chair should know, with its figures."""
    if warning.caution is Caution.SHORT_NOTICE:
        text = ngettext(
            "Short notice: {needed} day needed, {found} given.",
            "Short notice: {needed} days needed, {found} given.",
            warning.needed,
        )
    else:
        text = _(CAUTIONS[warning.caution])
    return text.format(needed=warning.needed, found=warning.found, day=names.day_words(warning.day))


def way_doubt(way: Way, rules: Rules, item: ItemView | None) -> str:
    """What speaks against a way of voting before it is taken; empty for nothing."""
    if item is not None and open_way(way, rules, item):
        return _("to be voted secretly")
    return _("not in your rules") if other_way(way, rules) else ""


def _action(meeting: MeetingView, id: int) -> str:
    found: list[ActionAssigned] = [each.fact for each in meeting.actions if each.id == id]
    return names.said(meeting, found[0].task, found[0].task_2) if found else ""
