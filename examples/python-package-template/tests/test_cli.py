import pytest

from helloworld.cli import main
from helloworld.fizzbuzz import fizzbuzz


def test_says_hello(capsys):
    main([])
    assert capsys.readouterr().out == "Hello, world!\n"


def test_counts_to_n(capsys):
    main(["fizzbuzz", "-n", "5"])
    assert capsys.readouterr().out.split() == ["1", "2", "Fizz", "4", "Buzz"]


@pytest.mark.parametrize(("number", "call"), [(1, "1"), (9, "Fizz"), (10, "Buzz"), (30, "FizzBuzz")])
def test_calls(number, call):
    assert list(fizzbuzz(number))[-1] == call
