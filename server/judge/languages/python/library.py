# Run by the interpreter itself, once, to make the library that submissions get: compiled, stored without compression.
import _imp, importlib.util, marshal, zipfile

with zipfile.ZipFile('/lib/python314.zip') as source, zipfile.ZipFile('/tmp/library.zip', 'w', zipfile.ZIP_STORED) as out:
    files = {name: source.read(name) for name in source.namelist() if name.endswith('.py') and not name.startswith(LEFT_OUT)}
    files.update({name: text.encode() for name, text in ADDED.items()})
    for name in sorted(files):
        data = files[name]
        code = compile(data, '/lib/python314.zip/' + name, 'exec', dont_inherit=True, optimize=2)
        head = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, 'little') + _imp.source_hash(_imp.pyc_magic_number_token, data)
        out.writestr(zipfile.ZipInfo(name + 'c', (2020, 1, 1, 0, 0, 0)), head + marshal.dumps(code))
