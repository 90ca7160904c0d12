#!/usr/bin/env python3
# Waits for a client, and then for what the client says, each for most of a second.
import os
import socket
import threading
import time

server = socket.create_server(("127.0.0.1", 0))


def talk():
    time.sleep(0.75)
    with socket.create_connection(server.getsockname()) as client:
        time.sleep(0.75)
        client.sendall(b"hello")


threading.Thread(target=talk).start()
connection = server.accept()[0]
# Not recv: on a socket, too, the call can be a read.
print(os.read(connection.fileno(), 100).decode())
