// Tries: to import modules of the host.
// Must happen: the import fails.
// Verdict: RTE WA

async function answer(n) {
  const fs = await import('node:fs')
  return fs.readFileSync('/etc/passwd', 'utf8')
}
