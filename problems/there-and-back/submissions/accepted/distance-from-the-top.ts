const height: number = Number(readLine())
for (let line = 1; line < 2 * height; line++) {
  console.log('*'.repeat(height - Math.abs(height - line)))
}
