function ferryTrips(people: number, seats: number): number {
  let trips = 0
  while (people > 0) {
    people -= seats
    trips += 1
  }
  return trips
}
