def owing(letters):
    count = {}
    for writer, reader in letters:
        count[writer, reader] = count.get((writer, reader), 0) + 1
    names = set()
    for (writer, reader), times in count.items():
        if count.get((reader, writer), 0) < times:
            names.add(reader)
    return sorted(names)
