"""Sentences, clauses and what stands in them."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint import spelling
from disclint.nodes import Aside, Clause, Count, Range, Share, Term, Word
from disclint.parsing import WordList, read_prose

WORDS = WordList(
    {
        "收到": "ASPECT",
        "办结": "ASPECT",
        "收到并办结": "ASPECT",
        "申请": "TOPIC",
        "我局": "OWN",
        "的": "FILL",
        "为": "LINK",
        "其中": "AMONG",
    }
)


def shown(term: Term) -> str:
    match term:
        case Word():
            return f"{term.kind}:{term.text}"
        case Count() | Share():
            quantity = term.quantity
            return f"{quantity.value}{quantity.unit}{'~' if quantity.about else ''}"
        case Range():
            return "range"
        case Aside():
            return f"({', '.join(map(line, term.clauses))})"


def line(clause: Clause) -> str:
    return " ".join(map(shown, clause.terms))


def clauses(text: str) -> list[str]:
    sentences = read_prose(spelling.traced_prose(text).text, WORDS)
    return [line(clause) for sentence in sentences for clause in sentence.clauses]


def terms(text: str) -> Iterator[Term]:
    for sentence in read_prose(spelling.traced_prose(text).text, WORDS):
        for clause in sentence.clauses:
            yield from clause.terms


def test_words_are_told_longest_first_and_all_else_is_of_no_class() -> None:
    assert clauses("我局昨日收到并办结申请。") == [
        "OWN:我局 WORDS:昨日 ASPECT:收到并办结 TOPIC:申请"
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("16件", "16件"),
        ("１６ 件", "16件"),
        ("1,268件", "1268件"),
        ("十六件", "16件"),
        ("二百零三件", "203件"),
        ("30余件", "30件~"),
        ("约30件", "30件~"),
        ("30件左右", "30件~"),
        ("1.2万余条", "12000.0条~"),
        ("43.788万元", "43.788万元"),
        ("99.92%", "99.92%"),
        ("百分之九十九点五", "99.5%"),
        ("3至5件", "range"),
    ],
)
def test_a_number_is_read_with_its_measure_word(text: str, count: str) -> None:
    assert clauses(f"收到{text}。") == [f"ASPECT:收到 {count}"]


@pytest.mark.parametrize(
    "text",
    [
        "《2022年申请5件》",
        "国办公开办函〔2019〕60号",
        "0745-8858068",
        "www.qinghe.gov.cn/2023/5件",
        "统一件",
        "第一件",
        "进一步",
    ],
)
def test_a_number_that_counts_nothing_is_none(text: str) -> None:
    assert not any(isinstance(term, Count | Share) for term in terms(text))


def test_numbers_that_a_space_parts_are_not_one() -> None:
    assert Decimal(321) not in {
        term.quantity.value for term in terms("表3 21件") if isinstance(term, Count)
    }


def test_an_enumeration_comma_parts_clauses_after_a_number_only() -> None:
    assert clauses("收到、办结申请5件、办结4件") == [
        "ASPECT:收到 AND:、 ASPECT:办结 TOPIC:申请 5件",
        "ASPECT:办结 4件",
    ]


def test_brackets_hold_clauses_of_their_own() -> None:
    assert clauses("收到5件（其中申请3件，办结2件），办结4件") == [
        "ASPECT:收到 5件 (AMONG:其中 TOPIC:申请 3件, ASPECT:办结 2件)",
        "ASPECT:办结 4件",
    ]


@pytest.mark.parametrize(
    "text", ["收到（5件", "收到5）件。", "（。）收到5件", "（" * 500 + "）" * 500]
)
def test_brackets_that_are_no_pair_are_words(text: str) -> None:
    assert clauses(text)


def test_the_name_of_the_body_is_one_word() -> None:
    sentences = read_prose("青禾县申请局收到5件", WORDS, ("青禾县申请局", "县申请局"))
    assert line(sentences[0].clauses[0]) == "OWN:青禾县申请局 ASPECT:收到 5件"


def test_a_clause_has_the_mark_that_follows_it() -> None:
    (sentence,) = read_prose("收到5件;办结4件,申请3件。", WORDS)
    assert [clause.mark for clause in sentence.clauses] == [";", ",", ""]


@given(
    st.text(
        alphabet="收到申请办结我局的为其中5件一二十万余%，。、；：（）《》〔〕 年月至-", max_size=60
    )
)
def test_any_text_is_read_and_every_term_stands_where_it_says(text: str) -> None:
    plain = spelling.traced_prose(text).text
    for sentence in read_prose(plain, WORDS):
        for clause in sentence.clauses:
            for term in clause.terms:
                if isinstance(term, Word):
                    assert plain[term.span.start : term.span.end] == term.text
                assert clause.span.start <= term.span.start or isinstance(term, Aside)


@given(st.text(alphabet="收到申请办结其中5件，、（）", min_size=1, max_size=40))
def test_whatever_brackets_and_commas_do_a_text_is_never_lost(text: str) -> None:
    assert read_prose(text, WORDS) or not text.strip("，、（）,()")
