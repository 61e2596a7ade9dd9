def film_club_vote(votes):
    yes = 0
    no = 0
    for vote in votes:
        if vote == 'yes':
            yes += 1
        else:
            no += 1
    return yes > no
