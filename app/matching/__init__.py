"""Comparing what students answer: numbers, texts, patterns. No Qt, no models."""
