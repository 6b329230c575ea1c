"""What ties the screen of a tab to its server."""

from __future__ import annotations

import os

from textual.drivers.web_driver import WebDriver


class TabDriver(WebDriver):
    """Ends the process when the server is gone, however it went.

    Textual's own driver only stops listening then, and the screen would wait for ever for who cannot come back.
    """

    def run_input_thread(self) -> None:
        """Pass on what the browser sends; when that ends and we were not leaving, nobody is there any more."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            os._exit(0)  # every answer is on disk, and a save is whole or not at all
