"""What stops the run: mistakes of the operator, never of a report."""


class DisclintError(Exception):
    """A job that cannot be done; its text says where and what to do about it."""


class UsageError(DisclintError):
    """A command line that asks for what there is not."""


class PackError(DisclintError):
    """A pack of forms and rules that cannot be used."""

    def __init__(self, *faults: str) -> None:
        first, *others = map(_printable, faults)
        super().__init__(f"{first}{_more(len(others))}")
        self.faults = (first, *others)
        """Everything that is wrong, each with its place."""


def _printable(text: str) -> str:
    """Return a text in one line that no name of a file can break."""
    return "".join(one if one.isprintable() else "?" for one in text)


def _more(count: int) -> str:
    return f" (and {count} more; `disclint check-pack` tells them all)" if count else ""


class PluginError(DisclintError):
    """A plugin that does not fit its hooks."""


class ConfigError(DisclintError):
    """A configuration that cannot be used."""
