"""The parts a screen is made of. They post messages and never import a screen."""
