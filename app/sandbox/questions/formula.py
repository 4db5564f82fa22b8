"""Formula: variables with ranges, and the solutions that the client generated."""

from app.sandbox.questions.numeric import check_margin
from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import Field, unique

MOST_SOLUTIONS = 200


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Formula. The formula itself is not computed, as Canvas does not either."""
    question.interaction.object()
    value = question.scoring["value"]
    value["formula"].filled()
    value["numeric"]["type"].one_of(("marginOfError",))
    check_margin(value["numeric"])
    ranges = _ranges(value["variables"].elements())
    solutions = value["generated_solutions"].elements(least=1)
    if value["answer_count"].integer(least=1) != len(solutions) or len(solutions) > MOST_SOLUTIONS:
        raise value.problem(f"'answer_count' must be the number of solutions, at most {MOST_SOLUTIONS}")
    for solution in solutions:
        _check_solution(solution, ranges)


def _ranges(variables: list[Field]) -> dict[str, tuple[float, float]]:
    unique(variables, [variable["name"].filled() for variable in variables], "a variable")
    ranges = {}
    for variable in variables:
        low, high = variable["min"].number(), variable["max"].number()
        variable["precision"].integer(least=0)
        if low > high:
            raise variable.problem(f"The property '{variable.path}' has a min above its max")
        ranges[variable["name"].text()] = (low, high)
    return ranges


def _check_solution(solution: Field, ranges: dict[str, tuple[float, float]]) -> None:
    solution["output"].number()
    inputs = solution["inputs"].elements()
    names = unique(inputs, [given["name"].reference(ranges, "a variable") for given in inputs], "a variable")
    if names != set(ranges):
        raise solution.problem(f"The property '{solution.path}/inputs' must give every variable once")
    for given in inputs:
        low, high = ranges[given["name"].text()]
        if not low <= given["value"].number() <= high:
            raise given.problem(f"The property '{given.path}/value' is outside the range of its variable")
