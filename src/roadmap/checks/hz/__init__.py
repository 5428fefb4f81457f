"""HZ, horizon: from the pilot to the roll-out, and what tactical work may rest on."""
