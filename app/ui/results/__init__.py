"""Results of quizzes: who took them, marks by hand, what is sent."""
