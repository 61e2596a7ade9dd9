function campfireTonight(dry: boolean, wind: number): boolean {
  return !(dry || wind > 20)
}
