function soupOfTheDay(soups, day) {
  return soups[day]
}
