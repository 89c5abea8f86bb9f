"""How an open vote would stand if some left the room, or came into it."""

from dataclasses import replace

from council_tui.domain.counts import Count
from council_tui.domain.rules import Outlook, outlook
from council_tui.domain.rulesets import PresentBasis, Rules


def outlook_if(rules: Rules, count: Count, unanswered: int, leave: int, come: int) -> Outlook | None:
    """The outlook after `leave` of those who have not answered went and `come` members came in.

    Who has answered counts on when leaving, and who left after the opening too where the rules say so.
    None where so many cannot leave, or more would be there than are on the roll.
    """
    gone = 0 if rules.present_basis is PresentBasis.AT_OPENING else leave
    present = count.present - gone + come
    if leave > unanswered or present > count.roll:
        return None
    return outlook(rules, replace(count, present=present), unanswered - leave + come)
