def winner(ballots):
    films = sorted({film for ballot in ballots for film in ballot})
    while len(films) > 1:
        votes = {film: 0 for film in films}
        for ballot in ballots:
            for film in ballot:
                if film in votes:
                    votes[film] += 1
                    break
        for film in films:
            if votes[film] >= len(ballots) / 2:
                return film
        fewest = min(votes.values())
        films.remove(max(film for film in films if votes[film] == fewest))
    return films[0]
