// What the image is made of. Every word here is part of the cache's key.

/**
 * Imported before the image is taken, so that a submission's import of them costs nothing: what people use in such
 * puzzles. A larger image costs memory, and no time: what is not written to is not put back.
 */
export const PRELOADED = [
  '_strptime',
  'abc',
  'bisect',
  'calendar',
  'collections',
  'contextlib',
  'copy',
  'dataclasses',
  'datetime',
  'decimal',
  'enum',
  'fractions',
  'functools',
  'heapq',
  'io',
  'itertools',
  'json',
  'linecache',
  'math',
  'numbers',
  'operator',
  'random',
  're',
  'statistics',
  'string',
  'textwrap',
  'time',
  'traceback',
  'typing',
  'unicodedata',
]

/** C modules that have no business in a puzzle: importing them is a plain ModuleNotFoundError. */
export const REMOVED = [
  '_ctypes',
  '_ctypes_test',
  '_interpchannels',
  '_interpqueues',
  '_interpreters',
  '_lsprof',
  '_posixsubprocess',
  '_pyodide_core',
  '_remote_debugging',
  '_sqlite3',
  '_testbuffer',
  '_testcapi',
  '_testclinic',
  '_testclinic_limited',
  '_testinternalcapi',
  '_testlimitedcapi',
  '_tracemalloc',
  '_xxtestfuzz',
  'faulthandler',
  'fcntl',
  'mmap',
  'termios',
  'xxsubtype',
]

/** Parts of the standard library that are left out: they need a system, or are large and of no use here. */
export const LEFT_OUT = [
  '_pyodide/',
  '_pyrepl/',
  'asyncio/windows_',
  'cProfile',
  'compileall',
  'concurrent/interpreters',
  'ctypes/',
  'curses/',
  'dbm/',
  'email/',
  'encodings/mac_',
  'ensurepip',
  'ftplib',
  'http/',
  'idlelib',
  'imaplib',
  'importlib/metadata/',
  'lib2to3',
  'logging/config',
  'logging/handlers',
  'mailbox',
  'modulefinder',
  'multiprocessing/',
  'plistlib',
  'poplib',
  'profile',
  'pstats',
  'pydoc_data',
  'pyodide/',
  'smtplib',
  'socketserver',
  'sqlite3/',
  'ssl',
  'tarfile',
  'test/',
  'tkinter',
  'trace.',
  'turtle',
  'urllib/request',
  'urllib/response',
  'urllib/robotparser',
  'venv/',
  'wave',
  'webbrowser',
  'wsgiref/',
  'xml/',
  'xmlrpc/',
  'zipapp',
]

/** Linear memory for C's stack. */
export const STACK_BYTES = 1 << 20
/** Linear memory (64 KB each) that a submission may use before it grows, after which a fresh interpreter is due. */
export const HEADROOM_PAGES = 64
/** What a submission may keep in files under /tmp. */
export const MOST_FILE_BYTES = 4 << 20
/** The most linear memory an interpreter can ever have, whatever a submission does: the largest limit a problem may set, and the image. */
export const MOST_PAGES = (512 + 32) * 16
