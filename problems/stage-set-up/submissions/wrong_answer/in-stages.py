def curtain_time(minutes, needs):
    done = set()
    time = 0
    while len(done) < len(minutes):
        ready = [job for job in minutes if job not in done and set(needs.get(job, [])) <= done]
        if not ready:
            return None
        # waits for the slowest of a stage before the next stage begins
        time += max(minutes[job] for job in ready)
        done.update(ready)
    return time
