def table(games):
    score = {}
    for white, black, result in games:
        for name, colour in ((white, 'white'), (black, 'black')):
            points, wins = score.get(name, (0, 0))
            if result == colour:
                points += 2
                wins += 1
            elif result == 'draw':
                points += 1
            score[name] = (points, wins)
    rows = sorted(((points, wins, name) for name, (points, wins) in score.items()), reverse=True)
    return [[name, points] for points, wins, name in rows]
