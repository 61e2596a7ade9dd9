// Plain JavaScript: an older Node cannot read the rest to say so itself.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `Outdo needs Node 24, this is ${process.versions.node}. Run it with "npm start" after "npm ci", which brings the right one.`,
  )
  process.exit(2)
}
