"""People, bodies, outlets, countries and places by name, each with the side it belongs to."""
