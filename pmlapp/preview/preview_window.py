"""The reader's window on drafts, with the strip and the panel of the preview in their places."""

from pmlapp.content.file.store import ContentStore
from pmlapp.library.pages.page_names import HOME
from pmlapp.preview.draft_store import Drafts, DraftStore
from pmlapp.preview.editor import Editor
from pmlapp.preview.news import LibraryBuilt
from pmlapp.preview.panel import WIDTH, FindingsPanel
from pmlapp.preview.previewing import Previewing
from pmlapp.preview.strip import PreviewStrip
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.session import Session

_SIZE = (1440, 900)


class PreviewSession(Session):
    """A reader's window over drafts; it keeps nothing, so that the reader of the same person goes on as it was."""

    def __init__(self, drafts: Drafts, *, theme: str | None = None, zoom: int | None = None) -> None:
        self._drafts = drafts
        arguments = Arguments(library=drafts.content_file, size=_SIZE, theme=theme, zoom=zoom)
        super().__init__(arguments, SiteSettings(remember_reader=False), drafts.content_file)

    def open_store(self) -> ContentStore:
        """The drafts."""
        return DraftStore.of(self._drafts)


class PreviewWindow:
    """The window with strip and panel; `wiring.wire_preview` connects them, `begin` shows the first page."""

    def __init__(self, session: Session, drafts: Drafts, built: LibraryBuilt, editor: Editor) -> None:
        self.window, self.reader, pages = session.build()
        stage, look = self.window.stage, session.choices.look
        self.strip = PreviewStrip(look, self.window)
        self.panel = FindingsPanel(look, self.window)
        stage.place_under_bar(self.strip)
        stage.place_aside(self.panel, WIDTH)
        self.previewing = Previewing(self.window, self.reader, pages, drafts, self.strip, self.panel, editor)
        self.window.setWindowTitle(f"Preview: {self.window.windowTitle()}")
        self._built = built

    def begin(self) -> None:
        """Show the home page."""
        self.reader.start(HOME)
        self.previewing.begin(self._built)
