"""A rule explained: what it demands, why, on what authority, with its examples."""

from collections.abc import Iterator

from disclint.rule import Example, Rule
from disclint.wording import Language, Wording

_HEADINGS = {
    "why": Wording("为什么", "Why"),
    "says": Wording("提示文字", "What it says"),
    "fixed": Wording("“--fix”改后", "After `--fix`"),
    "unsafely-fixed": Wording("“--fix --unsafe-fixes”改后", "After `--fix --unsafe-fixes`"),
    "like-good": Wording("与正确的例子相同。", "The bad example is like the good one."),
    "authority": Wording("依据", "Authority"),
    "bad": Wording("有问题的例子", "Bad"),
    "good": Wording("正确的例子", "Good"),
    "since": Wording("始于版本", "Since"),
    "before": Wording("上一年的报告：", "The report on the year before:"),
    "other": Wording("一同检查的报告：", "A report that is checked together with it:"),
    "config": Wording("配置：", "The configuration:"),
}


def describe(rule: Rule, language: Language) -> Iterator[str]:
    """Yield the lines of a rule's page in Markdown."""

    def heading(key: str) -> str:
        return f"\n### {_HEADINGS[key].in_language(language)}\n"

    yield f"## {rule.code} {rule.name} ({rule.severity})\n"
    yield rule.summary.in_language(language)
    yield heading("why")
    yield rule.rationale.in_language(language)
    yield heading("says")
    for message in rule.messages.values():
        yield f"- {message.text.in_language(language)}"
    for key, example in (("bad", rule.bad), ("good", rule.good)):
        yield heading(key)
        yield from _shown(example, language)
    for key, text in (("fixed", rule.fixed), ("unsafely-fixed", rule.unsafely_fixed)):
        if text is not None:
            yield heading(key)
            is_good = text == rule.good.text
            yield _HEADINGS["like-good"].in_language(language) if is_good else _fenced(text, "text")
    yield heading("authority")
    yield rule.authority.in_language(language)
    yield f"\n{_HEADINGS['since'].in_language(language)} {rule.since}"


def _shown(example: Example, language: Language) -> Iterator[str]:
    """Yield the lines of an example, and of what is read with it."""
    others = [("other", text) for text in example.others]
    for key, text in (("before", example.before), *others, ("config", example.config)):
        if text:
            yield f"{_HEADINGS[key].in_language(language)}\n"
            yield _fenced(text, "toml" if key == "config" else "text") + "\n"
    yield _fenced(example.text if example.data is None else f"{example.data.hex(' ')}\n", "text")


def _fenced(text: str, kind: str) -> str:
    return f"```{kind}\n{text}```"
