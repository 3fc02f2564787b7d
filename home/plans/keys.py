"""Keys in addresses: at most nine digits, which both databases can hold."""

from django.urls import register_converter


class Key:
    regex = "[0-9]{1,9}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


register_converter(Key, "plan_key")
