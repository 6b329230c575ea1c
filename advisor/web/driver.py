"""What ties the screen of a tab to its server."""

from __future__ import annotations

import os

from textual import events
from textual.drivers.web_driver import WebDriver


class TabDriver(WebDriver):
    """Textual's driver for a browser, for a page that has the keyboard from the start."""

    def start_application_mode(self) -> None:
        """Begin; Textual takes it that the page has no focus and lets keys go nowhere until someone clicks."""
        super().start_application_mode()
        self._app.call_later(self._app.post_message, events.AppFocus())

    def run_input_thread(self) -> None:
        """Pass on what the browser sends; end the process when the server is gone, however it went.

        Textual's own driver only stops listening then, and the screen would wait for ever for who cannot come back.
        """
        super().run_input_thread()
        if not self.exit_event.is_set():
            os._exit(0)  # every answer is on disk, and a save is whole or not at all
