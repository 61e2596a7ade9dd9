def secret_postcard(text):
    card = ''
    for letter in text:
        if letter in 'aeiouAEIOU':
            card += '*'
        else:
            card += letter
    return card
