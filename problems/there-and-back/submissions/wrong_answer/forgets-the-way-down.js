const height = Number(readLine())
for (let stars = 1; stars <= height; stars++) {
  console.log('*'.repeat(stars))
}
