"""A form being filled in: kept 24 hours against a cookie, encrypted, with its files, and never lost by an error."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from tests.workflow.public.walking import ANSWERS, NEED, Walker, errors_of, text_of
from workflow.models import DraftFile, FormDraft
from workflow.public import drafts

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def a_file(name="ban-do.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def disk(file):
    return settings.PRIVATE_ROOT / file.path


def at_files(walker):
    walker.walk(until="tai-lieu")


# --- the cookie ------------------------------------------------------------------------------------------------------
def test_nothing_is_kept_before_the_start(walker):
    walker.client.get(walker.url())
    assert FormDraft.objects.count() == 0


def test_cookie_is_out_of_reach_of_scripts_and_lives_a_day(walker):
    cookie = walker.start().cookies["phieu-so-tu-phap"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 24 * 3600
    assert cookie["path"] == "/"


def test_cookie_is_bound_to_the_host_in_production(walker, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = walker.start().cookies["__Host-phieu-so-tu-phap"]
    assert cookie["secure"]
    settings.FORCE_SCRIPT_NAME = "/ttct"
    assert drafts.cookie_name("a") == "__Secure-phieu-a"


def test_key_itself_is_stored_nowhere(walker):
    key = walker.start().cookies["phieu-so-tu-phap"].value
    row = FormDraft.objects.get()
    assert key not in (row.key_hash, row.answers)


def test_answers_are_encrypted_at_rest(walker):
    walker.walk()
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM workflow_formdraft")
        kept = cursor.fetchone()[0]
    assert "quyết toán" not in kept
    assert "0417" not in kept
    assert NEED in FormDraft.objects.get().answers


def test_refused_cookie_is_told(walker):
    walker.start()
    stranger = Walker(Client(), walker.house)
    response = stranger.client.get(stranger.url("thong-tin"), follow=True)
    assert "Hãy cho phép trang này lưu cookie" in text_of(response)


def test_two_browsers_do_not_see_each_other(walker):
    walker.walk(until="lien-he")
    other = Walker(Client(), walker.house)
    other.start()
    assert NEED not in text_of(other.open("thong-tin"))
    assert FormDraft.objects.count() == 2


def test_two_authorities_are_filled_in_side_by_side(client, walker, commune):
    villager = Walker(client, commune)
    walker.walk(until="lien-he")
    villager.start()
    assert NEED not in text_of(villager.open("thong-tin"))
    assert NEED in text_of(walker.open("thong-tin"))


@pytest.mark.parametrize("value", ["", "x", "a" * 500, "../../etc/passwd", "'; DROP TABLE workflow_formdraft;--"])
def test_strange_cookie_is_no_cookie(walker, value):
    walker.client.cookies["phieu-so-tu-phap"] = value
    assert walker.open("thong-tin").status_code == 302


# --- time ------------------------------------------------------------------------------------------------------------
def grow_old(hours=25):
    for row in FormDraft.objects.all():
        FormDraft.objects.filter(pk=row.pk).update(expires_at=row.expires_at - timedelta(hours=hours))


def test_unfinished_form_is_offered_again(walker):
    walker.walk(until="lien-he")
    page = text_of(walker.client.get(walker.url()))
    assert "Bạn đang điền dở một phiếu" in page
    assert walker.open("kiem-tra").url == walker.url("lien-he")


def test_after_a_day_the_form_is_gone(walker):
    walker.walk(until="lien-he")
    grow_old()
    response = walker.client.get(walker.url("lien-he"), follow=True)
    assert "Phiếu trước đã hết hạn" in text_of(response)
    assert NEED not in text_of(response)


def test_last_answer_renews_the_day(walker):
    walker.walk(until="lien-he")
    grow_old(hours=20)
    walker.answer("lien-he", ANSWERS["lien-he"])
    row = FormDraft.objects.get()
    assert row.expires_at - row.started_at > timedelta(hours=23)


def test_page_sent_too_late_is_not_lost(walker):
    walker.walk(until="lien-he")
    grow_old()
    response = walker.answer("lien-he", ANSWERS["lien-he"])
    assert response.url == f"{walker.url('thong-tin')}?het-han=1"
    page = text_of(walker.client.get(response.url))
    assert "Phiên làm việc đã hết hạn" in page
    assert "Phần bạn vừa nhập vẫn còn" in page
    newest = FormDraft.objects.latest("pk")
    assert json.loads(newest.answers)["pages"]["lien-he"]["phone"] == ["0952 417 096"]


# --- files -----------------------------------------------------------------------------------------------------------
def test_file_is_added_shown_and_taken_out_again(walker):
    at_files(walker)
    assert walker.answer("tai-lieu", {"tep": a_file()}, **{"them-tep": "1"}).url == walker.url("tai-lieu")
    file = DraftFile.objects.get()
    assert disk(file).read_bytes() == PDF
    page = text_of(walker.open("tai-lieu"))
    assert "ban-do.pdf" in page
    assert "còn 4 tệp" in page
    walker.answer("tai-lieu", {}, **{"bo-tep": str(file.pk)})
    assert DraftFile.objects.count() == 0
    assert not disk(file).exists()
    assert "Không có tài liệu" in text_of(walker.open("tai-lieu"))


def test_file_chosen_before_going_on_is_kept(walker):
    at_files(walker)
    assert walker.answer("tai-lieu", {"tep": a_file()}).url == walker.url("kiem-tra")
    assert "ban-do.pdf" in text_of(walker.open("kiem-tra"))


def test_without_files_one_goes_on(walker):
    at_files(walker)
    assert "Không có tài liệu" in text_of(walker.open("tai-lieu"))
    assert walker.answer("tai-lieu", {}).url == walker.url("kiem-tra")


@pytest.mark.parametrize(
    ("upload", "told"),
    [
        (a_file("bai.html", b"<script>1</script>"), "Tệp này không đúng loại cho phép (PDF, JPG, PNG, DOCX, ODT, TXT)"),
        (a_file("anh.jpg", PDF), "Tệp này không đúng loại cho phép (PDF, JPG, PNG, DOCX, ODT, TXT)"),
        (a_file("trong.pdf", b""), "Tệp trống. Hãy chọn tệp khác"),
        (a_file("to.pdf", b"%PDF-1.4" + b"0" * (10 * 1024 * 1024)), "Tệp lớn hơn 10 MB. Hãy chọn tệp nhỏ hơn"),
        (None, "Chọn một tệp trước"),
    ],
    ids=["html", "đổi đuôi", "trống", "quá 10 MB", "chưa chọn"],
)
def test_wrong_file_says_what_to_do(walker, upload, told):
    at_files(walker)
    response = walker.answer("tai-lieu", {"tep": upload} if upload else {}, **{"them-tep": "1"})
    assert response.status_code == 422
    assert errors_of(response) == [told]
    assert DraftFile.objects.count() == 0


def test_five_files_are_enough(walker):
    at_files(walker)
    for number in range(5):
        walker.answer("tai-lieu", {"tep": a_file(f"{number}.pdf")}, **{"them-tep": "1"})
    assert 'type="file"' not in text_of(walker.open("tai-lieu"))
    response = walker.answer("tai-lieu", {"tep": a_file("6.pdf")}, **{"them-tep": "1"})
    assert "Bạn đã kèm đủ 5 tệp" in errors_of(response)[0]
    assert DraftFile.objects.count() == 5


def test_twenty_five_megabytes_are_enough(walker):
    at_files(walker)
    big = PDF.replace(b"%%EOF", b"0" * (9 * 1024 * 1024) + b"\n%%EOF")
    for number in range(2):
        walker.answer("tai-lieu", {"tep": a_file(f"{number}.pdf", big)}, **{"them-tep": "1"})
    response = walker.answer("tai-lieu", {"tep": a_file("3.pdf", big)}, **{"them-tep": "1"})
    assert "25 MB" in errors_of(response)[0]


def test_file_of_somebody_else_cannot_be_taken_out(walker):
    at_files(walker)
    walker.answer("tai-lieu", {"tep": a_file()}, **{"them-tep": "1"})
    file = DraftFile.objects.get()
    other = Walker(Client(), walker.house)
    other.walk(until="tai-lieu")
    other.answer("tai-lieu", {}, **{"bo-tep": str(file.pk)})
    assert DraftFile.objects.filter(pk=file.pk).exists()
    assert disk(file).exists()


def test_consent_needs_its_paper(walker):
    walker.walk({"dong-y": {"consent": "CO_VAN_BAN"}}, until="van-ban-dong-y")
    assert "Chọn tệp văn bản đồng ý" in errors_of(walker.answer("van-ban-dong-y", {}))[0]
    assert walker.answer("van-ban-dong-y", {"tep": a_file()}).url == walker.url("nguoi-yeu-cau")
    assert DraftFile.objects.get().role == "CONSENT"


def test_file_survives_a_wrong_answer_on_the_same_page(walker):
    answers = {"tu-cach": {"capacity": "AUTHORISED", "who": "ADULT"}}
    walker.walk(answers, until="uy-quyen")
    response = walker.answer("uy-quyen", {"represented_name": "", "represented_basis": "", "tep": a_file("giay.pdf")})
    assert response.status_code == 422
    assert "giay.pdf" in text_of(response)
    assert DraftFile.objects.get().role == "AUTHORITY"
