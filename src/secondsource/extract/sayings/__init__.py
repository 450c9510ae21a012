"""Who says what with which words, as the sentences show it."""
