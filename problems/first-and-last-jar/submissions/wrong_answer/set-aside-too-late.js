function putRight(jars) {
  jars[0] = jars[jars.length - 1]
  const first = jars[0]
  jars[jars.length - 1] = first
  return jars
}
