"""A rule set as tables that a lawyer can read: every figure in words, its unit and its article beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.utils.translation import gettext_lazy as _

from cms.core.dates import short
from cms.law.choices import Every
from cms.law.terms import Articles, RuleSet, Term

_ANY_WAY, _ANY_KIND = _("mọi cách nhận"), _("mọi mức độ")

#: What each article is cited for; the order is that of the procedure.
_CITED_FOR = {
    "governs": _("Chọn luật theo ngày gửi"),
    "register": _("Sổ theo dõi"),
    "assisted_filing": _("Ghi phiếu giúp"),
    "content_of_request": _("Nội dung phiếu yêu cầu"),
    "reason_and_purpose": _("Lý do, mục đích"),
    "supplement": _("Đề nghị bổ sung"),
    "redirect": _("Hướng dẫn gửi nơi có trách nhiệm"),
    "valid_request": _("Yêu cầu hợp lệ"),
    "provide_at_once": _("Cung cấp ngay"),
    "secrecy_check": _("Kiểm tra bí mật trước khi cung cấp"),
    "resolution_notice": _("Phiếu giải quyết"),
    "refuse_in_writing": _("Từ chối bằng văn bản"),
    "weigh_interest": _("Cân nhắc lợi ích"),
    "provide_partly": _("Cung cấp một phần"),
    "consent_with_request": _("Văn bản đồng ý kèm yêu cầu"),
    "release_without_consent": _("Cung cấp không cần đồng ý"),
    "no_charge": _("Không thu phí"),
    "actual_cost": _("Chi phí thực tế"),
    "network_provision": _("Cung cấp qua mạng"),
    "commune_residents": _("Cấp xã và người cư trú trên địa bàn"),
    "publish_correction": _("Đính chính thông tin công khai"),
    "provide_correction": _("Đính chính thông tin đã cung cấp"),
    "may_publish": _("Công khai thêm"),
    "complaint": _("Khiếu nại, khởi kiện"),
    "denunciation": _("Tố cáo"),
}


@dataclass(frozen=True)
class Table:
    """`anchor` leads to it from the list above; rows are plain texts."""

    anchor: str
    title: str
    heads: tuple
    rows: list[tuple]


@dataclass(frozen=True)
class Difference:
    """One part of two laws: lines only the earlier has, lines only the later has."""

    anchor: str
    title: str
    gone: list[str]
    come: list[str]


def tables(rules: RuleSet) -> list[Table]:
    """Everything the file says, the time limits first."""
    article = _("Điều")
    by_label = (_("Nội dung"), article)
    return [
        Table(
            "thoi-han",
            _("Thời hạn trả lời"),
            (_("Việc"), _("Cách nhận"), _("Mức độ"), _("Thời hạn"), article),
            [
                (_begin(r.kind.label), _way(r.channel), _complexity(r.complexity), _amount(r.kind, r), r.article)
                for r in rules.deadlines
            ],
        ),
        Table("nghia-vu", _("Thời hạn khác"), (_("Việc"), _("Thời hạn"), article), _terms(rules.duties)),
        Table(
            "can-cu-tu-choi",
            _("Căn cứ từ chối"),
            (_("Căn cứ"), _("Phải nêu"), _("Không dùng khi"), article),
            [(r.label, _listed(need.label for need in r.needs), _bases(rules, r), r.article) for r in rules.grounds],
        ),
        Table("ly-do-gia-han", _("Lý do gia hạn"), by_label, _labelled(rules.extension_reasons)),
        Table(
            "khong-tiep-can",
            _("Thông tin không được tiếp cận"),
            (_("Nội dung"), _("Người đứng đầu quyết định"), article),
            [(r.label, _yes(r.head_decides), r.article) for r in rules.inaccessible_reasons],
        ),
        Table(
            "co-dieu-kien",
            _("Thông tin có điều kiện"),
            (_("Nội dung"), _("Cần đồng ý của"), article),
            [(r.label, r.consent_of.label, r.article) for r in rules.conditional_kinds],
        ),
        Table("can-cu-cung-cap", _("Căn cứ cung cấp"), by_label, _labelled(rules.provision_bases)),
        Table(
            "mien-phi",
            _("Miễn chi phí"),
            by_label,
            [(rules.provision_basis(r.basis).label, r.article) for r in rules.fee_exemptions],
        ),
        Table("cach-gui", _("Cách gửi yêu cầu"), by_label, _labelled(rules.submission_channels)),
        Table(
            "cach-nhan",
            _("Cách nhận thông tin"),
            (_("Cách nhận"), _("Thời hạn theo nhóm"), article),
            [(r.label, r.group.label, r.article) for r in rules.delivery_channels],
        ),
        Table(
            "nguoi-yeu-cau",
            _("Người yêu cầu"),
            (_("Ai"), _("Yêu cầu thế nào"), _("Giới hạn"), article),
            [
                (r.label, _listed(way.label for way in r.representation), _limits(r), r.article)
                for r in rules.requesters
            ],
        ),
        Table(
            "cong-khai",
            _("Thông tin phải công khai"),
            (_("Điểm"), _("Nội dung"), _("Trên cổng, trang điện tử"), article),
            [(r.point, r.label, f"{r.portal.label} ({r.portal_article})", r.article) for r in rules.categories],
        ),
        Table("hinh-thuc", _("Hình thức công khai"), by_label, _labelled(rules.publication_forms)),
        Table(
            "khieu-nai",
            _("Khiếu nại, khởi kiện"),
            (_("Việc"), _("Trường hợp"), _("Thời hạn"), _("Áp dụng"), article),
            [
                (_begin(r.step.label), r.situation.label, _amount(r.step, r), _spell(r), r.article)
                for r in rules.complaints
            ],
        ),
        Table(
            "mau",
            rules.form_set.title,
            (_("Mẫu"), _("Tên"), article),
            [(r.code, r.label, r.article) for r in rules.form_set.forms],
        ),
        Table(
            "dieu-luat",
            _("Điều luật của từng bước"),
            (_("Bước"), article),
            [(_CITED_FOR[field.name], getattr(rules.articles, field.name)) for field in fields(Articles)],
        ),
    ]


def facts(rules: RuleSet) -> list[tuple]:
    """What the law decides once for every request."""
    ends = (
        f"{short(rules.in_force_to)} ({rules.in_force_to_article})"
        if rules.in_force_to
        else _("chưa có ngày hết hiệu lực")
    )
    return [
        (_("Văn bản"), rules.legal_reference),
        (_("Có hiệu lực từ"), f"{short(rules.in_force_from)} ({rules.in_force_article})"),
        (_("Đến hết ngày"), ends),
        (_("Áp dụng cho"), _("yêu cầu gửi từ ngày luật có hiệu lực, suốt đời hồ sơ")),
        (_("Phải nêu lý do, mục đích"), _yes(rules.reason_required)),
        (_("Ghi chú trên mẫu"), rules.form_set.note or _("không")),
    ]


def differences(old: RuleSet, new: RuleSet) -> list[Difference]:
    """What the second person has to look at first: the rows in which a law differs from the one it follows."""
    before = {table.anchor: table.rows for table in tables(old)}
    found = []
    for table in tables(new):
        gone = [row for row in before[table.anchor] if row not in table.rows]
        come = [row for row in table.rows if row not in before[table.anchor]]
        if gone or come:
            found.append(Difference(table.anchor, table.title, _lines(gone), _lines(come)))
    return found


def _lines(rows: Iterable[tuple]) -> list[str]:
    return [" · ".join(str(cell) for cell in row if cell) for row in rows]


def _begin(label: str) -> str:
    """As a line begins."""
    return label[:1].upper() + label[1:]


def _labelled(rows: Iterable) -> list[tuple]:
    return [(row.label, row.article) for row in rows]


def _terms(rows: Iterable) -> list[tuple]:
    return [(_begin(row.kind.label), _amount(row.kind, row), row.article) for row in rows]


def _amount(kind, rule) -> str:
    """10 ngày làm việc: the unit never goes missing."""
    return str(Term(kind, rule.amount, rule.unit, rule.article))


def _way(channel) -> str:
    return _ANY_WAY if channel is Every.ANY else channel.label


def _complexity(complexity) -> str:
    return _ANY_KIND if complexity is Every.ANY else complexity.label


def _listed(labels: Iterable[str]) -> str:
    return "; ".join(labels)


def _bases(rules: RuleSet, ground) -> str:
    return _listed(rules.provision_basis(code).label for code in ground.not_for_bases)


def _limits(rule) -> str:
    limits = [_("chỉ thông tin liên quan đến quyền, nghĩa vụ của mình")] if rule.own_matters_only else []
    limits += [_("kèm danh sách người cùng yêu cầu")] if rule.needs_member_list else []
    return _listed(map(str, limits))


def _spell(rule) -> str:
    begins = f"từ {short(rule.valid_from)}" if rule.valid_from else ""
    ends = f"đến {short(rule.valid_to)}" if rule.valid_to else ""
    return " ".join(filter(None, (begins, ends)))


def _yes(value: bool) -> str:
    return _("Có") if value else _("Không")
