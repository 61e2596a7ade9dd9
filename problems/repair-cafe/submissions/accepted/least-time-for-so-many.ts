function mostRepairs(things: [number, number][]): number {
  // least[k]: in how many minutes k of the things so far can be repaired
  const least = [0]
  for (const [minutes, leaves] of [...things].sort((a, b) => a[1] - b[1])) {
    for (let k = least.length; k > 0; k--) {
      const time = least[k - 1]! + minutes
      if (time <= leaves && time < (least[k] ?? Infinity)) least[k] = time
    }
  }
  return least.length - 1
}
