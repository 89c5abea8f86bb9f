"""Every way of counting papers: pure, exact, and explained round by round.

A tie that decides something is broken by the method's own rule, by a lot that was drawn, or not at all: then
the count stops there and names it.

To add a method: a file beside this one that ends in `METHOD = Method(...)`, and a line here. The command line
finds it by itself; its name in words stands in `wording.tallies`.
"""

from council_tui.domain.tally import approval, borda, greedy, irv, mes, plurality, schulze, score, stv
from council_tui.domain.tally.model import Method

METHODS: dict[str, Method] = {
    each.id: each
    for each in (
        stv.METHOD,
        irv.METHOD,
        schulze.METHOD,
        borda.METHOD,
        approval.METHOD,
        score.METHOD,
        mes.METHOD,
        greedy.METHOD,
        plurality.METHOD,
        plurality.MAJORITY,
    )
}
