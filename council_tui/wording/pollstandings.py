"""How an open poll stands, in one sentence for its desk."""

from collections.abc import Sequence

from council_tui.domain.polloutlook import Standing, outlook
from council_tui.domain.polls import PollView
from council_tui.wording import names, tallies
from council_tui.wording.catalog import _, ngettext


def standing_words(called: Sequence[str], poll: PollView) -> str:
    """`Leading: Chen Guo. 2 more papers can change it.`; empty where nothing can be told exactly."""
    found = outlook(poll)
    if found is None:
        return ""
    listed = tallies.listed(called, found.candidates)
    match found.standing:
        case Standing.DECIDED:
            return _decided(listed, found.left)
        case Standing.EVEN:
            return _("Tied for election: {names}.").format(names=listed)
        case Standing.NO_MAJORITY:
            return _("Nobody can have more than half any more: a second round.")
        case Standing.NEEDS:
            text = ngettext(
                "{names} needs {count} of the {left} papers still out for a majority.",
                "{names} each need {count} of the {left} papers still out for a majority.",
                len(found.candidates),
            )
            return text.format(names=listed, count=found.count, left=found.left)
        case Standing.LEADING:
            return names.sentences([_("Leading: {names}.").format(names=listed), _change(found.count)])


def _decided(listed: str, left: int) -> str:
    if not left:
        return _("All papers are in. Elected: {names}.").format(names=listed)
    text = ngettext(
        "The {count} paper still out cannot change it. Elected: {names}.",
        "The {count} papers still out cannot change it. Elected: {names}.",
        left,
    )
    return text.format(count=left, names=listed)


def _change(count: int) -> str:
    if not count:
        return ""
    text = ngettext("{count} more paper can change it.", "{count} more papers can change it.", count)
    return text.format(count=count)
