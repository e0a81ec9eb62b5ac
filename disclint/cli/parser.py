"""The parser of a command line: that of the standard library, which tells what may be meant."""

import argparse
from typing import Any, NoReturn

from disclint.closeness import closest

_UNKNOWN = "unrecognized arguments: "


class Parser(argparse.ArgumentParser):
    """One that takes no option for another that it begins like: it may mean something else soon."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - as argparse takes them
        super().__init__(**given, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, with the option that may be meant, and end with status 2."""
        unknown = message.partition(_UNKNOWN)[2].split(" ")[0].split("=")[0]
        close = closest(unknown, list(self._option_string_actions)) if unknown else None
        super().error(f"{message}; did you mean {close}?" if close else message)
