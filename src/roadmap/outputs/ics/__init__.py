"""Calendars: what a plan means as events that people subscribe to.

subject.py      what events are made from
releases.py launches.py work.py hand_offs.py blackouts.py reviews.py conflicts.py   plan -> entries
entries.py      all of them
lasting.py      what calendars know things by, whatever they are renamed to
history.py      what moved, changed or was taken out since (record.py: the file that remembers)
library.py      the one module that knows icalendar, and its faults
writing.py      entries -> bytes
feeds.py        one calendar a team, train and campaign
"""
