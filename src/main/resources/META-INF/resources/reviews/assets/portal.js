// The keyboard of a review, and times in the reader's zone. Everything works without it.
const rows = () => [...document.querySelectorAll('#items tbody tr')];
const place = () => rows().findIndex((row) => row.classList.contains('at'));

/** Makes a row the one that keys are for. */
function go(index) {
  const all = rows();
  const row = all[Math.max(0, Math.min(index, all.length - 1))];
  if (!row) return;
  all.forEach((one) => one.classList.toggle('at', one === row));
  row.focus();
  row.scrollIntoView({ block: 'nearest' });
}

const KEYS = {
  j: () => go(place() + 1),
  k: () => go(Math.max(place() - 1, 0)),
  a: () => answer('Approve'),
  d: () => answer('Deny'),
  u: () => answer('DontKnow'),
  x: () => rows()[place()]?.querySelector('input[type=checkbox]')?.click(),
  '/': () => document.querySelector('input[type=search]')?.focus(),
  '?': () => document.getElementById('help')?.showModal(),
};

/** Presses the button of the row. */
function answer(decision) {
  rows()[place()]?.querySelector(`button[value^="${decision}:"]`)?.click();
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input:not([type=checkbox]), select, textarea, dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

document.addEventListener('focusin', (event) => {
  const row = event.target.closest?.('#items tbody tr');
  if (row) rows().forEach((one) => one.classList.toggle('at', one === row));
});

/** Lets rows have the focus; without this module none needs it. */
function focusable() {
  rows().forEach((row) => (row.tabIndex = -1));
}

/** Dates as the reader's browser writes them. */
function localize() {
  for (const time of document.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) {
      time.title = at.toLocaleString(document.documentElement.lang);
    }
  }
}

/** Says what was saved, in a region that stays: readers of screens miss one that is swapped. */
function announce() {
  const text = (place) => document.querySelector(place)?.textContent.trim() ?? '';
  const region = document.getElementById('announcement');
  if (region) region.textContent = `${text('#status')} ${text('#progress')}`.trim();
}

// An answer swaps the page's content. The focus goes back to where it was.
let focused;
document.addEventListener('htmx:beforeSwap', (event) => {
  const row = document.activeElement?.closest?.('tr') ?? rows()[place()];
  focused = row?.id;
  // Refusals are pages, too.
  if (event.detail.xhr.status >= 400) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
document.addEventListener('htmx:afterSettle', () => {
  localize();
  focusable();
  announce();
  const row = focused && document.getElementById(focused);
  if (row) {
    rows().forEach((one) => one.classList.toggle('at', one === row));
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }
});
localize();
focusable();
