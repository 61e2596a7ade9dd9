function lockerCode(number: number): number {
  let total = 0
  for (const digit of String(number)) total += Number(digit)
  return total % 10
}
