from fractions import Fraction

def amount_for(amount, people, guests):
    total = Fraction(amount) * guests / people
    whole, rest = divmod(total, 1)
    return ' '.join(str(part) for part in (whole, rest) if part)
