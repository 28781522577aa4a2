"""Each file is read in a process of its own, within limits, so that a hostile one costs one clear message.

The process that wants files read (``reader.Isolation``) has a second one, the nursery: it has loaded what reading needs
and forks a child for each file, which costs milliseconds where a new Python costs a quarter of a second. The child
reads, answers and ends; the nursery watches the clock, kills what the child leaves behind and empties its folder.
"""

from ingest.isolation.limits import LIMITS, Limits
from ingest.isolation.reader import Isolation

__all__ = ["LIMITS", "Isolation", "Limits"]
