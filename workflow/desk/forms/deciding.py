"""The answer, piece by piece: given, given in part, or refused on a ground with all that the ground demands (readings.md 11)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from cms.core.dates import said
from cms.core.form_parts import first_control_id
from cms.law.choices import Need
from workflow import grounds
from workflow.choices import Outcome
from workflow.desk.fields import DayField
from workflow.desk.forms.parts import line, long_text, radios, select
from workflow.desk.move_form import MoveForm
from workflow.services.decision import Gaps, Proposed, Terms

_COST_ROWS = 4
_MONEY = {"inputmode": "numeric", "autocomplete": "off"}
#: How each fact that a ground demands is asked for; the keys are those of grounds.TYPED.
_FACT_FIELDS = {
    Need.INACCESSIBLE_REASON: lambda: select(_("Vì sao không được tiếp cận"), required=False),
    Need.LAW_CITED: lambda: line(
        _("Điều luật quy định"), required=False, help_text=_("Ví dụ: Điều 7 Luật Bảo vệ bí mật nhà nước")
    ),
    Need.MISSING_CONSENT: lambda: line(_("Còn thiếu sự đồng ý của ai"), required=False),
    Need.PUBLIC_PLACE: lambda: line(_("Thông tin đang công khai ở đâu"), required=False),
    Need.PLACE_CHECKED: lambda: forms.BooleanField(label=_("Tôi đã mở và xem được nơi công khai này"), required=False),
    Need.RIGHT_AUTHORITY: lambda: line(_("Cơ quan có trách nhiệm"), required=False),
    Need.EARLIER_CASES: lambda: line(_("Hai hồ sơ đã cung cấp trước đây"), required=False),
    Need.REASON_WEIGHED: lambda: long_text(_("Đã xem xét lý do xin lại thế nào"), required=False, limit=2000, rows=3),
    Need.FACTS: lambda: long_text(_("Số liệu chứng minh"), required=False, limit=2000, rows=3),
}


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

    def __init__(self, *args, case, piece, outcome, ground, **kwargs):
        self.case, self.piece = case, piece
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
        for need in ground.needs:
            if need in _FACT_FIELDS:
                name = grounds.TYPED[need][0]
                self.fields[name] = _FACT_FIELDS[need]()
                self.fact_names.append(name)
        if "inaccessible_reason" in self.fields:
            rules = self.case.rule_set.rules
            self.fields["inaccessible_reason"].choices = [("", "—")] + [
                (row.code, f"{row.label} ({row.article})") for row in rules.inaccessible_reasons
            ]
        if "earlier_cases" in self.fields:
            known = grounds.earlier_provided(self.case).values_list("code", flat=True)[:6]
            self.fields["earlier_cases"].help_text = (
                _("Đã cung cấp: %(cases)s") % {"cases": ", ".join(known)}
                if known
                else _("Chưa thấy hồ sơ nào đã cung cấp cho chính người này.")
            )

    @property
    def fact_fields(self):
        return [self[name] for name in self.fact_names]

    def facts(self) -> dict:
        found = {}
        for name in self.fact_names:
            value = self.cleaned_data.get(name)
            if value is True:
                found[name] = "đã kiểm tra"
            elif value:
                found[name] = value
        return found

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


class CostForm(forms.Form):
    """One line of what providing costs, in đồng (TT46)."""

    label = line(_("Khoản"), limit=200, required=False)
    unit = line(_("Đơn vị tính"), limit=40, required=False)
    quantity = forms.IntegerField(
        label=_("Số lượng"), required=False, min_value=1, max_value=1_000_000, widget=forms.TextInput(attrs=_MONEY)
    )
    unit_price = forms.IntegerField(
        label=_("Đơn giá (đồng)"),
        required=False,
        min_value=0,
        max_value=100_000_000,
        widget=forms.TextInput(attrs=_MONEY),
    )

    def clean(self):
        cleaned = super().clean()
        filled = [name for name in self.fields if cleaned.get(name) not in ("", None)]
        if filled and len(filled) < len(self.fields) and not self.errors:
            raise forms.ValidationError(_("Ghi đủ khoản, đơn vị tính, số lượng và đơn giá."))
        return cleaned

    def told(self):
        return tuple(self.cleaned_data[name] for name in self.fields) if self.cleaned_data.get("label") else None


class AnswerForm(MoveForm):
    """The whole answer. `?can-cu=` chooses a ground before anything is typed; the button "Hiện …" does it afterwards."""

    outcome = Outcome.PROVIDE
    asks_terms = True

    plain_words = long_text(
        _("Nói rõ cho người dân"), required=False, help_text=_("In trong văn bản trả lời. Không ghi tên người khác.")
    )
    provide_on = DayField(label=_("Ngày cung cấp dự kiến"), ahead=True, required=False)
    provide_place = line(_("Nơi cung cấp"), required=False, help_text=_("Ví dụ: tải về bằng mã tra cứu"))
    pay_how = line(_("Cách trả chi phí"), limit=500, required=False, help_text=_("Chỉ khi có chi phí."))
    pay_by_on = DayField(label=_("Hạn trả chi phí"), ahead=True, required=False)

    def shape(self):
        data = self.data if self.is_bound else None
        ground = self.query.get("can-cu", "")
        self.pieces = [
            PieceForm(data, case=self.case, piece=piece, outcome=self.outcome, ground=ground)
            for piece in self.case.pieces.all()
        ]
        self.costs = [CostForm(data, prefix=f"c{n}", label_suffix="") for n in range(1, _COST_ROWS + 1)]
        if not self.asks_terms:
            for name in ("provide_on", "provide_place", "pay_how", "pay_by_on"):
                del self.fields[name]
            self.costs = []

    def is_valid(self):
        parts = [form.is_valid() for form in (*self.pieces, *self.costs)]
        return super().is_valid() and all(parts)

    @property
    def all_errors(self):
        """(id of the control, sentence) of every part, for the summary."""
        rows = []
        for form in (*self.pieces, *self.costs):
            for name, errors in form.errors.items():
                place = first_control_id(form[name]) if name in form.fields else ""
                rows += [(place, error) for error in errors]
        return rows

    def words(self):
        cleaned = self.cleaned_data
        terms = None
        if self.asks_terms:
            terms = Terms(
                provide_on=cleaned["provide_on"],
                provide_place=cleaned["provide_place"],
                pay_how=cleaned["pay_how"],
                pay_by_on=cleaned["pay_by_on"],
                costs=tuple(told for told in (form.told() for form in self.costs) if told),
            )
        return {
            "proposed": [form.proposed() for form in self.pieces],
            "terms": terms,
            "plain_words": cleaned["plain_words"],
        }

    def slip(self, error):
        if not isinstance(error, Gaps):
            return super().slip(error)
        by_place = {form.piece.position: form for form in self.pieces}
        for (place, name), sentence in error.slips.items():
            form = by_place[place]
            form.add_error(name if name in form.fields else "ground", sentence)
        return None

    def checklist(self) -> list[dict]:
        """Đủ để trình chưa? Every gap leads to its field."""
        rows = []
        for form in self.pieces:
            form.is_valid()
            for name, sentence in form.gaps(self.day) if form.is_bound else ():
                target = first_control_id(form[name if name in form.fields else "ground"])
                rows.append({"piece": form.piece, "sentence": sentence, "target": target})
        return rows

    def citizen_reads(self) -> list[str]:
        """The words that the paper will carry, as far as they are chosen."""
        rules, lines = self.case.rule_set.rules, []
        for form in self.pieces:
            row = form.proposed()
            if not row.outcome:
                continue
            asked = form.piece.description.rstrip(" .")
            line = f"{form.piece.position}. {asked}: {Outcome(row.outcome).label.lower()}"
            if row.ground:
                ground = rules.ground(row.ground)
                line = f"{line}. {ground.label}, {rules.cite(ground.article)}"
            lines += [f"{line}.", row.withheld and _("Không cung cấp: %(part)s") % {"part": row.withheld}]
        words = self["plain_words"].value() or ""
        return [line for line in [*lines, words] if line]

    def outlook(self):
        if self.case.due_on is None:
            return ""
        return _("Người ký duyệt. Văn thư phát hành mới có hiệu lực; hạn trả lời vẫn là %(day)s.") % {
            "day": said(self.case.due_on)
        }


class RefusalForm(AnswerForm):
    """Every piece refused; where a part can be given, the other form gives it."""

    rule_cites = True

    outcome = Outcome.REFUSE
    asks_terms = False

    def shape(self):
        super().shape()
        self.fields["plain_words"].required = True
        self.fields["plain_words"].error_messages["required"] = _("Từ chối phải nêu lý do.")
        for form in self.pieces:
            form.fields["outcome"].choices = [(Outcome.REFUSE, Outcome.REFUSE.label)]
        self.must_be_public = [form.piece for form in self.pieces if form.piece.info_class == InfoClass.MUST_PUBLISH]

    def rule(self):
        rules = self.case.rule_set.rules
        return _(
            "%(article)s: từ chối phải bằng văn bản và nêu lý do. "
            "Thiếu lý do, mục đích, đơn vị không trả lời hay yêu cầu bất tiện không phải căn cứ."
        ) % {"article": rules.cite(rules.articles.refuse_in_writing)}
