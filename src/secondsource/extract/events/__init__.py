"""What happened, is planned or is denied: triggers, their moods, participants and slots."""
