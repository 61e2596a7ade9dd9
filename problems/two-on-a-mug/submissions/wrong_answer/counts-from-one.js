function twoOnAMug(one, two) {
  return one[1] + '&' + two[1]
}
