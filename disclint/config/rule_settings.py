"""What settings say of rules: which are to run, on which files, and how much each weighs."""

from collections.abc import Iterator

from disclint.config.selection import Choice, FileIgnores, Weight
from disclint.config.selector import Selector
from disclint.diagnostics import Severity
from disclint.settings import Settings
from disclint.settings.patterns import Patterns


def read_choices(settings: Settings) -> tuple[Choice, ...]:
    """Return which rules are to run, if anything is said of that."""

    def named(key: str) -> tuple[Selector, ...]:
        texts = settings.listed(key) or ()
        return tuple(Selector(text, settings.place(key)) for text in texts)

    key = "select"
    if settings.values.get(key) == []:
        raise settings.wrong(key, "a list of codes or names, one at least, or be left out")
    choice = Choice(
        select=named(key),
        extend_select=named("extend-select"),
        ignore=(*named("ignore"), *named("extend-ignore")),
    )
    return () if choice == Choice() else (choice,)


def read_file_ignores(settings: Settings, folder: str) -> Iterator[FileIgnores]:
    """Yield the rules that are not to run on some files, which are below `folder`."""
    for pattern in settings.values:
        place = settings.place(pattern)
        rules = tuple(Selector(text, place) for text in settings.texts(pattern))
        files = Patterns(folder=folder, lines=(pattern,), origin=settings.where_of(pattern))
        files.refuse_others()
        yield FileIgnores(files, rules)


def read_weights(settings: Settings) -> Iterator[Weight]:
    """Yield how much rules are to weigh."""
    for name in settings.values:
        if severity := settings.choice(name, Severity):
            yield Weight(Selector(name, settings.where_of(name)), severity)
