"""Shows an earlier answer in a block, so that Ctrl+Z takes it back."""

from ladder_desktop.ui.pages import SectionPage
from ladder_desktop.widgets.block_editor import BlockEditor
from ladder_desktop.widgets.commands import Step


def swap_in(page: SectionPage, block_id: str, former: BlockEditor, new: BlockEditor) -> None:
    """Put a new editor in the place of the former as a step on the undo stacks of both.

    Undoing everything in the new one leads back to the former with all its own steps; doing the
    step again there leads to the new one with all of its.
    """
    new.setParent(page.reading)

    def leave() -> None:
        page.show_editor(block_id, new)
        if new.undo_stack.canRedo():
            new.undo_stack.redo()
        new.answered.emit()

    def come_back() -> None:
        page.show_editor(block_id, former)
        former.answered.emit()

    # shown at once, but told to nobody: whoever restores has it written already
    page.show_editor(block_id, new)
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
