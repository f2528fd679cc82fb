(function () {
  'use strict';
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };

  // A link into a closed part opens it; every stretch of a passage lights up, not only the first.
  function arrive() {
    all('mark.here').forEach(function (m) { m.classList.remove('here'); });
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) { return; }
    if (target.hidden) { clearSearch(); }
    for (var e = target; e; e = e.parentElement) { if (e.tagName === 'DETAILS') { e.open = true; } }
    if (/^p\d+$/.test(target.id)) {
      var number = target.id.slice(1);
      all('mark[data-p~="' + number + '"]').forEach(function (m) { m.classList.add('here'); });
    }
    target.scrollIntoView({ block: 'center' });
  }

  var search = document.querySelector('.search input');
  function clearSearch() { search.value = ''; filter(); }
  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    var entries = all('.register article');
    entries.forEach(function (entry) {
      var text = entry.textContent.toLowerCase();
      var fits = words.every(function (w) { return text.indexOf(w) >= 0; });
      entry.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    document.querySelector('.search output').textContent = words.length ? shown + ' / ' + entries.length : '';
  }
  if (search) {
    search.closest('.search').hidden = false;
    var timer;
    search.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(filter, 120); });
  }

  all('.fold-all').forEach(function (bar) {
    bar.hidden = false;
    bar.addEventListener('click', function (event) {
      if (event.target.tagName !== 'BUTTON') { return; }
      all('details', bar.parentElement).forEach(function (d) { d.open = event.target.dataset.open === '1'; });
    });
  });
  window.addEventListener('beforeprint', function () { all('main details').forEach(function (d) { d.open = true; }); });

  // The quote of a number, without leaving the line.
  document.addEventListener('mouseover', function (event) {
    var link = event.target.closest && event.target.closest('a.cite, a.ref');
    if (!link || link.title) { return; }
    var entry = document.getElementById(link.getAttribute('href').slice(1));
    if (entry) { link.title = entry.querySelector('blockquote').textContent + '\n' + entry.querySelector('.source').textContent; }
  });

  var contents = document.querySelector('.contents > details');
  if (window.matchMedia('(max-width: 70rem)').matches) { contents.open = false; }
  window.addEventListener('hashchange', arrive);
  arrive();
}());
