"""How many slips of the finger lie between two words."""


def edits(one: str, other: str, most: int) -> int:
    """The letters to put in, leave out, exchange or turn round to make one word of the other; ``most + 1`` if more.

    Each letter is touched once (optimal string alignment).
    Source: https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    start = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    too_many = most + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        # Whoever strays further from the diagonal has more slips than are allowed.
        left, right = max(1, row - most), min(len(other), row + most)
        line = [too_many] * (len(other) + 1)
        least = line[left - 1] = row if left == 1 else too_many
        for column in range(left, right + 1):
            other_letter = other[column - 1]
            cost = above[column - 1]
            if letter != other_letter:
                cost = 1 + min(cost, above[column], line[column - 1])
                if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == other_letter:
                    cost = min(cost, before[column - 2] + 1)
            line[column] = cost
            least = min(least, cost)
        if least > most:
            return too_many
        before, above = above, line
    return min(above[-1], too_many)
