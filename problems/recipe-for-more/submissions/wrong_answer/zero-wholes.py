from fractions import Fraction

def amount_for(amount, people, guests):
    total = Fraction(0)
    for part in amount.split():
        total += Fraction(part)
    total = total * guests / people
    whole = total.numerator // total.denominator
    rest = total - whole
    if rest == 0:
        return str(whole)
    return f'{whole} {rest}'
