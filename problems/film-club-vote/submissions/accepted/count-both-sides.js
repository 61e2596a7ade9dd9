function filmClubVote(votes) {
  let yes = 0
  let no = 0
  for (const vote of votes) {
    if (vote === 'yes') yes++
    if (vote === 'no') no++
  }
  return yes > no
}
