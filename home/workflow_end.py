"""What Wagtail calls when a workflow is approved (WAGTAIL_FINISH_WORKFLOW_ACTION); imported before any model is."""


def publish(workflow_state, user=None):
    from home import second_person

    second_person.publish(workflow_state, user)
