"""How fast it is, as ratios to what any such program costs: `python -m tests.bench`. Nothing is asserted."""
