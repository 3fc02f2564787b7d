"""What the editors' workplace keeps: the step in which another person approves, and each authority's own files."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Task, TaskState

from cms.core import page_rights
from cms.core.models import Authority
from home import second_person


class SecondPersonTask(Task):
    """Approved by a publisher of the page's own authority who neither wrote nor submitted it (S7).

    Wagtail's own task asks for a group, and lets a submitter or a superuser approve their own work.
    """

    class Meta:
        verbose_name = _("duyệt bởi người thứ hai")
        verbose_name_plural = _("duyệt bởi người thứ hai")

    @classmethod
    def get_description(cls):
        return _("Người duyệt đăng của chính cơ quan đó duyệt; người viết hoặc người gửi không tự duyệt được.")

    def user_can_access_editor(self, obj, user):
        return page_rights.is_publisher_of(user, obj)

    def locked_for_user(self, obj, user):
        """What has been submitted stays as it is for everybody but those who review it."""
        return not page_rights.is_publisher_of(user, obj)

    def user_can_lock(self, obj, user):
        return page_rights.is_publisher_of(user, obj)

    def get_actions(self, obj, user):
        if not page_rights.is_publisher_of(user, obj):
            return []
        actions = [("reject", _("Yêu cầu sửa"), True)]
        state = obj.current_workflow_state
        if state and not second_person.why_not(state, user):
            actions += [("approve", _("Duyệt"), False), ("approve", _("Duyệt, kèm ý kiến"), True)]
        return actions

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """What waits for a publisher of the page's authority, their own work left out."""
        waiting = TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        waiting = waiting.select_related("workflow_state__current_task_state").order_by()
        keys = [
            state.pk
            for state in waiting.prefetch_related("workflow_state__content_object")
            if not second_person.why_not(state.workflow_state, user)
        ]
        return TaskState.objects.filter(pk__in=keys)

    def on_action(self, task_state, user, action_name, **kwargs):
        if action_name == "approve":
            second_person.check(task_state.workflow_state, user)
        elif not page_rights.is_publisher_of(user, task_state.workflow_state.content_object):
            raise second_person.not_a_publisher()
        return super().on_action(task_state, user, action_name, **kwargs)


class AuthorityFiles(models.Model):
    """The collection in which an authority keeps its images and documents, apart from the others' (S1)."""

    authority = models.OneToOneField(
        Authority, verbose_name=_("cơ quan"), on_delete=models.PROTECT, related_name="files"
    )
    collection = models.OneToOneField(
        Collection, verbose_name=_("bộ sưu tập"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("kho tệp của cơ quan")
        verbose_name_plural = _("kho tệp của cơ quan")

    def __str__(self):
        return str(self.authority)
