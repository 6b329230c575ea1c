"""The advice as something to read, to keep or to process."""
