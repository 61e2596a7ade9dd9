function aSeatOnTheBus(people, seats) {
  return seats - people > 0
}
