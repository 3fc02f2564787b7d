"""Bodies outside the installation: who they are, by which key their files are known, and their reports brought in."""

from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cms.audit.notes import BadNote, PublicKey
from cms.core.errors import DomainError
from cms.core.text import nfc
from home.models import OutsideBody, PeriodReport, ReportText
from home.plans.acting import finish, seal
from home.reports import access
from home.reports.choices import PartKind, PeriodState, ReportState
from home.reports.incoming import Received
from home.reports.outline import parts_of


@dataclass(frozen=True)
class BodyWords:
    """What is known of a body outside."""

    code: str
    name: str
    short_name: str
    email: str = ""
    public_key: str = ""
    key_source: str = ""
    is_active: bool = True


@transaction.atomic
def enter_body(*, authority, words: BodyWords, by, at) -> OutsideBody:
    """From now on the province's periods may ask it."""
    access.demand(access.may_keep_bodies(by, authority), access.KEEPS)
    body = OutsideBody(authority=authority, **_tidy(words))
    _save(body, by)
    return seal("outside_body.entered", body, [body], by=by, at=at, data={"code": body.code})


@transaction.atomic
def change_body(*, body, seen, words: BodyWords, by, at) -> OutsideBody:
    """Another name, address or key; what was brought in under the old key stays."""
    body = body.locked(seen)
    access.demand(access.may_keep_bodies(by, body.authority), access.KEEPS)
    told = _tidy(words)
    is_new_key = told["public_key"] != body.public_key
    for name, value in told.items():
        setattr(body, name, value)
    body.version += 1
    _save(body, by)
    return seal(
        "outside_body.changed", body, [body], by=by, at=at, data={"code": body.code, "new_key": int(is_new_key)}
    )


def _save(body, by):
    try:
        with transaction.atomic():
            body.save(by=by)
    except IntegrityError as error:
        raise DomainError(_("Mã này đã dùng cho cơ quan khác."), field="code") from error


def _tidy(words: BodyWords) -> dict:
    told = {name: nfc(value) if isinstance(value, str) else value for name, value in asdict(words).items()}
    for name, label in (("code", _("mã")), ("name", _("tên cơ quan")), ("short_name", _("tên ngắn"))):
        if not told[name]:
            raise DomainError(_("Nhập %(label)s.") % {"label": label}, field=name)
    if told["public_key"]:
        try:
            PublicKey.read(told["public_key"])
        except BadNote as error:
            raise DomainError(
                _("Khóa chưa đúng dạng. Chép nguyên dòng khóa công khai mà cơ quan đó giao."), field="public_key"
            ) from error
        if not told["key_source"]:
            raise DomainError(_("Ghi văn bản giao khóa."), field="key_source")
    return told


@transaction.atomic
def bring_in(*, report, seen, received: Received, by, at) -> PeriodReport:
    """Keep what a body has sent, checked cell by cell; it is handed in and taken by further acts."""
    report = report.locked(seen)
    access.demand(report.outside_id is not None and access.may_write(by, report), access.WRITES)
    if report.period.state != PeriodState.OPEN:
        raise DomainError(_("Kỳ báo cáo này đã kết thúc."))
    if not report.is_owing:
        raise DomainError(_("Báo cáo đã nộp. Trả lại trước khi nhập tệp khác."))
    report.figures, report.definitions = received.counted.figures, received.counted.definitions
    report.source, report.source_sha256 = received.source, received.sha256
    report.counted_to, report.counted_at = received.counted_to, at
    if report.state == ReportState.OWED:
        report.state = ReportState.DRAFT
    texts = _texts(report, received.texts, by)
    data = {"source": received.source, "source_sha256": received.sha256, "counted_to": received.counted_to}
    authority = report.period.authority
    return finish("period_report.brought_in", report, by=by, at=at, authority=authority, also=texts, data=data)


def _texts(report, texts, by) -> list[ReportText]:
    """By the title of each part; words under a title that the outline does not have are left out."""
    kept = {one.part_id: one for one in report.texts.all()}
    written = []
    for part in parts_of(report):
        if part.kind == PartKind.TEXT:
            one = kept.get(part.pk) or ReportText(report=report, part=part)
            one.text = texts.get(part.title, "")
            one.save(by=by)
            written.append(one)
    return written
