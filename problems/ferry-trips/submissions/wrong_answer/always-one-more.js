function ferryTrips(people, seats) {
  return Math.floor(people / seats) + 1
}
