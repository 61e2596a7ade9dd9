def secret_postcard(text):
    card = ''
    for letter in text.lower():
        card += '*' if letter in 'aeiou' else letter
    return card
