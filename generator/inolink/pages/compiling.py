"""Templates compiled to the Python that somebody would write by hand.

Before each call, Jinja asks whether it wants the context, and of each attribute whether it might be a key.
No template of ours needs the answers, and half the time of a page went into the questions.
"""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

PIECE = "from inolink.pages.markup import piece"


class Direct(CodeGenerator):
    """Writes calls and attributes as they are. A key of a mapping is written `mapping["key"]`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # Jinja's
        """Begin with what every template uses."""
        self.writeline(PIECE)
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Write `name(arguments)`."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write `value.name`."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(self, _node: nodes.Expr, _frame: Frame, _finalize: Any) -> None:  # noqa: ANN401
        self.write("piece(")
