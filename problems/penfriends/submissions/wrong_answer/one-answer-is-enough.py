def owing(letters):
    names = set()
    for writer, reader in letters:
        if (reader, writer) not in letters:
            names.add(reader)
    return sorted(names)
