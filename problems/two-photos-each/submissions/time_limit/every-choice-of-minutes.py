from itertools import combinations


def fewest_photos(stays):
    minutes = sorted({minute for arrives, leaves in stays for minute in (leaves - 1, leaves)})
    for count in range(len(minutes) + 1):
        for photos in combinations(minutes, count):
            if all(sum(arrives <= minute <= leaves for minute in photos) >= 2 for arrives, leaves in stays):
                return count
