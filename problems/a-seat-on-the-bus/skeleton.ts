function aSeatOnTheBus(people: number, seats: number): boolean {
  return false // change this line
}
