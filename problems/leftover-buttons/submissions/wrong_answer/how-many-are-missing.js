function leftoverButtons(buttons, each) {
  return (each - (buttons % each)) % each
}
