function readySteadySplash(count: number): string {
  const parts: string[] = ['Splash!']
  for (let n = 1; n <= count; n++) parts.unshift(String(n))
  return parts.join(', ')
}
