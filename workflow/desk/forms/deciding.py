"""The answer, piece by piece: given, given in part, or refused on a ground with all that the ground demands (readings.md 11)."""

import re
from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from catalog.health import look_at
from cms.core.dates import said, short
from cms.core.display import amount as in_dong
from cms.core.form_parts import first_control_id
from cms.core.models import Authority
from cms.law.choices import Need
from cms.law.price_lists import WHOLE
from workflow import grounds
from workflow.choices import DeliveryWay, Outcome
from workflow.desk.fields import DayField
from workflow.desk.forms.parts import clock_goes_on, line, long_text, radios, select
from workflow.desk.move_form import MoveForm
from workflow.letters.remedies import remedies, second_instance
from workflow.services import quoting
from workflow.services.decision import Gaps, Proposed, Terms, provision_of
from workflow.services.quoting import Chosen

_COST_ROWS = 5
#: So many earlier cases of the same person are offered, the newest first.
_EARLIER = 12
_LINK = re.compile(r"https?://\S+$")
_COST_FIELDS = ("postage", "pay_how", "pay_by_on")
_MONEY = {"inputmode": "numeric", "autocomplete": "off"}
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


class CostForm(forms.Form):
    """One line of what providing costs: an item of the price list and how many of it; an amount only where the list has none."""

    item = select(_("Khoản theo bảng giá"), required=False)
    quantity = forms.IntegerField(
        label=_("Số lượng"), required=False, min_value=1, max_value=1_000_000, widget=forms.TextInput(attrs=_MONEY)
    )
    unit_price = forms.IntegerField(
        label=_("Đơn giá (đồng)"),
        required=False,
        min_value=1,
        max_value=100_000_000,
        widget=forms.TextInput(attrs=_MONEY),
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


class AnswerForm(MoveForm):
    """The whole answer. `?can-cu=` chooses a ground before anything is typed; the button "Hiện …" does it afterwards."""

    outcome = Outcome.PROVIDE
    asks_terms = True

    plain_words = long_text(
        _("Nói rõ cho người dân"), required=False, help_text=_("In trong văn bản trả lời. Không ghi tên người khác.")
    )
    provide_on = DayField(label=_("Ngày cung cấp dự kiến"), ahead=True, required=False)
    provide_place = line(_("Nơi cung cấp"), required=False, help_text=_("Ví dụ: tải về bằng mã tra cứu"))
    postage = forms.IntegerField(
        label=_("Cước gửi bưu điện (đồng)"),
        required=False,
        min_value=0,
        max_value=100_000_000,
        widget=forms.TextInput(attrs=_MONEY),
    )
    pay_how = line(_("Cách trả chi phí"), limit=500, required=False, help_text=_("Chỉ khi có chi phí."))
    pay_by_on = DayField(label=_("Hạn trả chi phí"), ahead=True, required=False)

    def shape(self):
        data = self.data if self.is_bound else None
        ground = self.query.get("can-cu", "")
        self.pieces = [
            PieceForm(data, case=self.case, piece=piece, day=self.day, outcome=self.outcome, ground=ground)
            for piece in self.case.pieces.all()
        ]
        self.costs, self.quote = [], None  # what the chosen rows come to, once they can be reckoned
        if not self.asks_terms:
            for name in ("provide_on", "provide_place", *_COST_FIELDS):
                del self.fields[name]
            return
        self.prices = quoting.prices_on(self.day)
        items = self.prices.items_on(self.day)
        self.costs = [CostForm(data, prefix=f"c{n}", items=items) for n in range(1, _COST_ROWS + 1)]
        self.fields["postage"].help_text = self.prices.postage.ceiling
        if self.case.delivery != DeliveryWay.PAPER_BY_POST:
            del self.fields["postage"]
        authority = self.case.authority
        if authority.treasury_office:
            self.fields["pay_how"].initial = _("Nộp tiền mặt hoặc chuyển khoản vào tài khoản thu tại %(where)s") % {
                "where": authority.treasury_office
            }

    # --- what it costs -----------------------------------------------------------------------------------------------
    @property
    def plain_fields(self):
        """The fields that do not belong to the reckoning of costs."""
        return [field for field in self.visible_fields() if field.name not in _COST_FIELDS]

    @property
    def cost_fields(self):
        return [self[name] for name in _COST_FIELDS if name in self.fields]

    @property
    def sends_free(self) -> str:
        """Why no postage is asked for, where it is not."""
        if "postage" in self.fields:
            return ""
        return _("Người dân nhận: %(way)s. Gửi qua mạng, fax không tính tiền (%(article)s).") % {
            "way": self.case.get_delivery_display(),
            "article": self.prices.cite(self.prices.free_sending_article),
        }

    @property
    def prices_note(self) -> str:
        """What must be said where the list details another law than the one of this request."""
        return self.prices.note_under(self.case.rule_set.code)

    @property
    def factor_words(self) -> str:
        """The share that the authority's area sets."""
        authority = self.case.authority
        factor = self.prices.factor(authority.area_on(self.day))
        words = {"area": authority.get_area_display(), "article": self.prices.cite(factor.article)}
        if factor.percent == WHOLE:
            return _("Tính đủ giá theo bảng (%(article)s).") % words
        return _("%(area)s: tính %(percent)s%% giá theo bảng, làm tròn đến đồng (%(article)s).") % {
            **words,
            "percent": factor.percent,
        }

    @property
    def free_pieces(self) -> list[str]:
        """Pieces given on a basis for which nothing is paid, each with its article."""
        rules = self.case.rule_set.rules
        articles = {row.basis: rules.cite(row.article) for row in rules.fee_exemptions}
        return [
            _("Mục %(number)s miễn phí (%(article)s): không tính chi phí cho mục này.")
            % {"number": form.piece.position, "article": articles[form.piece.basis]}
            for form in self.pieces
            if form.piece.basis in articles
        ]

    @property
    def treasury_words(self) -> list[str]:
        """Where the cost is paid, or what the authority has yet to enter."""
        authority = self.case.authority
        if unset := authority.payment_unset:
            return [_("Cơ quan chưa khai: %(names)s. Quản trị điền ở trang Cơ quan.") % {"names": ", ".join(unset)}]
        return [
            _("Cơ quan thuế thu: %(office)s") % {"office": authority.tax_office},
            _("Kho bạc: %(office)s, tài khoản %(account)s")
            % {"office": authority.treasury_office, "account": authority.treasury_account},
        ]

    @property
    def clock_words(self) -> str:
        return clock_goes_on(self.case)

    def clean(self):
        cleaned = super().clean()
        told, postage = self.chosen_costs(), cleaned.get("postage") or 0
        if told or postage:
            try:
                self.quote = quoting.quote(self.case, tuple(told.values()), postage=postage, day=self.day)
            except quoting.QuoteSlips as error:
                self._quote_slip(error)
        return cleaned

    def chosen_costs(self) -> dict:
        """Row of the form, from 0 → what was chosen in it."""
        rows = {number: form.told() for number, form in enumerate(self.costs)}
        return {number: told for number, told in rows.items() if told}

    def _quote_slip(self, error):
        rows = list(self.chosen_costs())
        for (number, name), sentence in error.slips.items():
            if number == quoting.POSTAGE:
                self.add_error("postage" if "postage" in self.fields else None, sentence)
            else:
                self.costs[rows[number - 1]].add_error(name, sentence)

    def is_valid(self):
        whole = super().is_valid()
        return all([whole, *(form.is_valid() for form in (*self.pieces, *self.costs))])

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
                costs=tuple(self.chosen_costs().values()),
                postage=cleaned.get("postage") or 0,
            )
        return {
            "proposed": [form.proposed() for form in self.pieces],
            "terms": terms,
            "plain_words": cleaned["plain_words"],
        }

    def slip(self, error):
        if isinstance(error, quoting.QuoteSlips):
            return self._quote_slip(error)
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

    @property
    def remedies(self) -> list[str]:
        """What the refusal will tell of complaining and suing, were it issued today."""
        if not any(form.withholds for form in self.pieces):
            return []
        if unset := self.case.authority.remedies_unset:
            return [_("Cơ quan chưa khai: %(names)s. Quản trị điền ở trang Cơ quan.") % {"names": ", ".join(unset)}]
        lines = [
            _("%(what)s tại %(place)s: trong %(term)s, phát hành hôm nay thì đến hết ngày %(day)s (%(article)s).")
            % {
                "what": row["label"].capitalize(),
                "place": row["place"],
                "term": row["term"],
                "day": row["until"],
                "article": row["article"],
            }
            for row in remedies(self.case, self.day)
        ]
        second = second_instance(self.case, self.day)
        lines.insert(
            1,
            _("Khiếu nại lần hai tại %(place)s: trong %(term)s sau lần đầu (%(article)s).") % second,
        )
        return lines

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
