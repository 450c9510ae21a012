"""What a document rests on: its publisher, the agency it carries, whom it cites."""
