function campfireTonight(dry, wind) {
  return !dry && wind <= 20
}
