def winner(ballots):
    votes = {}
    for ballot in ballots:
        if ballot:
            votes[ballot[0]] = votes.get(ballot[0], 0) + 1
    return max(sorted(votes), key=votes.get)
