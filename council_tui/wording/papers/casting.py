"""The verdict in a sentence, and before it what the chair did with a tie."""

from council_tui.domain.casting import Casting
from council_tui.domain.rulesets import PresentBasis
from council_tui.domain.votes import VoteView
from council_tui.wording import counts, names
from council_tui.wording.catalog import N_, _

_CAST = {
    Casting.YES: N_("{yes} to {no}; the chair's casting vote: in favour. {verdict}"),
    Casting.NO: N_("{yes} to {no}; the chair's casting vote: against. {verdict}"),
    Casting.NONE: N_("{yes} to {no}; the chair gave no casting vote. {verdict}"),
}


def told(vote: VoteView) -> str:
    """`8 to 8; the chair's casting vote: in favour. 17 present, more than half is 9; yes 9, no 8: carried.`

    Without a casting vote the verdict alone; empty while the vote is open.
    """
    count, decided, verdict = vote.count(), vote.decided(), vote.verdict()
    if count is None or decided is None or verdict is None:
        return ""
    words = counts.verdict_sentence(decided, verdict)
    if vote.rules.present_basis is PresentBasis.AT_OPENING:
        words = names.sentences([words, _("Present are those of the opening, and who came later.")])
    if vote.casting is None:
        return words
    if not count.tied:
        return _("There is no tie any more, and the casting vote falls away. {verdict}").format(verdict=words)
    return _(_CAST[vote.casting.choice]).format(yes=count.yes, no=count.no, verdict=words)
