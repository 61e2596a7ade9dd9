def secret_postcard(text):
    for vowel in 'aeiouAEIOU':
        text.replace(vowel, '*')
    return text
