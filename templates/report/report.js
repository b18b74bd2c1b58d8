// What the page can do besides being read: two switches, filters, sorting, folds that open where a link leads.
// Everything is in the page without it. Written for browsers as old as Chromium 88.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // language
  const inLanguage = (element) => element.dataset[root.dataset.lang];
  function speak(language) {
    root.dataset.lang = language;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    for (const element of all('option[data-zh], title[data-zh]')) element.textContent = inLanguage(element);
    for (const element of all('[data-placeholder-zh]')) {
      element.placeholder = element.dataset[language === 'zh' ? 'placeholderZh' : 'placeholderEn'];
    }
    press('setLang', language);
    for (const form of all('.filter')) narrow(form);
  }

  function press(name, value) {
    for (const button of all('.switches button')) {
      if (name in button.dataset) button.setAttribute('aria-pressed', String(button.dataset[name] === value));
    }
  }

  for (const button of all('.switches button')) {
    button.addEventListener('click', () => {
      if ('setLang' in button.dataset) speak(button.dataset.setLang);
      else {
        const theme = button.dataset.setTheme;
        if (theme === '') delete root.dataset.theme;
        else root.dataset.theme = theme;
        press('setTheme', theme);
      }
    });
  }

  // filters
  const words = new WeakMap();
  function textOf(element) {
    if (!words.has(element)) words.set(element, element.textContent.toLowerCase());
    return words.get(element);
  }

  function narrow(form) {
    const items = all(form.dataset.filter, form.parentElement);
    const wanted = [...new FormData(form)].filter(([, value]) => value.trim() !== '');
    let shown = 0;
    for (const item of items) {
      const fits = wanted.every(([name, value]) => {
        if (name === 'text') return textOf(item).includes(value.trim().toLowerCase());
        const own = (item.dataset[name] || '').split(' ');
        return value.split(' ').some((each) => own.includes(each));
      });
      item.hidden = !fits;
      if (fits) shown++;
      const section = item.dataset.of && document.getElementById(item.dataset.of);
      if (section) section.hidden = !fits;
    }
    for (const chapter of all('.chapter', form.parentElement)) {
      const left = all('.req', chapter).some((item) => !item.hidden);
      chapter.hidden = wanted.length > 0 && !left;
      if (wanted.length > 0 && left) chapter.open = true;
    }
    const output = form.querySelector('output');
    output.textContent =
      wanted.length === 0 ? '' : inLanguage(output).replace('{shown}', shown).replace('{all}', items.length);
  }

  for (const form of all('.filter')) {
    form.hidden = false;
    form.addEventListener('input', () => narrow(form));
    form.addEventListener('submit', (event) => event.preventDefault());
    for (const button of all('[data-fold]', form)) {
      button.addEventListener('click', () => {
        for (const fold of all('details', form.parentElement)) fold.open = button.dataset.fold !== '';
      });
    }
  }

  // sorting
  for (const table of all('.matrix')) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const isNumber = !head.classList.contains('text');
        const before = head.getAttribute('aria-sort');
        // numbers begin with the largest, which is what one looks for
        const first = isNumber ? 'descending' : 'ascending';
        const order = before ? (before === 'ascending' ? 'descending' : 'ascending') : first;
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', order);
        const keyOf = (row) => {
          const cell = row.cells[column];
          if (!isNumber) return cell.textContent.trim();
          return cell.dataset.v === undefined ? Number.parseFloat(cell.textContent) : Number(cell.dataset.v);
        };
        const keyed = [...body.rows].map((row) => ({ row, value: keyOf(row) }));
        const sign = order === 'ascending' ? 1 : -1;
        const compare = isNumber ? (a, b) => a - b : new Intl.Collator('zh-CN', { numeric: true }).compare;
        keyed.sort((a, b) => sign * compare(a.value, b.value));
        body.append(...keyed.map(({ row }) => row));
      });
    });
  }

  // links into folds
  function unfold() {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    if (!target) return;
    for (let element = target; element; element = element.parentElement) {
      if (element.tagName === 'DETAILS') element.open = true;
      if (element.hidden) element.hidden = false;
    }
    // what comes into sight on the way is laid out in the next frames, how many depends on the machine, and is taller or
    // lower than was guessed
    let frames = 20;
    const scroll = () => {
      target.scrollIntoView();
      if (--frames > 0) requestAnimationFrame(scroll);
    };
    scroll();
  }
  addEventListener('hashchange', unfold);
  unfold();

  // on paper the chapters of one institution stand open, and what needs work in them; of many, what the reader opened
  const PRINTED = ['.chapter', '.req.bad', '.req.warn'].map((each) => `#chapters ${each}:not([open])`).join();
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all(PRINTED);
    for (const fold of closed) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of closed) fold.open = false;
  });

  for (const switches of all('.switches')) switches.hidden = false;
})();
