"""What providing costs, line by line, from the price list in force."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.display import amount as in_dong
from workflow.desk.forms.parts import line, select
from workflow.services.quoting import Chosen

#: How an amount in đồng is typed.
MONEY = {"inputmode": "numeric", "autocomplete": "off"}


class CostForm(forms.Form):
    """One line of what providing costs: an item of the price list and how many of it; an amount only where the list has none."""

    item = select(_("Khoản theo bảng giá"), required=False)
    quantity = forms.IntegerField(
        label=_("Số lượng"), required=False, min_value=1, max_value=1_000_000, widget=forms.TextInput(attrs=MONEY)
    )
    unit_price = forms.IntegerField(
        label=_("Đơn giá (đồng)"),
        required=False,
        min_value=1,
        max_value=100_000_000,
        widget=forms.TextInput(attrs=MONEY),
        help_text=_("Chỉ khi bảng giá chưa có mức."),
    )
    source = line(_("Nguồn của đơn giá"), limit=200, required=False, help_text=_("Văn bản, phụ lục, trang."))

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["item"].choices = [("", "—")] + [(item.code, price_words(item)) for item in items]

    def clean(self):
        cleaned = super().clean()
        filled = [name for name in self.fields if cleaned.get(name) not in ("", None)]
        if filled and not self.errors:
            if not cleaned.get("item"):
                self.add_error("item", _("Chọn khoản trong bảng giá"))
            elif cleaned.get("quantity") is None:
                self.add_error("quantity", _("Ghi số lượng từ 1"))
        return cleaned

    def told(self):
        chosen = self.cleaned_data if self.is_valid() else {}
        if not chosen.get("item"):
            return None
        return Chosen(chosen["item"], chosen["quantity"], chosen["unit_price"], chosen["source"])


def price_words(item) -> str:
    """Sao chụp đen trắng: 3.000 đồng/trang A4."""
    if item.unit_price is not None:
        price = _("%(price)s/%(unit)s") % {"price": in_dong(item.unit_price), "unit": item.unit}
    elif item.least is not None and item.most is not None:
        price = _("%(least)s đến %(most)s/%(unit)s, nhập đơn giá") % {
            "least": in_dong(item.least),
            "most": in_dong(item.most),
            "unit": item.unit,
        }
    else:
        price = _("theo %(unit)s, nhập đơn giá và nguồn") % {"unit": item.unit}
    return f"{item.label}: {price}"
