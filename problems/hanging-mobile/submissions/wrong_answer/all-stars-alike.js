function extraWeight(mobile) {
  if (typeof mobile === 'number') return 0
  const stars = mobile.flat(Infinity)
  const heaviest = Math.max(...stars)
  return stars.reduce((sum, star) => sum + heaviest - star, 0)
}
