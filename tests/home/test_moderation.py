"""Words become public by two people: who wrote or sent them never approves them, by whatever door (S7)."""

import json
from copy import deepcopy

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState

from cms.audit.models import Entry
from cms.core.dates import today
from cms.core.models import Mail
from cms.core.roles import Role
from home.models import InformationPage
from tests.factories.core import UserFactory, give_role
from tests.home.moderating import (
    action_url,
    approve,
    bare,
    build,
    create_url,
    edit_url,
    seat,
    section,
    words,
    write,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def sections(kept_for_the_file):
    with pytest.MonkeyPatch.context() as patch:
        bare(patch)
        both = section("suoi-vang"), section("hoa-sen")
        build(*both)
    return both


@pytest.fixture
def here(sections, db, monkeypatch):
    """A commune with its section; beside it another one, and their province."""
    bare(monkeypatch)
    cache.clear()
    return deepcopy(sections[0])


@pytest.fixture
def there(sections, here):
    return deepcopy(sections[1])


def told(response) -> str:
    return response.content.decode()


def refusals() -> list[str]:
    found = Entry.objects.filter(kind="attempt.refused").order_by("seq")
    return [json.loads(bytes(entry.payload))["data"]["attempted"] for entry in found]


def state_of(page) -> dict:
    """Everything about a page that a refused attempt must leave as it was."""
    page = Page.objects.get(pk=page.pk)
    return {
        "live": page.live,
        "title": page.title,
        "path": page.path,
        "revisions": page.revisions.count(),
        "scheduled": page.revisions.exclude(approved_go_live_at=None).count(),
        "pages": Page.objects.count(),
        "restricted": page.view_restrictions.count(),
        "task": list(TaskState.objects.values_list("pk", "status")),
    }


# --- the way it is meant -----------------------------------------------------------------------------------------


def test_one_writes_and_another_publishes(client, here):
    page = write(here.editor, here.page)
    assert client.get("/suoi-vang/gio-mo-cua/").status_code == 404
    assert approve(here.publisher, page, "Đã đối chiếu với thông báo.").status_code == 302
    assert "7 giờ 30" in told(client.get("/suoi-vang/gio-mo-cua/")).replace("\u00a0", " ")


def test_the_record_names_both_people(here):
    page = write(here.editor, here.page)
    approve(here.publisher, page)
    entries = {
        entry.kind: json.loads(bytes(entry.payload))
        for entry in Entry.objects.filter(subject_type="wagtailcore.page", subject_id=str(page.pk))
    }
    for kind, actor in {
        "wagtail.workflow.start": here.editor,
        "wagtail.workflow.approve": here.publisher,
        "wagtail.publish": here.publisher,
    }.items():
        said = entries[kind]
        assert said["actor"]["id"] == actor.pk
        assert said["data"]["author"] == here.editor.pk
        assert said["authority"] == "suoi-vang"
    assert entries["wagtail.workflow.approve"]["data"]["submitted_by"] == here.editor.pk


def test_asking_for_changes_is_recorded_and_opens_the_page_to_its_editor_again(here):
    page = write(here.editor, here.page)
    url = action_url(page, "reject")
    assert seat(here.publisher).post(url, {"comment": "Thiếu giờ buổi chiều."}).status_code == 302
    assert Entry.objects.filter(kind="wagtail.workflow.reject", actor_id=here.publisher.pk).count() == 1
    again = seat(here.editor).post(edit_url(page), words(text="Chiều từ 13 giờ 30.") | {"action-submit": "1"})
    assert again.status_code == 302
    approve(here.second_publisher, InformationPage.objects.get(pk=page.pk))
    assert InformationPage.objects.get(pk=page.pk).live


# --- who may not approve -----------------------------------------------------------------------------------------


@pytest.fixture
def own_work(here):
    """Each of them wrote and sent it: an editor who is a publisher too, a superuser, a superuser with both roles."""
    give_role(here.editor, Role.PUBLISHER, here.authority)
    return here


def superuser(here, *roles):
    person = UserFactory(first_name="Giàng A Chứ", is_superuser=True, is_staff=True)
    for role in roles:
        give_role(person, role, here.authority)
    return person


AUTHORS = {
    "an editor who is publisher too": lambda here: (
        here.editor if give_role(here.editor, Role.PUBLISHER, here.authority) else None
    ),
    "a publisher": lambda here: here.publisher,
    "a superuser": lambda here: superuser(here),
    "a superuser with both roles": lambda here: superuser(here, Role.EDITOR, Role.PUBLISHER),
}
DOORS = {
    "the button of the list": lambda page: (action_url(page, "approve"), {"comment": ""}),
    "the button of the editor": lambda page: (
        edit_url(page),
        words() | {"action-workflow-action": "true", "workflow-action-name": "approve"},
    ),
    "publishing in the editor": lambda page: (edit_url(page), words() | {"action-publish": "1"}),
    "publishing when going back": lambda page: (
        reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, page.latest_revision_id]),
        words() | {"action-publish": "1"},
    ),
    "publishing in bulk": lambda page: (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}",
        {"include_descendants": "on"},
    ),
    "publishing by the API": lambda page: (f"/admin/api/main/pages/{page.pk}/action/publish/", {}),
    "a live copy by the API": lambda page: (
        f"/admin/api/main/pages/{page.pk}/action/copy/",
        {"slug": "ban-sao", "keep_live": "true"},
    ),
    "an alias by the API": lambda page: (
        f"/admin/api/main/pages/{page.pk}/action/create_alias/",
        {"update_slug": "ban-dan"},
    ),
}


@pytest.mark.parametrize("who", AUTHORS)
def test_nobody_publishes_their_own_words_by_any_door(here, client, who):
    author = AUTHORS[who](here)
    page = write(author, here.page)
    before = state_of(page)
    me = seat(author)
    for count, (name, door) in enumerate(DOORS.items(), start=1):
        response = me.post(*door(page))
        assert response.status_code == 403, name
        assert state_of(page) == before, name
        assert len(refusals()) == count, name
    assert client.get("/suoi-vang/gio-mo-cua/").status_code == 404


def test_nor_by_writing_and_publishing_at_once(here):
    before = Page.objects.count()
    for author in (here.editor, here.publisher, superuser(here, Role.PUBLISHER)):
        response = seat(author).post(create_url(here.page), words() | {"action-publish": "1"})
        assert response.status_code == 403
        assert "Không ai tự đăng trang" in told(response)
    assert Page.objects.count() == before
    assert refusals() == ["page.publish"] * 3


def test_the_last_to_change_the_words_does_not_approve_what_another_sent(here):
    page = write(here.editor, here.page)
    changed = seat(here.publisher).post(edit_url(page), words(text="Trụ sở đóng cửa."))
    assert changed.status_code == 302
    before = state_of(page)
    answer = approve(here.publisher, page)
    assert answer.status_code == 403
    assert "Ông/Bà là người viết hoặc sửa sau cùng" in told(answer)
    assert "Nội dung đã đổi sau khi gửi duyệt" in told(approve(here.second_publisher, page))
    assert state_of(page) == before
    assert refusals() == ["page.approve", "page.approve"]


def test_changing_and_approving_in_one_go_changes_nothing(here):
    page = write(here.editor, here.page)
    before = state_of(page)
    form = words(text="Trụ sở đóng cửa.") | {"action-workflow-action": "true", "workflow-action-name": "approve"}
    assert seat(here.publisher).post(edit_url(page), form).status_code == 403
    assert state_of(page) == before


def test_sending_on_what_another_wrote_is_not_writing_it(here):
    """The publisher wrote, the editor only pressed the button: the words are still the publisher's."""
    page = write(here.publisher, here.page, submit=False)
    seat(here.editor).post(edit_url(page), words() | {"action-submit": "1"})
    page = InformationPage.objects.get(pk=page.pk)
    assert page.workflow_in_progress
    assert approve(here.publisher, page).status_code == 403
    assert approve(here.second_publisher, page).status_code == 302


def test_words_that_were_sent_stay_as_they_were_sent(here):
    """Autosave writes over one's own last revision; a publisher's own page under review is no exception."""
    page = write(here.publisher, here.page)
    sent = page.get_latest_revision()
    before = sent.content
    over = {"overwrite_revision_id": str(sent.pk)}
    seat(here.publisher).post(edit_url(page), words(text="Trụ sở đóng cửa.") | over)
    sent.refresh_from_db()
    assert sent.content == before
    assert approve(here.second_publisher, page).status_code == 403


def test_an_editor_cannot_change_what_waits(here):
    page = write(here.editor, here.page)
    before = state_of(page)
    seat(here.editor).post(edit_url(page), words(text="Trụ sở đóng cửa."))
    assert state_of(page) == before


@pytest.mark.parametrize("role", [Role.EDITOR, Role.HEAD, Role.ADMINISTRATOR, Role.FOCAL_OFFICER])
def test_only_publishers_approve(here, role):
    page = write(here.editor, here.page)
    person = UserFactory()
    give_role(person, role, here.authority)
    assert approve(person, page).status_code in {403, 404}
    assert not InformationPage.objects.get(pk=page.pk).live


def test_a_superuser_without_the_role_approves_nothing(here):
    page = write(here.editor, here.page)
    assert approve(superuser(here), page).status_code == 403
    assert refusals() == ["page.approve"]


# --- other ways to make words public, or to take them away -------------------------------------------------------


def test_a_schedule_is_approved_like_any_words_and_cannot_be_set_alone(here):
    later = timezone.localtime(timezone.now() + timezone.timedelta(days=2)).strftime("%d/%m/%Y %H:%M")
    page = write(here.editor, here.page, go_live_at=later)
    assert page.scheduled_revision is None
    approve(here.publisher, page)
    page = InformationPage.objects.get(pk=page.pk)
    assert not page.live
    assert page.scheduled_revision is not None
    unschedule = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, page.scheduled_revision.pk])
    assert seat(here.editor).post(unschedule).status_code == 403
    assert seat(here.publisher).post(unschedule).status_code == 302
    assert InformationPage.objects.get(pk=page.pk).scheduled_revision is None


@pytest.fixture
def public(here):
    page = write(here.editor, here.page)
    approve(here.publisher, page)
    return InformationPage.objects.get(pk=page.pk)


TAKING_AWAY = {
    "unpublish": lambda page: (reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {}),
    "delete": lambda page: (reverse("wagtailadmin_pages:delete", args=[page.pk]), {}),
    "move": lambda page: (
        reverse("wagtailadmin_pages:move_confirm", args=[page.pk, page.get_parent().get_parent().pk]),
        {},
    ),
    "set_privacy": lambda page: (
        reverse("wagtailadmin_pages:set_privacy", args=[page.pk]),
        {"restriction_type": "password", "password": "xxxxxx"},
    ),
    "unpublish ": lambda page: (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?id={page.pk}",
        {"include_descendants": "on"},
    ),
    "delete ": lambda page: (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={page.pk}",
        {},
    ),
}


@pytest.mark.parametrize("act", TAKING_AWAY)
def test_an_editor_takes_nothing_away(here, public, act):
    before = state_of(public)
    assert seat(here.editor).post(*TAKING_AWAY[act](public)).status_code == 403
    assert state_of(public) == before
    assert refusals() == [f"page.{act.strip()}"]


def test_a_publisher_takes_down_at_once_and_nobody_deletes_what_is_public(here, public):
    for person in (here.publisher, superuser(here)):
        assert seat(person).post(*TAKING_AWAY["delete"](public)).status_code == 403
    assert seat(here.publisher).post(*TAKING_AWAY["unpublish"](public)).status_code == 302
    assert Entry.objects.filter(kind="wagtail.unpublish", actor_id=here.publisher.pk).exists()
    assert seat(here.publisher).post(*TAKING_AWAY["delete"](public)).status_code == 302
    assert not Page.objects.filter(pk=public.pk).exists()


def test_a_copy_is_a_draft(here, public):
    form = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": here.page.pk}
    for extra in ({"publish_copies": "on"}, {"alias": "on", "new_slug": "ban-dan"}):
        seat(here.publisher).post(reverse("wagtailadmin_pages:copy", args=[public.pk]), form | extra)
    copies = InformationPage.objects.filter(slug__in=["ban-sao", "ban-dan"])
    assert copies.count() == 2
    assert not copies.filter(live=True).exists()
    assert not copies.exclude(alias_of=None).exists()


def test_going_back_to_an_earlier_text_needs_the_second_person_too(here, public, client):
    first = public.live_revision
    seat(here.editor).post(edit_url(public), words(text="Nghỉ Tết.") | {"action-submit": "1"})
    approve(here.publisher, InformationPage.objects.get(pk=public.pk))
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[public.pk, first.pk])
    assert seat(here.publisher).post(revert, words()).status_code == 302
    assert "Nghỉ Tết" in told(client.get("/suoi-vang/gio-mo-cua/"))
    page = InformationPage.objects.get(pk=public.pk)
    seat(here.publisher).post(edit_url(page), words() | {"action-submit": "1"})
    assert approve(here.publisher, page).status_code == 403
    assert approve(here.second_publisher, page).status_code == 302


# --- one authority and the others --------------------------------------------------------------------------------


def test_another_authoritys_pages_are_not_there(here, there):
    page = write(here.editor, here.page)
    approver = action_url(page, "approve")
    for stranger in (there.editor, there.publisher):
        me = seat(stranger)
        for url in (
            edit_url(page),
            create_url(here.page),
            reverse("wagtailadmin_explore", args=[here.page.pk]),
            reverse("wagtailadmin_pages:history", args=[page.pk]),
            reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
            reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"]),
            reverse("wagtailadmin_pages:copy", args=[page.pk]),
        ):
            assert me.get(url).status_code == 404, url
        assert me.post(approver).status_code == 404
        assert me.post(edit_url(page), words(text="Đã bị sửa.")).status_code == 404
        own = me.get(reverse("wagtailadmin_explore", args=[there.page.pk]))
        assert own.status_code == 200
        listing = me.get("/admin/api/main/pages/", {"child_of": here.page.pk})
        assert "gio-mo-cua" not in told(listing)
        found = me.get(reverse("wagtailadmin_pages:search"), {"q": "Giờ mở cửa"})
        assert "gio-mo-cua" not in told(found)


def test_a_draft_is_not_offered_as_a_link_to_others(here, there):
    write(here.editor, here.page, title="Dự thảo nhân sự", slug="du-thao")
    url = reverse("wagtailadmin_choose_page_child", args=[here.page.pk])
    assert "Dự thảo nhân sự" in seat(here.editor).get(url).json()["html"]
    assert "Dự thảo nhân sự" not in seat(there.editor).get(url).json()["html"]


def test_pages_of_the_whole_site_belong_to_the_province(here, monkeypatch):
    from cms.core.models.authority import AuthorityKind

    province = section("tinh", AuthorityKind.PROVINCE)
    front = build(province)
    page = write(province.editor, front, slug="cam-ket")
    assert approve(here.publisher, page).status_code == 404
    assert seat(here.editor).get(create_url(front)).status_code in {302, 403, 404}
    assert seat(province.editor).get(edit_url(here.page)).status_code == 404
    assert approve(province.publisher, page).status_code == 302


def test_rights_follow_the_holder_to_the_day(here):
    held = here.publisher.role_holdings.get()
    page = write(here.editor, here.page)
    held.until_on = today() - timezone.timedelta(days=1)
    held.save()
    give_role(here.publisher, Role.HEAD, here.authority)  # still comes in
    assert approve(here.publisher, page).status_code == 404
    held.until_on = today()
    held.save()
    assert approve(here.publisher, page).status_code == 302


def test_files_lie_apart_too(here, there):
    from wagtail.documents.models import Document
    from wagtail.documents.permissions import permission_policy

    mine, theirs = here.authority.files.collection, there.authority.files.collection
    Document.objects.create(title="Quy chế", collection=mine)
    foreign = Document.objects.create(title="Dự thảo", collection=theirs)
    assert [one.title for one in permission_policy.instances_user_has_permission_for(here.editor, "choose")] == [
        "Quy chế"
    ]
    assert seat(here.editor).get(reverse("wagtaildocs:edit", args=[foreign.pk])).status_code == 302
    page = told(seat(here.editor).get(reverse("wagtaildocs:index")))
    assert "Quy chế" in page
    assert "Dự thảo" not in page


def test_mails_go_to_those_whose_turn_it_is(here, mailoutbox):
    Mail.objects.all().delete()
    page = write(here.editor, here.page)
    waiting = Mail.objects.filter(kind="page_submitted")
    assert set(waiting.values_list("to", flat=True)) == {here.publisher.email, here.second_publisher.email}
    seat(here.publisher).post(action_url(page, "reject"), {"comment": "Thiếu"})
    assert Mail.objects.get(kind="page_rejected").to == here.editor.email
    seat(here.editor).post(edit_url(page), words(text="Chiều từ 13 giờ.") | {"action-submit": "1"})
    approve(here.publisher, InformationPage.objects.get(pk=page.pk))
    assert Mail.objects.get(kind="page_approved").to == here.editor.email
    assert mailoutbox == []  # nothing leaves from within the request


def test_whose_section_it_is_no_form_changes(here, there):
    form = words(title="Tiếp cận thông tin", slug="suoi-vang", authority=there.authority.pk)
    seat(here.editor).post(edit_url(here.page), form)
    assert here.page.get_latest_revision_as_object().authority == here.authority
    province_page = reverse("wagtailadmin_pages:add", args=["home", "authoritypage", here.page.get_parent().pk])
    assert seat(superuser(here)).get(province_page).status_code == 302
