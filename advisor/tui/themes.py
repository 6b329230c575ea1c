"""Our own two themes. Every text colour is at least 4.5 : 1 on the grounds it stands on."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="advisor-dark",
    primary="#7fb4e6",
    secondary="#8fc7b5",
    accent="#e8b26a",
    warning="#e8b26a",
    error="#f09a8c",
    success="#8fce9b",
    foreground="#e6e8ea",
    background="#12181f",
    surface="#1a222b",
    panel="#232d38",
    dark=True,
    variables={
        "block-cursor-background": "#7fb4e6",
        "block-cursor-foreground": "#0d141b",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#354453",
        "block-cursor-blurred-foreground": "#ffffff",
        "border": "#7fb4e6",
        "border-blurred": "#3a4a5a",
        "input-selection-background": "#7fb4e6 35%",
        "link-color": "#9cc7f0",
    },
)

LIGHT = Theme(
    name="advisor-light",
    primary="#1f5c94",
    secondary="#256b58",
    accent="#8a5300",
    warning="#8a5300",
    error="#a3271b",
    success="#1f6b33",
    foreground="#1c232a",
    background="#faf9f6",
    surface="#f0efea",
    panel="#e4e3dc",
    dark=False,
    variables={
        "block-cursor-background": "#1f5c94",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#c5d3df",
        "block-cursor-blurred-foreground": "#14191e",
        "border": "#1f5c94",
        "border-blurred": "#b4b9bd",
        "input-selection-background": "#1f5c94 30%",
        "link-color": "#1f5c94",
    },
)

THEMES = (DARK, LIGHT)
