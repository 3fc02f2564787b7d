"""What a person says about a table: which file, and which of its columns is what."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog import access
from catalog.desk.forms import DeskForm
from catalog.import_table import COLUMNS, REQUIRED
from catalog.models import ItemGroup
from cms.core.files import MAX_SIZE, TOO_LARGE
from cms.core.models import Authority


class SendTableForm(DeskForm):
    authority = forms.ModelChoiceField(Authority.objects.none(), label=_("Cơ quan"))
    file = forms.FileField(
        label=_("Tệp XLSX hoặc CSV"),
        help_text=_("Tối đa 10 MB, 50.000 dòng. Dòng đầu là tên các cột; chỉ đọc trang tính đầu tiên."),
        error_messages={"required": _("Hãy chọn tệp."), "empty": _("Tệp trống. Hãy chọn tệp khác.")},
    )

    def __init__(self, *args, authorities, **kwargs):
        self.authorities = authorities
        super().__init__(*args, **kwargs)

    def shape(self):
        self.fields["authority"].queryset = Authority.objects.filter(pk__in=self.authorities)
        self.fields["file"].widget.attrs["accept"] = ".xlsx,.csv"
        self.one_authority = len(self.authorities) == 1
        if self.one_authority:
            self.fields["authority"].initial = next(iter(self.authorities))

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.size > MAX_SIZE:
            raise ValidationError(TOO_LARGE)
        if not upload.name.lower().endswith((".xlsx", ".csv")):
            raise ValidationError(_("Chỉ nhận tệp XLSX hoặc CSV. Tệp XLS, ODS: hãy mở rồi lưu lại thành XLSX."))
        return upload


class ColumnsForm(DeskForm):
    """For each of our columns one of the file's, or none; and what holds for rows that do not say."""

    default_unit = forms.ModelChoiceField(
        None,
        label=_("Đơn vị tạo ra, khi dòng không ghi"),
        required=False,
        empty_label=_("(dòng nào cũng phải ghi)"),
    )
    default_group = forms.ModelChoiceField(
        None,
        label=_("Nhóm của cơ quan, khi dòng không ghi"),
        required=False,
        empty_label=_("(không có)"),
        help_text=_("Loại thông tin, điểm của Điều 17.1, hình thức và thời hạn lấy theo nhóm."),
    )

    def __init__(self, *args, batch, **kwargs):
        self.batch = batch
        super().__init__(*args, **kwargs)

    def shape(self):
        batch = self.batch
        self.fields["default_unit"].queryset = access.units_to_enter_for(self.by).filter(authority=batch.authority_id)
        self.fields["default_unit"].initial = batch.unit_id
        self.fields["default_group"].queryset = ItemGroup.objects.filter(authority=batch.authority_id, is_active=True)
        self.fields["default_group"].initial = batch.group_id
        headers = [(title, title) for title in batch.headers]
        for column in COLUMNS:
            self.fields[column.key] = forms.ChoiceField(
                label=column.title,
                choices=[("", _("(tệp không có cột này)")), *headers],
                initial=batch.columns.get(column.key, ""),
                required=column.key in REQUIRED,
                error_messages={"required": _("Hãy chọn cột của tệp.")},
            )
            self.fields[column.key].widget.use_required_attribute = lambda initial: False
        self.order_fields([*(column.key for column in COLUMNS), "default_unit", "default_group"])

    def clean(self):
        cleaned, taken = super().clean(), {}
        for column in COLUMNS:
            title = cleaned.get(column.key)
            if title and (first := taken.setdefault(title, column)) is not column:
                self.add_error(
                    column.key, _("Cột “%(title)s” đã chọn cho “%(first)s”.") % {"title": title, "first": first.title}
                )
        return cleaned

    def columns(self) -> dict[str, str]:
        return {column.key: self.cleaned_data[column.key] for column in COLUMNS if self.cleaned_data[column.key]}
