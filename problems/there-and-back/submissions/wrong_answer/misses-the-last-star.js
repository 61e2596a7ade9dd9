const height = Number(readLine())
for (let stars = 1; stars <= height; stars++) {
  console.log('*'.repeat(stars))
}
for (let stars = height - 1; stars > 1; stars--) {
  console.log('*'.repeat(stars))
}
