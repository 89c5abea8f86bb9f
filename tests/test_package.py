"""What one gets: the two commands of the README, every version pinned, and a wheel that lacks nothing."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
CONSTRAINTS = ROOT / ".ci" / "constraints.txt"
SHIPPED = {".py", ".po", ".mo", ".sql", ".toml", ".tcss"}
"""What the package is made of; `data/` is shipped whatever it holds."""


def command(words: list[str | Path], cwd: Path, **environment: str) -> str:
    """What a command prints; it must end well."""
    result = subprocess.run(
        words,
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def readme_commands() -> list[str]:
    """The commands of the README's blocks of shell, one a line."""
    readme = (ROOT / "README.md").read_text("utf-8")
    return [
        line for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) for line in block.splitlines()
    ]


def test_the_readme_opens_with_the_demo_and_the_tests():
    demo, tests = readme_commands()[:2]
    assert demo.endswith("council-tui demo")
    assert tests.endswith("-m pytest")
    for line in (demo, tests):
        assert line.startswith(
            "python3 -m venv --clear .venv && PIP_CONSTRAINT=.ci/constraints.txt .venv/bin/"
        )


def test_ci_runs_the_readmes_second_command():
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert lines[0].startswith("#!")
    assert lines[-1] == readme_commands()[1]


def pins() -> dict[str, str]:
    """The version of each package by its canonical name."""
    lines = [line for line in CONSTRAINTS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in lines)}


def needed() -> dict[str, str]:
    """Every package that the program, its tests or its build need, and the version at work now."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    found: dict[str, str] = {}
    waiting = [Requirement("council-tui[dev]"), *map(Requirement, build)]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        extras = {"", *wanted.extras}
        if name in found and not wanted.extras:
            continue
        found[name] = metadata.version(name)
        for line in metadata.requires(name) or []:
            part = Requirement(line)
            if part.marker is None or any(part.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(part)
    return {name: version for name, version in found.items() if name not in {"council-tui", "pip"}}


def test_every_version_is_pinned_to_what_the_tests_have_seen():
    pinned = pins()
    assert {
        name: (version, pinned.get(name)) for name, version in needed().items() if pinned.get(name) != version
    } == {}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built as a user's pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, ROOT]
    command([sys.executable, "-m", "pip", *build], folder)
    (path,) = folder.glob("*.whl")
    return path


def sources() -> set[str]:
    """The files that a wheel has to hold."""
    package = {path for path in (ROOT / "council_tui").rglob("*") if path.suffix in SHIPPED}
    samples = {
        path for path in (ROOT / "data").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    inside = {path.relative_to(ROOT).as_posix() for path in package}
    return inside | {f"council_tui/{path.relative_to(ROOT).as_posix()}" for path in samples}


def test_the_wheel_holds_everything_and_nothing_else(wheel: Path):
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == sources()
    for part in (
        "locales/zh/council_tui.mo",
        "schema/0001_record.sql",
        "presets/council_default.toml",
        "courses/siyi.toml",
    ):
        assert any(name.endswith(part) for name in names)


def test_the_wheel_runs_where_no_checkout_is(wheel: Path, tmp_path: Path):
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    zipfile.ZipFile(wheel).extractall(site)
    run: list[str | Path] = [sys.executable, "-m", "council_tui"]
    version = command([*run, "--version"], empty, PYTHONPATH=str(site))
    assert version.strip().endswith(wheel.name.split("-")[1])
    command([*run, "demo", "--output", "demo.db"], empty, PYTHONPATH=str(site), HOME=str(tmp_path / "home"))
    assert [path.name for path in empty.iterdir()] == ["demo.db"]
    assert "赞成" in command(
        [*run, "--lang", "zh", "rules", "show", "council_default"], empty, PYTHONPATH=str(site)
    )


def test_an_editable_install_has_no_second_copy_of_the_samples():
    (site,) = {Path(str(metadata.distribution("council-tui").locate_file("")))}
    assert site == ROOT or not (site / "council_tui").exists()


@pytest.mark.long
def test_the_wheel_runs_in_a_fresh_venv(wheel: Path, tmp_path: Path):
    """The wheel alone, its dependencies from the index, an empty folder and an empty home."""
    home, empty = tmp_path / "home", tmp_path / "empty"
    home.mkdir()
    empty.mkdir()
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    command(
        [scripts / "python", "-m", "pip", "install", "-q", "-c", CONSTRAINTS, wheel], empty, HOME=str(home)
    )
    program = shutil.which("council-tui", path=str(scripts))
    assert program is not None
    command([program, "demo", "--output", "demo.db"], empty, HOME=str(home))
    assert [path.name for path in empty.iterdir()] == ["demo.db"]
