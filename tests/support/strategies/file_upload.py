"""File upload."""

from hypothesis import strategies as st

from app.models.questions.file_upload import FileUploadQuestion
from tests.support.strategies.entry import whole

_TYPES = st.lists(st.sampled_from([".png", ".jpg", ".pdf", ".docx"]), min_size=1, max_size=3, unique=True)


def questions() -> st.SearchStrategy[FileUploadQuestion]:
    """Questions that Canvas takes."""
    answers = st.fixed_dictionaries(
        {
            "interaction_data": st.fixed_dictionaries(
                {"files_count": st.integers(1, 20).map(str), "restrict_count": st.booleans()}
            ),
            "properties": st.fixed_dictionaries(
                {"allowed_types": _TYPES.map(",".join), "restrict_types": st.booleans()}
            ),
            "scoring_data": st.just({"value": ""}),
            "scoring_algorithm": st.just("None"),
        }
    )
    return whole(FileUploadQuestion, answers)
