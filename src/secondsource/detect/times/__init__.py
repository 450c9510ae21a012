"""Time expressions, what they mean, and the days they cover; when the document appeared."""
