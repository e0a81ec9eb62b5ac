"""The folder in which a command line keeps results: which, and whether."""

import argparse
import os
import sys

from disclint.caching import Store
from disclint.cli.console import remark
from disclint.wording import Facts, Wording

_FAULT = Wording(
    "{folder}：无法写入缓存：{reason}；检查照常进行",
    "{folder}: results cannot be cached: {reason}; nothing else is amiss",
)


def add_caching(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options about the cache."""
    group = parser.add_argument_group("cache")
    group.add_argument(
        "--cache",
        action=argparse.BooleanOptionalAction,
        help="take what is known of a file that has not changed from the cache (default: yes)",
    )
    group.add_argument(
        "--cache-dir",
        metavar="FOLDER",
        help="the folder of the cache (default: DISCLINT_CACHE_DIR, else that of the "
        "configuration, else one of the user's own)",
    )


def store_of(options: argparse.Namespace) -> Store | None:
    """Return where results are kept, if they are."""
    if options.cache is False:
        return None
    folder = options.cache_dir or default_folder()
    return Store(folder) if folder else None


def tell_of_fault(store: Store | None, options: argparse.Namespace) -> None:
    """Say once that nothing could be kept in a folder that somebody has named."""
    if store and store.fault and options.cache_dir:
        fault = store.fault
        facts: Facts = {"folder": store.folder, "reason": fault.strerror or str(fault)}
        remark(_FAULT.filled(facts), options)


def default_folder() -> str | None:
    """Return the folder where the system keeps what its user can do without, if there is one.

    A few lines here, as to import a library for them takes longer than to read a result.
    """
    if sys.platform == "win32":
        parent = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        parent = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 - a Path raises
    else:
        parent = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(parent):  # noqa: PTH117 - as above
            parent = os.path.expanduser("~/.cache")  # noqa: PTH111 - as above
    if not os.path.isabs(parent):  # noqa: PTH117 - as above
        return None
    return os.path.join(parent, "disclint")  # noqa: PTH118 - as above
