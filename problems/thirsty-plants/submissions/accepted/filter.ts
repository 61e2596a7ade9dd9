function thirstyPlants(days: Record<string, number>): string[] {
  return Object.keys(days).filter((plant) => days[plant] >= 7)
}
