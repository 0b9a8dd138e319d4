// Browsers hold six connections to a host at most, and a stream of events takes one for as long as its page is open: the
// seventh page would wait for ever. So one page of all that are open listens, and tells the others. A lock says which: it passes to another page
// when its own is closed or reloaded.
(function () {
  function check(version) { if (version !== "VERSION") location.reload(); }
  function listen(told) {
    var events = new EventSource("EVENTS");
    events.onmessage = function (event) { told(event.data); };
    return events;
  }
  if (window.BroadcastChannel && navigator.locks) {
    var channel = new BroadcastChannel("guichet");
    var last;
    channel.onmessage = function (event) {
      // A page that opens asks: what was told before it listened is told again.
      if (event.data !== "?") check(event.data);
      else if (last) channel.postMessage(last);
    };
    navigator.locks.request("guichet", function () {
      return new Promise(function () {
        listen(function (version) { last = version; channel.postMessage(version); check(version); });
      });
    });
    channel.postMessage("?");
    return;
  }
  // Older browsers: only pages that are seen listen.
  var events;
  function look() {
    if (events) events.close();
    events = document.hidden ? null : listen(check);
  }
  document.addEventListener("visibilitychange", look);
  look();
})();
