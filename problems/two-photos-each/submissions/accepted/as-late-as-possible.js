function fewestPhotos(stays) {
  const photos = new Set()
  for (const [arrives, leaves] of stays.toSorted((a, b) => a[1] - b[1])) {
    let seen = 0
    for (const minute of photos) if (minute >= arrives) seen++
    for (let minute = leaves; seen < 2; minute--) {
      if (photos.has(minute)) continue
      photos.add(minute)
      seen++
    }
  }
  return photos.size
}
