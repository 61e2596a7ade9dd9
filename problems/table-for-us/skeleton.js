function tableForUs(friends) {
  return 0 // change this line
}
