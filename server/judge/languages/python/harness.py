# The judge's side inside the interpreter, part of the image. A submission shares the interpreter with it and can do to
# it what it likes: it only ever holds that submission's own inputs, and the rewind undoes the rest.
import io, json, linecache, sys, traceback, types, builtins

FILE = 'solution.py'
MOST_ANSWER = 1 << 20
MOST_SHOWN = 2000
MOST_ERROR = 4000
MANY_DIGITS = 200_000

sys.argv = [FILE]
sys.stdout.reconfigure(line_buffering=True)  # what was printed before an endless loop is seen
builtins.exit = builtins.quit = sys.exit  # what `site` would add


class NotJson(Exception):
    pass


def _refuse(value):
    raise NotJson(_name(value))


_read = json.JSONDecoder().decode
_plain = json.JSONEncoder(allow_nan=False, default=_refuse).encode
_ascii = json.JSONEncoder(ensure_ascii=True).encode
_streams = (sys.stdout, sys.stderr)
_space = {}


def _name(value):
    if callable(value) and not isinstance(value, type):
        return 'function'
    return 'class' if isinstance(value, type) else type(value).__name__


def _encode(value):
    try:
        return _plain(value)
    except ValueError as e:
        # More digits than Python writes by itself: the answer may still be exactly right.
        if 'integer string conversion' not in str(e):
            raise
        sys.set_int_max_str_digits(MANY_DIGITS)
        try:
            return _plain(value)
        finally:
            sys.set_int_max_str_digits(4300)


def _answer(value, show):
    if type(value) is str and len(value) > MOST_ANSWER:
        return {'end': 'too-big'}
    try:
        text = _encode(value)
    except NotJson as e:
        return {'end': 'no-json', 'found': str(e), 'shown': _show(value)}
    except RecursionError:
        return {'end': 'no-json', 'found': 'deep'}
    except (ValueError, TypeError) as e:
        return {'end': 'no-json', 'found': _why(e), 'shown': _show(value)}
    if len(text) > MOST_ANSWER:
        return {'end': 'too-big'}
    answer = {'end': 'value', 'value': text}
    if show:
        answer['shown'] = _show(value)
    return answer


def _why(e):
    said = str(e)
    if 'ircular' in said:
        return 'cycle'
    if 'Out of range float' in said:
        return 'nan' if said.endswith('nan') else 'infinity'
    return 'key' if 'keys must be' in said else type(e).__name__


def _show(value):
    try:
        said = repr(value)
    except Exception:
        return None
    return said if len(said) <= MOST_SHOWN else said[:MOST_SHOWN] + '…'


def _theirs(found):
    """Keeps the frames of the player's own file, in every error that led to this one."""
    seen = set()
    todo = [found]
    while todo:
        e = todo.pop()
        if e is None or id(e) in seen:
            continue
        seen.add(id(e))
        e.stack[:] = [frame for frame in e.stack if frame.filename == FILE]
        todo += [e.__cause__, e.__context__, *(e.exceptions or ())]
    return found


def _error(e):
    kind = type(e).__name__
    try:
        found = _theirs(traceback.TracebackException(type(e), e, e.__traceback__, compact=True))
        text = ''.join(found.format())
        line = found.stack[-1].lineno if found.stack else None
        if isinstance(e, SyntaxError) and e.filename == FILE:
            line = e.lineno
    except MemoryError:
        raise
    except BaseException:
        text, line = kind, None
    if len(text) > MOST_ERROR:
        text = text[: MOST_ERROR // 2] + '\n…\n' + text[-MOST_ERROR // 2 :]
    error = {'kind': kind, 'text': text.rstrip()}
    if line is not None:
        error['line'] = line
    return error


def _load(source, name):
    global _space
    module = types.ModuleType(name)
    sys.modules[name] = module
    _space = module.__dict__
    _space['__file__'] = FILE
    linecache.cache[FILE] = (len(source), None, source.splitlines(True), FILE)
    try:
        code = compile(source, FILE, 'exec', dont_inherit=True)
    except (SyntaxError, ValueError, OverflowError) as e:
        return {'end': 'unreadable', 'error': _error(e)}
    try:
        exec(code, _space)
    except SystemExit as e:
        if name != '__main__' or e.code not in (None, 0):
            return {'end': 'raised', 'error': _error(e)}
    return {'end': 'done'}


def _shape(value, shape):
    """Gives plain JSON the tuples that the signature asks for."""
    if shape is None or value is None:
        return value
    kind, inner = shape
    if kind == 'list':
        return [_shape(v, inner) for v in value]
    if kind == 'dict':
        return {k: _shape(v, inner) for k, v in value.items()}
    if kind == 'tuple*':
        return tuple(_shape(v, inner) for v in value)
    return tuple(_shape(v, inner[i] if i < len(inner) else None) for i, v in enumerate(value))


def _arguments(text, shapes):
    if len(text) > 4000:
        sys.set_int_max_str_digits(MANY_DIGITS)
    args = _read(text)
    sys.set_int_max_str_digits(4300)
    return [_shape(v, s) for v, s in zip(args, shapes)] if shapes else args


def _own(kind):
    return [n for n, v in _space.items() if not n.startswith('_') and isinstance(v, kind)][:10]


def _takes(f):
    """The parameters of a plain function, and how many arguments fit; None for anything else."""
    if type(f) is not types.FunctionType or f.__code__.co_kwonlyargcount:
        return None
    code = f.__code__
    names = list(code.co_varnames[: code.co_argcount])
    most = 1000 if code.co_flags & 4 else len(names)
    return names, len(names) - len(f.__defaults__ or ()), most


def _call(name, args, shapes, show):
    f = _space.get(name)
    if not callable(f):
        return {'end': 'missing', 'names': _own(types.FunctionType), 'is': None if f is None else type(f).__name__}
    given = _arguments(args, shapes)
    takes = _takes(f)
    if takes and not takes[1] <= len(given) <= takes[2]:
        return {'end': 'arity', 'takes': takes[0], 'line': f.__code__.co_firstlineno}
    return _answer(f(*given), show)


def _value(name, show):
    if name not in _space:
        simple = (int, float, str, bool, list, dict, tuple)
        return {'end': 'missing', 'names': _own(simple), 'is': None}
    return _answer(_space[name], show)


def _eval(text):
    code = compile(text.strip(), 'your call', 'eval', dont_inherit=True)
    return _answer(eval(code, _space), True)


def _step(raw):
    """One command in, one outcome out, both JSON text in bytes."""
    command = _read(raw.decode())
    act = {'load': _load, 'call': _call, 'value': _value, 'eval': _eval}[command[0]]
    try:
        outcome = act(*command[1:])
    except MemoryError:
        outcome = {'end': 'memory'}
    except BaseException as e:
        try:
            outcome = {'end': 'raised', 'error': _error(e)}
        except MemoryError:
            outcome = {'end': 'memory'}
    for stream in _streams:
        try:
            stream.flush()
        except ValueError:
            pass
    return _ascii(outcome).encode()
