function filmClubVote(votes) {
  for (const vote of votes) {
    if (vote === 'yes') return true
    if (vote === 'no') return false
  }
  return false
}
