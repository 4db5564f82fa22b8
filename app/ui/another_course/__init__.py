"""“Use in another course…”: where quizzes go, when their dates are there, and what stays behind."""
