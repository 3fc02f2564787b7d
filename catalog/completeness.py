"""What an item still lacks before anyone may publish it. Every door asks here, by way of the services."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from catalog import categories
from catalog.choices import LISTED_CLASSES, Digitising, InfoClass, PublicationForm
from cms.core.errors import DomainError


@dataclass(frozen=True)
class Gap:
    """A field and a plain sentence."""

    field: str
    told: str


class Incomplete(DomainError):
    """The item lacks something that the law asks of a row of the catalog."""

    def __init__(self, gaps: list[Gap]):
        super().__init__(
            " ".join(str(gap.told) for gap in gaps), field=gaps[0].field, article="Điều 6.3 NĐ 13/2018/NĐ-CP"
        )
        self.gaps = gaps


#: What rooms above ask of items that were made from an answer (workflow.services.opening).
_OF_ANSWERS: list[Callable] = []


def of_answers(teller: Callable) -> None:
    """Let `teller(draft)` name what stands in the way of publishing an item made from an answer."""
    if teller not in _OF_ANSWERS:
        _OF_ANSWERS.append(teller)


def gaps(item, *, files: int, links: int, posting_days: int | None = None) -> list[Gap]:
    """What is missing or must not be there, in the order of the form. `files` and `links` are those of the draft."""
    told = [gap for teller in _OF_ANSWERS for gap in teller(item)] if item.from_answer else []
    return _own_gaps(item, files=files, links=links, posting_days=posting_days) + told


def _own_gaps(item, *, files: int, links: int, posting_days: int | None) -> list[Gap]:
    found = []

    def want(holds, field, told):
        if not holds:
            found.append(Gap(field, told))

    want(item.info_class in LISTED_CLASSES, "info_class", _("Loại thông tin này không đăng lên danh mục."))
    want(item.title.strip(), "title", _("Chưa có tên thông tin."))
    want(item.created_on, "created_on", _("Chưa có ngày tạo ra."))
    if item.info_class == InfoClass.CONDITIONAL:
        want(item.conditional_kind, "conditional_kind", _("Chưa chọn loại điều kiện."))
        want(item.consent_of.strip(), "consent_of", _("Chưa ghi ai phải đồng ý."))
        want(
            not (files or links or item.summary.strip()),
            "info_class",
            _("Thông tin có điều kiện chỉ đăng việc nó tồn tại: bỏ tóm tắt, tệp và đường dẫn."),
        )
        return found
    if item.info_class == InfoClass.MUST_PUBLISH:
        want(
            categories.find(item.rule_set.rules, item.category), "category", _("Chưa chọn nhóm thông tin theo Điều 17.")
        )
    want(item.form_codes, "forms", _("Chưa chọn hình thức công khai."))
    on_paper = item.digitising != Digitising.DONE
    if PublicationForm.PORTAL in item.form_codes or not on_paper:
        want(files or links, "files", _("Chưa có tệp hoặc đường dẫn. Luật buộc có một trong hai."))
    if on_paper:
        want(item.paper_place.strip(), "paper_place", _("Chưa ghi nơi giữ bản giấy."))
    if item.names_people:
        want(item.permitted_fields.strip(), "permitted_fields", _("Có tên người: ghi rõ các cột được phép công khai."))
        want(item.until_on or posting_days, "until_on", _("Có tên người: phải có ngày hết thời hạn công khai."))
    return found
