"""The place in a file that a command line asks about."""

import argparse

from attrs import frozen


@frozen
class Asked:
    """A place that is asked about: a file, and a line or the id of a figure or row in it."""

    path: str
    at: str


def asked_place(text: str) -> Asked:
    """Return the place that `text` names on the command line."""
    path, _, at = text.rpartition(":")
    if not path or not at:
        message = f"not FILE:LINE: {text}"
        raise argparse.ArgumentTypeError(message)
    return Asked(path, at)
