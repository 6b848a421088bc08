"""The counting game."""

from collections.abc import Iterator


def fizzbuzz(last: int) -> Iterator[str]:
    """The calls from 1 to `last`: Fizz for multiples of 3, Buzz for those of 5, both for those of 15."""
    for number in range(1, last + 1):
        words = ("Fizz" if number % 3 == 0 else "") + ("Buzz" if number % 5 == 0 else "")
        yield words or str(number)
