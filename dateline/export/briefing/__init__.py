"""A briefing as one file to hand over: PowerPoint, HTML that needs no network, PDF."""
