function twoOnAMug(one, two) {
  return '&' // change this line
}
