"""Bringing in a table at the desk: each step has its page, works without script, and shows nobody else's tables."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalog.choices import ImportState
from catalog.models import InformationItem, ItemImport
from catalog.services import importing
from tests.catalog.test_importing import as_csv, row

NOW = timezone.now()


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def send(client, house, content, name="bang.csv"):
    words = {"authority": house.authority.pk, "file": SimpleUploadedFile(name, content)}
    return client.post(reverse("catalog_desk:imports"), words)


def page(client):
    return reverse("catalog_desk:import", args=[ItemImport.objects.latest("pk").pk])


def words(response) -> str:
    return response.content.decode()


def name_columns(client, **more):
    batch = ItemImport.objects.latest("pk")
    return client.post(page(client), {**batch.columns, "viec": "cot"} | more)


def test_from_the_file_to_the_drafts(house):
    client = signed_in(house.officer)
    content = as_csv([row(house, 1), row(house, 2, **{"Ngày ban hành": "hôm qua"}), row(house, 3)])
    assert send(client, house, content).url == page(client)
    first = words(client.get(page(client)))
    assert "Cột nào của tệp là gì?" in first
    assert '<option value="Ngày ban hành" selected>' in first
    assert "Cột lạ" in first
    name_columns(client)
    waiting = client.get(page(client))
    assert waiting["Refresh"] == "3"
    assert "<progress" in words(waiting)
    importing.run_waiting(NOW)
    checked = client.get(page(client))
    assert "Refresh" not in checked
    for told in ("2 dòng đúng và mới", "1 dòng có lỗi", "“hôm qua” chưa phải ngày", "Ngày ban hành",
                 "Nhập 2 dòng đúng, bỏ qua dòng lỗi", "kế hoạch sử dụng đất số 3"):  # fmt: skip
        assert told in words(checked)
    assert not InformationItem.objects.exists(), "only looked at"
    listed = b"".join(client.get(page(client) + "loi.csv").streaming_content).decode("utf-8-sig")
    assert listed.splitlines()[1].startswith("3,Ngày ban hành,Lỗi,")
    client.post(page(client), {"viec": "nhap"})
    importing.run_waiting(NOW)
    assert "2 mục đã nhập thành dự thảo" in words(client.get(page(client)))
    assert client.post(page(client), {"viec": "nhap"}).status_code == 409, "a second press does nothing"
    assert InformationItem.objects.count() == 2
    send(client, house, content)
    assert "Đúng tệp này đã nhập" in words(client.get(page(client)))


def test_a_whole_table_is_offered_only_when_every_row_is_right(house):
    client = signed_in(house.originator)
    send(client, house, as_csv([row(house, 1)]))
    name_columns(client)
    importing.run_waiting(NOW)
    assert "Nhập cả 1 dòng" in words(client.get(page(client)))
    assert "Cột nào của tệp là gì?" in words(client.get(page(client) + "?cot=1"))
    client.post(page(client), {"viec": "nhap-het"})
    importing.run_waiting(NOW)
    assert ItemImport.objects.get().state == ImportState.DONE


def test_a_table_can_be_given_up(house):
    client = signed_in(house.editor)
    send(client, house, as_csv([row(house, 1)]))
    assert client.post(page(client), {"viec": "bo"}).url == reverse("catalog_desk:imports")
    batch = ItemImport.objects.get()
    assert (batch.state, batch.path) == (ImportState.DROPPED, "")
    assert "Đã bỏ" in words(client.get(page(client)))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xls", b"x", "Chỉ nhận tệp XLSX hoặc CSV"),
        ("a.csv", "Tên\nNguyễn".encode("cp1258", "replace"), "UTF-8"),
        ("a.xlsx", b"PK\x03\x04x", "không phải bảng"),
        ("a.csv", b"A,a\n1,2", "hai lần"),
    ],
)
def test_a_bad_file_is_told_at_its_field(house, name, content, told):
    response = send(signed_in(house.officer), house, content, name)
    assert response.status_code == 200
    assert told in words(response)
    assert not ItemImport.objects.exists()


def test_columns_are_chosen_once_each_and_the_needed_ones_always(house):
    client = signed_in(house.officer)
    send(client, house, as_csv([row(house, 1)]))
    told = words(name_columns(client, title="", number="Ngày ban hành", summary="Không có cột này"))
    assert "Hãy chọn cột của tệp." in told
    assert "đã chọn cho" in told
    assert ItemImport.objects.get().state == ImportState.COLUMNS


def test_nobody_sees_the_tables_of_others(house, make_house_with):
    client = signed_in(house.officer)
    send(client, house, as_csv([row(house, 1)]))
    other = make_house_with()
    for person in (other.officer, house.originator, house.signer):
        stranger = signed_in(person)
        assert stranger.get(page(client)).status_code == 404
        assert stranger.post(page(client), {"viec": "bo"}).status_code == 404
        assert stranger.get(page(client) + "loi.csv").status_code == 404
    assert signed_in(house.editor).get(page(client)).status_code == 200


def test_the_empty_table_is_read_as_our_own(house):
    client = signed_in(house.officer)
    empty = client.get(reverse("catalog_desk:empty_table")).content
    send(client, house, empty, "mau.xlsx")
    batch = ItemImport.objects.get()
    assert batch.columns == {key: title for key, title in batch.columns.items() if key and title}
    assert len(batch.columns) == len(batch.headers)
    name_columns(client)
    importing.run_waiting(NOW)
    assert "không có dòng nào" in words(client.get(page(client)))
