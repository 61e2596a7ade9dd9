function toMinutes(time) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function firstFree(bookings, opens, closes, minutes) {
  let free = opens
  for (const booking of [...bookings, `${closes}-${closes}`].sort()) {
    const [begin, end] = booking.split('-')
    if (toMinutes(begin) - toMinutes(free) > minutes) return free
    if (end > free) free = end
  }
  return null
}
