# Tries: to talk to the network.
# Must happen: an OSError.
# Verdict: RTE

import socket

def answer(n):
    s = socket.socket()
    s.connect(("127.0.0.1", 3000))
    s.send(b"GET / HTTP/1.0\r\n\r\n")
    return s.recv(100).decode()
