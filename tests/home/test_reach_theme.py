"""An authority's own look: name, parent line, emblem and a tested accent, on every page of its own."""

import io

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from cms.audit.models import Entry
from cms.core import emblems
from cms.core.models import Authority
from cms.core.models.authority import Drawing, Theme
from tests.factories.core import make_house


def picture(kind="PNG", size=(300, 200)):
    held = io.BytesIO()
    Image.new("RGB", size, "#23457d").save(held, kind)
    return held.getvalue()


@pytest.fixture
def house(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return make_house(code="suoi-vang", kind="COMMUNE", parent_line="Tỉnh Bình Minh", theme="theme-sen")


@pytest.fixture
def change(client, house):
    """The administrator's form, sent as it stands but for these fields; returns the response."""
    client.force_login(house.administrator)
    url = f"/admin/co-quan/edit/{house.authority.pk}/"

    def change(**fields):
        form = client.get(url).context["form"]
        kept = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
        return client.post(url, kept | {"reason": "Đổi biểu trưng"} | fields)

    return change


def emblem_of(house):
    return Authority.objects.get(pk=house.authority.pk).emblem


def frame(client, path):
    html = client.get(path).content.decode().replace("\u00a0", " ")
    return html[html.index("<body") : html.index("</header>")]


def test_every_page_of_an_authority_wears_its_look(client, house):
    """Its front page, the form, and the page that says that an address does not exist."""
    for path in ("/suoi-vang/", "/suoi-vang/yeu-cau/", "/suoi-vang/khong-co/"):
        shown = frame(client, path)
        assert 'class="theme-sen"' in shown, path
        assert "Tỉnh Bình Minh" in shown, path
        assert house.authority.name in shown, path


def test_a_theme_is_one_of_the_tested_ones_and_nothing_else():
    css = (settings.BASE_DIR / "cms/static/css/site.css").read_text("utf-8")
    for theme in Theme:
        assert theme == Theme.NGOC or f".{theme} {{" in css or f".{theme}  {{" in css
    with pytest.raises(ValidationError):
        Authority._meta.get_field("theme").clean("#ff0000", None)


def test_a_drawing_stands_where_no_emblem_was_uploaded(client, house):
    assert house.authority.shown_drawing == Drawing.HILLS
    house.authority.drawing = Drawing.LOTUS
    house.authority.save()
    shown = frame(client, "/suoi-vang/")
    assert "M24 11c4 4" in shown
    assert "<img" not in shown


def test_an_emblem_is_uploaded_shown_recorded_and_taken_back(client, house, change):
    response = change(emblem_file=SimpleUploadedFile("huy-hieu.jpg", picture("JPEG"), "image/jpeg"))
    assert response.status_code == 302, response.context["form"].errors
    image = emblem_of(house)
    address = reverse("home:emblem", args=["suoi-vang", image.pk])
    assert f'src="{address}"' in frame(client, "/suoi-vang/")
    assert f'src="{address}"' in frame(client, "/suoi-vang/yeu-cau/")
    shown = client.get(address)
    assert shown["Content-Type"] == "image/png"
    assert "immutable" in shown["Cache-Control"]
    drawn = Image.open(io.BytesIO(b"".join(shown.streaming_content)))
    assert drawn.format == "PNG"
    assert max(drawn.size) == 140
    assert Entry.objects.filter(kind="authority.changed").count() == 1
    assert house.authority.history.latest().history_user == house.administrator

    assert change(drop_emblem="on").status_code == 302
    assert emblem_of(house) is None
    assert "<img" not in frame(client, "/suoi-vang/")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("ve.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', id="SVG"),
        pytest.param("ve.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>', id="SVG named PNG"),
        pytest.param("ve.png", b"\x89PNG\r\n\x1a\n broken", id="broken"),
        pytest.param("ve.png", picture()[:200], id="cut short"),
        pytest.param("ve.gif", picture("GIF"), id="another kind"),
    ],
)
def test_what_is_no_picture_is_refused_in_words_and_changes_nothing(house, change, name, content):
    response = change(emblem_file=SimpleUploadedFile(name, content, "image/png"))
    assert response.context["form"].errors["emblem_file"] == [
        "Tệp này không phải ảnh PNG, JPG hoặc WebP. Hãy chọn tệp khác."
    ]
    assert get_image_model().objects.count() == 0
    assert Entry.objects.filter(kind="authority.changed").count() == 0


def test_a_picture_too_large_is_refused(house, change, monkeypatch):
    monkeypatch.setattr(emblems, "MOST_BYTES", 100)
    response = change(emblem_file=SimpleUploadedFile("to.png", picture(), "image/png"))
    assert "không quá 2 MB" in str(response.context["form"].errors["emblem_file"])


def test_a_refused_form_leaves_no_picture_behind(house, change):
    change(emblem_file=SimpleUploadedFile("moi.png", picture(), "image/png"), reason="")
    assert get_image_model().objects.count() == 0


def test_the_emblem_costs_no_query_where_it_is_shown(client, house, django_assert_num_queries):
    image = emblems.store(house.authority, SimpleUploadedFile("a.png", picture()), by=house.administrator)
    house.authority.emblem = image
    house.authority.save()
    client.get("/suoi-vang/yeu-cau/")
    with django_assert_num_queries(2):
        assert f"bieu-trung/{image.pk}.png" in client.get("/suoi-vang/yeu-cau/").content.decode()
