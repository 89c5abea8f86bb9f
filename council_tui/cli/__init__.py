"""Where it starts: parse, open the file, do one thing."""


def main() -> None:
    """Run the command line."""
