"""modeladmin as we use it: known parameters only, no export, nothing found that the gate does not give, 404 otherwise.

Stock modeladmin answers an unknown parameter or a text key with a 500, takes any field as a filter, exports what was
never listed, and reads the default manager instead of the list's own queryset.
"""

from django.contrib.auth.models import Permission
from django.core.paginator import InvalidPage
from django.http import Http404
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView, InstanceSpecificView

from cms.core.admin_page import AdminPageMixin


class RolePermissions(PermissionHelper):
    """Roles decide, never Wagtail's groups. A subclass says who may list; nobody changes anything unless it says so."""

    def user_can_list(self, user):
        return False

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False

    def user_can_inspect_obj(self, user, obj):
        return self.user_can_list(user)

    def user_has_any_permissions(self, user):
        return self.user_can_list(user)


class SafeIndexView(AdminPageMixin, IndexView):
    """A list that answers any address with a page. `known` names the parameters it understands beside page and order."""

    known: tuple[str, ...] = ()

    def dispatch(self, request, *args, **kwargs):
        if not self.permission_helper.user_can_list(request.user):
            raise Http404("Không có trang này")
        kept = request.GET.copy()
        for name in list(kept):
            if name not in {self.ORDER_VAR, self.SEARCH_VAR, self.PAGE_VAR, *self.known}:
                del kept[name]
            else:
                kept[name] = kept[name].replace("\0", "")[:100]
        if self.PAGE_VAR in kept and not _is_number(kept[self.PAGE_VAR]):
            del kept[self.PAGE_VAR]
        request.GET = kept
        return super().dispatch(request, *args, **kwargs)

    def get_filters(self, request):
        """No field of the model may be asked for by name: counting rows would read columns that are not shown."""
        return [], False, {}, False

    def get_page_title(self):
        return self.model_admin.get_menu_label()

    def get_template_names(self):
        return self.model_admin.get_index_template()

    def get_context_data(self, **kwargs):
        paginator = self.paginator_class(self.queryset, self.items_per_page)
        try:
            page = paginator.page(self.page_num or 1)
        except InvalidPage:
            page = paginator.page(1)
        # Past IndexView's own, which would count the whole table and read the list a second time.
        return super(IndexView, self).get_context_data(
            page_title=self.get_page_title(),
            header_title=self.get_header_title(),
            breadcrumbs_items=self.get_breadcrumbs_items(),
            header_buttons=self.get_header_buttons(),
            all_count=paginator.count,
            result_count=paginator.count,
            paginator=paginator,
            page_obj=page,
            elided_page_range=paginator.get_elided_page_range(page.number),
            object_list=page.object_list,
            user_can_create=self.permission_helper.user_can_create(self.request.user),
            **kwargs,
        )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6


class ReachableInstanceView(AdminPageMixin, InstanceSpecificView):
    """A page about one record that the list itself would show; anything else is not there."""

    def __init__(self, model_admin, instance_pk):
        if not (instance_pk.isascii() and instance_pk.isdigit() and len(instance_pk) < 19):
            raise Http404("Không có bản ghi này")
        super().__init__(model_admin, instance_pk)

    def dispatch(self, request, *args, **kwargs):
        if not self.permission_helper.user_can_list(request.user):
            raise Http404("Không có trang này")
        if not self.model_admin.get_queryset(request).filter(pk=self.instance.pk).exists():
            raise Http404("Không có bản ghi này")
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return ""

    def trail(self):
        return [(self.model_admin.get_menu_label(), self.index_url)]


class SafeModelAdmin(ModelAdmin):
    """A list of records with their history; nothing is exported, filtered or changed but what a subclass declares."""

    list_export = ()
    list_per_page = 50
    inspect_view_enabled = True
    index_view_class = SafeIndexView
    permission_helper_class = RolePermissions

    def get_list_display_add_buttons(self, request):
        return "none"

    def get_permissions_for_registration(self):
        return Permission.objects.none()

    def register_indexing(self):
        """Records of people's affairs belong into no index, and every act would pay for it."""

    def create_view(self, request):
        raise Http404("Không có trang này")

    def edit_view(self, request, instance_pk):
        raise Http404("Không có trang này")

    def delete_view(self, request, instance_pk):
        raise Http404("Không có trang này")
