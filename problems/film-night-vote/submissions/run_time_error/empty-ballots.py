def winner(ballots):
    films = {film for ballot in ballots for film in ballot}
    while True:
        votes = {film: 0 for film in films}
        for ballot in ballots:
            favourite = [film for film in ballot if film in films][0]
            votes[favourite] += 1
        for film in films:
            if votes[film] * 2 > len(ballots):
                return film
        films.remove(max(films, key=lambda film: (-votes[film], film)))
