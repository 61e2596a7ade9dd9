function filmInMinutes(hours: number, minutes: number): number {
  return 0 // change this line
}
