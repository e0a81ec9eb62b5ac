"""Values as TOML writes them."""

import json


def toml_text(value: object) -> str:
    """Return a text, a number or a list of them: as JSON has it, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
