"""What students did with a quiz, and what a teacher gives them for it, in the API's own shape."""
