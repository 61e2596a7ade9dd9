function campfireTonight(dry, wind) {
  return !dry
}
