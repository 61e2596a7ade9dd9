function hello(name: string): string {
  return "..." // change this line
}
