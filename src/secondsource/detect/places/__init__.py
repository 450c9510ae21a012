"""Which spot on Earth a place name means."""
