function toMinutes(time) {
  const [hours, rest] = time.split(':').map(Number)
  return hours * 60 + rest
}

function firstFree(bookings, opens, closes, minutes) {
  const taken = new Array(1440).fill(false)
  for (const booking of bookings) {
    const [begin, end] = booking.split('-').map(toMinutes)
    taken.fill(true, begin, end)
  }
  let run = 0
  for (let minute = toMinutes(opens); minute < toMinutes(closes); minute += 1) {
    run = taken[minute] ? 0 : run + 1
    if (run === minutes) {
      const start = minute - minutes + 1
      const two = (number) => String(number).padStart(2, '0')
      return `${two(Math.floor(start / 60))}:${two(start % 60)}`
    }
  }
  return null
}
