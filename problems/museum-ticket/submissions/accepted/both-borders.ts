function museumTicket(age: number): number {
  let price = 6
  if (age <= 5) {
    price = 0
  } else if (age >= 6 && age <= 17) {
    price = 4
  } else if (age >= 18 && age <= 64) {
    price = 9
  }
  return price
}
