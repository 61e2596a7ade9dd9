def secret_postcard(text):
    card = ''
    for letter in text:
        if letter not in 'aeiouAEIOU':
            card += letter
    return card
