"""The expressions of a workflow, as far as ours go: comparisons, `&&`, `||`, `!`, and names with dots."""

import re
from collections.abc import Mapping
from typing import Any

TOKEN = re.compile(r"'[^']*'|&&|\|\||!=|==|!|[A-Za-z_][\w.-]*(?:\(\))?|[()]|\S")
OPERATORS = {"&&": " and ", "||": " or ", "!": " not "}
TEMPLATE = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
STATUS = re.compile(r"\b(?:cancelled|always|failure|success)\(\)")


def evaluate(expression: str, context: Mapping[str, Any]) -> Any:  # noqa: ANN401  # as the forge's own values
    """Return what an expression stands for; a name that nothing stands behind is an empty text."""
    inner = TEMPLATE.fullmatch(expression.strip())
    written = inner[1] if inner else expression
    values: list[Any] = []

    def python(token: str) -> str:
        if token in OPERATORS or token in {"==", "!=", "(", ")"}:
            return OPERATORS.get(token, token)
        values.append(_value(token, context))
        return f"values[{len(values) - 1}]"

    return eval("".join(map(python, TOKEN.findall(written))), {"values": values})  # noqa: S307  # of our tokens


def fill(text: str, context: Mapping[str, Any]) -> str:
    """Return a text with its `${{ … }}` filled."""
    return TEMPLATE.sub(lambda found: str(evaluate(found[1], context)), text)


def asks_for_status(expression: str) -> bool:
    """Whether a condition decides by itself what a failure before it means."""
    return STATUS.search(expression) is not None


def _value(token: str, context: Mapping[str, Any]) -> Any:  # noqa: ANN401
    if token.startswith("'"):
        return token[1:-1]
    if token == "cancelled()":  # noqa: S105  # a word of an expression
        return False
    value: Any = context
    for part in token.split("."):
        value = value.get(part, "") if isinstance(value, Mapping) else ""
    return value
