def curtain_time(minutes, needs):
    def finish(job, path):
        if job in path:
            return None
        start = 0
        for other in needs.get(job, []):
            time = finish(other, path + [job])
            if time is None:
                return None
            start = max(start, time)
        return start + minutes[job]

    last = 0
    for job in minutes:
        time = finish(job, [])
        if time is None:
            return None
        last = max(last, time)
    return last
