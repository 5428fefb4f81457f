"""MT, meetings: whether those who depend on each other meet, often enough and about something."""
