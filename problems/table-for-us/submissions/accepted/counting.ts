function tableForUs(friends: string[]): number {
  let people = 1
  for (const _friend of friends) people += 1
  return people
}
