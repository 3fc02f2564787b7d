"""No input gives an error page of our own making: odd values at every public step, every act, every move of the desk."""

from urllib.parse import quote_from_bytes

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.workflow.public.walking import Walker, commune_house
from workflow.desk.doors import DOORS
from workflow.models import InformationRequest
from workflow.public.case_views import ACTS
from workflow.public.steps import STEPS

pytestmark = pytest.mark.django_db

#: Answers that say what was wrong, or that nothing was; everything else is a failure of ours.
SAID = {200, 302, 400, 403, 404, 405, 409, 413, 422, 429}
ODD = {
    "nothing": "",
    "a huge number": "9" * 400,
    "a number past the column": str(2**63),
    "below zero": "-1",
    "a zero byte": "a\0b",
    "half a pair": "\ud800",
    "a right-to-left turn": "\u202egnab\u2066",
    "no digit of ours": "٣²",
    "a script": "<script>alert(1)</script>{{ 7|add:7 }}",
    "a formula": "=HYPERLINK(1)",
    "a header": "a@b.vn\r\nBcc: x@y.vn",
    "a day that never was": "31/02/2026",
    "a year too far": "01/01/999999",
    "infinity": "NaN",
    "very long": "ế" * 30_000,
}


#: Each field of a form gets another odd value; in the next mix each gets one further on.
MIXES = range(0, len(ODD), 7)


@pytest.fixture(autouse=True)
def fresh_memory(monkeypatch):
    """The limits are tested elsewhere; here they would answer for the forms."""
    cache.clear()
    monkeypatch.setattr("workflow.public.throttle.OPEN_FORM_A_MINUTE", 10_000)
    yield
    cache.clear()


@pytest.fixture
def walker(client, db):
    return Walker(client, commune_house())


def encoded(text):
    """As a browser would send it; what no text may hold goes as the bytes it is made of."""
    return text.encode("utf-8", "surrogatepass")


def form_body(names, mix):
    """As the browser encodes a form: field after field, the odd values in turn."""
    values = list(ODD.values())
    pairs = ((name, values[(place + mix) % len(values)]) for place, name in enumerate(names))
    return "&".join(f"{quote_from_bytes(name.encode())}={quote_from_bytes(encoded(value))}" for name, value in pairs)


def post(client, url, names, mix):
    return client.post(url, form_body(names, mix), content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize("mix", MIXES)
def test_every_step_of_the_form_answers(walker, mix):
    walker.start()
    cases = InformationRequest.objects.count()
    for step in STEPS:
        url = walker.url(step.slug)
        names = sorted(step.form.base_fields) + ["years_tu", "years_den", "them", "bo", "bo-tep", "tra-loi", "phieu"]
        assert post(walker.client, url, names, mix).status_code in SAID, step.slug
        assert post(walker.client, url, sorted(step.form.base_fields), mix).status_code in SAID, step.slug
        assert walker.client.get(url).status_code in SAID, step.slug
    assert post(walker.client, walker.url("kiem-tra"), ["tra-loi", "phieu", "trang-web"], mix).status_code in SAID
    for name in ("workflow:lookup", "workflow:choose", "workflow:deadline", "core:display"):
        words = ["number", "code", "ten", "next", "co-chu", "tuong-phan", "delivery", "complexity", "extend", "da",
                 "sent_ngay", "sent_thang", "sent_nam", "valid_ngay", "valid_thang", "valid_nam"]  # fmt: skip
        assert walker.client.get(reverse(name) + "?" + form_body(words, mix)).status_code in SAID, name
        assert post(walker.client, reverse(name), words, mix).status_code in SAID, name
    assert InformationRequest.objects.count() == cases


@pytest.mark.parametrize("mix", MIXES)
def test_every_act_of_the_holder_of_the_code_answers(walker, mix):
    case = walker.walk_and_send()
    walker.follow(case)
    for slug, act in ACTS.items():
        names = sorted(set(act.form.base_fields) - {"seen"})
        url = reverse("workflow:case_act", args=[slug])
        assert post(walker.client, url, [*names, "seen"], mix).status_code in SAID, slug
    assert case.now.version == 1


@pytest.mark.parametrize("mix", MIXES)
def test_every_move_of_the_desk_answers_and_changes_nothing(walker, mix):
    case, house = walker.walk_and_send(), walker.house
    case.accept().review().extended().propose_to_provide()
    for role in ("FOCAL_OFFICER", "FOCAL_HEAD", "SIGNER", "REGISTRY", "CASHIER"):
        house.give(house.second_officer, role)
    walker.client.force_login(house.second_officer, backend="django.contrib.auth.backends.ModelBackend")
    before = case.now.version
    for slug, door in DOORS.items():
        url = reverse("desk:move", args=[case.now.code, slug])
        names = sorted(set(door.form.base_fields) | {"action", "piece", "decision", "letter", "file"})
        assert post(walker.client, url, [*names, "seen"], mix).status_code in SAID, slug
        assert walker.client.get(url + "?" + form_body(names, mix)).status_code in SAID, slug
    decision = case.decision()
    for url in (
        reverse("desk:entry"),
        reverse("desk:sign", args=[decision.pk]),
        reverse("desk:unmask", args=[case.now.code]),
        reverse("ho-so_modeladmin_index"),
    ):
        names = ["q", "p", "o", "hang", "thu-ly", "tu", "den", "kenh", "luat", "reason", "action", "name", "sent_on",
                 "received_on", "identity_number", "once", "authority", "seen", "delivery", "copies"]  # fmt: skip
        assert walker.client.get(url + "?" + form_body(names, mix)).status_code in SAID, url
        assert post(walker.client, url, names, mix).status_code in SAID, url
    assert case.now.version == before


NUMBERS = ["0", "00", "99999999999999999999999999", "9223372036854775808"]
PATHS = [
    "/tra-cuu/ho-so/tep/{}/", "/tra-cuu/ho-so/van-ban/{}/", "/admin/cho-ky/{}/", "/admin/cho-ky/{}/REFUSAL/",
    "/admin/ho-so/SV-261121-0001/tep/{}/", "/admin/ho-so/SV-261121-0001/van-ban/{}/", "/admin/ho-so/inspect/{}/",
    "/admin/vai-tro/edit/{}/", "/admin/tai-khoan/history/{}/", "/admin/lich/{}/", "/admin/lich/thay-doi/{}/",
    "/admin/mau-cau-chu/de-nghi/{}/", "/admin/mau-cau-chu/tra-loi/{}/", "/admin/mau-cau-chu/van-ban/{}/refusal/",
    "/admin/lich/bo-quy-dinh/{}/tep/", "/documents/{}/x.pdf", "/{}/", "/{}/yeu-cau/",
]  # fmt: skip


def test_a_key_of_any_size_is_only_not_there(walker):
    case = walker.walk_and_send()
    walker.follow(case)
    walker.client.force_login(walker.house.officer, backend="django.contrib.auth.backends.ModelBackend")
    keys = [*NUMBERS, "%00", "%F0%28%8C", "a%0d%0aSet-Cookie:x", "..%2f..%2fetc"]
    addresses = [path.format(key) for path in PATHS for key in keys]
    answers = {address: walker.client.get(address).status_code for address in addresses}
    assert {address: status for address, status in answers.items() if status not in SAID} == {}


@pytest.mark.parametrize("name", ["a." + "x" * 200, "\u202e.pdf", "..", "a\0.pdf", "ế" * 255 + ".pdf"])
def test_a_file_of_any_name_answers(walker, name):
    walker.start()
    upload = SimpleUploadedFile("x.pdf", b"%PDF-1.7\n%%EOF")
    upload._name = name

    response = walker.client.post(walker.url("tai-lieu"), {"tep": upload, "them-tep": "1"})

    assert response.status_code in SAID


def test_other_verbs_do_nothing(walker):
    case = walker.walk_and_send()
    walker.follow(case)
    walker.client.force_login(walker.house.officer, backend="django.contrib.auth.backends.ModelBackend")
    for url in (
        reverse("workflow:case_act", args=["rut"]),
        walker.url("kiem-tra"),
        reverse("desk:move", args=[case.now.code, "rut"]),
        reverse("desk:case", args=[case.now.code]),
        reverse("workflow:lookup"),
    ):
        for verb in ("put", "delete", "patch", "options", "head", "trace"):
            assert getattr(walker.client, verb)(url).status_code in SAID, (verb, url)
    assert case.now.version == 1
