function twoOnAMug(one, two) {
  return one[0] + '&' + two[0]
}
