"""`/tinh-thoi-han/`: the reckoning of the command `deadline`, for anybody, reading only."""

from django import forms
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.date_field import DateBoxesField
from cms.core.dates import local_day
from cms.core.form_parts import first_control_id
from cms.law.choices import Complexity, DeliveryGroup
from cms.law.deadline import reckon, tells_ways_apart
from cms.law.errors import LawError
from cms.law.services import rule_set_on
from workflow.public import fields

_DELIVERIES = {
    DeliveryGroup.ELECTRONIC: _("Qua mạng: tải về hoặc thư điện tử"),
    DeliveryGroup.IN_PERSON: _("Xem trực tiếp tại trụ sở"),
    DeliveryGroup.POST_FAX: _("Qua bưu điện hoặc fax"),
}
_COMPLEXITIES = {
    Complexity.COMPLEX: _("Phức tạp: phải tìm, tập hợp hoặc hỏi nơi khác"),
    Complexity.SIMPLE: _("Đơn giản: có sẵn, cung cấp được ngay"),
}


class DeadlineForm(forms.Form):
    """The law of 2016 tells ways and complexity apart, that of 2026 does not; they are asked only where they count."""

    use_required_attribute = False

    sent = DateBoxesField(
        label=_("Ngày gửi yêu cầu"),
        help_text=_("Ví dụ: 9 11 2026. Thư bưu điện lấy ngày trên dấu bưu điện."),
        error_messages={"required": _("Nhập ngày gửi yêu cầu")},
    )
    valid = DateBoxesField(
        label=_("Ngày cơ quan nhận đủ yêu cầu"),
        help_text=_("Để trống nếu nhận đủ ngay trong ngày gửi."),
        required=False,
    )
    delivery = fields.Pick(
        label=_("Cách nhận thông tin"),
        help_text=_("Chỉ cần với yêu cầu gửi trước 01/9/2026."),
        missing=_("Chọn cách nhận thông tin"),
        choices=list(_DELIVERIES.items()),
        required=False,
    )
    complexity = fields.Pick(
        label=_("Mức độ"),
        help_text=_("Chỉ cần với yêu cầu gửi trước 01/9/2026."),
        missing=_("Chọn mức độ"),
        choices=list(_COMPLEXITIES.items()),
        required=False,
    )
    extend = fields.WholeNumber(
        label=_("Số ngày gia hạn (nếu có)"),
        least=1,
        most=99,
        wrong=_("Nhập số ngày bằng chữ số, từ 1 đến 99"),
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="%s", label_suffix="", **kwargs)

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            try:
                cleaned["deadline"] = self._reckon(cleaned)
            except LawError as error:
                self.add_error(error.field if error.field in self.fields else None, str(error))
        return cleaned

    def _reckon(self, cleaned):
        splits = tells_ways_apart(rule_set_on(cleaned["sent"]).rules)
        for name in ("delivery", "complexity"):
            if splits and not cleaned.get(name):
                self.add_error(name, self.fields[name].error_messages["required"])
        if self.errors:
            return None
        return reckon(
            sent_on=cleaned["sent"],
            valid_on=cleaned["valid"] or cleaned["sent"],
            delivery=cleaned["delivery"] or DeliveryGroup.ELECTRONIC,
            complexity=cleaned["complexity"] or Complexity.COMPLEX,
            extend=cleaned["extend"],
        )


def deadline(request):
    """Read-only, so its wish stands in the address and can be passed on."""
    asked = bool(request.GET.keys() & {"sent_ngay", "sent_thang", "sent_nam"})
    form = DeadlineForm(request.GET if asked else None)
    found = form.cleaned_data.get("deadline") if asked and form.is_valid() else None
    rows = []
    if asked:
        rows = [("", error) for error in form.non_field_errors()]
        rows += [(first_control_id(bound), error) for bound in form for error in bound.errors]
    return render(
        request,
        "workflow/public/deadline.html",
        {
            "form": form,
            "found": found,
            "articles": _articles(found) if found else [],
            "problems": rows,
            "has_errors": bool(rows),
            "today": local_day(timezone.now()),
            "here": "deadline",
        },
        status=422 if rows else 200,
    )


def _articles(found) -> list[str]:
    """The terms that were counted, each with its article."""
    rules = found.rules
    told = [f"{found.term}, {rules.cite(found.term.article)}."]
    if found.extension:
        told.append(f"Gia hạn {found.extension}, {rules.cite(found.extension.article)}.")
    return told
