# Tries: to run for ever and to catch whatever would stop it.
# Must happen: TLE; the stop cannot be caught.
# Verdict: TLE

def answer(n):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
        finally:
            answer.again = True
