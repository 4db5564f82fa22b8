"""Hypothesis strategies for questions of every type, items, settings and quizzes, shared by all tests."""
