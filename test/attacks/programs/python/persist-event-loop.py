# Tries: to leave tasks pending in an event loop.
# Must happen: no loop is left.
# Verdict: WA

import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)

async def forever():
    while True:
        await asyncio.sleep(0)

task = loop.create_task(forever())

def answer(n):
    loop.run_until_complete(asyncio.sleep(0))
    return "planted"
