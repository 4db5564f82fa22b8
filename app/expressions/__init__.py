"""Formulas of formula questions: read, checked, computed. No Qt, no models, never `eval`."""
