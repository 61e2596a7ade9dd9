def curtain_time(minutes, needs):
    finished = {}
    BUSY = object()

    def finish(job):
        if job not in finished:
            finished[job] = BUSY
            start = 0
            for other in needs.get(job, []):
                time = finish(other)
                if time is None:
                    return None
                start = max(start, time)
            finished[job] = start + minutes[job]
        return None if finished[job] is BUSY else finished[job]

    times = [finish(job) for job in minutes]
    return None if None in times else max(times, default=0)
