"""The house keeps its own rules: arrows, names, pins, migrations, and nothing left open."""

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
from django.core.management import call_command
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
APPS = ("cms", "home", "catalog", "workflow")
FIXED_NAMES = {"cms", "home", "catalog", "workflow", "templates", "tests", "requirements.txt", "manage.py", "README.md"}
TOOL_NAMES = {"docs", ".ci", "Makefile", "pyproject.toml", "LICENSE", "CHANGELOG.md"}
TOOL_NAMES |= {".git", ".gitignore", ".gitattributes", ".editorconfig"}
LOCKS = ("requirements.txt", "tests/requirements.txt", "tests/requirements-next.txt")
INPUTS = ("cms/requirements.in", "tests/requirements.in")


def files(*suffixes, under=(*APPS, "templates", "tests")):
    """Every file of the project's own with one of these suffixes."""
    for folder in under:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes and "__pycache__" not in path.parts:
                yield path


def migrations():
    return [path for path in files(".py", under=APPS) if path.parent.name == "migrations"]


# --- arrows ------------------------------------------------------------------------------------------------------


def test_imports_go_down(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_contracts_name_every_room_and_floor():
    """The contracts are held against weakening: the order is the architecture's, and no exception is granted."""
    rooms, floors = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    bare = [re.sub(r"[()]", "", layer) for layer in rooms["layers"]]
    assert bare == [
        "cms.urls | cms.settings",
        "cms.api",
        "home",
        "workflow",
        "catalog",
        "cms.law",
        "cms.audit",
        "cms.core",
    ]
    bare = [re.sub(r"[()]", "", layer) for layer in floors["layers"]]
    assert bare == [
        "public | desk | api | tasks | management",
        "services | queues | register | statistics",
        "letters | notices",
        "correction_moves | remedy_moves",
        "transitions",
        "clock | access | codes | grounds",
        "models",
        "choices | remedy_choices",
    ]
    assert floors["exhaustive"] is True
    assert "ignore_imports" not in rooms | floors


# --- names -------------------------------------------------------------------------------------------------------


def test_top_level_holds_the_fixed_names_only():
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines() if line[:1] not in "#"]
    found = {path.name for path in ROOT.iterdir() if not any(fnmatch(path.name, pattern) for pattern in ignored)}
    assert found - TOOL_NAMES == FIXED_NAMES
    assert TOOL_NAMES - {".git"} <= found


def test_no_module_is_named_for_leftovers():
    assert [path for path in files(".py") if path.stem in {"utils", "util", "helpers", "misc", "common"}] == []


def test_tests_stand_where_the_code_stands():
    """tests/workflow/test_clock.py tests workflow/clock.py; whole stories live in promises/ and journeys/.

    The words of the admin, the guides and speed belong to no one room.
    """
    rooms = {"core", "audit", "law", "home", "catalog", "workflow", "promises", "journeys", "factories"}
    rooms |= {"words", "guides", "bench"}
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders <= rooms


def test_nothing_is_left_open():
    """No promise for later and no test or check switched off in what is landed."""
    words = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
    marks = [
        r"#\s*no" + "qa",
        r"type:\s*ig" + "nore",
        r"mark\.sk" + "ip",
        r"mark\.xf" + "ail",
        r"pragma: no c" + "over",
    ]
    open_ends = re.compile("|".join([rf"\b{word}\b" for word in words] + marks))
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files(".py", ".html", ".css", ".js", ".txt", ".toml")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if open_ends.search(line)
    ]
    assert found == []


def test_no_year_is_printed_as_an_amount():
    """2026, not 2.026: in Vietnamese a bare number takes points between its thousands."""
    bare = re.compile(r"\{\{ (?!form\.)[\w.]*\byear \}\}")
    found = {
        path.name: bare.findall(path.read_text(encoding="utf-8"))
        for path in files(".html", ".txt", under=("templates",))
    }
    assert {name: years for name, years in found.items() if years} == {}


def test_public_templates_carry_no_script_or_style_of_their_own():
    """The public policy is script-src 'self'; style-src 'self': anything inline would be refused by the browser."""
    inline = re.compile(
        r"<style\b|\sstyle\s*=|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
    )
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files(".html", under=("templates",))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if inline.search(line)
    ]
    assert found == []


# --- pins --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_is_exact_and_hashed(lock):
    """Every package at one version with its hashes; no address, folder or option that only one machine knows."""
    text = (ROOT / lock).read_text("utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^\s*#.*\n?", "", text).strip())
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==[0-9][\w.]*( ; [^\\]+)? \\\n    --hash=sha256:[0-9a-f]{64}", entry), entry[:80]
    assert re.findall(r"https?://|file:|--index|--find-links|--extra|(?m:^-e)", text) == []


def test_tests_run_on_what_an_authority_installs():
    pinned = re.compile(r"(?m)^([a-z0-9-]+)==([^\s]+)")
    site, tests = (set(pinned.findall((ROOT / lock).read_text("utf-8"))) for lock in LOCKS[:2])
    assert site - tests == set()


@pytest.mark.parametrize("source", INPUTS)
def test_every_direct_package_says_why(source):
    lines = (ROOT / source).read_text("utf-8").splitlines()
    named = [line for line in lines if line and not line.startswith(("#", "-r"))]
    plain = {"pytest", "pytest-django"}
    silent = [line for line in named if not re.search(r"\s# \w", line) and re.split(r"[<>=]", line)[0] not in plain]
    assert silent == []


# --- migrations --------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    assert "No changes detected" in capsys.readouterr().out


def test_migrations_load_on_both_wagtails():
    """Migrations written on Wagtail 8 name things that 7.4 lacks, and would tie the site to it."""
    texts = {path: path.read_text("utf-8") for path in migrations()}
    assert len(texts) > len(APPS)
    assert [path for path, text in texts.items() if "WAGTAIL_PAGE_MODEL" in text] == []
    late = [
        (path.name, number)
        for path, text in texts.items()
        for number in re.findall(r"[\"']wagtailcore[\"'],\s*[\"'](\d{4})_", text)
        if int(number) > 97
    ]
    assert late == []


def test_each_decision_has_a_number_of_its_own():
    """Two that were taken on one day are told apart by their numbers; the heading bears the same."""
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [path.name[:4] for path in files] == [f"{number:04}" for number in range(1, len(files) + 1)]
    assert all(path.read_text("utf-8").startswith(f"# {path.name[:4]} ") for path in files)
