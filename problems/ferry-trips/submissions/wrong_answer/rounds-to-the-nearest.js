function ferryTrips(people, seats) {
  return Math.round(people / seats)
}
