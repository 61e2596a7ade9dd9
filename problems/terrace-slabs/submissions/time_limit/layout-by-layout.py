def count_layouts(terrace):
    grid = [list(row) for row in terrace]
    height, width = len(grid), len(grid[0])

    def lay(i):
        while i < height * width and grid[i // width][i % width] != ".":
            i += 1
        if i == height * width:
            return 1
        row, column = divmod(i, width)
        count = 0
        grid[row][column] = "x"
        for r, c in ((row, column + 1), (row + 1, column)):
            if r < height and c < width and grid[r][c] == ".":
                grid[r][c] = "x"
                count += lay(i + 1)
                grid[r][c] = "."
        grid[row][column] = "."
        return count

    return lay(0)
