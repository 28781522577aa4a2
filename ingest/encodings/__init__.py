"""Text as it was stored, turned into Unicode: what was decided, and why."""

from ingest.encodings.files import NotText, decode_bytes
from ingest.encodings.old import UNICODE, Decision, Decoded, decide, decode_old

__all__ = ["UNICODE", "Decision", "Decoded", "NotText", "decide", "decode_bytes", "decode_old"]
