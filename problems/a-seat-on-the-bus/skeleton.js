function aSeatOnTheBus(people, seats) {
  return false // change this line
}
