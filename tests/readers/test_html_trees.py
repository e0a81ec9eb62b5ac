"""Any tree of rows, written by programs in any style, and any soup of tags."""

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from disclint.reading.transcript import Box, Grid, Para, Run, Transcript
from disclint.wording import Wording
from tests.readers.pages import read, shown, source_of

HERE = Wording("此处", "here")
chars = st.text("青禾县规章总计0123456789&<>\"'%“”", min_size=1, max_size=5)
paras = st.builds(lambda text: Para([Run(text, HERE)]), chars)
spans = st.integers(1, 3)


def grids(boxes: st.SearchStrategy[Box]) -> st.SearchStrategy[Grid]:
    rows = st.lists(st.lists(boxes, min_size=1, max_size=4), min_size=1, max_size=4)
    return rows.map(_within_reach)


def _within_reach(rows: list[list[Box]]) -> Grid:
    return Grid(
        [
            [Box(box.content, box.columns, min(box.rows, len(rows) - index)) for box in row]
            for index, row in enumerate(rows)
        ]
    )


boxes = st.recursive(
    st.builds(Box, st.lists(paras, max_size=2), spans, spans),
    lambda inner: st.builds(Box, st.lists(paras | grids(inner), max_size=2), spans, spans),
    max_leaves=20,
)


class Writer:
    """A program that writes pages, in a style of its own at each turn."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.has_ends = random.random() < 0.5

    def page(self, blocks: Sequence[Para | Grid]) -> str:
        opening = self.random.choice(["", "<!DOCTYPE html><html><body>", "<div>", "<form><p>"])
        return opening + "".join(map(self.block, blocks))

    def block(self, block: Para | Grid) -> str:
        if isinstance(block, Grid):
            rows = "".join(map(self.row, block.rows))
            body = self.random.choice(["{}", "<tbody>{}", "<tbody>{}</tbody>", "<colgroup><col>{}"])
            return f"{self.tag('table')}{body.format(rows)}{self.tag('/table')}"
        text = "".join(map(self.char, block.text))
        styles = ["<p>{}</p>", "<div>{}</div>", "<br>{}<br>", "<p><span>{}</span>", "<p>{}\n"]
        return self.random.choice(styles).format(text)

    def row(self, row: Sequence[Box]) -> str:
        end = self.tag("/tr") if self.has_ends else ""
        return self.tag("tr") + "".join(map(self.box, row)) + end

    def box(self, box: Box) -> str:
        name = self.random.choice(["td", "th"])
        quote = self.random.choice(["", "'", '"'])
        spans = {"colspan": box.columns, "rowspan": box.rows}
        written = "".join(
            f" {name}={quote}{number}{quote}"
            for name, number in spans.items()
            if number > 1 or self.random.random() < 0.1
        )
        content = "".join(map(self.block, box.content)) or self.random.choice(["", "&nbsp;", "\n"])
        return self.tag(name + written) + content + (self.tag(f"/{name}") if self.has_ends else "")

    def tag(self, name: str) -> str:
        extra = self.random.choice(["", "", ' title="a>b"', " class=x", "\n"])
        space = self.random.choice(["", "", "\n", "  ", "<!-- <td> -->", "<![if x]>"])
        written = f"<{name}>" if name.startswith("/") else f"<{name}{extra}>"
        return (written.upper() if self.random.random() < 0.3 else written) + space

    def char(self, char: str) -> str:
        text = {"&": "&amp;", "<": "&lt;"}.get(char, char)
        written = [text, text, text, f"&#{ord(char)};", f"&#x{ord(char):X};"]
        wrapped = ["{}", "{}", "<span lang=EN-US>{}</span>", "<FONT face='a'>{}</FONT>"]
        words = ["<o:p></o:p>{}", "<a name=_x></a>{}", "<b><i>{}</b></i>"]
        return self.random.choice(wrapped + words).format(self.random.choice(written))


@given(st.lists(paras | grids(boxes), max_size=3), st.randoms(use_true_random=False))
def test_any_tree_of_rows_is_read_back_in_whatever_style(
    blocks: list[Para | Grid], random: Random
) -> None:
    transcript = Transcript()
    transcript.write(blocks)
    page = Writer(random).page(blocks)
    assert shown(source_of(page)) == shown(transcript.source("")), page


@given(
    st.lists(
        st.sampled_from(
            [
                "<td>",
                "<table>",
                "</table>",
                "<tr>",
                "甲",
                "1",
                "<p>",
                "</p>",
                "<ul>",
                "<li>",
                "</ul>",
                "<nav>",
                "</nav>",
                "<b hidden>",
                "</b>",
                "<select>",
                "</select>",
                "<table hidden>",
                "<td rowspan=3>",
                "</td>",
                "</tr>",
                "<tbody>",
                "<br>",
                "<img>",
                "<!--",
                "-->",
                "<title>",
                "</title>",
                "<pre>",
                "</pre>",
                "&",
                "&#",
                "<",
                "\n",
                '="',
                "<script>",
            ]
        )
    )
)
def test_any_soup_of_tags_is_a_page(pieces: list[str]) -> None:
    page = "".join(pieces)
    source = source_of(page)
    assert shown(source) == read(page)
    lines = page.split("\n")
    for offset, char in enumerate(source.text):
        if char in "甲1":
            place = source.place(offset)
            assert lines[place.line - 1][place.column - 1] == char
