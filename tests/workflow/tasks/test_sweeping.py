"""A form that was not sent is forgotten with its files; what was sent, and files of a case, stay."""

from datetime import timedelta

import pytest

from cms.core.files import keep
from tests.factories.core import make_house
from tests.factories.moments import moment
from tests.factories.workflow import Case
from workflow import tasks
from workflow.models import DraftFile, FormDraft
from workflow.services import new_case
from workflow.services.answers import StoredFile

pytestmark = pytest.mark.django_db
AT = moment("02/11/2026")


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def root(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path / "private"
    return settings.PRIVATE_ROOT


def draft_with_file(house):
    draft = FormDraft.objects.create(
        key_hash=f"dau-{FormDraft.objects.count()}",
        authority=house.authority,
        started_at=AT,
        expires_at=AT + timedelta(hours=24),
    )
    kept = keep("giay-uy-quyen.txt", "nội dung".encode())
    words = {"role": "SENT", "content_type": kept.content_type, "size": kept.size, "sha256": kept.sha256}
    DraftFile.objects.create(draft=draft, name=kept.name, path=kept.path, **words)
    return draft, kept


def test_form_past_its_time_goes_with_its_file(house, root):
    _draft, kept = draft_with_file(house)
    tasks.forget_drafts(AT + timedelta(hours=24))
    assert not FormDraft.objects.exists()
    assert not DraftFile.objects.exists()
    assert not (root / kept.path).exists()


def test_form_within_its_time_stays(house, root):
    _draft, kept = draft_with_file(house)
    tasks.forget_drafts(AT + timedelta(hours=23, minutes=59))
    assert FormDraft.objects.exists()
    assert (root / kept.path).exists()


def test_file_that_became_part_of_a_case_stays(house, root):
    draft, kept = draft_with_file(house)
    case = Case.sent(house, "02/11/2026")
    stored = StoredFile(state="CLEAN", role="SENT", **vars(kept))
    new_case.attach(case.now, stored, by=None, at=AT)
    draft.info_request = case.now
    draft.save()
    tasks.forget_drafts(AT + timedelta(hours=24))
    assert not FormDraft.objects.exists()
    assert (root / kept.path).exists()
    assert case.now.attachments.get().path == kept.path


def test_twice_is_as_good_as_once(house, root):
    draft_with_file(house)
    for _ in range(2):
        tasks.forget_drafts(AT + timedelta(days=2))
    assert not FormDraft.objects.exists()
