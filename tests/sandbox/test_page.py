"""The pages that a person sees in a browser."""

from tests.support.core_client import Client, Questions


def test_the_start_page_lists_courses_and_quizzes(client: Client) -> None:
    client.token = None
    response = client.send("GET", "/")
    assert response.status == 200
    for words in ("Botany", "Cell biology", '<a href="/courses/1/assignments/3">Photosynthesis and leaf structure</a>'):
        assert words in response.body.decode()


def test_a_quiz_page_shows_its_questions_and_picture(client: Client) -> None:
    page = client.send("GET", "/courses/1/assignments/3").body.decode()
    assert "Where does the Calvin cycle take place?" in page
    assert f'<img src="{client.core.site.storage}/dev-uploads/' in page


def test_nothing_on_a_page_can_run(questions: Questions) -> None:
    core, quiz = questions.client.core, questions.path.split("/")[-2]
    core.set_fault("html-rewrite", 0)
    questions.create("essay", title="<script>1</script>", item_body="<p onclick=x>a<script>2</script></p>")
    core.edit_quiz("1", quiz, {"title": "<b>Cells</b>"})
    response = questions.client.send("GET", f"/courses/1/assignments/{quiz}")
    text = response.body.decode()
    assert "<script" not in text
    assert "onclick" not in text
    assert "&lt;b&gt;Cells&lt;/b&gt;" in text
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_an_unknown_page_is_not_found(client: Client) -> None:
    for path in ("/courses/2/assignments/3", "/courses/1", "/login"):
        assert client.send("GET", path).status == 404
