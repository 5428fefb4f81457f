"""What the actions of the registry do: one method each, by the name of the action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roadmap.tui.lines import LineView

if TYPE_CHECKING:
    from roadmap.tui.screen import PlanScreen

VIEWS = ("timeline", "conflicts")


class Deeds:
    def __init__(self, screen: PlanScreen) -> None:
        self._screen = screen

    # Views

    def timeline(self) -> None:
        self._screen.bring("timeline")

    def conflicts(self) -> None:
        self._screen.bring("conflicts")

    def next_view(self) -> None:
        self._screen.bring(VIEWS[(VIEWS.index(self._screen.front) + 1) % len(VIEWS)])

    def previous_view(self) -> None:
        self._screen.bring(VIEWS[VIEWS.index(self._screen.front) - 1])

    def regroup(self) -> None:
        self._screen.view.regroup()
        self._screen.refresh_lines()

    # Moving

    @property
    def _walked(self) -> LineView:
        return self._screen.details if self._screen.details.has_focus else self._screen.view

    def down(self) -> None:
        self._walked.step(1)

    def up(self) -> None:
        self._walked.step(-1)

    def page_down(self) -> None:
        self._walked.step(self._walked.page)

    def page_up(self) -> None:
        self._walked.step(-self._walked.page)

    def top(self) -> None:
        self._walked.select(0)

    def bottom(self) -> None:
        self._walked.select(self._walked.row_count - 1)

    def fold(self) -> None:
        self._screen.view.fold(self._screen.view.cursor)

    def fold_all(self) -> None:
        self._screen.view.fold_all()

    # Time

    def left(self) -> None:
        self._screen.timeline.shift_cells(-1)

    def right(self) -> None:
        self._screen.timeline.shift_cells(1)

    def month_back(self) -> None:
        self._screen.timeline.shift_months(-1)

    def month_on(self) -> None:
        self._screen.timeline.shift_months(1)

    def zoom_in(self) -> None:
        self._screen.timeline.zoom_by(-1)

    def zoom_out(self) -> None:
        self._screen.timeline.zoom_by(1)

    def today(self) -> None:
        self._screen.timeline.go_to_today()

    def show(self) -> None:
        self._screen.timeline.show_bar()

    def bands(self) -> None:
        self._screen.timeline.next_bands()

    # Finding

    def filter(self) -> None:
        self._screen.field.add_class("open")
        self._screen.field.focus()

    def next_conflict(self) -> None:
        self._go_conflict(1)

    def previous_conflict(self) -> None:
        self._go_conflict(-1)

    def _go_conflict(self, direction: int) -> None:
        if not self._screen.view.next_conflict(direction):
            checked = self._screen.snapshot is not None and self._screen.snapshot.checked
            none = "There is no other conflict in this direction."
            self._screen.roadmap_app.say(none if checked else "The plan is still being checked.")

    # Looking closer

    def details(self) -> None:
        screen = self._screen
        if screen.details.has_focus:
            line = screen.details.selected
            if line is not None and line.node is not None:
                screen.go_to(line.node)
        elif screen.is_group(screen.view.cursor) and screen.details_open:
            screen.view.fold(screen.view.cursor)
        else:
            screen.ask_details(True)
            screen.details.focus()

    def switch(self) -> None:
        screen = self._screen
        (screen.view if screen.details.has_focus or not screen.details_open else screen.details).focus()

    def reading(self) -> None:
        if self._screen.snapshot is not None and not self._screen.snapshot.plan.glossary:
            self._screen.roadmap_app.say("This plan has no glossary.")
            return
        self._screen.next_reading()

    def edit(self) -> None:
        place = self._screen.place()
        if place is None:
            self._screen.roadmap_app.say("Nothing with a place in a file is selected.")
        else:
            self._screen.roadmap_app.edit(place)

    # Everywhere

    def theme(self) -> None:
        self._screen.roadmap_app.next_theme()

    def reload(self) -> None:
        self._screen.roadmap_app.load()

    def palette(self) -> None:
        self._screen.roadmap_app.open_palette()

    def help(self) -> None:
        self._screen.roadmap_app.open_help()

    def back(self) -> None:
        """Close what is open, the innermost first: the filter's line, the filter, the details."""
        screen = self._screen
        if screen.field.has_class("open") or screen.view.filter:
            screen.clear_filter()
        elif screen.details_open and not (screen.details.has_focus and screen.wide):
            screen.ask_details(False)
        screen.view.focus()

    def quit(self) -> None:
        self._screen.app.exit()
