function hello(name) {
  return "..." // change this line
}
