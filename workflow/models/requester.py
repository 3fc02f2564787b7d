"""The personal data of a request, kept apart so that it can be masked, sealed and erased (S14)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.history import Audited, records
from cms.core.secrets import EncryptedField
from workflow.choices import Capacity, IdentityKind, NetworkNotice, RequesterKind


class Requester(Audited):
    """Who asks, and for whom: the fields of forms 01a and 01b (L16 Điều 24.2.a; D18 Điều 4)."""

    personal_fields = (
        "name",
        "folded_name",
        "identity_number",
        "identity_hash",
        "identity_last4",
        "province",
        "commune",
        "address",
        "phone",
        "email",
        "postal_address",
        "fax",
        "represented_name",
        "represented_basis",
        "organisation_name",
        "organisation_address",
        "organisation_tax_code",
        "organisation_post",
        "foreigner_concern",
        "support_needs",  # tells of a disability
        "helper_name",
    )
    quiet_fields = ("folded_name", "identity_hash", "identity_last4")

    kind = models.CharField(_("người yêu cầu là"), max_length=20, choices=RequesterKind, default=RequesterKind.CITIZEN)
    capacity = models.CharField(_("tư cách"), max_length=20, choices=Capacity, default=Capacity.SELF)
    name = models.CharField(_("họ và tên"), max_length=100)
    folded_name = models.CharField(_("tên không dấu"), max_length=100, editable=False)
    is_minor = models.BooleanField(_("dưới 18 tuổi"), default=False)
    identity_kind = models.CharField(_("loại giấy tờ"), max_length=20, choices=IdentityKind, blank=True)
    identity_number = EncryptedField(_("số giấy tờ"), blank=True)
    identity_hash = models.CharField(_("dấu tìm của số giấy tờ"), max_length=64, blank=True, editable=False)
    identity_last4 = models.CharField(_("bốn số cuối"), max_length=4, blank=True, editable=False)
    province = models.CharField(_("tỉnh, thành phố"), max_length=100, blank=True)
    commune = models.CharField(_("xã, phường, đặc khu"), max_length=100, blank=True)
    address = models.CharField(_("số nhà, đường, thôn"), max_length=300, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=20, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    notice = models.CharField(_("cách báo tin"), max_length=10, choices=NetworkNotice, default=NetworkNotice.NONE)
    postal_address = models.CharField(_("địa chỉ nhận bưu phẩm"), max_length=300, blank=True)
    fax = models.CharField(_("số fax"), max_length=20, blank=True)

    represented_name = models.CharField(_("người được đại diện"), max_length=100, blank=True)
    represented_basis = models.CharField(_("căn cứ đại diện, ủy quyền"), max_length=300, blank=True)
    organisation_name = models.CharField(_("tên tổ chức"), max_length=200, blank=True)
    organisation_address = models.CharField(_("địa chỉ tổ chức"), max_length=300, blank=True)
    organisation_tax_code = models.CharField(_("mã số thuế"), max_length=14, blank=True)
    organisation_post = models.CharField(_("chức vụ trong tổ chức"), max_length=100, blank=True)
    # Người nước ngoài: only what directly concerns their own rights and duties (L16 Điều 36.1; L26 Điều 29.1).
    foreigner_concern = models.TextField(_("thông tin liên quan trực tiếp thế nào"), max_length=2000, blank=True)
    support_needs = models.JSONField(_("hỗ trợ cần có"), default=list, blank=True)
    helper_name = models.CharField(_("người ghi giúp"), max_length=100, blank=True)

    history = records()

    class Meta:
        verbose_name = _("người yêu cầu")
        verbose_name_plural = _("người yêu cầu")
        indexes = [
            models.Index(name="requester_by_identity", fields=["identity_hash"]),
            models.Index(name="requester_by_folded_name", fields=["folded_name"]),
            models.Index(name="requester_told_by_post", fields=["notice"], condition=Q(notice=NetworkNotice.POST)),
        ]
        constraints = [
            models.CheckConstraint(
                name="identity_hash_with_its_last_digits",
                condition=Q(identity_hash="", identity_last4="") | (~Q(identity_hash="") & ~Q(identity_last4="")),
            ),
            models.CheckConstraint(
                name="organisation_capacity_names_it",
                condition=~Q(capacity=Capacity.ORGANISATION) | ~Q(organisation_name=""),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def masked_identity(self) -> str:
        """•••• •••• 0417: the first six digits would tell birthplace, sex and year."""
        return f"•••• •••• {self.identity_last4}" if self.identity_last4 else ""

    @property
    def residence(self) -> str:
        return ", ".join(part for part in (self.address, self.commune, self.province) if part)


class Member(Audited):
    """One of the people for whom an organisation's representative asks (D18 Điều 4.2; L26 Điều 29.2)."""

    personal_fields = ("name", "identity_number", "identity_hash", "identity_last4", "purpose")
    quiet_fields = ("identity_hash", "identity_last4")

    requester = models.ForeignKey(
        Requester, verbose_name=_("người yêu cầu"), on_delete=models.PROTECT, related_name="members"
    )
    name = models.CharField(_("họ và tên"), max_length=100)
    identity_number = EncryptedField(_("số giấy tờ"))
    identity_hash = models.CharField(_("dấu tìm của số giấy tờ"), max_length=64, editable=False)
    identity_last4 = models.CharField(_("bốn số cuối"), max_length=4, editable=False)
    purpose = models.CharField(_("lý do, mục đích"), max_length=500)

    history = records()

    class Meta:
        verbose_name = _("người cùng yêu cầu")
        verbose_name_plural = _("người cùng yêu cầu")
        ordering = ["pk"]

    def __str__(self):
        return self.name
