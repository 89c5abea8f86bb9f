"""What is left out of a start is missed by nobody."""

import subprocess
import sys

EVERYTHING = """
import importlib, pkgutil, sys
from council_tui.tui import unused
unused.leave_out()
import textual.app
import council_tui
for each in pkgutil.walk_packages(council_tui.__path__, "council_tui."):
    if not each.name.endswith("__main__"):
        importlib.import_module(each.name)
there = [sys.modules.get(name) for name in ("ssl", *unused.TEXTUALS, "textual.widgets._tree")]
left = [each.__name__ for each in there if hasattr(each, "__file__")]
import ssl
print(left, ssl.OPENSSL_VERSION_INFO > (1,), textual.app.App.ENABLE_COMMAND_PALETTE)
"""


def test_every_module_of_the_program_does_without_and_tls_is_there_for_who_asks_later():
    run = subprocess.run([sys.executable, "-c", EVERYTHING], capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("[] True True\n", "")
