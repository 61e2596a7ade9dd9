def film_club_vote(votes):
    return votes.count('yes') > votes.count('no')
