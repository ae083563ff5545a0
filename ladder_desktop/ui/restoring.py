"""Shows an earlier answer in a block, so that Ctrl+Z takes it back."""

from collections.abc import Callable

from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.note.commands import Step


def swap_in(former: BlockEditor, new: BlockEditor, show: Callable[[BlockEditor], None]) -> None:
    """Put a new editor in the place of the former as a step on the undo stacks of both.

    `show` puts an editor in the place of the one that is shown.
    """
    # shown at once, but told to nobody: whoever restores has it written already
    show(new)
    link(former, new, show)


def link(former: BlockEditor, new: BlockEditor, show: Callable[[BlockEditor], None]) -> None:
    """Let a new editor that is shown already lead back to the former, and that one to it.

    Undoing everything in the new one leads to the former with all its own steps; doing the step
    again there leads to the new one with all of its.
    """

    def leave() -> None:
        show(new)
        if new.undo_stack.canRedo():
            new.undo_stack.redo()
        new.answered.emit()

    def come_back() -> None:
        show(former)
        former.answered.emit()

    former.undo_stack.push(_First(leave, come_back))
    new.undo_stack.push(_First(lambda: None, former.undo_stack.undo))


class _First(Step):
    """A step that is done already when it is pushed."""

    def redo(self) -> None:
        """Do it again, from the second time on."""
        if not self._is_new:
            self._do()
        self._is_new = False

    def undo(self) -> None:
        """Take it back."""
        self._undo()
