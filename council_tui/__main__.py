"""`python -m council_tui`: the same door as the command `council-tui`."""

from council_tui.cli import main

if __name__ == "__main__":
    main()
