"""The questions of the sample quiz, each written by somebody who has no mouse."""
