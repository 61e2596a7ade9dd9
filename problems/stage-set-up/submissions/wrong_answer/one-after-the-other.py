def curtain_time(minutes, needs):
    done = set()
    time = 0
    while len(done) < len(minutes):
        ready = [job for job in minutes if job not in done and set(needs.get(job, [])) <= done]
        if not ready:
            return None
        for job in ready:
            time += minutes[job]
            done.add(job)
    return time
