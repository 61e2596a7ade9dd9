function merge(lines: string[]): Record<string, number> {
  const wanted: Record<string, number> = {}
  for (const line of lines) {
    const [, count, thing] = line.trim().toLowerCase().match(/^(?:(\d+) )?(.+)$/)!
    wanted[thing!] = (wanted[thing!] ?? 0) + Number(count ?? 1)
  }
  return wanted
}
