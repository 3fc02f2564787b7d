"""How an item's code stands in addresses: in capitals, so that no list's own word can be meant; kinds of files."""


class ItemCode:
    """SV-0127."""

    regex = "[A-Z0-9]{2,12}-[0-9]{4,9}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class ListFile:
    """The ending of a list's file: csv, xlsx, json."""

    regex = "csv|xlsx|json"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value
