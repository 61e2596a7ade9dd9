def owing(letters):
    balance = {}
    for writer, reader in letters:
        balance[writer] = balance.get(writer, 0) + 1
        balance[reader] = balance.get(reader, 0) - 1
    return sorted(name for name in balance if balance[name] < 0)
