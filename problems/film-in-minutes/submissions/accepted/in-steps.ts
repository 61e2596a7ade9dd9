function filmInMinutes(hours: number, minutes: number): number {
  const fullHours = hours * 60
  return fullHours + minutes
}
