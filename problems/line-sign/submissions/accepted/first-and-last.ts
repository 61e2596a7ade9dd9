function lineSign(stops: string[]): string {
  return `${stops[0]} > ${stops.at(-1)}`
}
