"""Every proposition that a sentence puts forward, as a sentence of its own."""
