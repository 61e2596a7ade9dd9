function nightTrainArrival(hour: number, minute: number, travel: number): string {
  minute += travel
  while (minute >= 60) {
    minute -= 60
    hour += 1
  }
  while (hour >= 24) hour -= 24
  const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
  return `${two(hour)}:${two(minute)}`
}
