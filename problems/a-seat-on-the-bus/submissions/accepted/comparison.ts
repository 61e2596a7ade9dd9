function aSeatOnTheBus(people: number, seats: number): boolean {
  return people < seats
}
