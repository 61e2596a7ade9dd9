function soupOfTheDay(soups: Record<string, string>, day: string): string {
  if (day in soups) return soups[day]
  return 'lentil'
}
