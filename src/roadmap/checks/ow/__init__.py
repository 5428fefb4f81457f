"""OW, ownership: who is accountable, who decides, and who has promised what."""
