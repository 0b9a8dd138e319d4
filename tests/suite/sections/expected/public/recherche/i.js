guichet("i","\n\n\n")
