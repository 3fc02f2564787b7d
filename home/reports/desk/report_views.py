"""Pages of reports: what an authority owes and has sent, one report, its paper and its files."""

from io import BytesIO
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core import files
from cms.core.dates import short
from cms.core.errors import DomainError
from home.models import PeriodReport
from home.plans.desk.base import workbook
from home.reports import access, consolidating, contents, exchange, papers, workbooks, writing
from home.reports.choices import OWING, Source
from home.reports.desk import acts
from home.reports.desk.base import ReportsActPage, ReportsPage, ReportsThingPage
from home.reports.desk.period_views import standing_of

LIST = _("Báo cáo của cơ quan")
_A_PAGE = 25
FILTERS = {"": _("Phải nộp"), "da-nop": _("Đã nộp"), "tat-ca": _("Tất cả")}


class ReportsView(ReportsPage):
    """Reports of one's own authorities; those that are still owed first."""

    template_name = "home/desk/reports/reports.html"

    def get_page_title(self):
        return LIST

    def get_context_data(self, **kwargs):
        name = self.request.GET.get("loc", "")
        name = name if name in FILTERS else ""
        found = access.visible_reports(self.request.user, PeriodReport.objects.with_names())
        found = found.filter(authority__in=access.seen_by(self.request.user))
        if name == "":
            found = found.filter(state__in=OWING, period__state="OPEN")
        elif name == "da-nop":
            found = found.exclude(state__in=OWING)
        pages = Paginator(
            found.order_by("period__due_on" if not name else "-period__due_on", "authority__name", "pk"), _A_PAGE
        )
        page = pages.get_page(self.request.GET.get("p"))
        return super().get_context_data(
            rows=[{"report": one, "standing": standing_of(one, self.day)} for one in page.object_list],
            filters=[{"name": key, "label": label, "current": key == name} for key, label in FILTERS.items()],
            page_obj=page,
            previous_url=f"?loc={name}&p={page.number - 1}",
            next_url=f"?loc={name}&p={page.number + 1}",
            **kwargs,
        )


class ReportPage(ReportsThingPage):
    name = "report"
    acts = acts.REPORT_ACTS

    def found(self):
        return access.visible_reports(
            self.request.user, PeriodReport.objects.with_names().select_related("submitted_by", "decided_by")
        )

    def url(self):
        return reverse("reports:report", args=[self.thing.pk])

    def trail(self):
        if self.thing.authority_id in access.seen_by(self.request.user) and not self.thing.is_consolidated:
            return [(LIST, reverse("reports:reports")), (str(self.thing), self.url())]
        period = self.thing.period
        return [(period.title, reverse("reports:period", args=[period.pk])), (self.thing.body.short_name, self.url())]


class ShowReportView(ReportPage):
    """The outline with its tables; what is unwritten; what the register says now other than what was sent."""

    template_name = "home/desk/reports/report.html"

    def trail(self):
        return super().trail()[:1]

    def get_page_title(self):
        return str(self.thing)

    def get_context_data(self, **kwargs):
        report, day = self.thing, self.day
        reads_all = access.reads_all_of(self.request.user, report)
        return super().get_context_data(
            period=report.period,
            parts=contents.parts(report),
            meanings=[one for one in report.definitions if not (one["of"] and one["parts"])],
            standing=standing_of(report, day),
            days=contents.period_words(report),
            counts_here=report.source in (Source.HERE, Source.SUM),
            differences=writing.differences(report),
            unwritten={part.pk for part in writing.unwritten(report)} if report.is_owing else set(),
            is_final=writing.is_final(report),
            is_whole=not report.is_frozen or writing.is_whole(report),
            files=self.files(),
            cases_url=self.cases_url(),
            offered=self.offered(),
            story=self.story() if reads_all else (),
            **kwargs,
        )

    def cases_url(self) -> str:
        """Where each figure opens the cases behind it, for the same days; of a file from outside there are none here."""
        report = self.thing
        if report.outside_id or report.counted_to is None:
            return ""
        days = {"preset": "ngay", "first": short(report.period.first_on), "last": short(report.counted_to)}
        of = {} if report.is_consolidated else {"authority": report.authority.code}
        return f"{reverse('statistics:table')}?{urlencode(of | days)}"

    def files(self):
        report = self.thing
        kinds = [] if report.outside_id else [("pdf", "PDF"), ("docx", "DOCX")]
        kinds.append(("xlsx", "XLSX"))
        if report.is_frozen and not report.outside_id and not report.is_consolidated and exchange.is_possible():
            kinds.append(("json", str(_("JSON có chữ ký số"))))
        if report.counted_to is None:
            return []
        return [{"label": label, "url": reverse("reports:file", args=[report.pk, kind])} for kind, label in kinds]


class ReportActView(ReportPage, ReportsActPage):
    def get_context_data(self, **kwargs):
        report = self.thing
        said = {}
        if self.act.slug == "viet" and report.is_consolidated:
            said = self.said()
        form = kwargs.get("form")
        if said and form is not None:
            rows = [(field, said.get(int(field.name.removeprefix("part_")), ())) for field in form.visible_fields()]
        else:
            rows = [(field, ()) for field in form.visible_fields()] if form is not None else []
        return super().get_context_data(
            about=str(report), rows=rows, days=contents.period_words(report), differences=writing.unsent_differences(report)
            if self.act.slug == "nop" else (), unwritten=writing.unwritten(report) if self.act.slug == "nop" else (), **kwargs,
        )  # fmt: skip

    def said(self) -> dict:
        """What the bodies wrote in the same part, for whoever sums it up: {key of the part: [(name, text)]}."""
        found = {}
        for one in consolidating.asked_of(self.thing.period):
            if one.is_frozen:
                for text in one.texts.all():
                    if text.text:
                        found.setdefault(text.part_id, []).append((one.body.short_name, text.text))
        return found


class ReportPaperView(ReportPage):
    """The report itself, to read and to print."""

    def get(self, request, *args, **kwargs):
        if self.thing.outside_id:
            raise Http404("Cơ quan ngoài hệ thống gửi văn bản của mình")
        links = {}
        if self.thing.counted_to is not None:
            links = {f"{kind}_url": reverse("reports:file", args=[self.thing.pk, kind]) for kind in ("pdf", "docx")}
        return HttpResponse(papers.page(self.thing, back_url=self.url(), **links))


class ReportFileView(ReportPage):
    """The same as a file: the very PDF that was numbered, or a draft marked as one; DOCX; XLSX; the signed JSON."""

    def get(self, request, *args, **kwargs):
        report, kind = self.thing, self.kwargs["kind"]
        if report.counted_to is None or (report.outside_id and kind != "xlsx"):
            raise Http404("Không có tệp này")
        make = {"pdf": self.pdf, "docx": self.docx, "xlsx": self.xlsx, "json": self.json}.get(kind)
        if make is None:
            raise Http404("Không có tệp này")
        return make(report)

    def pdf(self, report):
        name = f"{papers.file_name(report)}.pdf"
        if not report.number:
            return files.hand_over(BytesIO(papers.draft_pdf(report)), name, files.TYPES["pdf"])
        try:
            return files.hand_out(report.pdf_path, name, files.TYPES["pdf"])
        except OSError:
            raise Http404("Không có tệp này") from None

    def docx(self, report):
        return files.hand_over(BytesIO(papers.docx(report)), f"{papers.file_name(report)}.docx", files.TYPES["docx"])

    def xlsx(self, report):
        target = BytesIO()
        workbooks.export(target, report=report, by=self.request.user, at=self.at)
        return workbook(target.getvalue(), papers.file_name(report))

    def json(self, report):
        try:
            content = exchange.sign(report=report, by=self.request.user, at=self.at)
        except DomainError as error:
            raise Http404(str(error)) from error
        response = HttpResponse(content, content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="{papers.file_name(report)}.json"'
        response["Cache-Control"] = "private, no-store"
        return response
