function filmInMinutes(hours, minutes) {
  return hours * 60
}
