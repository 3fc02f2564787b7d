"""Labels that Wagtail derives from names in its code, outside every catalogue: they get their Vietnamese here."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import choosers
from wagtail.admin.forms.collections import GroupCollectionManagementPermissionFormSet
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.views.pages.search import SearchView
from wagtail.contrib.redirects.filters import RedirectsReportFilterSet
from wagtail.documents.forms import GroupDocumentPermissionFormSet
from wagtail.images.forms import GroupImagePermissionFormSet
from wagtail.sites.views import IndexView as SiteList
from wagtail.users.forms import PagePermissionsForm

FIELDS = {
    choosers.ExternalLinkChooserForm: {"link_text": _("Chữ hiện")},
    choosers.AnchorLinkChooserForm: {"url": _("Tên điểm nhảy"), "link_text": _("Chữ hiện")},
    choosers.EmailLinkChooserForm: {
        "email_address": _("Địa chỉ thư điện tử"),
        "link_text": _("Chữ hiện"),
        "subject": _("Tiêu đề thư"),
        "body": _("Nội dung thư"),
    },
    choosers.PhoneLinkChooserForm: {"phone_number": _("Số điện thoại"), "link_text": _("Chữ hiện")},
    WorkflowPageForm: {"page": _("Trang")},
    PagePermissionsForm: {"page": _("Trang"), "permissions": _("Quyền")},
}
RIGHTS_ON_FOLDERS = (
    GroupCollectionManagementPermissionFormSet,
    GroupDocumentPermissionFormSet,
    GroupImagePermissionFormSet,
)
COLUMNS = {"port": _("Cổng"), "site_name": _("Tên trang web"), "root_page": _("Trang gốc")}


def name_fields() -> None:
    """Called once, when the admin is set up."""
    for form, labels in FIELDS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
    # Wagtail leaves both empty and shows "None".
    SearchView.verbose_name = SearchView.verbose_name_plural = _("trang")
    for column in SiteList.columns:
        column.label = COLUMNS.get(column.name, column.label)
    # These are translated when they are imported, before anybody's language is known.
    for rights in RIGHTS_ON_FOLDERS:
        rights.permission_types[:] = [(name, _(short), _(long)) for name, short, long in rights.permission_types]
        rights.form.base_fields["collection"].label = _("Thư mục")
    kind, site = (RedirectsReportFilterSet.base_filters[name] for name in ("is_permanent", "site"))
    kind.label, site.label = _("Loại"), _("Trang web")
    kind.extra |= {"choices": [(True, _("Vĩnh viễn")), (False, _("Tạm thời"))], "empty_label": _("Tất cả")}
