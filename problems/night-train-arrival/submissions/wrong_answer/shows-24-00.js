function nightTrainArrival(hour, minute, travel) {
  let total = hour * 60 + minute + travel
  while (total > 1440) total -= 1440
  const two = (n) => String(n).padStart(2, '0')
  return two(Math.floor(total / 60)) + ':' + two(total % 60)
}
