"""Classic quizzes: what students did with them, and what a teacher may change of it (`canvas-facts.md` 1.9, 1.10)."""
