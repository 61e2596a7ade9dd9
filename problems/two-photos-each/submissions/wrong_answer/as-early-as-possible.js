function fewestPhotos(stays) {
  const photos = new Set()
  for (const [arrives, leaves] of [...stays].sort((a, b) => a[1] - b[1])) {
    let seen = [...photos].filter((minute) => minute >= arrives && minute <= leaves).length
    for (let minute = arrives; seen < 2; minute++) {
      if (photos.has(minute)) continue
      photos.add(minute)
      seen++
    }
  }
  return photos.size
}
