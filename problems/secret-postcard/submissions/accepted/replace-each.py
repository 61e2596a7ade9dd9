def secret_postcard(text):
    for vowel in 'aeiouAEIOU':
        text = text.replace(vowel, '*')
    return text
