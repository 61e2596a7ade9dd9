function firstMove(pebbles, moves) {
  // good[left]: the moves that win if all were allowed; one of them may just have been taken.
  const good = []
  for (let left = 0; left <= pebbles; left++) {
    const winning = moves.filter((move) => move <= left && good[left - move].every((answer) => answer === move))
    good.push(winning)
  }
  return good[pebbles].length === 0 ? 0 : Math.min(...good[pebbles])
}
