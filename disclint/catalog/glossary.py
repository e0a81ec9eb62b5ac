"""The glossary from the file of a pack."""

from disclint.catalog.entry import Entry
from disclint.catalog.kinds import TEXT, did_you_mean
from disclint.glossary import Aspect, Glossary, Party, Topic, topic_words

_CLASSES = (
    *("FIELD", "OWN", "OTHERS", "CHANNEL", "THIS", "LAST", "AMONG", "ALSO", "SUM", "ALL"),
    *(
        "REST",
        "NONE",
        "CHANGE",
        "PLAN",
        "RATE",
        "PORTION",
        "LINK",
        "AND",
        "ANYONE",
        "EACH",
        "EVENLY",
        "FILL",
        "WORDS",
    ),
)


def load_glossary(entry: Entry) -> Glossary:
    """Return the glossary that a file holds."""
    classes = entry.mapping("words")
    words = {word: name for name in _CLASSES for word in classes.texts(name)}
    classes.closed(words)
    topics = tuple(_topic(topic) for topic in entry.mappings("topics"))
    words |= dict.fromkeys(entry.texts("elsewhere"), "TOPIC")
    words |= topic_words(topics)
    return entry.closed(Glossary(topics=topics, words=words))


def _topic(entry: Entry) -> Topic:
    topic = Topic(
        id=entry.id("id"),
        table=entry.number("table"),
        row=entry.take_if_given("row", TEXT),
        column=entry.take_if_given("column", TEXT),
        words=entry.texts("words", required=True),
        themes=entry.texts("themes"),
        brief=entry.texts("brief"),
        offered=entry.texts("offered"),
        units=entry.texts("units", required=True),
        default=entry.take_if_given("default", TEXT),
        done=entry.take_if_given("done", TEXT),
        is_disputed=entry.flag("disputed"),
        aspects=tuple(_aspect(aspect) for aspect in entry.mappings("aspects", required=True)),
        parties=tuple(_party(party) for party in entry.mappings("parties")),
    )
    for key, name in (("default", topic.default), ("done", topic.done)):
        if name and not topic.aspect(name):
            hint = did_you_mean(name, [aspect.id for aspect in topic.aspects])
            entry.wrong(key, f"the id of an aspect, not `{name}`{hint}")
    return entry.closed(topic)


def _aspect(entry: Entry) -> Aspect:
    return entry.closed(
        Aspect(
            id=entry.id("id"),
            words=entry.texts("words", required=True),
            readings=entry.lists("readings"),
            is_outcome=entry.flag("outcome"),
        )
    )


def _party(entry: Entry) -> Party:
    return entry.closed(
        Party(
            id=entry.id("id"),
            words=entry.texts("words", required=True),
            columns=entry.texts("columns", required=True),
        )
    )
