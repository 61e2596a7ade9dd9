def winner(ballots):
    films = {film for ballot in ballots for film in ballot}
    while True:
        votes = {film: 0 for film in films}
        for ballot in ballots:
            for film in ballot:
                if film in films:
                    votes[film] += 1
                    break
        for film in films:
            if votes[film] * 2 > sum(votes.values()):
                return film
        fewest = min(votes.values())
        films.remove(max(film for film in films if votes[film] == fewest))
