guichet("w0","ailleurs -$&!chant -$%!guide -$&!un -$&")
