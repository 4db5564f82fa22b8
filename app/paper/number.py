"""Numbers as they stand on paper."""


def points_text(points: float) -> str:
    """2, 2.5, 0.33: at most two decimals."""
    return f"{points:.2f}".rstrip("0").rstrip(".")
