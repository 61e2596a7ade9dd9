name = input()
place = input()
print(name)  # change this line
