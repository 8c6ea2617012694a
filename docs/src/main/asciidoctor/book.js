// The book is whole without this script. With it, blocks have a button that copies them, the contents follow the reader and can be searched,
// and a cell of a table knows its column, which a phone shows.
'use strict';

const toc = document.getElementById('toc');
const entries = new Map([...toc.querySelectorAll('a')].map(link => [decodeURIComponent(link.hash.slice(1)), link]));

function copyButtons() {
  for (const block of document.querySelectorAll('.listingblock > .content')) {
    const button = document.createElement('button');
    button.textContent = 'Copy';
    button.addEventListener('click', () => {
      // What a selection leaves out, prompts and output, isn't copied. It works on pages from a file or without TLS, too, which get no Clipboard API.
      getSelection().selectAllChildren(block.querySelector('pre'));
      button.textContent = document.execCommand('copy') ? 'Copied' : 'Selected';
      setTimeout(() => button.textContent = 'Copy', 2000);
    });
    block.append(button);
  }
}

function columnsOfCells() {
  for (const table of document.querySelectorAll('#content table')) {
    const columns = [...table.querySelectorAll('thead th')].map(head => head.textContent);
    for (const row of table.querySelectorAll('tbody tr')) {
      [...row.cells].forEach((cell, column) => columns[column] && cell.textContent.trim() && (cell.dataset.column = columns[column]));
    }
  }
}

function follow() {
  toc.classList.add('following');
  const headings = [...entries.keys()].map(id => document.getElementById(id));
  const mark = () => {
    const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 4);
    const current = entries.get((passed.at(-1) ?? headings[0]).id);
    if (!current.classList.contains('current')) {
      toc.querySelectorAll('.current').forEach(element => element.classList.remove('current'));
      current.classList.add('current');
      current.closest('#toc > ul > li').classList.add('current');
      current.scrollIntoView({ block: 'nearest' });
    }
  };
  addEventListener('scroll', () => requestAnimationFrame(mark), { passive: true });
  mark();
}

/** Words are found by their beginning, as they are typed. */
function indexOfSections() {
  lunr.tokenizer.separator = /[^\p{L}\p{N}_]+/u;
  return lunr(function () {
    this.pipeline.reset();
    this.ref('id');
    this.field('title', { boost: 5 });
    this.field('text');
    for (const [id, link] of entries) {
      const section = document.getElementById(id).closest('.sect1, .sect2, .sect3').cloneNode(true);
      section.querySelectorAll('.sect2, .sect3').forEach(below => below.remove());
      this.add({ id, title: link.textContent, text: section.textContent });
    }
  });
}

function search(index, text) {
  const words = lunr.tokenizer(text).map(String).filter(word => word);
  const find = clause => index.query(query => words.forEach(word => query.term(word, { presence: lunr.Query.presence.REQUIRED, ...clause })));
  const found = find({ wildcard: lunr.Query.wildcard.TRAILING });
  return (found.length ? found : find({ editDistance: 1 })).slice(0, 20).map(hit => entries.get(hit.ref).cloneNode(true));
}

function searchBox() {
  const box = Object.assign(document.createElement('input'), { type: 'search', placeholder: 'Search', ariaLabel: 'Search' });
  const results = Object.assign(document.createElement('ul'), { className: 'results' });
  document.getElementById('toctitle').replaceWith(box, results);
  let index;
  box.addEventListener('input', () => {
    const found = box.value.trim() ? search(index ??= indexOfSections(), box.value) : [];
    toc.classList.toggle('searching', box.value.trim() !== '');
    results.replaceChildren(...found.map(link => document.createElement('li').appendChild(link).parentNode));
  });
}

function contentsOnAPhone() {
  const button = Object.assign(document.createElement('button'), { id: 'toc-button', textContent: 'Contents' });
  button.addEventListener('click', () => button.textContent = toc.classList.toggle('open') ? 'Close' : 'Contents');
  toc.addEventListener('click', event => event.target.closest('a') && toc.classList.contains('open') && button.click());
  document.body.append(button);
}

columnsOfCells();
copyButtons();
searchBox();
contentsOnAPhone();
follow();
