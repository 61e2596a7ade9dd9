def longest_dry_spell(rain):
    dry, longest = 0, 0
    for millimetres in rain:
        dry += 1
        if millimetres > 0:
            dry = 0
            longest = max(longest, dry)
    return longest
