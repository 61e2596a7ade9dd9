function ferryTrips(people, seats) {
  return Math.ceil(people / seats)
}
