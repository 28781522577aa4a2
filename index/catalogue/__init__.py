"""The only rooms that speak SQL: the library's plans and facts, and the cache of vectors."""

from index.catalogue.database import WAIT
from index.catalogue.facts import Found, Role, Where
from index.catalogue.plans import Catalogue, Entry, Stored, UnitKey
from index.catalogue.vectors import VectorCache
from index.catalogue.versions import file_of

__all__ = ["WAIT", "Catalogue", "Entry", "Found", "Role", "Stored", "UnitKey", "VectorCache", "Where", "file_of"]
