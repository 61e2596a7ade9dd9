function filmClubVote(votes: string[]): boolean {
  let balance = 0
  for (const vote of votes) {
    if (vote === 'yes') balance += 1
    else if (vote === 'no') balance -= 1
  }
  return balance > 0
}
