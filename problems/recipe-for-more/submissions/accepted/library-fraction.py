from fractions import Fraction


def amount_for(amount, people, guests):
    exact = sum(Fraction(part) for part in amount.split()) * guests / people
    whole, rest = divmod(exact, 1)
    return ' '.join(str(part) for part in (whole, rest) if part)
