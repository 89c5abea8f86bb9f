"""What is left out of a start is missed by nobody."""

import subprocess
import sys

EVERYTHING = """
import importlib, pkgutil, sys
from council_tui.tui import unused
unused.leave_out()
import textual.app, textual.design
import council_tui
for each in pkgutil.walk_packages(council_tui.__path__, "council_tui."):
    if not each.name.endswith("__main__"):
        importlib.import_module(each.name)
there = [sys.modules.get(name) for name in ("ssl", *unused.EMPTY, "textual.widgets._tree")]
left = [each.__name__ for each in there if hasattr(each, "__file__")]
import ssl
print(left, ssl.OPENSSL_VERSION_INFO > (1,), textual.app.App.ENABLE_COMMAND_PALETTE)
"""

CALLED = """
import sys
from council_tui.tui import unused
unused.leave_out()
import textual.app, textual.design, textual.style
from uuid import uuid4
waiting = [name for name in unused.CALLED if not hasattr(sys.modules[name], "__file__")]
print(len(waiting) == len(unused.CALLED), uuid4().version)
unused.let_in()
import uuid, tempfile, platform, shutil, bz2, lzma
print(isinstance(uuid4(), uuid.UUID), tempfile.gettempdir() != "", platform.system() != "")
print(type(textual.design.Table()).__module__, textual.style.loads(textual.style.dumps({"a": 1})))
from decimal import Decimal
from fractions import Fraction
print(Fraction("0.25") + Fraction(1, 4), Fraction(3), Decimal("1.10"))
import hashlib
print(hashlib.sha256(b"abc").hexdigest()[:8])
"""
"""`ba7816bf` begins the digest of `abc` in FIPS 180-4's example."""


def ran(text: str) -> str:
    run = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    return run.stdout


def test_every_module_of_the_program_does_without_and_tls_is_there_for_who_asks_later():
    assert ran(EVERYTHING) == "[] True True\n"


def test_what_comes_when_it_is_called_is_the_real_thing():
    assert ran(CALLED).splitlines() == [
        "True 4",
        "True True True",
        "rich.table {'a': 1}",
        "1/2 3 1.10",
        "ba7816bf",
    ]
