function aSeatOnTheBus(people, seats) {
  return people > seats
}
