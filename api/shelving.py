"""Keeping the library from outside: adding, replacing, taking out and putting back, within what one may see."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from api.access.gate import NotAllowed
from api.access.house import House, Visitor
from api.access.roles import may_limit
from api.intake import Upload, add_files, landed
from api.jobs import FileResult, Job, Jobs, Step
from api.originals import Originals, digests_in
from api.removed import Kept, Removed
from api.service import Library
from api.versions import Shelf, tidings
from index.store import Outcome, Stage
from ingest.plan import Plan
from web import wording_access as words
from web import wording_originals

_HERE: Final = frozenset({Outcome.ADDED, Outcome.UPDATED, Outcome.UNCHANGED})


def _silent(stage: Stage, done: int, total: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is kept beside the library: plans that were taken out or replaced, the files that plans were read from."""

    removed: Removed
    originals: Originals


@dataclass(frozen=True, slots=True)
class Shelving:
    """What editors do; a plan that they may not see is for them as if it were not there."""

    library: Library
    house: House | None
    beside: Beside
    jobs: Jobs
    most: int

    def sees(self, visitor: Visitor, file: str) -> bool:
        """Whether a plan of that name is, or would be, shown to the visitor."""
        return self.house is None or file in self.house.visible(visitor, [file])

    def upload(self, visitor: Visitor, uploads: Sequence[Upload], groups: Collection[int] | None = None) -> Job:
        """Start reading ``uploads`` into the library, new ones shown to ``groups`` alone where given.

        Raises: WrongUse, UnreadableFile for files that are not taken at all; NotAllowed for groups of others.
        """
        self._check(visitor, groups)
        stack = ExitStack()
        files = stack.enter_context(landed(uploads, most=self.most))

        def work(step: Step) -> tuple[FileResult, ...]:
            with stack:
                return self._take_in(visitor, files, groups, step)

        return self.jobs.start(owner_of(visitor), work)

    def remove(self, visitor: Visitor, plan: Plan) -> str:
        """Take ``plan`` out; the name under which it can be put back."""
        kept = self.beside.removed.keep(plan, by=visitor.login, replaced=False)
        self.library.delete(plan.file)
        return kept

    def kept(self, visitor: Visitor) -> tuple[Kept, ...]:
        """What was taken out and may be put back by the visitor."""
        return self.beside.removed.every(files=lambda file: self.sees(visitor, file))

    def put_back(self, visitor: Visitor, name: str) -> Plan | None:
        """Put a plan back as it was; one that stands in its place is kept in turn. None when it is not kept."""
        found = next((one for one in self.kept(visitor) if one.id == name), None)
        if found is None:
            return None
        self._keep_present(visitor, [found.plan.file])
        [change] = self.library.add([found.plan], progress=_silent).changes
        if change.outcome is Outcome.DUPLICATE:
            return None
        self.beside.removed.forget(name)
        return found.plan

    def limit(self, visitor: Visitor, file: str, groups: Collection[int] | None) -> None:
        """Show the plan to ``groups`` alone, to everyone with None. Raises: NotAllowed."""
        self._check(visitor, groups)
        if self.house is not None:
            self.house.sharing.limit(file, groups)

    def _check(self, visitor: Visitor, groups: Collection[int] | None) -> None:
        if groups is not None and visitor.person is not None and not may_limit(visitor.person, groups):
            raise NotAllowed(words.OWN_GROUP)

    def _take_in(
        self, visitor: Visitor, files: Sequence[Path], groups: Collection[int] | None, step: Step
    ) -> tuple[FileResult, ...]:
        there = self.library.files()
        taken = [file for file in files if file.name not in there or self.sees(visitor, file.name)]
        refused = {file.name: FileResult(file.name, "refused", words.NOT_TAKEN) for file in files if file not in taken}
        if self.house is not None and groups is not None:
            for file in taken:
                if file.name not in there:
                    self.house.sharing.limit(file.name, groups)
        self._keep_present(visitor, [file.name for file in taken])
        results = refused | {one.file: self._told(visitor, one) for one in add_files(self.library, taken, step)}
        self._drop_unneeded(results.values())
        results |= self._with_originals(taken, results)
        step("count", 0, 1)
        return self._with_notes(visitor, [results[file.name] for file in files])

    def _with_originals(self, files: Sequence[Path], results: Mapping[str, FileResult]) -> dict[str, FileResult]:
        """Keep the files that plans came from; the results of those for which there was no room, saying so."""
        digests = {entry.file: entry.digest for entry in self.library.store.catalogue.entries()}
        self.sweep()
        here = [file for file in files if results[file.name].outcome in _HERE]
        unkept = [file.name for file in here if not self.beside.originals.keep(file, digests.get(file.name, ""))]
        return {name: replace(results[name], notes=(wording_originals.NO_ROOM,)) for name in unkept}

    def sweep(self) -> None:
        """Delete the files of plans that are neither in the library nor kept to be put back."""
        gone = {one.plan.digest for one in self.beside.removed.every()}
        self.beside.originals.sweep(digests_in(self.library.store) | gone)

    def _with_notes(self, visitor: Visitor, results: Sequence[FileResult]) -> tuple[FileResult, ...]:
        """The results, each with what its plan replaces or adjusts of those that the visitor may see.

        The units of the new state are counted here, where progress is shown, and not by whoever opens a page next.
        """
        changed = {one.file for one in results if one.outcome in {Outcome.ADDED, Outcome.UPDATED}}
        if not changed:
            return tuple(results)
        files = self.library.files()
        seen = self.library.over(files if self.house is None else self.house.visible(visitor, files))
        seen.units()
        told = tidings(Shelf.seen(seen, self.library.store), changed)
        return tuple(replace(one, notes=(*told.get(one.file, ()), *one.notes)) for one in results)

    def _told(self, visitor: Visitor, result: FileResult) -> FileResult:
        """A copy of a plan that the visitor may not see is refused without naming it.

        Where a file was to be replaced by what another holds already, its old content goes on answering: that is said.
        """
        if result.outcome == Outcome.DUPLICATE and not self.sees(visitor, result.detail):
            return replace(result, outcome="refused", detail=words.NOT_TAKEN)
        if result.outcome == Outcome.DUPLICATE and result.file in self.library.files():
            kept = words.DUPLICATE_KEPT.format(file=result.file, holder=result.detail)
            return replace(result, notes=(kept, *result.notes))
        return result

    def _keep_present(self, visitor: Visitor, files: Sequence[str]) -> None:
        for file in files:
            plan = self.library.plan(file)
            if plan is not None:
                self.beside.removed.keep(plan, by=visitor.login, replaced=True)

    def _drop_unneeded(self, results: Collection[FileResult]) -> None:
        """What was kept for a file that then did not change is no older version of it."""
        same = {one.file for one in results if one.outcome != Outcome.UPDATED}
        for one in self.beside.removed.every(files=same.__contains__):
            plan = self.library.plan(one.plan.file)
            if one.replaced and plan is not None and plan.digest == one.plan.digest and plan == one.plan:
                self.beside.removed.forget(one.id)


def owner_of(visitor: Visitor) -> str:
    """Whom a job belongs to."""
    return str(visitor.person.id) if visitor.person else visitor.via.value
