"""The screen in a browser: a small server that lets in who has the link, and starts the screen anew for each tab."""
