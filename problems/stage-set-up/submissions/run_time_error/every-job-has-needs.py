def curtain_time(minutes, needs):
    finished = {}
    busy = set()

    def finish(job):
        if job in busy:
            return None
        if job not in finished:
            busy.add(job)
            times = [finish(other) for other in needs[job]]
            busy.discard(job)
            finished[job] = None if None in times else minutes[job] + max(times, default=0)
        return finished[job]

    times = [finish(job) for job in minutes]
    return None if None in times else max(times, default=0)
