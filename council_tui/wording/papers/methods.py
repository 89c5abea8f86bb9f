"""How each way of counting decides, in a sentence or two: what stands in a paper beside its name."""

from council_tui.wording.catalog import N_, _

_EXPLAINED = {
    "stv": N_(
        "Whoever reaches the quota is elected; surplus votes go to the next choice on those papers. If nobody"
        " does, the candidate with the fewest votes is excluded and those papers go on."
    ),
    "irv": N_(
        "Until one candidate has more than half of the papers still counting, the one with the fewest votes"
        " is excluded, and those papers go to the next choice on them."
    ),
    "schulze": N_(
        "Every two candidates are compared: how many papers put one before the other. Elected is the"
        " candidate whose strongest path to each other candidate is stronger than the path back."
    ),
    "borda": N_("A place is worth a point for each place below it; whoever has the most points is elected."),
    "approval": N_("Whoever is marked on the most papers is elected."),
    "score": N_("The points are added up; whoever has the most is elected."),
    "mes": N_(
        "The sum is divided equally among the papers, and those who marked a project pay for it together;"
        " each round funds the project that asks its supporters for the smallest share of its price, and a"
        " project whose supporters have too little left is not funded."
    ),
    "greedy": N_(
        "Projects are funded in the order of votes while the money lasts; one that costs more than is left is"
        " passed over."
    ),
}
"""What a name does not say of how it is decided."""


def explained(method: str) -> str:
    """How a method decides, in a sentence; empty where its name says it."""
    return _(_EXPLAINED[method]) if method in _EXPLAINED else ""
