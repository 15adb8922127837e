"""Article -> records: names, quotations and dates, each with its span."""
