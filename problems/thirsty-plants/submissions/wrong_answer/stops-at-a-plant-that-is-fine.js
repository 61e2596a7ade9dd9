function thirstyPlants(days) {
  const thirsty = []
  for (const [plant, ago] of Object.entries(days)) {
    if (ago < 7) break
    thirsty.push(plant)
  }
  return thirsty
}
