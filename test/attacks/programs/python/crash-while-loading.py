# Tries: to crash before there is anything to call.
# Must happen: RTE.
# Verdict: RTE

import os

os.abort()
