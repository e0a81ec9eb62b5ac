"""The parts of a Word document, found as the format has it and not by their usual names."""

import posixpath
from xml.etree.ElementTree import Element

from attrs import define

from disclint.reading.container import Container
from disclint.reading.damage import DamageError
from disclint.reading.markup import read_tree
from disclint.reading.word.elements import find
from disclint.wording import Wording

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    _OFFICE + "wordprocessingml/2006/main": "w",
    _STRICT + "wordprocessingml/main": "w",
    _OFFICE + "officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    _OFFICE + "drawingml/2006/main": "a",
    _STRICT + "drawingml/main": "a",
    _OFFICE + "markup-compatibility/2006": "mc",
    _OFFICE + "package/2006/relationships": "rel",
    "urn:schemas-microsoft-com:vml": "v",
}
_USUAL_NAME = "word/document.xml"
_NO_BODY = Wording("其中没有正文", "there is no document in it")


@define
class Package:
    """The container of a document, and the name of the part that is the document itself."""

    container: Container
    main: str

    @classmethod
    def open(cls, container: Container) -> "Package":
        """Return the package in `container`."""
        package = cls(container, "")
        package.main = package._target("officeDocument") or _USUAL_NAME
        if package.main not in container:
            raise DamageError(_NO_BODY)
        return package

    def body(self) -> Element:
        """Return the body of the document."""
        body = find(self._tree(self.main), "w:body")
        if body is None:
            raise DamageError(_NO_BODY)
        return body

    def related(self, kind: str) -> Element | None:
        """Return the root of the part that is to the document what `kind` says, if it is there."""
        name = self._target(kind)
        return self._tree(name) if name and name in self.container else None

    def _target(self, kind: str) -> str | None:
        """Return the name of the part that has a relation of `kind` to the document or package."""
        folder, name = posixpath.split(self.main)
        relations = posixpath.join(folder, "_rels", name + ".rels")
        if relations not in self.container:
            return None
        for relation in self._tree(relations).iter("rel:Relationship"):
            if relation.get("Type", "").rpartition("/")[2] == kind:
                target = posixpath.join("/", folder, relation.get("Target", ""))
                return posixpath.normpath(target).lstrip("/")
        return None

    def _tree(self, name: str) -> Element:
        return read_tree(self.container.chunks(name), _PREFIXES, self.container.limits)
