function filmClubVote(votes) {
  const yes = votes.filter((vote) => vote === 'yes').length
  return yes > votes.length / 2
}
