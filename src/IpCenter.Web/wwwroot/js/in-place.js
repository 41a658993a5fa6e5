// A form in [data-in-place="selector, selector"] is sent without leaving the page: these elements are replaced by what they
// became, and everything else stays as and where it is. The form may stand elsewhere: then its button is in one. Whatever goes
// wrong, the form's own way is gone, with the button that was pressed. A link with [data-load-in-place] brings parts of the page
// that it leads to in the same way.
import { compareImages } from './comparison.js';

let leaving = null;

export function answerInPlace(document) {
  document.addEventListener('submit', event => {
    const form = event.target;
    const selector = (form.closest('[data-in-place]') ?? event.submitter?.closest('[data-in-place]'))?.dataset.inPlace;
    if (!selector || event.defaultPrevented || form === leaving)
      return;
    event.preventDefault();
    send(form, event.submitter, selector);
  });
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-load-in-place]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    load(link);
  });
  addEventListener('pageshow', () => { leaving = null; });
}

async function load(link) {
  const answer = await fetch(link.href).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const parts = partsOf(link.dataset.loadInPlace, page);
  if (!parts) {
    location.assign(link.href);
    return;
  }
  replace(parts);
  focus(parts[0][1]);
}

// Each part with what it became; null where one of them is missing.
function partsOf(selector, page) {
  const parts = selector.split(',').map(each => [document.querySelector(each), page?.querySelector(each)]);
  return parts.flat().some(part => !part) ? null : parts;
}

function replace(parts) {
  for (const [old, part] of parts) {
    for (const opened of [part, ...part.querySelectorAll('details[id]')])
      if (opened.matches('details') && opened.id)
        opened.open = old.parentNode.querySelector(`#${CSS.escape(opened.id)}`)?.open ?? opened.open;
    // What the heading of a folded part says of its contents changes with them.
    const counts = [...foldsAround(part)].map(fold => fold.querySelector(countOfFold)?.textContent);
    old.replaceWith(document.adoptNode(part));
    [...foldsAround(part)].forEach((fold, at) => {
      const count = fold.querySelector(countOfFold);
      if (count && counts[at])
        count.textContent = counts[at];
    });
  }
}

const countOfFold = ':scope > summary > .fold-count';

function* foldsAround(part) {
  for (let fold = part.parentElement?.closest('details[data-fold]'); fold; fold = fold.parentElement?.closest('details[data-fold]'))
    yield fold;
}

async function send(form, submitter, selector) {
  const answers = new URLSearchParams(new FormData(form));
  if (submitter?.name)
    answers.append(submitter.name, submitter.value);
  const answer = await fetch(form.action, { method: 'POST', body: answers }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  // A form that stays where it is may be sent again.
  delete form.dataset.sent;
  form.removeAttribute('aria-busy');
  const parts = partsOf(selector, page);
  if (!parts) {
    if (answer)
      location.assign(answer.url);
    else {
      leaving = form;
      form.requestSubmit(submitter);
    }
    return;
  }
  // Who has gone on meanwhile, to a field perhaps, stays there.
  const had = document.activeElement === document.body || parts.some(([old]) => old.contains(document.activeElement));
  replace(parts);
  // Whether single keys do something is said for all of the page.
  document.documentElement.dataset.keys = page.documentElement.dataset.keys ?? '';
  compareImages(document);
  const [[, fresh]] = parts;
  if (had)
    focus(fresh, submitter);
  say(page.querySelector('.flash')?.textContent.trim());
  fresh.dispatchEvent(new CustomEvent('answered', { bubbles: true }));
}

// The field that was refused, the button that was pressed, or what it stands in where it is there no longer.
function focus(fresh, submitter) {
  const again = submitter?.name ? fresh.querySelector(`button[name="${CSS.escape(submitter.name)}"][value="${CSS.escape(submitter.value)}"]`) : null;
  const wrong = fresh.querySelector('[aria-invalid=true]');
  if (!wrong && !again)
    fresh.tabIndex = -1;
  (wrong ?? again ?? fresh).focus({ preventScroll: true });
}

function say(text) {
  let place = document.querySelector('[data-said-in-place]');
  if (!place) {
    place = document.createElement('p');
    place.className = 'said-in-place';
    place.dataset.saidInPlace = '';
    place.setAttribute('role', 'status');
    document.querySelector('main').append(place);
  }
  place.textContent = text ?? '';
}
