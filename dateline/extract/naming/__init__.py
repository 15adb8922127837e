"""Names: who and what is mentioned, in which role, under which aliases, related how."""
