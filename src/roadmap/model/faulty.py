"""All faults of a plan in order, each once, and what an unread file hides."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap.model.reading import Reading
from roadmap.model.sections import Sections
from roadmap.source.faults import Fault
from roadmap.source.load import Document
from roadmap.source.nodes import Place


def all_faults(
    documents: Mapping[str, Document], unread: tuple[str, ...], sections: Sections, reading: Reading
) -> tuple[Fault, ...]:
    """Faults of files, sections and fields. What stands in a template is read for each use, and reported once."""
    found = [fault for document in documents.values() for fault in document.faults]
    found += sections.faults
    found += reading.faults
    once = {(fault.place, fault.kind, fault.message): fault for fault in found}
    faults = sorted(once.values(), key=lambda fault: (fault.place, fault.kind, fault.message))
    return tuple(_with_hidden(faults, unread, sections.faulty, reading.unchecked))


def _with_hidden(faults: list[Fault], unread: tuple[str, ...], faulty: list[Place], unchecked: int) -> list[Fault]:
    """Says in the first fault of each thing that was not read how many references could not be checked because
    of it.
    """
    if not unchecked:
        return faults
    hiding, places = set(unread), set(faulty)
    told = []
    for fault in faults:
        if fault.place.path in hiding or fault.place in places:
            hiding.discard(fault.place.path)
            many = "1 reference" if unchecked == 1 else f"{unchecked} references"
            message = f"{fault.message} Because of it, {many} could not be checked."
            fault = fault._replace(message=message, gist=fault.gist or fault.message)
        told.append(fault)
    return told
