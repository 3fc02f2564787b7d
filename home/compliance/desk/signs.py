"""Short words and signs for places where a whole sentence does not fit."""

from django.utils.translation import gettext_lazy as _

from home.compliance.states import State
from home.models import ObligationCode

#: What fits above a narrow column.
SHORT = {
    ObligationCode.FOCAL_POINT: _("Đầu mối"),
    ObligationCode.TRAINING: _("Tập huấn"),
    ObligationCode.ADDRESS: _("Hộp thư"),
    ObligationCode.REGULATION: _("Quy chế"),
    ObligationCode.PROCEDURE: _("Thủ tục"),
    ObligationCode.PUBLICATION_LIST: _("Phải công khai"),
    ObligationCode.PUBLISHED_LIST: _("Đã công khai"),
    ObligationCode.CONDITIONAL_LIST: _("Có điều kiện"),
    ObligationCode.SERVICE_UNITS: _("Đơn vị SNCL"),
    ObligationCode.FORMS: _("Biểu mẫu"),
    ObligationCode.GUIDES: _("Hướng dẫn"),
    ObligationCode.STATISTICS: _("Số liệu"),
    ObligationCode.COMPLAINTS: _("Khiếu nại"),
    ObligationCode.SEAT_MEANS: _("Trụ sở"),
    ObligationCode.COMMUNICATION: _("Truyền thông"),
    ObligationCode.BACKLOG: _("Tin cũ"),
}
#: One sign a state; its word is read aloud and stands in the key.
SIGNS = {
    State.MISSING: ("–", "over"),
    State.EMPTY: ("○", "over"),
    State.DUE: ("▲", "soon"),
    State.IN_ORDER: ("●", "done"),
    State.NOT_APPLICABLE: ("×", "run"),
}
