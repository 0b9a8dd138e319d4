// The search page's script: ECMAScript 5, so that a browser of 2014 runs it. It only loads small scripts beside it, so
// that it works from a folder without a server. It makes the form, which would do nothing without it.
// Lines that begin with // are not published.
(function (doc, win) {
  var get = function (id) { return doc.getElementById(id); };
  var box = get('search'), told = function (name) { return box.getAttribute('data-' + name); };
  box.innerHTML = get('form').text;
  var form = box.firstChild, says = get('says'), list = get('found'), more = get('more');
  var files = {}, turn = 0, letters, bounds, results;

  win.guichet = function (name, text) { files[name] = text; };

  // Loads files and continues when all have arrived or failed.
  function load(names, then) {
    var left = 1;
    var done = function () { --left || then(); };
    names.forEach(function (name, at) {
      if (name in files || names.indexOf(name) < at) return;
      var script = doc.createElement('script');
      left++;
      script.onload = script.onerror = done;
      script.src = told('files') + name + '.js?' + told('version');
      doc.body.appendChild(script);
    });
    done();
  }

  // The content of a file: empty if it did not arrive.
  function pieces(name, by) { return (files[name] || '').split(by); }

  // The file that contains a word: the last one that begins before it.
  function file(kind, at, word) {
    var list = bounds[at].split(' '), n = list.length;
    while (--n && list[n] > word);
    return kind + n;
  }
  // A word without the s of the plural, by which words are sorted.
  function root(word) { return word.replace(/s$/, ''); }
  function shelf(word) { return file('w', 1, root(word)); }

  // The words of the query: two letters or more, or a digit; C.A.F. is one word.
  function words(query) {
    return query.toLowerCase().replace(/[\u0300-\u036f\u0640\u064b-\u065f]/g, '').replace(/[^\0-~]/g, function (letter) {
      return letters[letter] || letter;
    }).replace(/\b(.)\./g, '$1').split(/[\s!-\/:-@\[-`{-\xbf\u2000-\u206f،؛؟]+/).filter(function (word, at, all) {
      return /\d|../.test(word) && all.indexOf(word) == at;
    }).slice(0, 8);
  }

  // The encoded pages of a word, in the plural or not; undefined for a word that occurs nowhere.
  function find(word) {
    var found;
    pieces(shelf(word), '!').forEach(function (group) {
      var parts = group.split(' ');
      if (RegExp('(^|,)' + root(word) + 's?(,|$)').test(parts[0])) found = parts[1];
    });
    return found;
  }

  // How many letters are wrong, missing, added or swapped (optimal string alignment).
  function mistakes(a, b) {
    var before, last, row = [], i, j;
    for (j = 0; j <= b.length; j++) row[j] = j;
    for (i = 1; i <= a.length; i++) {
      before = last;
      last = row;
      row = [i];
      for (j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    return row[b.length];
  }

  function spelling(word) {
    return [file('s', 2, word), file('e', 3, word.split('').reverse().join(''))];
  }

  // The nearest word that occurs, otherwise the word itself.
  function nearest(word) {
    var best = word, least = word[7] ? 2.5 : 1.5;
    spelling(word).forEach(function (name) {
      pieces(name, ' ').forEach(function (other) {
        var wrong = other.indexOf(word) ? mistakes(word, other) + (other[0] != word[0]) / 4 : 1;
        if (wrong < least) {
          least = wrong;
          best = other;
        }
      });
    });
    return best;
  }

  // Adds up the scores of each page; pages that match more of the words come first.
  function rank(all) {
    var scores = {}, ranked = [];
    all.forEach(function (word) {
      var codes = find(word) || '', at = 0, score, left, page;
      function number() {
        var n = 0, code;
        while ((code = codes.charCodeAt(at++)) > 92) n = n * 34 + code - 93;
        return n * 57 + code - 35;
      }
      while (at < codes.length) {
        score = Math.pow(1.5, number());
        for (left = number(), page = 0; left--;) {
          page += number();
          var sum = scores[page];
          if (!sum) ranked.push(sum = scores[page] = [page, 0, 0]);
          sum[1] += score;
          sum[2]++;
        }
      }
    });
    return ranked.sort(function (a, b) {
      return b[1] * b[2] - a[1] * a[2] || a[0] - b[0];
    });
  }

  function add(parent, kind, text) {
    var element = parent.appendChild(doc.createElement(kind));
    element.textContent = text;
    return element;
  }

  // Six more results. Focus moves to the first of them, because the button may be gone.
  function show(asked) {
    var next = results.splice(0, 6), mine = turn, first;
    var name = function (result) { return 'p' + (result[0] >> 3); };
    load(next.map(name), function () {
      if (mine != turn) return;
      next.forEach(function (result) {
        var parts = pieces(name(result), '\n')[result[0] & 7], item, link;
        if (!parts) return;
        parts = parts.split('\t');
        item = add(list, 'li', '');
        link = add(item, 'a', parts[1]);
        link.href = told('root') + parts[0];
        add(item, 'div', parts[2]);
        first = first || link;
      });
      if (asked && first) first.focus();
      more.hidden = !results.length;
    });
  }

  function run() {
    var query = decodeURIComponent((location.hash.slice(1) || location.search.slice(3)).replace(/\+/g, ' ')), mine = ++turn;
    // The address of the field itself: the home page leads there.
    if (query == 'q') {
      query = '';
      form.q.focus();
    }
    form.q.value = query;
    list.innerHTML = says.innerHTML = '';
    more.hidden = true;
    if (query) load(['i'], function () {
      bounds = (files.i || '\n\n\n').split('\n');
      letters = {};
      bounds[0].split(' ').forEach(function (pair) { letters[pair[0]] = pair.slice(1); });
      var all = words(query), lost;
      load(all.map(shelf), function () {
        lost = all.filter(function (word) { return word[3] && find(word) == null; });
        load([].concat.apply([], lost.map(spelling)), function () {
          all = all.map(function (word) { return lost.indexOf(word) < 0 ? word : nearest(word); });
          load(all.map(shelf), function () {
            if (mine != turn) return;
            results = rank(all);
            add(says, 'span', results.length ? told('count') + ' ' + results.length + (lost.length ? ' (' + all.join(' ') + ')' : '') : told('none'));
            show();
          });
        });
      });
    });
  }

  form.onsubmit = function () {
    location.hash = encodeURIComponent(form.q.value);
    return false;
  };
  more.onclick = show;
  win.onhashchange = run;
  run();
})(document, window);
