"""Articles on their way in: ways, what was recognised, the job, reports."""
