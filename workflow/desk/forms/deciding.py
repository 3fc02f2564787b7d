"""The whole answer: every piece with its outcome, what it costs, and the words that the paper will carry."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.choices import InfoClass
from cms.core.dates import said
from cms.core.form_parts import first_control_id
from cms.law.price_lists import WHOLE
from workflow.choices import DeliveryWay, Outcome
from workflow.desk.fields import DayField
from workflow.desk.forms.costing import MONEY, CostForm
from workflow.desk.forms.parts import clock_goes_on, line, long_text
from workflow.desk.forms.pieces import PieceForm
from workflow.desk.move_form import MoveForm
from workflow.letters.remedies import remedies, second_instance
from workflow.services import quoting
from workflow.services.decision import Gaps, Terms

_COST_ROWS = 5
_COST_FIELDS = ("postage", "pay_how", "pay_by_on")


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
        widget=forms.TextInput(attrs=MONEY),
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
