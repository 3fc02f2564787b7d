"""Our catalogues are whole and compiled: no sentence that an installed package can show stands in English."""

import json
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext, override

from tests.words.english import FOLDER, PLACEHOLDER, entries, said
from tests.words.sources import marked_in

DOMAINS = ("django", "djangojs")
#: Packages without a catalogue of their own, or whose catalogue is not ours to trust: what their code marks counts.
READ_FROM_CODE = (
    "wagtail_modeladmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.core",
    "django.db",
    "django.forms",
    "django.template",
    "django.utils",
    "django.views",
    "django_filters",
    "modelcluster",
    "modelsearch",
    "permissionedforms",
    "simple_history",
    "taggit",
    "treebeard",
)
#: Apps whose English catalogues must be found, so that a change of folders cannot make the test say yes to nothing.
SHIPS = {
    "django": {"wagtail", "wagtail.admin", "wagtail.images", "wagtail.documents", "wagtail.snippets", "wagtail.users"},
    "djangojs": {"wagtail.admin"},
}
#: What nobody can meet, and why. A package's file, or a sentence.
NEVER_MET = {
    "csrf.py": "Django's own page of a refused form; ours stands in its place (cms.core.views.csrf_failure)",
    "static.py": "listings of folders that the development server alone could show",
    "templates/default_urlconf.html": "Django's greeting for an empty project",
    ":?.!": "punctuation after labels, the same in Vietnamese",
    ":": "punctuation after labels, the same in Vietnamese",
    ", ": "punctuation, the same in Vietnamese",
    "…": "punctuation, the same in Vietnamese",
}


def meaning(catalogue):
    """What a catalogue says, whatever its form."""
    return {(e.msgctxt, e.msgid, e.msgid_plural): e.msgstr or e.msgstr_plural for e in catalogue}


def keys_of(domain):
    return {(e.msgctxt, e.msgid) for e in entries(domain)}


@pytest.mark.parametrize("domain", DOMAINS)
def test_compiled_words_are_in_step(domain):
    compiled = polib.mofile(str(FOLDER / f"{domain}.mo"))
    assert meaning(compiled) == meaning(entries(domain)), (
        f"{domain}.mo is behind {domain}.po: msgfmt, see its first lines"
    )


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_entry_says_something_once(domain):
    catalogue = entries(domain)
    assert [e.msgid for e in catalogue if not all(said(e)) or e.fuzzy or e.obsolete] == []
    twice = Counter((e.msgctxt, e.msgid) for e in catalogue)
    assert [key for key, count in twice.items() if count > 1] == []
    assert {len(e.msgstr_plural) for e in catalogue if e.msgid_plural} <= {1}, "Vietnamese has one plural form"


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_and_markup_are_kept(domain):
    def parts(text):
        return Counter(PLACEHOLDER.findall(text))

    def edges(text):
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    wrong = []
    for entry in entries(domain):
        for text in said(entry):
            # A plural may count in its second form only ("Delete 1 page", "Delete %(counter)s pages").
            kept = parts(text) in (parts(entry.msgid), parts(entry.msgid_plural))
            if not kept or edges(text) != edges(entry.msgid):
                wrong.append((entry.msgid, text))
    assert wrong == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_wagtails_catalogues_have_nothing_that_is_not_translated(domain):
    """After an upgrade this names the new sentences."""
    ours, missing = keys_of(domain), {}
    for app in apps.get_app_configs():
        theirs = Path(app.path) / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
        if app.name.startswith("wagtail") and theirs.exists():
            catalogue = polib.pofile(str(theirs))
            missing[app.name] = [e.msgid for e in catalogue if (e.msgctxt, e.msgid) not in ours]
    assert SHIPS[domain] <= missing.keys()
    assert {name: words for name, words in missing.items() if words} == {}


@pytest.mark.parametrize("package", READ_FROM_CODE)
def test_the_other_packages_mark_nothing_that_is_not_translated(package):
    ours = keys_of("django")
    marked = marked_in(Path(import_module(package).__file__).parent)
    missing = {
        sentence: place
        for (context, sentence), place in marked.items()
        if (context, sentence) not in ours and sentence not in NEVER_MET and place not in NEVER_MET
    }
    assert missing == {}


def test_marks_are_found_in_code_and_templates(tmp_path):
    """The reader of sources sees what it is meant to see; an empty answer above would otherwise prove nothing."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "code.py").write_text(
        'a = _("Mot")\nb = ngettext("Hai", "Nhieu", n)\nc = pgettext_lazy("ngu canh", "Ba")\nd = _(name)\n'
    )
    (tmp_path / "templates" / "page.html").write_text(
        '{% load i18n %}{% trans "Bon (4)" %}{% blocktranslate %}Nam {{ x }}{% endblocktranslate %}{{ _("Sau") }}'
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "other.py").write_text('_("Bay")\n')
    found = {sentence for _context, sentence in marked_in(tmp_path)}
    assert found == {"Mot", "Hai", "Ba", "Bon (4)", "Nam %(x)s", "Sau"}
    assert ("ngu canh", "Ba") in marked_in(tmp_path)


#: One word for one thing (docs/glossary.md): English left, ours right.
ONE_WORD = {
    "History": "Lịch sử",
    "Home": "Việc của tôi",
    "Dashboard": "Việc của tôi",
    "Publish": "Đăng",
    "Unpublish": "Gỡ",
    "Draft": "Bản nháp",
    "Submit for moderation": "Gửi duyệt",
    "Approve": "Duyệt",
    "Reject": "Trả lại",
    "Comment": "Ý kiến",
    "Document": "Tài liệu",
    "Image": "Hình ảnh",
    "Collection": "Thư mục",
    "Workflow": "Quy trình duyệt",
    "Monday": "Thứ Hai",
    "January": "Tháng 1",
    "This field is required.": "Ô này bắt buộc phải điền.",
}
#: Words that another word of ours stands for; kept out of every sentence.
NOT_OURS = (
    "tập tin",
    "xuất bản",
    "kiểm duyệt",
    "bản thảo",
    "click",
    "đệ trình",
    "bộ sưu tập",
    "hủy đăng",
    "xoá",
    "huỷ",
)


def test_our_words_come_before_the_packages_own():
    with override("vi"):
        assert {english: gettext(english) for english in ONE_WORD} == ONE_WORD


@pytest.mark.parametrize("domain", DOMAINS)
def test_one_word_for_one_thing(domain):
    strangers = re.compile("|".join(NOT_OURS), re.IGNORECASE)
    assert [text for entry in entries(domain) for text in said(entry) if strangers.search(text)] == []


@pytest.mark.django_db
def test_words_of_the_scripts(admin):
    """The scripts of the editor get our words from the catalogue that the admin serves."""
    served = admin.get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    catalogue = json.loads(re.search(r"newcatalog = (\{.*?\n\s*\});", served, re.S)[1])
    for entry in entries("djangojs"):
        if said(entry)[0] != entry.msgid:
            assert catalogue[entry.msgid] == (said(entry) if entry.msgid_plural else entry.msgstr)
