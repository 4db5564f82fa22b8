"""What is right in a question, as lines that a person reads: one file a question type."""
