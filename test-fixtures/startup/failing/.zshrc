STARTED=failing
false
