"""Dates and times: TIMEX3 values and the calendar days that they may mean."""
