"""A place that stays free while nothing is shown in it, so that nothing beside it moves under the mouse."""

from PySide6.QtWidgets import QWidget


def keep_room(widget: QWidget) -> None:
    """Let `widget` hold its place in its layout while it is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
