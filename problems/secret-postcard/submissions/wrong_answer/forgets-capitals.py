def secret_postcard(text):
    card = ''
    for letter in text:
        if letter in 'aeiou':
            card += '*'
        else:
            card += letter
    return card
