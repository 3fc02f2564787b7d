"""Pages of the review of legal documents: rounds, one round consolidated, one authority's table."""

from io import BytesIO

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.core.errors import NotAllowed
from home.models import LegalReview, ReviewSheet
from home.plans import access, reviewing, tables
from home.plans.choices import SheetState
from home.plans.desk import other_forms as forms
from home.plans.desk.base import Act, ActPage, MakingPage, PlansPage, ThingPage, table, workbook
from home.plans.desk.plan_forms import ReasonForm
from workflow.desk.forms.parts import NothingToFill

LIST = _("Rà soát văn bản")


def _keeps(user, asked):
    return asked.closed_at is None and access.may_manage(user, asked.authority)


def _fills(user, sheet):
    return sheet.round.closed_at is None and sheet.is_open and access.may_write(user, sheet.authority)


def _sends(user, sheet):
    return sheet.round.closed_at is None and sheet.is_open and access.may_decide(user, sheet.authority)


def _takes(user, sheet):
    return sheet.state == SheetState.SENT and access.may_manage(user, sheet.round.authority)


def _judges(user, sheet):
    return sheet.state == SheetState.ACCEPTED and access.may_manage(user, sheet.round.authority)


NEW_ROUND = Act(
    "moi", "review.opened", _("Mở đợt rà soát"), _("Đã mở. Mỗi cơ quan nhận một thư báo."), forms.RoundForm,
    reviewing.open_round, lambda user, _none: bool(access.managed_by(user)),
)  # fmt: skip
ROUND_ACTS = table(
    Act("de-nghi-them", "review.asked_more", _("Đề nghị thêm cơ quan"), _("Đã đề nghị."),
        forms.AskMoreForm, reviewing.ask_more, _keeps),
    Act("ket-thuc", "review.closed", _("Kết thúc đợt"), _("Đã kết thúc đợt rà soát."),
        ReasonForm, reviewing.close_round, _keeps),
)  # fmt: skip
SHEET_ACTS = table(
    Act("them-van-ban", "review.text_added", _("Thêm văn bản"), _("Đã thêm văn bản."),
        forms.ReviewForm, reviewing.add_review, _fills, is_first=True),
    Act("gui", "review.sent", _("Duyệt và gửi bảng"), _("Đã gửi bảng."),
        forms.ReleaseSheetForm, reviewing.release_sheet, _sends, is_first=True),
    Act("nhan", "review.accepted", _("Nhận bảng"), _("Đã nhận bảng vào bảng tổng hợp."),
        NothingToFill, reviewing.accept_sheet, _takes, is_first=True),
    Act("tra-lai", "review.returned", _("Trả lại bảng"), _("Đã trả lại. Cơ quan nhận một thư báo."),
        ReasonForm, reviewing.return_sheet, _takes),
)  # fmt: skip
REVIEW_ACTS = table(
    Act("sua", "review.text_changed", _("Sửa"), _("Đã lưu."), forms.ReviewForm, reviewing.change_review, _fills,
        _("Sửa văn bản rà soát")),
    Act("bo", "review.text_removed", _("Bỏ"), _("Đã bỏ văn bản khỏi bảng."), NothingToFill, reviewing.remove_review,
        _fills, _("Bỏ văn bản khỏi bảng")),
    Act("xem-xet", "review.decided", _("Xem xét"), _("Đã ghi kết quả xem xét."), forms.DecideForm,
        reviewing.decide_review, _judges, _("Xem xét đề xuất")),
)  # fmt: skip


class RoundsView(PlansPage):
    """Every round this person sees, and the tables their own authorities still owe."""

    tab = "reviews"
    template_name = "home/desk/rounds.html"

    def get_page_title(self):
        return LIST

    def get_context_data(self, **kwargs):
        user = self.request.user
        mine = access.seen_by(user)
        sheets = ReviewSheet.objects.filter(authority__in=mine).select_related("round__authority", "authority")
        rounds = access.visible_rounds(user).filter(authority__in=mine).prefetch_related("sheets")
        return super().get_context_data(
            sheets=sheets.order_by("-round__due_on", "authority__name")[:100],
            rounds=[self.row(asked) for asked in rounds],
            may_open=bool(access.managed_by(user)),
            **kwargs,
        )

    def row(self, asked):
        sheets = asked.sheets.all()
        return {"asked": asked, "all": len(sheets), "arrived": sum(not sheet.is_open for sheet in sheets)}


class NewRoundView(MakingPage):
    tab = "reviews"
    act = NEW_ROUND
    name = "asked"

    def url(self):
        return reverse("plans:rounds")

    def trail(self):
        return [(LIST, self.url())]

    def after(self, result):
        return reverse("plans:round", args=[result.pk])


class RoundPage(ThingPage):
    """One round, for those who consolidate it; authorities asked have their own table."""

    tab = "reviews"
    name = "asked"
    acts = ROUND_ACTS

    def found(self):
        mine = access.seen_by(self.request.user)
        return access.visible_rounds(self.request.user).filter(authority__in=mine).select_related("authority")

    def url(self):
        return reverse("plans:round", args=[self.thing.pk])

    def trail(self):
        return [(LIST, reverse("plans:rounds")), (str(self.thing), self.url())]

    @cached_property
    def sheets(self):
        rows = self.thing.sheets.select_related("authority", "round").order_by("authority__name")
        return list(rows)

    @cached_property
    def reviews(self):
        return list(tables.reviews_of(self.thing, self.sheets))


class ShowRoundView(RoundPage):
    template_name = "home/desk/round.html"

    def get_page_title(self):
        return str(self.thing)

    def trail(self):
        return super().trail()[:1]

    def get_context_data(self, **kwargs):
        late = [{"sheet": sheet, "late": sheet.days_late(self.day)} for sheet in self.sheets]
        return super().get_context_data(
            sheets=late,
            missing=[row for row in late if row["sheet"].is_open],
            reviews=self.reviews,
            totals=tables.review_totals(self.reviews),
            offered=self.offered(),
            story=self.story(),
            **kwargs,
        )


class RoundActView(RoundPage, ActPage):
    pass


class PrintRoundView(RoundPage):
    """The consolidated table and the figures, as the report to the province, on A4 landscape."""

    def get(self, request, *args, **kwargs):
        words = {
            "asked": self.thing,
            "rows": tables.review_rows(self.reviews),
            "totals": tables.review_totals(self.reviews),
            "missing": [sheet for sheet in self.sheets if sheet.is_open],
            "arrived": [sheet for sheet in self.sheets if not sheet.is_open],
            "columns": tables.REVIEW_COLUMNS,
            "day": self.day,
            "back_url": self.url(),
        }
        return HttpResponse(render_to_string("home/plans/print_review.html", words))


class RoundWorkbookView(RoundPage):
    def get(self, request, *args, **kwargs):
        target = BytesIO()
        try:
            tables.export_review(target, asked=self.thing, by=request.user, at=self.at)
        except NotAllowed as error:
            raise Http404("Không có tệp này") from error
        return workbook(target.getvalue(), f"ra-soat-{self.thing.pk}")


# --- one authority's table ---------------------------------------------------------------------------------------
class SheetPage(ThingPage):
    tab = "reviews"
    name = "sheet"
    acts = SHEET_ACTS

    def found(self):
        return access.visible_sheets(self.request.user).select_related("authority", "round__authority", "released_by")

    def url(self):
        return reverse("plans:sheet", args=[self.thing.pk])

    def trail(self):
        return [(LIST, reverse("plans:rounds")), (self.thing.authority.short_name, self.url())]


class ShowSheetView(SheetPage):
    template_name = "home/desk/sheet.html"

    def get_page_title(self):
        return _("Bảng rà soát, %(authority)s") % {"authority": self.thing.authority.short_name}

    def trail(self):
        return super().trail()[:1]

    def get_context_data(self, **kwargs):
        sheet, user = self.thing, self.request.user
        reads = access.reads_rows_of(user, sheet)
        acts = [act for act in REVIEW_ACTS.values() if act.may(user, sheet)]
        rows = sheet.reviews.filter(removed_at=None).select_related("decided_by") if reads else ()
        return super().get_context_data(
            rows=[
                {
                    "review": one,
                    "acts": [
                        {"act": act, "url": reverse("plans:review_act", args=[sheet.pk, one.pk, act.slug])}
                        for act in acts
                    ],
                }
                for one in rows
            ],
            reads=reads,
            late=sheet.days_late(self.day),
            offered=self.offered(),
            is_consolidator=sheet.round.authority_id in access.seen_by(user),
            story=self.story() if reads else (),
            history_url=reverse("bang-ra-soat_modeladmin_history", args=[sheet.pk]) if reads else "",
            **kwargs,
        )


class SheetActView(SheetPage, ActPage):
    pass


class ReviewActView(SheetPage, ActPage):
    """An act on one text of a table."""

    acts = REVIEW_ACTS

    @cached_property
    def review(self) -> LegalReview:
        found = self.thing.reviews.filter(pk=self.kwargs["review"], removed_at=None).first()
        if found is None or not access.reads_rows_of(self.request.user, self.thing):
            raise Http404("Không có văn bản này")
        return found

    def reach(self):
        return self.review

    def form_class(self):
        base = super().form_class()
        return type(base.__name__, (base,), {"review": self.review})

    def also(self):
        return {"review": self.review}

    def get_context_data(self, **kwargs):
        return super().get_context_data(about=f"{self.review.number} {self.review.title}".strip(), **kwargs)
