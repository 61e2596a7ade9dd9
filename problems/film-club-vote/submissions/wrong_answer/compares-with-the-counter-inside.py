def film_club_vote(votes):
    yes = 0
    no = 0
    for vote in votes:
        if vote == 'yes':
            yes += 1
        if vote == 'no':
            no += 1
        if yes > no:
            return True
    return False
