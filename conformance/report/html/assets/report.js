// What the page adds with JavaScript: filters, copying, and everything open in print. Without it everything can be read.

const form = document.querySelector('.filters');
const bodies = [...document.querySelectorAll('.requirements tbody')];
const rows = bodies.map((body) => [...body.querySelectorAll('tr[data-area]')]);
const texts = new Map(rows.flat().map((row) => [row, row.textContent.toLowerCase()]));

function filter() {
  const wanted = new FormData(form);
  const words = String(wanted.get('text')).toLowerCase().split(/\s+/);
  const fits = (row) =>
    ['area', 'level', 'outcome'].every((name) => ['', row.dataset[name]].includes(wanted.get(name))) &&
    words.every((word) => texts.get(row).includes(word));
  let shown = 0;
  bodies.forEach((body, index) => {
    const fitting = rows[index].filter((row) => {
      row.hidden = !fits(row);
      return !row.hidden;
    });
    body.hidden = fitting.length === 0;
    shown += fitting.length;
  });
  form.querySelector('output').value = `${shown} of ${texts.size} requirements`;
}

if (form) {
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their first values only after the event.
  form.addEventListener('reset', () => setTimeout(filter));
  filter();
}

for (const command of document.querySelectorAll('.command')) {
  const [name, text] = [command.querySelector('.label').textContent, command.querySelector('pre')];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.setAttribute('aria-label', `Copy the ${name} command`);
  button.addEventListener('click', async () => {
    getSelection().selectAllChildren(text);
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = 'Copied';
    } catch {
      // The text is selected, so that the keys of the browser copy it.
      button.textContent = 'Selected';
    }
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 2_000);
  });
  command.append(button);
}

// A link to something inside of closed parts opens them.
function openTarget() {
  let place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (; place; place = place.parentElement) if (place.tagName === 'DETAILS') place.open = true;
}
addEventListener('hashchange', openTarget);
openTarget();

// What a finding is about may be below the visible part of a long body.
function showMark(exchange) {
  for (const mark of exchange.querySelectorAll('.body mark:first-of-type')) {
    const body = mark.closest('.body');
    const hidden = mark.getBoundingClientRect().bottom - body.getBoundingClientRect().bottom;
    if (hidden > 0) body.scrollTop += hidden + body.clientHeight / 2;
  }
}
for (const exchange of document.querySelectorAll('.exchange')) {
  exchange.addEventListener('toggle', () => showMark(exchange));
  if (exchange.open) showMark(exchange);
}

// Browsers without ::details-content print only what is open.
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('section:not(#requirements) details:not([open])')];
  for (const one of opened) one.open = true;
});
addEventListener('afterprint', () => {
  for (const one of opened) one.open = false;
});
