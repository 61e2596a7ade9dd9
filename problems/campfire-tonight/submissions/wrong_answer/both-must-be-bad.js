function campfireTonight(dry, wind) {
  if (dry && wind > 20) {
    return false
  }
  return true
}
