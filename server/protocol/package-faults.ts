/**
 * Everything that may be wrong with a puzzle's package, in English, as it stands behind the place it is about
 * (`leap-year/tests.yaml: hidden[3]: …`). The command line says these; pages have their own language's text for the code
 * (`packageFault.<code>` in client/messages/*.puzzles.json).
 */
export const PACKAGE_FAULTS = {
  // Fields
  missing: 'is missing',
  empty: 'is empty',
  'unknown-key': 'there is no such key here: {{keys}}',
  'none-of': 'must be one of {{values}}',
  'not-text': 'must be a text',
  'not-number': 'must be a number',
  'not-whole': 'must be a whole number',
  'not-list': 'must be a list',
  'not-keys': 'must have keys of its own',
  'too-small': 'must be at least {{least}}',
  'not-above': 'must be more than {{least}}',
  'too-large': 'must be at most {{most}}',
  'text-too-long': 'has more than {{most}} characters',
  'list-too-long': 'has more than {{most}} items',
  'not-as-expected': 'is not as expected: {{detail}}',
  'id-shape': 'a problem id has lower-case letters, digits and "-"',
  'function-name': 'is no name: lower-case letters, digits and _, as in is_leap_year',
  'variable-name': 'is no name of a variable: letters, digits and _',
  'type-unknown': 'a type is int, float, str, bool, any, list[T], dict[str,T], tuple[T,U] or optional[T]',
  'checker-unknown': 'is exact, unordered, or { float: … } with a tolerance above 0',
  'names-shape': 'names are by language, two letters each ({ es: … }); the English one is `name`',
  'not-value': 'a value is a number, a text, true, false, null, a list or an object of those, at most 32 deep',
  'note-shape': 'a note is a text of at most 200 characters, or one for each language: { en: …, es: … }',

  // What belongs together
  'named-twice': '{{name}} is named twice',
  'test-shape': 'a test has args and returns, or value and returns, or stdin and stdout',
  'stdin-elsewhere': 'stdin and stdout belong to `kind: script`',
  'args-elsewhere': 'args belong to `kind: function`',
  'tests-mixed': 'some tests have stdin, others have not; a problem has one or the other',
  'function-missing': 'is missing: the tests have args, so they need a function to call',
  'function-idle': 'is never called: no test has args',
  'not-of-type': '{{value}} is not of the type {{type}}',
  'args-count': '{{count}} given, but {{name}} takes {{takes}}',
  'unordered-what': 'unordered compares lists; these tests expect something else',
  'tolerance-what': 'a tolerance is for floats; the function returns {{type}}',
  'language-not-offered': 'is in {{language}}, which problem.yaml does not offer',
  'solution-missing': 'holds no solution in {{language}}, which problem.yaml offers',
  'parsons-elsewhere': 'is for `kind: parsons`',
  'parsons-indent': '"{{line}}" is not indented by a multiple of {{unit}} spaces',
  'parsons-lines': 'has {{count}} lines; 2 to {{most}} can be put in order',
  'parsons-line-twice': '"{{line}}" is a line of the solution too',

  // Files
  yaml: 'line {{line}}, column {{column}}: {{detail}}',
  'yaml-twice': 'line {{line}}, column {{column}}: {{detail}}',
  'yaml-indent': 'line {{line}}, column {{column}}: {{detail}}',
  'yaml-cut': 'line {{line}}, column {{column}}: {{detail}}',
  'yaml-whole': 'cannot be read as YAML: {{detail}}',
  'no-keys': 'is empty, or holds no keys',
  'text-html': 'holds HTML, "{{html}}"; write Markdown, and code between backticks',
  'text-picture': 'holds a picture; draw with text in a fenced block, so that it works without a network',
  'text-link': 'holds a link to "{{link}}"; only https:// may be linked',
  'text-unsafe-link': 'holds a link that would run something',
  'hints-many': 'has {{count}} hints; at most {{most}}, separated by ---',
  'hints-differ': 'has {{count}} hints, hints.md has {{english}}',
  unreadable: 'cannot be read: {{detail}}',
  unwritable: 'cannot be written: {{detail}}',
  'no-folder': 'there is no such folder, or it cannot be read',
  'is-link': 'is a link; a package holds its files itself',
  'not-in-package': 'does not belong in a package',
  'file-unknown': 'is not a file that a package has; see docs/problem-packages.md for the names',
  'file-large': 'is larger than the {{most}} bytes that are allowed',
  'not-utf8': 'is not text in UTF-8',
  'files-many': 'has more than {{most}} files',
  'package-large': 'is larger than 4 MB',
  'file-name': 'is called as no submission in {{language}} may be; simple.{{extension}} is a good name',
  'there-twice': 'is there twice',
  'cell-empty': 'is not filled in yet',
  'cell-no-value': 'is no value: texts stand between quotes, as in "{{word}}"',
  'id-taken': 'is the id of a package that is there already',
  'id-of-bank': 'is the id of a puzzle of the bank; take another',
  'id-landed': 'is the id of "{{name}}", which is in the bank; take another',
  'id-waiting': 'is the id of "{{name}}", which came before; take another',

  // Zips
  'no-id': 'does not say its id: zip the folder of the package, whose name is the id',
  'zip-none': 'is no zip file',
  'zip-part': 'is one part of several',
  'zip-64': 'is a zip64 file; a package needs none',
  'zip-many': 'holds {{count}} entries; at most {{most}} files are allowed',
  'zip-files': 'holds more than {{most}} files',
  'zip-large': 'is larger than {{most}} bytes when unpacked',
  'zip-directory': 'is damaged: its directory is not where it should be',
  'zip-cut': 'is damaged: a part of it is missing',
  'zip-name-utf8': 'holds a name that is not UTF-8',
  'zip-over': '{{name}}: lies over another file of the zip',
  'zip-folder-data': '{{name}}: is a folder that holds data',
  'zip-twice': '{{name}}: is there twice',
  'zip-file-and-folder': '{{name}}: is a file and a folder',
  'zip-name-length': '{{name}}: has a name that is empty or too long',
  'zip-name-character': '{{name}}: has a character in its name that no package needs',
  'zip-leads-out': '{{name}}: leads out of the package',
  'zip-path': '{{name}}: is not a plain path',
  'zip-link': '{{name}}: is a link, or no file at all',
  'zip-encrypted': '{{name}}: is encrypted',
  'zip-packed': '{{name}}: is packed in a way that is not known here',
  'zip-place': '{{name}}: is not where the zip says',
  'zip-other-name': '{{name}}: has another name in another place of the zip',
  'zip-file-cut': '{{name}}: is cut off',
  'zip-size': '{{name}}: has another size than the zip says',
  'zip-broken': '{{name}}: is damaged',
  'zip-damaged': '{{name}}: is damaged, or larger than the zip says',
  'format-unknown': "holds neither one of this bank's packages, nor Exercism's canonical data, nor Kattis's format",
  'canonical-shape': 'does not have the shape of canonical data',
  'canonical-few': 'too few cases can be judged by a call and its answer',
  'canonical-inputs': '{{count}} inputs are too many',
  'kattis-pairs': 'there is no pair of .in and .ans',
  'kattis-statement': 'there is no statement in English, as .md or .tex',
  'kattis-languages': 'there is none in Python, JavaScript or TypeScript',
  'kattis-type': '{{type}} problems cannot be judged here, only pass-fail',
  'kattis-validator': 'the answer is checked by a program of its own, which cannot run here',

  // What the bank asks for, and what a trial finds
  'too-few': 'has {{count}}; at least {{least}} are needed',
  'no-solution': 'holds no solution in {{language}}',
  'no-wrong': 'holds no wrong one; put one that people really make under wrong_answer, time_limit or run_time_error',
  'same-input': 'has the same input as {{other}}',
  verdict: 'must get {{wanted}}, but gets {{got}}',
  'verdict-crash': 'must get {{wanted}}, but gets {{got}} ({{kind}})',
  'verdict-crash-line': 'must get {{wanted}}, but gets {{got}} ({{kind}} in line {{line}})',
  'verdict-on': 'must get {{wanted}}, but gets {{got}} on {{run}}',
  'verdict-error': 'must get {{wanted}}, but gets {{got}} on {{run}} ({{kind}})',
  'verdict-error-line': 'must get {{wanted}}, but gets {{got}} on {{run}} ({{kind}} in line {{line}})',
  'verdict-answer': 'must get {{wanted}}, but gets {{got}} on {{run}}: {{call}} gives {{received}}, expected {{right}}',
  slow: 'takes {{ms}} ms for a test; a third of the limit is {{most}} ms',
  survivor: 'no test notices when {{was}} becomes {{is}}; a test with {{witness}} would',
  'survivor-removed': 'no test notices when {{was}} becomes nothing; a test with {{witness}} would',
  'caught-few':
    'notice {{percent}} % of the small changes to the solutions; at least {{least}} % are needed. Add tests for those below',
  'mutants-caught': 'catch {{percent}} % of the mutants; at least {{least}} % are needed. Not caught: {{survivors}}',
  'same-problem': `is the same as "{{other}}" ({{id}}): the accepted solution of each passes the other's tests`,
  'same-pair': "is the same problem as {{other}}: the accepted solution of each passes the other's tests",
  'text-alike': 'reads like that of "{{other}}" ({{id}}): {{percent}} % of it',
  'same-name': 'is the name of {{other}}, too',
  'id-twice': 'is the id of two packages',
  'trial-late':
    'the trial stopped at the step "{{step}}": it took longer than five minutes. Hand it in again; if it stops again, look at the server\'s status',
  'trial-stopped':
    'the trial stopped at the step "{{step}}": {{detail}}. Hand it in again; if it stops again, look at the server\'s status',
  /** Of what no page shows: a ready evening, say. */
  other: '{{detail}}',
} as const

export type FaultCode = keyof typeof PACKAGE_FAULTS
export type FaultParams = Record<string, string | number>
/** What is wrong, wherever it is; `message` is the English sentence with its names and numbers filled in. */
export type FaultWords = { code: FaultCode; params: FaultParams; message: string }

/** What is wrong, with its English sentence. */
export function faultWords(code: FaultCode, params: FaultParams = {}): FaultWords {
  const message = PACKAGE_FAULTS[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
  return { code, params, message }
}

export const isFaultCode = (text: string): text is FaultCode => Object.hasOwn(PACKAGE_FAULTS, text)
