# Tries: to take all memory with a text that doubles.
# Must happen: MLE.
# Verdict: MLE

def answer(n):
    text = "x"
    while True:
        text += text
