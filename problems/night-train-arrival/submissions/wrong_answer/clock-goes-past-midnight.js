function nightTrainArrival(hour, minute, travel) {
  const total = hour * 60 + minute + travel
  const hours = Math.floor(total / 60)
  const minutes = total % 60
  return String(hours).padStart(2, '0') + ':' + String(minutes).padStart(2, '0')
}
