"""The screens. They post messages to the app and never import it."""
