"""Figures of requests: received, carried over, checked, ended, in time, refused (readings.md 16.3, 16.4)."""

from collections.abc import Callable, Mapping

from django.db.models import Case, F, Value, When
from django.utils.translation import gettext_lazy as _

from cms.core.figures import Definition, Group, Measure
from workflow.choices import Capacity, Status
from workflow.statistics import cases, words

ARTICLE = _("Điểm b khoản 4 Điều 12 Nghị định 13/2018/NĐ-CP")
SUMMARY = _("Thống kê hằng năm về thực hiện Luật Tiếp cận thông tin")


def _figure(code, group, label, meaning, rows, **more) -> Definition:
    return Definition(
        code, group, label, meaning, more.pop("article", SUMMARY), Measure.REQUEST, rows, gate=cases.seen, **more
    )


def _divided(whole: Definition, by: str, label, part, parts: Callable[[], Mapping[str, str]], meaning="", **more):
    """The same rows in parts, under the code of the whole and what divides it."""
    told = meaning or _("Chia số trên; mỗi yêu cầu đứng ở một dòng.")
    return Definition(
        f"{whole.code}_{by}",
        whole.group,
        label,
        told,
        whole.article,
        whole.measure,
        more.pop("rows", whole.rows),
        authority=whole.authority,
        part=part,
        parts=parts,
        gate=whole.gate,
        of=whole.code,
        **more,
    )


def _of_request(code, group, label, meaning, rows, **more) -> Definition:
    """A figure of pieces of information."""
    return Definition(
        code,
        group,
        label,
        meaning,
        SUMMARY,
        Measure.PIECE,
        rows,
        authority="info_request__authority",
        gate=cases.seen_through("info_request"),
        **more,
    )


# --- received ----------------------------------------------------------------------------------------------------
_REQUESTER = Case(
    When(requester__capacity=Capacity.ORGANISATION, then=Value(words.THROUGH_ORGANISATION)),
    default=F("requester__kind"),
)

RECEIVED = _figure(
    "received",
    Group.RECEIVED,
    _("Yêu cầu đã nhận"),
    _(
        "Yêu cầu có ngày nhận trong kỳ, kể cả yêu cầu chưa hợp lệ. Không tính đơn trùng, đơn không phải yêu cầu và phiếu "
        "chờ người dân xác nhận."
    ),
    cases.received,
    article=ARTICLE,
)
PIECES = _of_request(
    "pieces",
    Group.RECEIVED,
    _("Mục thông tin được yêu cầu"),
    _("Đếm từng mục thông tin của các yêu cầu đã nhận trong kỳ; một yêu cầu có thể hỏi nhiều mục."),
    cases.pieces_asked,
)
_INTAKE = (
    RECEIVED,
    _divided(RECEIVED, "channel", _("Đã nhận, theo kênh gửi"), "channel", words.CHANNELS),
    _divided(RECEIVED, "requester", _("Đã nhận, theo người yêu cầu"), _REQUESTER, words.REQUESTERS),
    _divided(
        RECEIVED,
        "field",
        _("Đã nhận, theo lĩnh vực"),
        "pieces__field",
        words.FIELDS,
        _("Theo lĩnh vực của các mục được hỏi. Yêu cầu hỏi nhiều lĩnh vực đứng ở nhiều dòng, nên tổng có thể lớn hơn."),
        overlaps=True,
    ),
    Definition(
        "people",
        Group.RECEIVED,
        _("Số người yêu cầu"),
        _("Yêu cầu qua tổ chức tính theo số người trong danh sách; yêu cầu khác tính một người."),
        SUMMARY,
        Measure.PERSON,
        cases.received_with_people,
        amount=F("people"),
        gate=cases.seen,
    ),
    PIECES,
    _divided(PIECES, "field", _("Mục được hỏi, theo lĩnh vực"), "field", words.FIELDS, _("Mỗi mục đứng ở một dòng.")),
    _divided(
        PIECES,
        "class",
        _("Mục được hỏi, theo loại thông tin"),
        "info_class",
        words.CLASSES,
        _("Mỗi mục đứng ở một dòng."),
    ),
)

# --- from period to period ---------------------------------------------------------------------------------------
_BALANCE = (
    _figure(
        "carried_over",
        Group.BALANCE,
        _("Kỳ trước chuyển sang"),
        _("Nhận trước ngày đầu kỳ, đến hết ngày trước đó chưa kết thúc."),
        cases.open_before,
    ),
    _figure(
        "open_at_end",
        Group.BALANCE,
        _("Chưa kết thúc vào cuối kỳ"),
        _("Nhận đến hết ngày cuối kỳ mà khi đó chưa kết thúc. Bằng số chuyển sang cộng số nhận trừ số kết thúc."),
        cases.open_after,
    ),
    _figure(
        "overdue_at_end",
        Group.BALANCE,
        _("Trong đó quá hạn"),
        _("Chưa kết thúc vào cuối kỳ và đã qua hạn trả lời. Không tính yêu cầu đang chờ người dân bổ sung."),
        cases.overdue_after,
        of="open_at_end",
    ),
)

# --- checked -----------------------------------------------------------------------------------------------------
_CHECKED = (
    _figure(
        "valid",
        Group.CHECKED,
        _("Yêu cầu hợp lệ"),
        _("Có ngày hợp lệ trong kỳ: ngày nhận đủ yêu cầu hoặc nhận đủ phần bổ sung, đã được xác nhận."),
        lambda scope: cases.counted(scope.authority_ids).filter(**scope.period.days("valid_on")),
    ),
    _figure(
        "supplement_asked",
        Group.CHECKED,
        _("Đã đề nghị bổ sung"),
        _("Yêu cầu được hướng dẫn bổ sung ít nhất một lần trong kỳ."),
        cases.supplemented,
    ),
)

# --- ended -------------------------------------------------------------------------------------------------------
ENDED = _figure(
    "ended",
    Group.ENDED,
    _("Yêu cầu đã kết thúc"),
    _("Kết thúc trong kỳ theo bất kỳ cách nào, tính theo ngày kết thúc, không theo ngày nhận."),
    cases.ended,
)
_ANSWERED = _figure(
    "settled",
    Group.ENDED,
    _("Yêu cầu đã giải quyết"),
    _("Đã cung cấp, cung cấp một phần hoặc từ chối bằng văn bản trong kỳ, tính theo ngày kết thúc."),
    cases.answered,
    article=ARTICLE,
)
_ENDS = {
    "provided": (Status.PROVIDED, _("Cung cấp đầy đủ"), _("Người yêu cầu nhận đủ thông tin, tính theo ngày giao.")),
    "provided_partly": (
        Status.PROVIDED_PARTLY,
        _("Cung cấp một phần"),
        _("Có phần được cung cấp, phần còn lại bị từ chối. Cũng tính là đã giải quyết."),
    ),
    "refused": (
        Status.REFUSED,
        _("Từ chối toàn bộ"),
        _(
            "Không cung cấp mục nào, có thông báo từ chối (mẫu 05). Hướng dẫn nơi khác mà không có mẫu 05 thì không tính."
        ),
    ),
    "redirected": (
        Status.REDIRECTED,
        _("Hướng dẫn đến cơ quan khác"),
        _("Thông tin thuộc trách nhiệm cơ quan khác, đã thông báo và hướng dẫn. Không tính là từ chối."),
    ),
    "withdrawn": (
        Status.WITHDRAWN,
        _("Người yêu cầu rút"),
        _("Tự rút, không đồng ý trả chi phí, hoặc không xác nhận phiếu ghi hộ."),
    ),
    "lapsed": (
        Status.LAPSED,
        _("Kết thúc do không bổ sung"),
        _("Không bổ sung trong hạn mà quy chế nội bộ đặt ra."),
    ),
}


def _ended_as(status):
    return lambda scope: cases.ended(scope, status)


GIVEN_PIECES = _of_request(
    "pieces_given",
    Group.ENDED,
    _("Mục thông tin đã cung cấp"),
    _("Từng mục được cung cấp, toàn bộ hoặc một phần, của các yêu cầu kết thúc trong kỳ."),
    cases.pieces_given,
)
_OUTCOMES = (
    ENDED,
    _ANSWERED,
    *(
        _figure(code, Group.ENDED, label, meaning, _ended_as(status), of="ended")
        for code, (status, label, meaning) in _ENDS.items()
    ),
    GIVEN_PIECES,
    _divided(
        GIVEN_PIECES,
        "delivery",
        _("Mục đã cung cấp, theo cách nhận"),
        "info_request__delivery",
        words.DELIVERIES,
        _("Theo cách người yêu cầu chọn để nhận."),
    ),
    _divided(
        GIVEN_PIECES,
        "basis",
        _("Mục đã cung cấp, theo căn cứ cung cấp"),
        "basis",
        words.bases,
        _("Theo các trường hợp của Điều 23."),
    ),
)

# --- in time -----------------------------------------------------------------------------------------------------
_IN_TIME = _figure(
    "on_time",
    Group.TIMELY,
    _("Giải quyết đúng hạn"),
    _("Đã giải quyết trong kỳ, không sau hạn trả lời; hạn đã gia hạn thì tính theo hạn mới."),
    lambda scope: cases.answered(scope).filter(cases.IN_TIME),
    of="settled",
)
_LATE = _figure(
    "late",
    Group.TIMELY,
    _("Giải quyết quá hạn"),
    _("Đã giải quyết trong kỳ, sau hạn trả lời."),
    lambda scope: cases.answered(scope).filter(cases.LATE),
    of="settled",
)
_EXTENDED = _figure(
    "extended",
    Group.TIMELY,
    _("Yêu cầu được gia hạn"),
    _("Có thông báo gia hạn (mẫu 04) trong kỳ; gia hạn nhiều lần tính một."),
    cases.extended,
)


def _by_channel_and_complexity(whole: Definition, channel, complexity) -> tuple[Definition, ...]:
    return (
        whole,
        _divided(whole, "channel", channel, "channel", words.CHANNELS),
        _divided(whole, "complexity", complexity, "complexity", words.COMPLEXITIES),
    )


_TIMELY = (
    *_by_channel_and_complexity(_IN_TIME, _("Đúng hạn, theo kênh gửi"), _("Đúng hạn, theo mức độ")),
    *_by_channel_and_complexity(_LATE, _("Quá hạn, theo kênh gửi"), _("Quá hạn, theo mức độ")),
    *_by_channel_and_complexity(_EXTENDED, _("Được gia hạn, theo kênh gửi"), _("Được gia hạn, theo mức độ")),
)

# --- refused -----------------------------------------------------------------------------------------------------
_WITHHELD = _figure(
    "withheld",
    Group.REFUSED,
    _("Yêu cầu bị từ chối, toàn bộ hoặc một phần"),
    _("Kết thúc trong kỳ, có ít nhất một mục bị từ chối toàn bộ hoặc một phần."),
    lambda scope: cases.counted(scope.authority_ids).filter(pk__in=cases.refused_in_part_or_whole(scope).values("pk")),
)
_REFUSED = (
    _WITHHELD,
    _divided(
        _WITHHELD,
        "ground",
        _("Bị từ chối, theo căn cứ"),
        "decisions__findings__ground",
        words.grounds,
        _("Một yêu cầu bị từ chối theo nhiều căn cứ đứng ở nhiều dòng, nên tổng có thể lớn hơn."),
        rows=cases.refused_in_part_or_whole,
        overlaps=True,
    ),
)

DEFINITIONS = (*_INTAKE, *_BALANCE, *_CHECKED, *_OUTCOMES, *_TIMELY, *_REFUSED)
