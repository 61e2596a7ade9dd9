import sys

sheet, undo, redo = "", [], []
for line in sys.stdin.read().splitlines():
    command, *words = line.split()
    rest = " ".join(words)
    if command == "show":
        print(f"[{sheet}]")
    elif command in ("type", "rub"):
        undo.append(sheet)
        redo.clear()
        sheet = sheet + rest if command == "type" else sheet[:max(0, len(sheet) - int(rest))]
    else:
        source, other = (undo, redo) if command == "undo" else (redo, undo)
        for _ in range(min(int(rest), len(source))):
            other.append(sheet)
            sheet = source.pop()
