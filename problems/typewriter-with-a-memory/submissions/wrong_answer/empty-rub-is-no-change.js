const lines = require('fs').readFileSync(0, 'utf8').split('\n')
let history = ['']
let now = 0
for (const line of lines) {
  const [, command, rest] = /^(\w*) ?(.*)$/.exec(line)
  const sheet = history[now]
  if (command === 'show') console.log(`[${sheet}]`)
  else if (command === 'undo') now = Math.max(0, now - Number(rest))
  else if (command === 'redo') now = Math.min(history.length - 1, now + Number(rest))
  else if (command === 'type' || command === 'rub') {
    const next = command === 'type' ? sheet + rest : sheet.slice(0, Math.max(0, sheet.length - Number(rest)))
    if (next === sheet) continue
    history = [...history.slice(0, now + 1), next]
    now++
  }
}
