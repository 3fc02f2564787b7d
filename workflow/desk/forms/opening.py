"""The public edition of an answer: what everybody may read of it, and nothing of the person who asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from catalog.desk.fields import FilesField, LinksField
from cms.core.models import Unit
from cms.law.services import rule_set_on
from workflow.choices import CorrespondenceKind
from workflow.desk.forms.parts import line, long_text, radios
from workflow.desk.move_form import MoveForm
from workflow.services import opening


class OpenForm(MoveForm):
    title = line(
        _("Tên thông tin"), limit=500, help_text=_("Nêu nội dung, không nêu ai hỏi."), error=_("Nhập tên thông tin.")
    )
    text = long_text(
        _("Câu trả lời cho mọi người"),
        limit=2000,
        rows=8,
        help_text=_("Bỏ mọi họ tên, địa chỉ, số điện thoại, số hồ sơ của người yêu cầu."),
        error=_("Viết câu trả lời, không có dữ liệu cá nhân."),
    )
    attachments = forms.ModelMultipleChoiceField(
        None, label=_("Tệp đã cung cấp, đăng bản sao sạch"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Tên tệp, tên người soạn, nơi chụp được bỏ. Tệp còn bình luận hoặc dấu vết sửa thì không nhận."),
    )  # fmt: skip
    files = FilesField(
        label=_("Tệp khác, ví dụ bản đã che tên"), required=False, help_text=_("Tối đa 5 tệp, mỗi tệp không quá 10 MB.")
    )
    links = LinksField(label=_("Đường dẫn"))
    info_class = radios(
        _("Loại thông tin"),
        [(one, one.label) for one in (InfoClass.MAY_PUBLISH, InfoClass.MUST_PUBLISH)],
        initial=InfoClass.MAY_PUBLISH,
        error=_("Chọn loại thông tin."),
    )
    category = forms.ChoiceField(label=_("Điểm của Điều 17.1"), required=False)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Đơn vị tạo ra thông tin"), error_messages={"required": _("Chọn đơn vị.")}
    )

    def shape(self):
        rules = rule_set_on(self.case.outcome_on).rules
        points = [(one.code, f"{one.point}) {one.label}") for one in rules.categories]
        self.fields["category"].choices = [("", _("(không thuộc điểm nào)")), *points]
        units = Unit.objects.filter(authority=self.case.authority, is_active=True).order_by("name")
        self.fields["unit"].queryset = units
        asked = self.case.consultations.exclude(unit=None).order_by("-pk").first()
        self.fields["unit"].initial = asked.unit_id if asked else self.case.unit_id
        given = opening.given_files(self.case)
        self.fields["attachments"].queryset = given
        if not given.exists():
            del self.fields["attachments"]
        answer = self.case.correspondence.filter(kind=CorrespondenceKind.ANSWER, from_requester=False).last()
        self.fields["text"].initial = answer.text if answer else ""

    def words(self):
        told = super().words()
        told["uploads"] = [(one.name, one.read()) for one in told.pop("files")]
        return told
