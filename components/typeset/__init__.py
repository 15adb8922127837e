"""Lists of quotations and passages, set as text: what both share on the way to the browser."""
