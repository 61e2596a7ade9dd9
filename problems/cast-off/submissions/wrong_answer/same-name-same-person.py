people = set()
line = input()
while line != 'cast off':
    people.add(line)
    line = input()
print(len(people))
