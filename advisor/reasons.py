"""Why something could not be read or written, in both languages: the system says it in one, and that may be neither."""

from __future__ import annotations

import errno

from advisor.language import Text
from advisor.text import clean_line

_BY_NUMBER = {
    errno.ENOENT: Text("dat bestand of die map is er niet", "there is no such file or folder"),
    errno.EACCES: Text("dat mag hier niet", "that is not allowed here"),
    errno.EPERM: Text("dat mag hier niet", "that is not allowed here"),
    errno.EROFS: Text("hier kan alleen gelezen worden", "this place can only be read"),
    errno.EISDIR: Text("dit is een map", "this is a folder"),
    errno.ENOTDIR: Text("een deel van het pad is geen map", "a part of the path is no folder"),
    errno.EEXIST: Text("dat bestaat al", "that exists already"),
    errno.ENOSPC: Text("de schijf is vol", "the disk is full"),
    errno.EDQUOT: Text("uw ruimte op de schijf is op", "your space on the disk is used up"),
    errno.EIO: Text("de schijf geeft een fout", "the disk reports an error"),
    errno.ENAMETOOLONG: Text("de naam is te lang", "the name is too long"),
    errno.ELOOP: Text("de koppeling komt bij zichzelf uit", "the link leads back to itself"),
    errno.EADDRINUSE: Text("een ander programma gebruikt die al", "another program uses it already"),
    errno.EADDRNOTAVAIL: Text("deze computer heeft dat adres niet", "this computer does not have that address"),
}


def reason_of(error: Exception) -> Text:
    """What was wrong; what the system has no number for is passed on in its own words."""
    own = getattr(error, "reason", None)
    if isinstance(own, Text):
        return own
    if isinstance(error, OSError):
        said = clean_line(error.strerror or str(error)) or type(error).__name__
        return _BY_NUMBER.get(error.errno or 0, Text(said, said))
    return Text("zo kan het niet heten", "it cannot be called like that")
