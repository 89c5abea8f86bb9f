"""Lint, format, types and layers: the tools, each as one test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

SCRIPTS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "words",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy", f"--cache-dir={os.devnull}"],  # a cache shared by two runs at once has told untruths
        ["basedpyright", "--pythonpath", sys.executable],
        ["lint-imports"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_the_source_passes(words: list[str]):
    command = [str(SCRIPTS / words[0]), *words[1:]]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr
