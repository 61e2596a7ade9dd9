let aboard = 0
for (let line = readLine(); line !== 'cast off'; line = readLine()) aboard += 1
console.log(String(aboard))
