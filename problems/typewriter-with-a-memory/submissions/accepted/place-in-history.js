const lines = require('fs').readFileSync(0, 'utf8').split('\n')

// all sheets in order, and which one is in the machine
let history = ['']
let now = 0
for (const line of lines) {
  const space = line.indexOf(' ')
  const command = space === -1 ? line : line.slice(0, space)
  const rest = space === -1 ? '' : line.slice(space + 1)
  if (command === 'show') console.log(`[${history[now]}]`)
  else if (command === 'undo') now = Math.max(0, now - Number(rest))
  else if (command === 'redo') now = Math.min(history.length - 1, now + Number(rest))
  else if (command === 'type' || command === 'rub') {
    const sheet = history[now]
    const next = command === 'type' ? sheet + rest : sheet.slice(0, Math.max(0, sheet.length - Number(rest)))
    history = [...history.slice(0, now + 1), next]
    now++
  }
}
