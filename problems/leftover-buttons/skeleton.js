function leftoverButtons(buttons, each) {
  return 0 // change this line
}
