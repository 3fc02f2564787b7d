"""Fields drawn by our own component: label, hint, error and control belong together for every reader."""

import re
from datetime import date

import pytest
from django import forms
from django.template import Context, Template

from cms.core.date_field import DateBoxesField


class Questions(forms.Form):
    what = forms.CharField(
        label="Mô tả thông tin bạn cần",
        help_text="Nói như khi hỏi trực tiếp.",
        widget=forms.Textarea,
        error_messages={"required": "Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"},
    )
    how = forms.ChoiceField(
        label="Bạn muốn nhận bằng cách nào?",
        widget=forms.RadioSelect,
        choices=[("WEB", "Tải về"), ("POST", "Bưu điện")],
        error_messages={"required": "Chọn cách nhận"},
    )
    help = forms.MultipleChoiceField(
        label="Bạn cần hỗ trợ gì?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("LARGE", "Chữ to"), ("BRAILLE", "Chữ nổi")],
        required=False,
    )
    on = DateBoxesField(label="Ngày trên văn bản", error_messages={"required": "Nhập ngày trên văn bản"})
    agree = forms.BooleanField(label="Gửi tin nhắn cho tôi", required=False)
    paper = forms.FileField(label="Tài liệu kèm theo", required=False)

    def clean(self):
        if self.cleaned_data.get("what") == "hai chiều":
            raise forms.ValidationError("Hai câu trả lời không khớp nhau")
        return self.cleaned_data


def drawn(source, **words):
    return Template("{% load core_tags %}" + source).render(Context(words))


def test_label_hint_error_and_control_are_tied_together():
    html = drawn("{% field form.what %}", form=Questions({}))
    assert '<label class="label" for="id_what">Mô tả thông tin bạn cần</label>' in html
    assert 'aria-describedby="id_what_helptext id_what_error"' in html
    assert 'id="id_what_helptext"' in html
    assert 'id="id_what_error"' in html
    assert 'aria-invalid="true"' in html
    assert html.index("Nói như khi") < html.index("ít nhất 20 ký tự") < html.index("<textarea")


def test_a_field_without_error_is_not_marked():
    html = drawn("{% field form.what %}", form=Questions())
    assert "aria-invalid" not in html
    assert "field--error" not in html


def test_what_was_typed_stays_and_cannot_break_out():
    html = drawn("{% field form.what %}", form=Questions({"what": "</textarea><script>"}))
    assert "&lt;/textarea&gt;&lt;script&gt;" in html


def test_options_are_a_group_with_a_legend():
    html = drawn("{% field form.how %}", form=Questions({"how": "POST"}))
    assert "<fieldset" in html
    assert re.search(r"<legend[^>]*>Bạn muốn nhận bằng cách nào\?</legend>", html)
    assert re.search(r'<input type="radio" name="how" value="POST"[^>]* checked', html)
    assert '<label for="id_how_1">Bưu điện</label>' in html


def test_an_option_may_carry_a_small_line():
    html = drawn("{% field form.how option_hints=hints %}", form=Questions(), hints={"WEB": "Nhanh nhất"})
    assert "<small>Nhanh nhất</small>" in html


def test_checkboxes_show_what_was_ticked():
    html = drawn("{% field form.help %}", form=Questions({"help": ["BRAILLE"]}))
    assert re.search(r'value="BRAILLE"[^>]* checked', html)
    assert not re.search(r'value="LARGE"[^>]* checked', html)


def test_a_question_may_be_the_heading_of_its_page():
    html = drawn("{% field form.how heading=True %}", form=Questions())
    assert re.search(r"<legend[^>]*><h1[^>]*>.*</h1>\s*</legend>", html, re.DOTALL)
    assert re.search(r'<h1[^>]*><label for="id_what">', drawn("{% field form.what heading=True %}", form=Questions()))


def test_the_date_has_three_labelled_boxes():
    html = drawn("{% field form.on %}", form=Questions({"on_ngay": "31", "on_thang": "2", "on_nam": "2026"}))
    for name, label in (("ngay", "Ngày"), ("thang", "Tháng"), ("nam", "Năm")):
        assert f'<label for="id_on_{name}">{label}</label>' in html
        assert f'id="id_on_{name}"' in html
    assert 'value="31"' in html


def test_a_file_is_asked_without_a_value():
    html = drawn("{% field form.paper %}", form=Questions())
    assert '<input type="file" name="paper"' in html
    assert "value=" not in html


def test_the_browser_never_speaks_for_us():
    form = Questions({})
    for bound in form:
        assert " required" not in drawn("{% field bound %}", bound=bound)


def test_the_summary_repeats_each_error_and_leads_to_its_control():
    form = Questions({"on_ngay": "1"})
    html = drawn("{% error_summary form %}{% for bound in form %}{% field bound %}{% endfor %}", form=form)
    assert 'role="alert"' in html
    for target, text in (
        ("id_what", "Hãy mô tả thông tin bạn cần, ít nhất 20 ký tự"),
        ("id_how_0", "Chọn cách nhận"),
        ("id_on_ngay", "Nhập đủ ngày, tháng và năm"),
    ):
        assert f'<a href="#{target}">{text}</a>' in html
        assert f'id="{target}"' in html


def test_the_summary_tells_errors_of_the_whole_form():
    form = Questions({"what": "hai chiều", "how": "WEB", "on_ngay": "1", "on_thang": "9", "on_nam": "2026"})
    assert "Hai câu trả lời không khớp nhau" in drawn("{% error_summary form %}", form=form)


def test_there_is_no_summary_without_errors():
    assert drawn("{% error_summary form %}", form=Questions()).strip() == ""


@pytest.mark.parametrize(
    ("boxes", "found"),
    [
        (("9", "11", "2026"), date(2026, 11, 9)),
        (("09", "02", "2024"), date(2024, 2, 9)),
        (("29", "2", "2024"), date(2024, 2, 29)),
    ],
)
def test_a_date_is_read(boxes, found):
    assert DateBoxesField().clean(list(boxes)) == found


@pytest.mark.parametrize(
    ("boxes", "sentence"),
    [
        (("29", "2", "2026"), "Ngày này không có trong lịch. Ví dụ đúng: 9 11 2026"),
        (("31", "4", "2026"), "Ngày này không có trong lịch. Ví dụ đúng: 9 11 2026"),
        (("0", "1", "2026"), "Ngày này không có trong lịch. Ví dụ đúng: 9 11 2026"),
        (("1", "1", "26"), "Ngày này không có trong lịch. Ví dụ đúng: 9 11 2026"),
        (("một", "1", "2026"), "Ngày này không có trong lịch. Ví dụ đúng: 9 11 2026"),
        (("１", "1", "2026"), "Ngày này không có trong lịch. Ví dụ đúng: 9 11 2026"),
        (("1", "99999999999999999999", "2026"), "Ngày này không có trong lịch. Ví dụ đúng: 9 11 2026"),
        (("1", "", "2026"), "Nhập đủ ngày, tháng và năm"),
        (("", " ", "2026"), "Nhập đủ ngày, tháng và năm"),
    ],
)
def test_a_date_is_refused_in_plain_words(boxes, sentence):
    with pytest.raises(forms.ValidationError) as refused:
        DateBoxesField().clean(list(boxes))
    assert refused.value.messages == [sentence]


def test_an_optional_date_may_be_left_out_whole_but_not_in_part():
    optional = DateBoxesField(required=False)
    assert optional.clean(["", "", ""]) is None
    with pytest.raises(forms.ValidationError, match="Nhập đủ ngày"):
        optional.clean(["1", "", ""])
