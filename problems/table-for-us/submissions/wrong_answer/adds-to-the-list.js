function tableForUs(friends) {
  return friends + 1
}
