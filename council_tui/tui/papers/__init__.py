"""The parts of the Minutes screen, each on the one before: what is seen, how gaps are mended, the way out."""
