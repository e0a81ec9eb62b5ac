"""Word documents (.docx): what a person sees who reads one with all changes accepted."""

from disclint.reading import LimitError, Limits
from disclint.reading.container import Container
from disclint.reading.transcript import Transcript
from disclint.reading.word.numbering import Numbering
from disclint.reading.word.package import Package
from disclint.reading.word.story import Story
from disclint.source import Source
from disclint.wording import Wording

KIND = Wording("Word 文档", "a Word document")


def read_word(data: bytes, path: str, limits: Limits) -> Source:
    """Return the text of the document in `data`.

    Raises:
        UnreadableError: it is damaged or protected.
        LimitError: it goes beyond one of the limits.

    """
    package = Package.open(Container.open(data, limits))
    numbering = Numbering.read(package.related("numbering"), package.related("styles"))
    transcript = Transcript(limits)
    try:
        transcript.write(Story(numbering).blocks(package.body()))
    except RecursionError as error:  # somebody has raised the limit
        limit = "depth"
        raise LimitError(limit, limits.depth) from error
    return transcript.source(path)
