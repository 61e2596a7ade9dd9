function leftoverButtons(buttons, each) {
  return buttons % each
}
