"""One piece of an answer: given, given in part, or refused on a ground with all that the ground demands (readings.md 11)."""

import re
from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.health import look_at
from cms.core.dates import short
from cms.core.display import amount as in_dong
from cms.core.models import Authority
from cms.law.choices import Need
from workflow import grounds
from workflow.choices import Outcome
from workflow.desk.forms.parts import line, long_text, radios, select
from workflow.services.decision import Proposed, provision_of

#: So many earlier cases of the same person are offered, the newest first.
_EARLIER = 12
_LINK = re.compile(r"https?://\S+$")
#: How each fact that a ground demands is asked for; the keys are those of grounds.TYPED.
_FACT_FIELDS = {
    "inaccessible_reason": lambda: select(_("Vì sao không được tiếp cận"), required=False),
    "law_cited": lambda: line(
        _("Điều luật quy định"), required=False, help_text=_("Ví dụ: Điều 7 Luật Bảo vệ bí mật nhà nước")
    ),
    "missing_consent": lambda: line(_("Còn thiếu sự đồng ý của ai"), required=False),
    "public_place": lambda: line(
        _("Thông tin đang công khai ở đâu"),
        required=False,
        help_text=_(
            "Đường dẫn đủ https://, hoặc nơi bằng lời: niêm yết tại, số Công báo. Đường dẫn được mở thử khi bấm nút."
        ),
    ),
    "place_checked": lambda: forms.BooleanField(label=_("Tôi đã mở và xem được nơi công khai này"), required=False),
    "right_authority": lambda: line(_("Hoặc ghi tên cơ quan khác"), required=False),
    "right_authority_address": lambda: line(_("Địa chỉ cơ quan khác"), required=False),
    "earlier_cases": lambda: forms.MultipleChoiceField(
        label=_("Hai hồ sơ đã cung cấp cho chính người này"), required=False, widget=forms.CheckboxSelectMultiple
    ),
    "reason_weighed": lambda: long_text(_("Đã xem xét lý do xin lại thế nào"), required=False, limit=2000, rows=3),
    "facts": lambda: long_text(_("Số liệu chứng minh"), required=False, limit=2000, rows=3),
}


def _earlier_words(case) -> str:
    """SV-261102-0003, 05/11/2026: what was given."""
    return f"{case.code}, {short(case.outcome_on)}: {case.description[:120]}"


class PieceForm(forms.Form):
    """One piece: its outcome, and where something is withheld the ground with what it demands."""

    outcome = radios(_("Kết quả"), Outcome.choices, required=False)
    ground = radios(_("Căn cứ từ chối"), required=False)
    withheld = long_text(
        _("Phần không cung cấp"), required=False, limit=2000, rows=2, help_text=_("Chỉ khi cung cấp một phần.")
    )
    weighing = long_text(
        _("Cân nhắc lợi ích công cộng"),
        required=False,
        limit=2000,
        rows=3,
        help_text=_("Vì sao lợi ích của việc cung cấp không lớn hơn. Chỉ nội bộ và kiểm tra thấy."),
    )

    def __init__(self, *args, case, piece, day, outcome, ground, **kwargs):
        self.case, self.piece, self.day, self.looked = case, piece, day, ""
        super().__init__(*args, prefix=f"m{piece.position}", label_suffix="", **kwargs)
        self.fields["outcome"].initial = outcome
        self.grounds = grounds.grounds_for(case, piece)
        self.fields["ground"].choices = [(row.code, row.label) for row, why_not in self.grounds if not why_not]
        if any(row.code == ground and not why_not for row, why_not in self.grounds):
            self.fields["ground"].initial = ground
        self._ask_facts()
        for field in self.fields.values():
            field.widget.use_required_attribute = lambda initial: False

    @property
    def chosen_outcome(self) -> str:
        return self["outcome"].value() or ""

    @property
    def withholds(self) -> bool:
        return self.chosen_outcome in (Outcome.PROVIDE_PARTLY, Outcome.REFUSE)

    @property
    def chosen_ground(self):
        code = self["ground"].value()
        return next((row for row, why_not in self.grounds if row.code == code and not why_not), None)

    @property
    def choices_with_articles(self):
        """Each ground that may be chosen, with its article and what it demands."""
        by_code = {row.code: row for row, _why_not in self.grounds}
        rows = []
        for option in self["ground"]:
            ground = by_code[option.data["value"]]
            demands = ", ".join(need.label for need in ground.needs)
            rows.append((option, {"article": ground.article, "demands": demands}))
        return rows

    @property
    def impossible_grounds(self):
        return [(row, why_not) for row, why_not in self.grounds if why_not]

    @property
    def is_partial(self) -> bool:
        return self.chosen_outcome == Outcome.PROVIDE_PARTLY

    @property
    def basis(self) -> str:
        """On which basis the piece would be given, in the law's words."""
        return self.case.rule_set.rules.provision_basis(self.piece.basis).label if self.piece.basis else ""

    @property
    def is_unclassed(self) -> bool:
        return not (self.piece.info_class and self.piece.basis)

    def _ask_facts(self):
        self.fact_names = []
        ground = self.chosen_ground
        if ground is None or not self.withholds:
            return
        if Need.RIGHT_AUTHORITY in ground.needs:
            self.fields["known_authority"] = select(_("Cơ quan có trách nhiệm"), self._known(), required=False)
        for name in (name for need in ground.needs for name in grounds.TYPED.get(need, ())):
            self.fields[name] = _FACT_FIELDS[name]()
            self.fact_names.append(name)
        if "inaccessible_reason" in self.fields:
            rules = self.case.rule_set.rules
            self.fields["inaccessible_reason"].choices = [("", "—")] + [
                (row.code, f"{row.label} ({row.article})") for row in rules.inaccessible_reasons
            ]
        if "earlier_cases" in self.fields:
            found = grounds.earlier_provided(self.case).order_by("-outcome_on", "-pk")[:_EARLIER]
            self.fields["earlier_cases"].choices = [(one.code, _earlier_words(one)) for one in found]
            if not found:
                self.fields["earlier_cases"].help_text = _("Chưa thấy hồ sơ nào đã cung cấp cho chính người này.")

    def _known(self):
        """The authorities of this installation; another one is typed with its address."""
        others = Authority.objects.exclude(pk=self.case.authority_id)
        return [("", "—")] + [(one.code, f"{one.name}, {one.address}") for one in others]

    def clean(self):
        cleaned = super().clean()
        if place := cleaned.get("public_place"):
            self._look_at(place, cleaned)
        code = cleaned.get("known_authority")
        if code and (found := Authority.objects.filter(code=code).first()):
            cleaned["right_authority"], cleaned["right_authority_address"] = found.name, found.address
        return cleaned

    def _look_at(self, place, cleaned):
        """Open a link as the house's own checker does; where it may not be opened from here, the officer's word counts."""
        at = timezone.localtime()
        words = {"clock": f"{at:%H:%M}", "day": short(at.date())}
        look = look_at(place) if _LINK.match(place) else None
        if look is None or not look.was_asked:
            self.looked = _("Máy chủ không tự mở được nơi này. Hãy tự mở xem rồi đánh dấu xác nhận.")
            if cleaned.get("place_checked"):
                cleaned["place_checked"] = _("cán bộ đã mở và xem được lúc %(clock)s ngày %(day)s") % words
        elif look.fault is None:
            self.looked = _("Máy chủ mở được đường dẫn lúc %(clock)s ngày %(day)s.") % words
            cleaned["place_checked"] = _("mở được lúc %(clock)s ngày %(day)s") % words
        else:
            why = look.fault.label.lower() + (f", {look.status}" if look.status else "")
            self.add_error(
                "public_place",
                _(
                    "Đường dẫn không dùng được lúc %(clock)s ngày %(day)s: %(why)s. Sửa lại, hoặc ghi nơi công khai bằng lời."
                )
                % {**words, "why": why},
            )

    @property
    def known_facts(self) -> list[str]:
        """What the case itself knows of an unpaid cost: the form 03, its amount, its limit."""
        ground = self.chosen_ground
        if ground is None or not self.withholds or Need.AMOUNT not in ground.needs:
            return []
        if grounds.missing(self.case, self.piece, ground.code, {}, self.day):
            return []
        known = grounds.known(ground, provision_of(self.case))
        return [
            _("Phiếu giải quyết số %(number)s, %(amount)s, hạn trả hết ngày %(day)s.")
            % {
                "number": known["resolution_notice"],
                "amount": in_dong(known["amount"]),
                "day": short(date.fromisoformat(known["pay_by_on"])),
            }
        ]

    @property
    def fact_fields(self):
        names = [name for name in ("known_authority",) if name in self.fields]
        return [self[name] for name in (*names, *self.fact_names)]

    def facts(self) -> dict:
        """What the ground demands and was found, chosen or typed; as words, so that the paper says the same."""
        values = {name: self.cleaned_data.get(name) for name in self.fact_names}
        return {
            name: " ".join(value) if isinstance(value, list) else str(value) for name, value in values.items() if value
        }

    def proposed(self) -> Proposed:
        withholds = self.withholds
        return Proposed(
            piece=self.piece,
            outcome=self.cleaned_data.get("outcome") or "",
            ground=self.cleaned_data.get("ground", "") if withholds else "",
            facts=self.facts() if withholds else {},
            withheld=self.cleaned_data.get("withheld", "") if withholds else "",
            weighing=self.cleaned_data.get("weighing", "") if withholds else "",
        )

    def gaps(self, day) -> list[tuple[str, str]]:
        """What is still missing, each with the field it belongs to: the checklist beside the form."""
        row = self.proposed()
        if not row.outcome:
            return [("outcome", _("Chọn kết quả"))]
        if row.outcome == Outcome.PROVIDE:
            return [("outcome", _("Phân loại mục và chọn căn cứ cung cấp"))] if self.is_unclassed else []
        found = list(grounds.missing(self.case, self.piece, row.ground, row.facts, day).items())
        if not row.weighing.strip():
            found.append(("weighing", _("Ghi đã cân nhắc lợi ích công cộng thế nào")))
        if row.outcome == Outcome.PROVIDE_PARTLY and not row.withheld.strip():
            found.append(("withheld", _("Ghi phần nào không cung cấp")))
        return found
