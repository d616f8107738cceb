// What a page does beside being read: search, the map's colours, sorted tables, more lines, unfolding. Every page is whole
// without it. Data comes in scripts that call the functions below, since a page opened from a file can fetch nothing.
(() => {
  const { up, root } = document.body.dataset;
  const at = (id) => document.getElementById(id);
  const SHOWN = 12;

  // Search: entries are [text, page, kind].
  let entries = [];
  const pseudonyms = new Map();
  window.norsktilskuddSearch = (rows) => {
    entries = rows.map(([text, href, kind]) => ({ text, href, kind, plain: text.toLowerCase() }));
  };
  window.norsktilskuddPseudonyms = (first, rows) => {
    pseudonyms.set(first, rows);
    find();
  };

  const load = (path) => {
    const script = document.createElement('script');
    script.src = root + path;
    document.head.append(script);
  };

  const pseudonymsLike = (wanted) => {
    if (!/^[0-9a-f]{4,32}$/.test(wanted) || !at('search').dataset.pseudonyms) return [];
    const first = wanted.slice(0, 2);
    if (!pseudonyms.has(first)) {
      pseudonyms.set(first, []);
      load(`lines/pseudonyms/${first}.js`);
    }
    return pseudonyms
      .get(first)
      .filter(([pseudonym]) => pseudonym.startsWith(wanted))
      .map(([pseudonym, href, line]) => ({ text: pseudonym, href, kind: line }));
  };

  const matches = (wanted) => {
    const words = wanted.split(/\s+/);
    const rank = ({ plain }) => (plain.startsWith(wanted) ? 0 : plain.includes(` ${wanted}`) ? 1 : 2);
    const found = entries.filter(({ plain }) => words.every((word) => plain.includes(word)));
    return [...pseudonymsLike(wanted), ...found.sort((one, other) => rank(one) - rank(other))].slice(0, SHOWN);
  };

  const find = () => {
    const wanted = at('search').value.trim().toLowerCase();
    const found = wanted === '' ? [] : matches(wanted);
    const { some, none } = at('said').dataset;
    at('said').textContent =
      wanted === '' ? '' : found.length === 0 ? none : some.replace('{found}', String(found.length));
    at('found').replaceChildren(...found.map(foundItem));
    at('found').hidden = found.length === 0;
  };

  const foundItem = ({ text, href, kind }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const what = document.createElement('span');
    link.href = up + href;
    link.textContent = text;
    what.textContent = kind;
    link.append(what);
    item.append(link);
    return item;
  };

  const search = at('search');
  search.addEventListener('input', find);
  search.form.addEventListener('submit', (event) => {
    event.preventDefault();
    at('found').querySelector('a')?.click();
  });
  search.form.addEventListener('keydown', (event) => {
    const links = [...at('found').querySelectorAll('a')];
    const place = links.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      at('found').hidden = true;
      search.focus();
    } else if (event.key === 'ArrowDown' && links.length > 0) {
      event.preventDefault();
      links[Math.min(place + 1, links.length - 1)].focus();
    } else if (event.key === 'ArrowUp' && place >= 0) {
      event.preventDefault();
      (links[place - 1] ?? search).focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (!search.form.contains(event.target)) at('found').hidden = true;
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      search.focus();
    }
  });

  // Map: the colours of one figure or another.
  const data = at('map-data');
  if (data) {
    const metrics = JSON.parse(data.textContent);
    const shapes = [...document.querySelectorAll('.sheet path[data-id]')];
    const names = new Map(shapes.map((shape) => [shape, shape.firstElementChild.textContent.replace(/: [^:]*$/, '')]));
    const paint = (metric) => {
      const { classes, texts } = metrics[metric];
      for (const shape of shapes) {
        const { id } = shape.dataset;
        shape.setAttribute('class', classes[id] ?? 'none');
        shape.firstElementChild.textContent = `${names.get(shape)}: ${texts[id] ?? '–'}`;
      }
      for (const legend of document.querySelectorAll('.legend')) legend.hidden = legend.dataset.metric !== metric;
    };
    for (const choice of document.querySelectorAll('input[name="metric"]')) {
      if (choice.checked) paint(choice.value);
      choice.addEventListener('change', () => paint(choice.value));
    }
    const point = (event) => {
      const shape = event.target.closest('path[data-id]');
      at('pointed').textContent = shape ? shape.firstElementChild.textContent : '';
    };
    document.querySelector('.sheet').addEventListener('mouseover', point);
  }

  // Tables: a press on a heading sorts by it, another turns the order round.
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent;
  };
  const compare = (one, other) => {
    if (one === other) return 0;
    if (one === '' || other === '') return one === '' ? 1 : -1;
    const difference = Number(one) - Number(other);
    return Number.isNaN(difference) ? one.localeCompare(other, 'nb') : difference;
  };
  for (const table of document.querySelectorAll('table.sortable')) {
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, column) => {
      heading.querySelector('button')?.addEventListener('click', () => {
        const isFigure = heading.classList.contains('figure');
        const before = heading.getAttribute('aria-sort') ?? (isFigure ? 'ascending' : 'descending');
        const order = before === 'ascending' ? 'descending' : 'ascending';
        for (const each of headings) each.removeAttribute('aria-sort');
        heading.setAttribute('aria-sort', order);
        const rows = [...table.tBodies[0].rows];
        const sign = order === 'ascending' ? 1 : -1;
        rows.sort((one, other) => {
          const [a, b] = [keyOf(one, column), keyOf(other, column)];
          return a === '' || b === '' ? compare(a, b) : sign * compare(a, b);
        });
        table.tBodies[0].append(...rows);
      });
    });
  }

  // Lines that are not on the page.
  const more = at('more');
  if (more) {
    const { recipient, scripts, words } = more.dataset;
    const named = JSON.parse(words);
    const table = more.closest('section').querySelector('table');
    const kroner = (value) => {
      const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
      return `${value < 0 ? '\u2212' : ''}${digits}\u00a0kr`;
    };
    let next = 0;
    const tell = () => {
      const { text, all } = at('counted').dataset;
      at('counted').textContent = text.replace('{shown}', String(table.tBodies[0].rows.length)).replace('{all}', all);
    };
    window.norsktilskuddLines = (rows, explained) => {
      for (const row of rows) table.tBodies[0].append(lineRow(row, explained.includes(row[0])));
      tell();
    };
    const lineRow = ([number, component, year, code, reason, pseudonym, due, posted, amount], isExplained) => {
      const row = document.createElement('tr');
      const cell = (text, kind = 'td', isFigure = false) => {
        const made = document.createElement(kind);
        made.textContent = text;
        if (isFigure) made.className = 'figure';
        row.append(made);
        return made;
      };
      const first = cell(isExplained ? '' : number, 'th');
      first.scope = 'row';
      if (isExplained) {
        const link = document.createElement('a');
        link.href = `${up}lines/${number}.html`;
        link.textContent = number;
        first.append(link);
      }
      cell(named[component] ?? component);
      cell(year);
      cell(code);
      cell(named[reason] ?? reason);
      cell(pseudonym === '' ? '–' : pseudonym);
      cell(kroner(due), 'td', true);
      cell(kroner(posted), 'td', true);
      cell(kroner(amount), 'td', true);
      return row;
    };
    more.addEventListener('click', () => {
      load(`lines/data/${recipient}-${next}.js`);
      next += 1;
      more.hidden = next >= Number(scripts);
    });
    tell();
  }

  // Explanations: all of it, or the headings alone.
  const folds = [...document.querySelectorAll('details.fold')];
  const setAll = (isOpen) => {
    for (const fold of folds) fold.open = isOpen;
  };
  at('unfold')?.addEventListener('click', () => setAll(true));
  at('fold')?.addEventListener('click', () => setAll(false));
  addEventListener('beforeprint', () => setAll(true));
})();
