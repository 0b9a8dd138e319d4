### What the workshop's frame, the list of pages, publishing and the counter say.

skip = Skip to content
nav = Workshop
nav-pages = Pages
nav-settings = Settings
nav-counter = Counter
nav-publish = Publish
nav-bin = Bin
close = Close
waiting = One moment…
again = Try again
unreachable = guichet does not answer. If it was closed, open it again: nothing that you have written is lost.
size-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
